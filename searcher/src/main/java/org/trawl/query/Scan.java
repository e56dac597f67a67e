package org.trawl.query;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trawl.query.ParsedQuery.Spans;

/// A query being read: the cleaned text, how far it is read, and what was noticed on the way. The
/// parser and the readers of its parts share one.
final class Scan {
  private static final int MAX_NOTICES = 50;

  final String text;
  int at;
  private final String typed;
  private final ZoneId zone;
  private final TypedText cleaned;
  private final List<QueryProblem> problems = new ArrayList<>();
  private final List<QueryHint> hints = new ArrayList<>();
  private final Spans spans = new Spans();
  private int terms;
  private int listed;
  private int noticed;
  private int unclosed;
  private Removal.Clause clause = Removal.Clause.NONE;

  /// @param zone whose clocks dates and hours are read by
  Scan(String typed, ZoneId zone) {
    this.typed = typed;
    this.zone = zone;
    this.cleaned = new TypedText(typed);
    this.text = cleaned.plain();
  }

  /// Whose clocks dates and hours are read by.
  ZoneId zone() {
    return zone;
  }

  boolean done() {
    return at >= text.length();
  }

  /// The character at an index, a space past the end.
  char charAt(int index) {
    return index < text.length() ? text.charAt(index) : ' ';
  }

  char peek() {
    return charAt(at);
  }

  void skipSpaces() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }

  /// Where an unquoted word that begins at an index ends.
  int wordEnd(int start) {
    int end = start;
    while (end < text.length() && !QueryChars.endsWord(text.charAt(end)) && !andAfter(start, end)) {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    return Math.min(end, text.length());
  }

  private boolean andAfter(int start, int at) {
    return at > start && text.startsWith("&&", at);
  }

  /// Where the quote that begins at an index ends: at its closing quote, or at the text's end,
  /// which is a problem.
  int quoteEnd(int open) {
    int end = open + 1;
    while (end < text.length() && text.charAt(end) != '"') {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    if (end >= text.length()) {
      // A quote that nothing but brackets follows was to close one that is not there.
      boolean stray = text.substring(open + 1).chars().allMatch(sign -> " ()".indexOf(sign) >= 0);
      problem(
          new QueryProblem.UnclosedQuote(
              span(open, open + 1), stray ? replace(open, open + 1, "") : insertAtEnd("\"")));
      return text.length();
    }
    return end;
  }

  TextSpan span(int start, int end) {
    return cleaned.span(start, end);
  }

  /// Remembers that a node or pattern was read from `start` up to here.
  <T> T mark(T node, int start) {
    return mark(node, start, at);
  }

  /// Remembers that a node or pattern was read from `start` to `end`.
  <T> T mark(T node, int start, int end) {
    spans.put(node, span(start, end));
    return node;
  }

  /// Where a node stood that was marked.
  Optional<TextSpan> placeOf(QueryAst node) {
    return spans.of(node);
  }

  /// Counts a term.
  ///
  /// @return false if it is one too many and is to be left out
  boolean count(int start) {
    terms++;
    if (terms == QueryLimits.MAX_TERMS + 1) {
      problem(new QueryProblem.TooManyTerms(span(start, Math.max(at, start + 1))));
    }
    return terms <= QueryLimits.MAX_TERMS;
  }

  /// Takes a list's characters out of the query's length.
  void countList(int characters) {
    listed += characters;
  }

  void problem(QueryProblem problem) {
    noticed++;
    if (problems.size() < MAX_NOTICES) {
      problems.add(problem);
    }
  }

  /// How many problems were met so far.
  int problemCount() {
    return noticed;
  }

  boolean has(Class<? extends QueryProblem> kind) {
    return problems.stream().anyMatch(kind::isInstance);
  }

  void hint(QueryHint hint) {
    if (hints.size() < MAX_NOTICES) {
      hints.add(hint);
    }
  }

  Optional<Mend> replace(int start, int end, String replacement) {
    return Optional.of(new Mend(span(start, end), replacement));
  }

  /// Remembers which operator's value is read from here on.
  void begin(int operator) {
    clause = new Removal.Clause(operator, at);
  }

  /// Leaves out a part, or a value of the operator that is being read, and what would be of no use
  /// without it.
  Optional<Mend> leaveOut(int start, int end) {
    if (problems.size() >= MAX_NOTICES) {
      return Optional.empty();
    }
    return cut(Removal.of(text, clause, start, end));
  }

  private Optional<Mend> cut(Removal.Cut cut) {
    return replace(cut.start(), cut.end(), cut.replacement());
  }

  /// Closes brackets at the end, and first the quote that would swallow them.
  Optional<Mend> closeAtEnd(int brackets) {
    unclosed += brackets;
    return closings();
  }

  /// What has just been opened at the end is left out rather than closed with nothing in it.
  private Optional<Mend> closings() {
    if (has(QueryProblem.UnclosedQuote.class)) {
      return insertAtEnd("\"" + ")".repeat(unclosed));
    }
    var open = Removal.ofOpenEnd(text, unclosed);
    var closing = ")".repeat(unclosed - open.brackets());
    return open.brackets() == 0
        ? insertAtEnd(closing)
        : replace(open.cut().start(), text.length(), closing);
  }

  Optional<Mend> insertAtEnd(String insertion) {
    return Optional.of(new Mend(new TextSpan(typed.length(), 0), insertion));
  }

  ParsedQuery finish(@Nullable QueryAst ast) {
    int length = typed.length() - listed;
    if (length > QueryLimits.MAX_LENGTH) {
      problems.addFirst(
          new QueryProblem.TooLong(
              TextSpan.between(QueryLimits.MAX_LENGTH, typed.length()), length));
    }
    // Whichever bracket is mended first, all of them are closed.
    problems.replaceAll(problem ->
        problem instanceof QueryProblem.UnclosedBracket(var span, _)
            ? new QueryProblem.UnclosedBracket(span, closings())
            : problem);
    return new ParsedQuery(typed, ast == null ? new QueryAst.All() : ast, problems, hints, spans);
  }
}
