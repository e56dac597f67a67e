package org.trawl.query;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trawl.query.QueryAst.TextField;
import org.trawl.query.TextPattern.Precision;
import org.trawl.query.TextPattern.Word;

/// Reads the query language. It never throws, whatever the text, and takes time linear in its
/// length: each character is read a bounded number of times and nothing is read again.
///
/// ```
/// any     = all { ("OR" | "|" | "||") all }
/// all     = { ["AND" | "&&"] negated }
/// negated = ["NOT" | "-" | "!" | "+"] near
/// near    = primary { "NEAR/n" primary }
/// primary = "(" any ")" | ["="] "\"" phrase "\"" ["~n"] | "/" regex "/" | "@" name | "#" tag
///         | operator ":" value | ["="] word
/// ```
public final class QueryParser {
  private final Scan scan;
  private final TermReader terms;
  private final OperatorReader operators;

  private QueryParser(String typed, ZoneId zone) {
    this.scan = new Scan(typed, zone);
    this.terms = new TermReader(scan);
    this.operators = new OperatorReader(scan);
  }

  /// Reads a typed query.
  public static ParsedQuery parse(String typed) {
    return parse(typed, ZoneOffset.UTC);
  }

  /// Reads a typed query by the clocks of a zone: dates that name no zone, hours and days of the
  /// week.
  public static ParsedQuery parse(String typed, ZoneId zone) {
    if (typed.length() > QueryLimits.MAX_TYPED) {
      var span = TextSpan.between(QueryLimits.MAX_LENGTH, typed.length());
      var problem = new QueryProblem.TooLong(span, typed.length());
      return new ParsedQuery(
          typed, new QueryAst.All(), List.of(problem), List.of(), new ParsedQuery.Spans());
    }
    var parser = new QueryParser(typed, zone);
    return parser.scan.finish(parser.any(TextField.TWEET, 0));
  }

  private @Nullable QueryAst any(TextField field, int depth) {
    int start = scan.at;
    var alternatives = new ArrayList<QueryAst>();
    while (true) {
      scan.skipSpaces();
      int before = scan.at;
      var operand = all(field, depth);
      boolean missing = scan.at == before;
      if (operand != null) {
        alternatives.add(operand);
      }
      int or = scan.at;
      if (!keyword(or, "OR") && scan.peek() != '|') {
        break;
      }
      skipOr();
      scan.skipSpaces();
      if (missing || scan.done() || scan.peek() == ')') {
        scan.hint(new QueryHint.IdleOperator(scan.span(or, or + orLength(or)), "OR"));
      }
    }
    return switch (alternatives.size()) {
      case 0 -> null;
      case 1 -> alternatives.getFirst();
      default -> scan.mark(QueryAst.or(alternatives), start);
    };
  }

  private @Nullable QueryAst all(TextField field, int depth) {
    int start = scan.at;
    int end = start;
    var operands = new ArrayList<QueryAst>();
    boolean empty = true;
    while (true) {
      scan.skipSpaces();
      if (scan.done() || scan.peek() == '|' || keyword(scan.at, "OR")) {
        break;
      }
      if (scan.peek() == ')') {
        if (depth > 0) {
          break;
        }
        var span = scan.span(scan.at, scan.at + 1);
        scan.problem(
            new QueryProblem.UnopenedBracket(span, scan.replace(scan.at, scan.at + 1, "")));
        scan.at++;
      } else if (and(scan.at)) {
        skipAnd(empty);
      } else {
        int before = scan.at;
        var operand = negated(field, depth);
        if (operand != null) {
          hintAtLowerCase(operand, before, empty);
          operands.add(operand);
        }
        empty = false;
      }
      end = scan.at;
    }
    hintAtDates(operands);
    return switch (operands.size()) {
      case 0 -> null;
      case 1 -> operands.getFirst();
      default -> scan.mark(QueryAst.and(operands), start, end);
    };
  }

  /// Dates that leave nothing between them are no mistake to the eye.
  private void hintAtDates(List<QueryAst> operands) {
    QueryAst.@Nullable Time first = null;
    QueryAst.@Nullable Time last = null;
    for (var operand : operands) {
      if (operand instanceof QueryAst.Time time) {
        boolean begins = first == null || isLater(time.since(), first.since());
        first = time.since().isPresent() && begins ? time : first;
        boolean ends = last == null || isLater(last.until(), time.until());
        last = time.until().isPresent() && ends ? time : last;
      }
    }
    if (first == null || last == null) {
      return;
    }
    var since = first.since().orElseThrow();
    var until = last.until().orElseThrow();
    if (!since.isBefore(until)) {
      scan.placeOf(last)
          .ifPresent(span -> scan.hint(new QueryHint.NothingBetween(span, since, until)));
    }
  }

  private static boolean isLater(Optional<Instant> time, Optional<Instant> than) {
    return time.isPresent() && than.isPresent() && time.get().isAfter(than.get());
  }

  private void hintAtLowerCase(QueryAst operand, int start, boolean first) {
    if (!(operand instanceof QueryAst.Text(_, Word(var word, var precision)))
        || precision != Precision.FORMS
        || !(word.equals("or") || word.equals("and") || word.equals("not"))) {
      return;
    }
    int end = scan.at;
    scan.skipSpaces();
    boolean last = scan.done() || scan.peek() == ')';
    scan.at = end;
    if (!last && (!first || word.equals("not"))) {
      scan.hint(new QueryHint.LowerCaseOperator(scan.span(start, end), word));
    }
  }

  private @Nullable QueryAst negated(TextField field, int depth) {
    int start = scan.at;
    boolean word = keyword(start, "NOT");
    if (!word && !isPrefix(start)) {
      return near(field, depth);
    }
    scan.at += word ? 3 : 1;
    scan.skipSpaces();
    if (scan.done()
        || scan.peek() == ')'
        || scan.peek() == '|'
        || keyword(scan.at, "OR")
        || and(scan.at)) {
      scan.hint(
          new QueryHint.IdleOperator(
              scan.span(start, start + (word ? 3 : 1)),
              word ? "NOT" : scan.text.substring(start, start + 1)));
      return null;
    }
    if (tooDeep(start, depth)) {
      return null;
    }
    var child = negated(field, depth + 1);
    if (child == null || scan.charAt(start) == '+') {
      return child;
    }
    return scan.mark(new QueryAst.Not(child), start);
  }

  /// Whether a sign right before a word, bracket or quote negates (`-`, `!`) or demands (`+`) it.
  private boolean isPrefix(int start) {
    char sign = scan.charAt(start);
    if (!QueryChars.isDash(sign) && sign != '!' && sign != '+') {
      return false;
    }
    char next = scan.charAt(start + 1);
    if ("(\"=/*?\\".indexOf(next) >= 0) {
      return true;
    }
    if (next < 0x80) {
      return Character.isLetterOrDigit(next) || "#@$_".indexOf(next) >= 0;
    }
    return !QueryChars.isEdge(scan.text.codePointAt(start + 1));
  }

  private boolean tooDeep(int start, int depth) {
    if (depth < QueryLimits.MAX_DEPTH) {
      return false;
    }
    if (!scan.has(QueryProblem.TooDeep.class)) {
      scan.problem(new QueryProblem.TooDeep(scan.span(start, start + 1)));
    }
    return true;
  }

  private @Nullable QueryAst near(TextField field, int depth) {
    int start = scan.at;
    var left = Nearness.stands(scan) ? null : primary(field, depth);
    var chain = new Nearness(left);
    while (true) {
      int end = scan.at;
      scan.skipSpaces();
      int near = scan.at;
      int distance = Nearness.read(scan);
      if (distance == Nearness.NONE) {
        scan.at = end;
        return chain.joined() ? scan.mark(chain.finish(), start) : chain.first();
      }
      scan.skipSpaces();
      int rightStart = scan.at;
      var right = operandOfNear(field, depth);
      if (!chain.join(right, distance)) {
        var span = scan.span(near, Math.max(rightStart, near + 1));
        var mend = scan.replace(near, rightStart, right == null ? "" : "AND ");
        scan.problem(new QueryProblem.NearNeedsWords(span, mend));
      }
    }
  }

  private @Nullable QueryAst operandOfNear(TextField field, int depth) {
    if (scan.done()
        || scan.peek() == ')'
        || scan.peek() == '|'
        || keyword(scan.at, "OR")
        || and(scan.at)) {
      return null;
    }
    return isPrefix(scan.at) ? negated(field, depth) : primary(field, depth);
  }

  private @Nullable QueryAst primary(TextField field, int depth) {
    if (scan.peek() == '(') {
      return group(field, depth);
    }
    if (scan.charAt(scan.at + 1) == '(') {
      var sign = scan.peek();
      if (sign == '=') {
        return exactly(field, depth);
      }
      if (field == TextField.TWEET && (sign == '#' || sign == '@')) {
        int start = scan.at++;
        scan.begin(start);
        return operators.read(sign == '#' ? Operator.HASHTAG : Operator.MENTION, start);
      }
    }
    int colon = operators.colon();
    if (colon < 0) {
      return terms.read(field);
    }
    var name = operators.name(colon);
    var known = Operator.named(name);
    if (known.isEmpty()) {
      return unknown(name, colon, field, depth);
    }
    int start = scan.at;
    scan.at = colon + 1;
    if (!operators.valueFollows(known.get(), start)) {
      return null;
    }
    return switch (known.get()) {
      case TEXT -> words(TextField.TWEET, start, depth);
      case NAME -> words(TextField.NAME, start, depth);
      case BIO -> words(TextField.BIO, start, depth);
      case LOCATION -> words(TextField.LOCATION, start, depth);
      default -> operators.read(known.get(), start);
    };
  }

  /// `=(Trump OR Clinton)`: every word in the bracket exactly as written.
  private @Nullable QueryAst exactly(TextField field, int depth) {
    int start = scan.at++;
    boolean before = terms.exactly(true);
    var inner = group(field, depth);
    terms.exactly(before);
    return inner == null ? null : scan.mark(inner, start);
  }

  /// The value of an operator that looks for words: one, a phrase, or a whole query in brackets.
  private @Nullable QueryAst words(TextField field, int start, int depth) {
    if (scan.peek() == '(') {
      return group(field, depth);
    }
    if (scan.peek() == '=' && scan.charAt(scan.at + 1) == '(') {
      return exactly(field, depth);
    }
    var read = terms.read(field);
    return read == null ? null : scan.mark(read, start);
  }

  private @Nullable QueryAst group(TextField field, int depth) {
    int open = scan.at;
    scan.at++;
    if (tooDeep(open, depth)) {
      skipGroup();
      return null;
    }
    int problemsBefore = scan.problemCount();
    var inner = any(field, depth + 1);
    boolean closed = scan.peek() == ')' && !scan.done();
    if (closed) {
      scan.at++;
    } else {
      scan.problem(new QueryProblem.UnclosedBracket(scan.span(open, open + 1), scan.closeAtEnd(1)));
    }
    if (inner == null && scan.problemCount() == problemsBefore) {
      scan.hint(new QueryHint.Empty(scan.span(open, scan.at)));
    }
    if (inner instanceof QueryAst.And || inner instanceof QueryAst.Or) {
      scan.mark(inner, open);
    }
    return inner;
  }

  private void skipGroup() {
    for (int open = 1; !scan.done() && open > 0; scan.at++) {
      open += scan.peek() == '(' ? 1 : scan.peek() == ')' ? -1 : 0;
    }
  }

  /// A name before a colon that is no operator: a problem, and its value is left out.
  private @Nullable QueryAst unknown(String name, int colon, TextField field, int depth) {
    int start = scan.at;
    var span = scan.span(start, colon + 1);
    var nearest = Operator.nearest(name);
    scan.at = colon + 1;
    boolean spaced = scan.peek() == ' ';
    if (spaced && (nearest.isEmpty() || scan.done()) && !Operator.isForeign(name)) {
      // "Breaking: …" is a word with a colon after it.
      scan.at = start;
      return terms.read(field);
    }
    scan.skipSpaces();
    int valueStart = scan.at;
    if (scan.done() || scan.peek() == ')') {
      valueStart = colon + 1;
    } else if (scan.peek() == '(') {
      if (tooDeep(start, depth)) {
        scan.at++;
        skipGroup();
      } else {
        group(field, depth + 1);
      }
    } else if (scan.peek() == '[' && scan.text.indexOf(']', scan.at) > 0) {
      // The corners of a place on earth, with spaces between.
      scan.at = scan.text.indexOf(']', scan.at) + 1;
    } else {
      terms.skip();
    }
    if (Operator.isForeign(name)) {
      scan.problem(
          new QueryProblem.NotInArchive(
              scan.span(start, scan.at),
              name.toLowerCase(Locale.ROOT),
              scan.leaveOut(start, scan.at)));
      return null;
    }
    var mend =
        nearest.isPresent()
            ? scan.replace(start, valueStart, nearest.get() + ":")
            : scan.replace(start, colon + 1, name + " ");
    scan.problem(new QueryProblem.UnknownOperator(span, name, nearest, mend));
    return null;
  }

  private boolean and(int start) {
    return keyword(start, "AND") || scan.text.startsWith("&&", start);
  }

  private void skipAnd(boolean nothingBefore) {
    int start = scan.at;
    int length = scan.peek() == '&' ? 2 : 3;
    scan.at += length;
    int end = scan.at;
    scan.skipSpaces();
    if (nothingBefore
        || scan.done()
        || scan.peek() == ')'
        || scan.peek() == '|'
        || keyword(scan.at, "OR")
        || and(scan.at)) {
      scan.hint(new QueryHint.IdleOperator(scan.span(start, end), "AND"));
    }
  }

  private int orLength(int start) {
    return scan.charAt(start) == 'O' || scan.charAt(start + 1) == '|' ? 2 : 1;
  }

  private void skipOr() {
    scan.at += orLength(scan.at);
  }

  /// Whether a word in upper case stands here by itself.
  private boolean keyword(int start, String word) {
    return scan.text.startsWith(word, start)
        && (start + word.length() >= scan.text.length()
            || QueryChars.endsWord(scan.text.charAt(start + word.length())));
  }
}
