package org.trawl.query;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trawl.query.TextPattern.Precision;

/// Reads what stands between quotes: words, patterns and bracketed alternatives of them.
final class PhraseReader {
  private static final int MAX_DEPTH = 8;

  private final Scan scan;
  private Map<Integer, Integer> closings = Map.of();

  PhraseReader(Scan scan) {
    this.scan = scan;
  }

  /// The patterns between two quotes, in order.
  List<TextPattern> read(int start, int end, Precision precision) {
    closings = closings(start, end);
    return slots(start, end, precision, 0);
  }

  /// Patterns that follow each other, as one.
  static TextPattern phrase(List<TextPattern> slots) {
    return slots.size() == 1 ? slots.getFirst() : new TextPattern.Phrase(slots);
  }

  /// Patterns that stand near each other, as one.
  static TextPattern near(List<TextPattern> slots, int distance) {
    var operands = slots.stream().filter(slot -> !(slot instanceof TextPattern.AnyWord)).toList();
    return operands.size() == 1 ? operands.getFirst() : new TextPattern.Near(operands, distance);
  }

  /// Each bracket that is closed, with the index of its closing one.
  private Map<Integer, Integer> closings(int start, int end) {
    var found = new HashMap<Integer, Integer>();
    var open = new ArrayDeque<Integer>();
    for (int i = start; i < end; i++) {
      char sign = scan.text.charAt(i);
      if (sign == '\\') {
        i++;
      } else if (sign == '(') {
        open.push(i);
      } else if (sign == ')' && !open.isEmpty()) {
        found.put(open.pop(), i);
      }
    }
    return found;
  }

  private List<TextPattern> slots(int start, int end, Precision precision, int depth) {
    var slots = new ArrayList<TextPattern>();
    int at = start;
    while (at < end) {
      char sign = scan.text.charAt(at);
      if (sign == '(' && depth < MAX_DEPTH && closings.containsKey(at)) {
        int close = closings.get(at);
        slots.addAll(bracket(at, close, precision, depth));
        at = close + 1;
      } else if (QueryChars.endsWord(sign)) {
        at++;
      } else {
        int regex = sign == '/' ? regexEnd(at, end) : 0;
        int number = WordSignReader.groupedEnd(scan.text, at, end);
        int wordEnd =
            regex > 0 ? regex + 1 : Math.min(scan.wordEnd(number > at ? number - 1 : at), end);
        var slot = regex > 0 ? regex(scan, at, regex) : slot(at, wordEnd, depth, precision);
        if (slot != null && scan.count(at)) {
          slots.add(scan.mark(slot, at, wordEnd));
        }
        at = wordEnd;
      }
    }
    return trimmed(slots);
  }

  private static List<TextPattern> trimmed(List<TextPattern> slots) {
    int from = 0;
    while (from < slots.size() && slots.get(from) instanceof TextPattern.AnyWord) {
      from++;
    }
    int to = slots.size();
    while (to > from && slots.get(to - 1) instanceof TextPattern.AnyWord) {
      to--;
    }
    return slots.subList(from, to);
  }

  /// What stands in a bracket inside quotes: one slot of alternatives, or its words if there are
  /// none to choose from.
  private List<TextPattern> bracket(int open, int close, Precision precision, int depth) {
    var patterns = new ArrayList<TextPattern>();
    int from = open + 1;
    int at = from;
    boolean several = false;
    while (at <= close) {
      int or = at == close ? 0 : or(at, from, close);
      if (at == close || or > 0) {
        several |= or > 0;
        var slots = slots(from, at, precision, depth + 1);
        if (!several) {
          return slots;
        }
        if (!slots.isEmpty()) {
          add(patterns, scan.mark(phrase(slots), from, at));
        }
        from = at + Math.max(or, 1);
        at = from;
      } else if (scan.text.charAt(at) == '(' && closings.containsKey(at)) {
        at = closings.get(at) + 1;
      } else {
        at += scan.text.charAt(at) == '\\' ? 2 : 1;
      }
    }
    return switch (patterns.size()) {
      case 0 -> List.of();
      case 1 -> patterns.getFirst() instanceof TextPattern.Phrase(var slots) ? slots : patterns;
      default -> {
        var alternatives = new TextPattern.Alternatives(patterns);
        yield List.of(scan.mark(alternatives, open, close + 1));
      }
    };
  }

  private static void add(List<TextPattern> patterns, TextPattern pattern) {
    if (pattern instanceof TextPattern.Alternatives(var inner)) {
      patterns.addAll(inner);
    } else {
      patterns.add(pattern);
    }
  }

  /// The length of the `|`, `||` or `OR` that stands here, or 0.
  private int or(int at, int from, int close) {
    if (scan.text.charAt(at) == '|') {
      return scan.charAt(at + 1) == '|' ? 2 : 1;
    }
    boolean word =
        scan.text.startsWith("OR ", at)
            && at + 2 < close
            && at > from
            && scan.text.charAt(at - 1) == ' ';
    return word ? 2 : 0;
  }

  private int regexEnd(int start, int end) {
    int at = start + 1;
    while (at < end && scan.text.charAt(at) != '/' && scan.text.charAt(at) != ' ') {
      at += scan.text.charAt(at) == '\\' ? 2 : 1;
    }
    boolean closed = at < end && at > start + 1 && scan.text.charAt(at) == '/';
    boolean last = closed && (at + 1 == end || QueryChars.endsWord(scan.text.charAt(at + 1)));
    return last ? at : 0;
  }

  private @Nullable TextPattern slot(int start, int wordEnd, int depth, Precision precision) {
    int to = wordEnd;
    // At the end of a quoted word, "?" ends a sentence more often than it stands for a letter;
    // a bracket around the word keeps it a wildcard.
    boolean bracketed = depth > 0 && "|)".indexOf(scan.charAt(to)) >= 0;
    while (!bracketed
        && to > start
        && scan.text.charAt(to - 1) == '?'
        && !QueryChars.isEscaped(scan.text, start, to - 1)) {
      to--;
    }
    var trimmed = QueryChars.trimmed(scan.text, start, to);
    var raw = WordSignReader.grouped(trimmed.of(scan.text));
    if (raw.equals("*")) {
      return new TextPattern.AnyWord();
    }
    return pattern(scan, raw, trimmed.offset(), precision);
  }

  /// A regular expression between two slashes; null if it cannot be read, which is a problem.
  static @Nullable TextPattern regex(Scan scan, int open, int close) {
    var found = RegexSyntax.unanchored(scan.text.substring(open + 1, close));
    if (RegexSyntax.asksForSpace(found)) {
      spacedRegex(scan, open, close);
      return null;
    }
    var fault = RegexSyntax.check(found);
    if (fault.isEmpty()) {
      return new TextPattern.Regex(QueryChars.composed(found));
    }
    var quoted =
        "\""
            + scan.text
                .substring(open + 1, close)
                .replaceAll("[\\\\\"*?~()|^$\\[\\]{}+]", " ")
                .strip()
            + "\"";
    scan.problem(
        new QueryProblem.BadRegex(
            scan.span(open, close + 1), found, fault.get(), scan.replace(open, close + 1, quoted)));
    return null;
  }

  /// A regular expression with a space in it, which no word has: its mend are several in a row.
  static void spacedRegex(Scan scan, int open, int close) {
    var found = RegexSyntax.unanchored(scan.text.substring(open + 1, close));
    var words = new ArrayList<String>();
    for (var part : found.split("\\\\s[*+?]?| +")) {
      if (part.matches("\\.[*+]")) {
        words.add("*");
      } else if (!part.isEmpty()) {
        boolean read = RegexSyntax.check(part).isEmpty() && part.indexOf('"') < 0;
        words.add(read ? asWord(part) : part.replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ").strip());
      }
    }
    scan.problem(
        new QueryProblem.BadRegex(
            scan.span(open, close + 1),
            found,
            RegexSyntax.Fault.SPACE,
            scan.replace(open, close + 1, "\"" + String.join(" ", words).strip() + "\"")));
  }

  private static String asWord(String part) {
    return part.matches("[\\p{L}\\p{M}\\p{N}]+") ? part : "/" + part + "/";
  }

  /// The pattern of one raw word; null if nothing in it can be searched.
  static @Nullable TextPattern pattern(Scan scan, String raw, int start, Precision precision) {
    int tilde = QueryChars.indexOf(raw, "~");
    if (tilde < raw.length() && raw.substring(tilde + 1).matches("[0-9.]*") && tilde > 0) {
      var text = QueryChars.plain(raw.substring(0, tilde));
      if (!QueryChars.isSearchable(text)) {
        return null;
      }
      int edits = edits(scan, raw.substring(tilde + 1), start + tilde + 1);
      if (edits > 0) {
        return new TextPattern.Fuzzy(text, edits);
      }
      // Not a letter may differ; between the quotes of ="..." not its case either.
      boolean exact = precision == Precision.EXACT;
      return new TextPattern.Word(text, exact ? Precision.EXACT : Precision.FOLDED);
    }
    if (QueryChars.hasWildcard(raw)) {
      return QueryChars.isSearchable(raw)
          ? new TextPattern.Wildcard(QueryChars.wildcard(raw))
          : null;
    }
    var text = QueryChars.plain(raw);
    return QueryChars.isSearchable(text) ? new TextPattern.Word(text, precision) : null;
  }

  /// The letters that may differ; a number that can't be that is a problem and stands for two.
  private static int edits(Scan scan, String digits, int start) {
    if (digits.isEmpty()) {
      return TextPattern.Fuzzy.MAX_EDITS;
    }
    if (digits.equals("0") || digits.equals("1") || digits.equals("2")) {
      return digits.charAt(0) - '0';
    }
    int end = start + digits.length();
    scan.problem(
        new QueryProblem.BadEdits(scan.span(start, end), digits, scan.replace(start, end, "2")));
    return TextPattern.Fuzzy.MAX_EDITS;
  }
}
