package org.trawl.query;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads the value of an operator: one, or a list in brackets.
final class ValueReader {
  /// A range that nothing closes.
  private static final Pattern OPEN_RANGE =
      Pattern.compile("[\\[{] *[^ ()\"|]+ +TO( +[^ ()\"|]+)?(?=[ ()\"|]|$)");

  private final Scan scan;

  ValueReader(Scan scan) {
    this.scan = scan;
  }

  /// A value as typed, quotes and escapes resolved.
  ///
  /// @param start where it begins in the cleaned text
  /// @param end where it ends there
  /// @param cut whether `…` stands behind it, as behind the short labels of hashed accounts
  record Value(String text, int start, int end, boolean quoted, boolean cut) {
    Value(String text, int start, int end, boolean quoted) {
      this(text, start, end, quoted, false);
    }
  }

  /// How values of an operator end when nothing quotes them.
  enum Style {
    /// Names: a comma ends one too.
    NAME,
    /// Free text: commas are part of it.
    TEXT,
    /// Links: so are brackets in pairs, and bars.
    LINK,
    /// Numbers and dates: so are ranges in square and curly brackets.
    RANGE,
    /// Ids: ranges too, and a comma ends one.
    ID
  }

  List<Value> read(Operator operator, Style style) {
    var values = new ArrayList<Value>();
    if (scan.peek() == '(') {
      list(operator, style, values);
    } else {
      single(style, values);
      // "from:a,b": what follows a comma without a space is one more.
      while ((style == Style.NAME || style == Style.ID) && scan.peek() == ',') {
        scan.at++;
        single(style, values);
      }
    }
    return values;
  }

  private void single(Style style, List<Value> values) {
    int start = scan.at;
    if (scan.peek() == '"') {
      int close = scan.quoteEnd(start);
      scan.at = Math.min(close + 1, scan.text.length());
      add(
          values,
          QueryChars.plain(scan.text.substring(start + 1, close)),
          start,
          scan.at,
          true,
          false);
      return;
    }
    scan.at = end(style, start);
    var trimmed = trimmed(start, scan.at, style);
    boolean cut = trimmed.end() < scan.at && scan.text.charAt(trimmed.end()) == '\u2026';
    add(
        values,
        QueryChars.plain(trimmed.of(scan.text)),
        trimmed.offset(),
        trimmed.end(),
        false,
        cut);
  }

  private static void add(
      List<Value> values, String text, int start, int end, boolean quoted, boolean cut) {
    if (!text.isBlank()) {
      values.add(new Value(text.strip(), start, end, quoted, cut));
    }
  }

  private int end(Style style, int start) {
    return switch (style) {
      case NAME -> nameEnd(start);
      case ID ->
          "[{<>=\u2264\u2265".indexOf(scan.charAt(start)) >= 0 ? rangeEnd(start) : nameEnd(start);
      case TEXT -> scan.wordEnd(start);
      case LINK -> linkEnd(scan.text, start);
      case RANGE -> rangeEnd(start);
    };
  }

  private int nameEnd(int start) {
    int end = start;
    while (end < scan.text.length()
        && scan.text.charAt(end) != ','
        && !QueryChars.endsWord(scan.text.charAt(end))) {
      end += scan.text.charAt(end) == '\\' ? 2 : 1;
    }
    return Math.min(end, scan.text.length());
  }

  /// Where a link that begins at an index ends: at a space, a quote, or a closing bracket that it
  /// did not open.
  static int linkEnd(String text, int start) {
    int open = 0;
    int end = start;
    while (end < text.length() && text.charAt(end) != ' ' && text.charAt(end) != '"') {
      open += text.charAt(end) == '(' ? 1 : text.charAt(end) == ')' ? -1 : 0;
      if (open < 0) {
        break;
      }
      end++;
    }
    return end;
  }

  private int rangeEnd(int start) {
    char sign = scan.charAt(start);
    if (sign == '[' || sign == '{') {
      int end = start + 1;
      while (end < scan.text.length() && "[]{}()\"|".indexOf(scan.text.charAt(end)) < 0) {
        end++;
      }
      boolean closed = scan.charAt(end) == ']' || scan.charAt(end) == '}';
      var open = OPEN_RANGE.matcher(scan.text).region(start, scan.text.length());
      return closed ? end + 1 : open.lookingAt() ? open.end() : scan.wordEnd(start);
    }
    int value = start;
    while (value < scan.text.length() && "<>=\u2264\u2265".indexOf(scan.text.charAt(value)) >= 0) {
      value++;
    }
    while (value > start && scan.charAt(value) == ' ' && value < scan.text.length()) {
      value++;
    }
    return scan.wordEnd(value);
  }

  private TextSpan trimmed(int start, int end, Style style) {
    int to = end;
    var signs = style == Style.RANGE ? ",;'\u2019\u2026!" : ",;.!:'\u2019\u2026";
    while (to > start && signs.indexOf(scan.text.charAt(to - 1)) >= 0) {
      to--;
    }
    return TextSpan.between(start, to);
  }

  private void list(Operator operator, Style style, List<Value> values) {
    int open = scan.at++;
    int depth = 1;
    boolean separated = true;
    boolean spaced = false;
    while (!scan.done() && depth > 0) {
      char sign = scan.peek();
      int start = scan.at;
      if (sign == ' ') {
        scan.at++;
      } else if (sign == '|' || sign == ',' || sign == ';') {
        scan.at++;
        separated = true;
      } else if (sign == '(' || sign == ')') {
        depth += sign == '(' ? 1 : -1;
        scan.at++;
      } else if (isWord("OR")) {
        scan.at += 2;
        separated = true;
      } else if (isWord("AND") || isWord("&&")) {
        scan.at = scan.wordEnd(start);
        separated = true;
        scan.problem(
            new QueryProblem.AndInList(
                scan.span(start, scan.at), operator, scan.replace(start, scan.at, "OR")));
      } else {
        int before = values.size();
        boolean negated =
            QueryChars.isDash(sign)
                && style != Style.RANGE
                && style != Style.ID
                && scan.charAt(start + 1) != ' ';
        single(style, values);
        scan.at = Math.max(scan.at, start + 1);
        if (values.size() == before) {
          continue;
        }
        if (negated) {
          values.removeLast();
          negated(operator, start);
        }
        if (!separated && style == Style.TEXT && values.size() > 1) {
          join(values);
        }
        spaced |= !separated && style != Style.TEXT;
        separated = false;
        if (values.size() > QueryLimits.MAX_VALUES) {
          if (values.size() == QueryLimits.MAX_VALUES + 1
              && !scan.has(QueryProblem.TooManyValues.class)) {
            scan.problem(new QueryProblem.TooManyValues(scan.span(start, scan.at), operator));
          }
          values.removeLast();
        }
      }
    }
    if (depth > 0) {
      scan.problem(
          new QueryProblem.UnclosedBracket(
              scan.span(open, open + 1), scan.closeAtEnd(Math.min(depth, 10))));
    }
    if (spaced) {
      scan.hint(new QueryHint.SpacedList(scan.span(open, scan.at), operator));
    }
    scan.countList(scan.at - open);
  }

  /// Free text in a list may have spaces: `client:(Twitter Web Client OR TweetDeck)`.
  private static void join(List<Value> values) {
    var last = values.removeLast();
    var before = values.removeLast();
    values.add(
        new Value(before.text + " " + last.text, before.start, last.end, before.quoted, last.cut));
  }

  private void negated(Operator operator, int start) {
    var found = scan.text.substring(start, scan.at);
    scan.problem(
        new QueryProblem.NegatedValue(
            scan.span(start, scan.at), operator, found, scan.replace(start, scan.at, "")));
  }

  private boolean isWord(String word) {
    int end = scan.at + word.length();
    return scan.text.startsWith(word, scan.at)
        && (end >= scan.text.length() || QueryChars.endsWord(scan.text.charAt(end)));
  }
}
