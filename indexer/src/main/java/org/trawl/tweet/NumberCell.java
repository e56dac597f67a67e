package org.trawl.tweet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.regex.Pattern;

/// A cell with a whole number, an id or a count, as programs write one: `12`, `12.0`, `1e+05`,
/// `1,234,567`, `="12"`, `'12`, `NumberLong("12")`.
sealed interface NumberCell {
  /// Every digit of it is there.
  record Whole(long value) implements NumberCell {}

  /// Its last digits are lost: `1.19e+18`.
  record Rounded(BigDecimal value, int digits) implements NumberCell {
    /// Whether this is what rounding made of a number.
    boolean mayBe(long number) {
      return new BigDecimal(number).round(new MathContext(digits)).compareTo(value) == 0
          || new BigDecimal((double) number).round(new MathContext(digits)).compareTo(value) == 0;
    }
  }

  /// It says that there is none.
  record None() implements NumberCell {}

  /// It is something else.
  record Other() implements NumberCell {}

  NumberCell NONE = new None();
  NumberCell OTHER = new Other();

  /// The highest power of ten at which a number in that notation is whole.
  int MOST_EXACT = 10;

  Pattern GROUPS = Pattern.compile("[1-9]\\d{0,2}(?:([,.'’ \\u00A0\\u202F])\\d{3})(?:\\1\\d{3})*");
  Pattern DECIMAL = Pattern.compile("(\\d+)[.,]0*");
  Pattern FLOAT = Pattern.compile("(\\d+)(?:[.,](\\d+))?[eE]\\+?(\\d{1,3})");
  Pattern WRAPPED =
      Pattern.compile(
          "=?\"+(.*?)\"+|'(.*?)'?|NumberLong\\(\"?(\\d+)\"?\\)|\\{\\s*\"\\$numberLong\"\\s*:\\s*\"(\\d+)\"\\s*\\}"
              + "|\\{\\s*\"\\$numberInt\"\\s*:\\s*\"(\\d+)\"\\s*\\}|b'(\\d+)'|(\\d+)[lL]");

  static NumberCell of(String cell) {
    var length = cell.length();
    if (length == 0) {
      return NONE;
    }
    if (length <= 18) {
      var value = 0L;
      var at = 0;
      while (at < length && cell.charAt(at) >= '0' && cell.charAt(at) <= '9') {
        value = value * 10 + cell.charAt(at++) - '0';
      }
      if (at == length) {
        return new Whole(value);
      }
    }
    return other(bare(cell));
  }

  private static NumberCell other(String text) {
    if (Nothing.is(text) || text.equals("-1") || text.equals("-1.0")) {
      return NONE;
    }
    if (digits(text)) {
      return whole(text);
    }
    if (GROUPS.matcher(text).matches()) {
      // `5.000` is five to some programs and five thousand to others.
      return text.matches("\\d+\\.000") ? OTHER : whole(text.replaceAll("\\D", ""));
    }
    var decimal = DECIMAL.matcher(text);
    if (decimal.matches()) {
      return whole(decimal.group(1));
    }
    var written = FLOAT.matcher(text);
    if (!written.matches()) {
      return OTHER;
    }
    var fraction = Optional.ofNullable(written.group(2)).orElse("");
    var shown = written.group(1) + fraction;
    var exponent = Integer.parseInt(written.group(3));
    if (exponent > 30 || shown.length() > 40) {
      return OTHER;
    }
    var value = new BigDecimal(written.group(1) + "." + fraction + "0").scaleByPowerOfTen(exponent);
    // R writes 100000 as 1e+05. Spreadsheets, which round, do so from twelve digits on.
    if ((fraction.length() >= exponent || exponent <= MOST_EXACT)
        && value.stripTrailingZeros().scale() <= 0) {
      return whole(value.toBigInteger().toString());
    }
    var significant = shown.replaceFirst("^0+", "").length();
    return significant == 0 ? new Whole(0) : new Rounded(value, significant);
  }

  private static NumberCell whole(String digits) {
    try {
      return new Whole(Long.parseLong(digits));
    } catch (NumberFormatException e) {
      return OTHER;
    }
  }

  /// A cell without the signs that keep a spreadsheet from reading it as a number.
  static String bare(String cell) {
    var text = stripped(cell);
    var wrapped = WRAPPED.matcher(text);
    if (!wrapped.matches()) {
      return text;
    }
    for (var group = 1; group <= wrapped.groupCount(); group++) {
      if (wrapped.group(group) != null) {
        return stripped(wrapped.group(group));
      }
    }
    return text;
  }

  /// Without spaces of any kind and marks of no width around it.
  static String stripped(String cell) {
    var from = 0;
    var to = cell.length();
    while (from < to && isSpace(cell.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(cell.charAt(to - 1))) {
      to--;
    }
    return cell.substring(from, to);
  }

  private static boolean isSpace(char c) {
    return c <= ' '
        || c == '\u00A0'
        || c == '\u202F'
        || (c >= '\u2000' && c <= '\u200F')
        || c == '\uFEFF'
        || c == '\u2060'
        || c == '\u3000';
  }

  private static boolean digits(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
