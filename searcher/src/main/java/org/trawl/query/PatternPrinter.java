package org.trawl.query;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.trawl.query.TextPattern.Alternatives;
import org.trawl.query.TextPattern.AnyWord;
import org.trawl.query.TextPattern.Fuzzy;
import org.trawl.query.TextPattern.Near;
import org.trawl.query.TextPattern.Phrase;
import org.trawl.query.TextPattern.Precision;
import org.trawl.query.TextPattern.Regex;
import org.trawl.query.TextPattern.Wildcard;
import org.trawl.query.TextPattern.Word;

/// Writes words and patterns as they are typed.
final class PatternPrinter {
  private static final String SPECIAL = "\\\"()|*?~^: ";

  private PatternPrinter() {}

  /// A pattern as it stands in a query, outside quotes.
  static String print(TextPattern pattern) {
    return switch (pattern) {
      case Word(var text, var precision) ->
          switch (precision) {
            case FORMS -> escaped(text);
            case FOLDED -> '"' + escaped(text) + '"';
            case EXACT -> '=' + escaped(text);
          };
      case Wildcard(var wildcard) -> escapedWildcard(wildcard);
      case Fuzzy(var text, int edits) -> escaped(text) + "~" + edits;
      case Regex(var regex) -> '/' + regex + '/';
      case AnyWord() -> "*";
      case Phrase(var slots) -> (isExact(pattern) ? "=" : "") + quoted(slots);
      case Near(var operands, int distance) -> near(operands, distance);
      case Alternatives(var patterns) ->
          patterns.stream()
              .map(PatternPrinter::print)
              .collect(Collectors.joining(" OR ", "(", ")"));
    };
  }

  private static String near(List<TextPattern> operands, int distance) {
    boolean exact = operands.stream().allMatch(PatternPrinter::isExact);
    var precision = exact ? Precision.EXACT : Precision.FOLDED;
    if (operands.stream().allMatch(operand -> isQuotable(operand, precision, false))) {
      return (exact ? "=" : "") + quoted(operands) + "~" + distance;
    }
    return operands.stream()
        .map(operand -> operand instanceof Near ? "(" + print(operand) + ")" : print(operand))
        .collect(Collectors.joining(" NEAR/" + distance + " "));
  }

  /// Whether a pattern can stand between quotes with words of this precision. A phrase can only as
  /// an alternative: else its words would be some of the quote's.
  private static boolean isQuotable(TextPattern pattern, Precision precision, boolean alternative) {
    return switch (pattern) {
      case Word(_, var own) -> own == precision;
      // Alone between quotes, stars are a gap, and a quote ends the phrase.
      case Wildcard(var wildcard) -> !wildcard.chars().allMatch(sign -> sign == '*');
      case Regex(var regex) -> regex.indexOf('"') < 0;
      case Fuzzy _ -> true;
      case Phrase(var slots) ->
          alternative && slots.stream().allMatch(slot -> isQuotable(slot, precision, false));
      case Alternatives(var patterns) ->
          patterns.stream().allMatch(each -> isQuotable(each, precision, true));
      case AnyWord _ -> true;
      case Near _ -> false;
    };
  }

  private static boolean isExact(TextPattern pattern) {
    return switch (pattern) {
      case Word(_, var precision) -> precision == Precision.EXACT;
      case Phrase(var slots) -> slots.stream().anyMatch(PatternPrinter::isExact);
      case Alternatives(var patterns) -> patterns.stream().anyMatch(PatternPrinter::isExact);
      case Wildcard _, Fuzzy _, Regex _, AnyWord _, Near _ -> false;
    };
  }

  private static String quoted(List<TextPattern> slots) {
    return slots.stream().map(PatternPrinter::slot).collect(Collectors.joining(" ", "\"", "\""));
  }

  private static String slot(TextPattern pattern) {
    return switch (pattern) {
      case Word(var text, _) -> escaped(text);
      case Wildcard(var wildcard) -> {
        var printed = escapedWildcard(wildcard);
        yield printed.endsWith("?") ? "(" + printed + ")" : printed;
      }
      case Phrase(var slots) ->
          slots.stream().map(PatternPrinter::slot).collect(Collectors.joining(" "));
      case Alternatives(var patterns) ->
          patterns.stream().map(PatternPrinter::slot).collect(Collectors.joining("|", "(", ")"));
      case Fuzzy _, Regex _, AnyWord _ -> print(pattern);
      case Near _ -> throw new IllegalArgumentException("no part of a phrase: " + pattern);
    };
  }

  private static String escapedWildcard(String wildcard) {
    var escaped = new StringBuilder();
    // The pattern's own escapes stay; what else is special gets one.
    int at = 0;
    while (at < wildcard.length()) {
      int next = wildcard.charAt(at) == '\\' ? Math.min(at + 2, wildcard.length()) : at + 1;
      var part = wildcard.substring(at, next);
      boolean special =
          (part.length() == 1 && SPECIAL.replace("*", "").replace("?", "").contains(part))
              || wildcard.startsWith("&&", at)
              || isSecondQuote(wildcard, at);
      escaped.append(special ? "\\" + part : part);
      at = next;
    }
    return atEdges(wildcard, escaped.toString());
  }

  /// A word with `\` before every sign that would be read as more than itself.
  private static String escaped(String text) {
    var escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (SPECIAL.indexOf(text.charAt(i)) >= 0
          || text.startsWith("&&", i)
          || isSecondQuote(text, i)) {
        escaped.append('\\');
      }
      escaped.append(text.charAt(i));
    }
    return atEdges(text, escaped.toString());
  }

  /// A text that stands between quotes as it is.
  static String escapedInQuotes(String text) {
    var escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (sign == '\\' || sign == '"' || isSecondQuote(text, i)) {
        escaped.append('\\');
      }
      escaped.append(sign);
    }
    return escaped.toString();
  }

  private static boolean isSecondQuote(String text, int at) {
    return at > 0
        && TypedText.isSingleQuote(text.charAt(at))
        && TypedText.isSingleQuote(text.charAt(at - 1));
  }

  private static String atEdges(String text, String escaped) {
    var result = escaped;
    char last = result.charAt(result.length() - 1);
    if (result.length() > 1
        && needsEscape(last)
        && !QueryChars.isEscaped(result, 0, result.length() - 1)) {
      result = result.substring(0, result.length() - 1) + "\\" + last;
    }
    char first = result.charAt(0);
    var narrow = TypedText.narrow(text);
    boolean word =
        narrow.equals("AND")
            || narrow.equals("OR")
            || narrow.equals("NOT")
            || narrow.toUpperCase(Locale.ROOT).startsWith("NEAR/")
            || text.toLowerCase(Locale.ROOT).startsWith("www.")
            || text.toLowerCase(Locale.ROOT).startsWith("t.co/");
    return first != '\\' && (word || needsEscape(first)) ? "\\" + result : result;
  }

  /// Punctuation at a word's edge is dropped, or read as an operator's sign.
  private static boolean needsEscape(char sign) {
    if (sign == '*' || sign == '?' || sign == '_') {
      return false;
    }
    return sign < 0x80
        ? !Character.isLetterOrDigit(sign)
        : QueryChars.isEdge(sign) || QueryChars.isDash(sign);
  }
}
