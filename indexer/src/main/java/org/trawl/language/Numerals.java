package org.trawl.language;

/// Numbers with signs inside: where they end in a text, and one spelling for each.
///
/// Thousands are parted by a comma (`1,000`), a dot (`1.000.000`), an apostrophe (`1'000`) or one
/// blank of any kind (`1 000`), three digits each, or as in India (`10,00,000`). One dot before
/// three digits stays a dot: `1.618` is as likely as a thousand. A comma before other than three
/// digits is a decimal point. What has several dots is a version, a date or an address and stays as
/// it is; numbers with commas that are neither are a list.
final class Numerals {
  private static final char NONE = 0;

  private Numerals() {}

  /// The place after the number that begins at a digit.
  static int end(char[] text, int at, int length) {
    int first = digits(text, at, length);
    if (at > 1 && separator(text[at - 1]) == ',' && isDigit(text[at - 2])) {
      return first; // one of a list
    }
    int grouped = grouped(text, at, first, length);
    if (grouped > first) {
      return fraction(text, grouped, separator(text[first]), length);
    }
    if (isDot(charAt(text, first, length))) {
      return dotted(text, first, length);
    }
    return decimalComma(text, at, first, length);
  }

  /// A number without the signs that part its thousands, and with a dot for its decimal comma.
  static String plain(String word) {
    char[] text = word.toCharArray();
    if (text.length == 0 || Letters.classOf(text[0]) != Letters.DIGIT) {
      return word;
    }
    int first = digits(text, 0, text.length);
    int grouped = grouped(text, 0, first, text.length);
    int end = end(text, 0, text.length);
    if (end == first) {
      return word;
    }
    StringBuilder plain = new StringBuilder(word.length());
    for (int i = 0; i < end; i++) {
      if (Letters.classOf(text[i]) == Letters.DIGIT) {
        plain.append(text[i]);
      } else if (i >= grouped) {
        plain.append('.');
      }
    }
    return plain.append(word, end, word.length()).toString();
  }

  private static int digits(char[] text, int at, int length) {
    int end = at;
    while (end < length && Letters.classOf(text[end]) == Letters.DIGIT) {
      end++;
    }
    return end;
  }

  private static char charAt(char[] text, int at, int length) {
    return at < length ? text[at] : ' ';
  }

  /// The place after groups of thousands; `first` if there are none.
  private static int grouped(char[] text, int at, int first, int length) {
    char sign = separator(charAt(text, first, length));
    if (sign == NONE || first - at > 3 || (zero(text[at]) && first - at > 0)) {
      return first;
    }
    if (sign == ' ' && at > 1 && isDigit(text[at - 2]) && separator(text[at - 1]) == ' ') {
      return first;
    }
    int end = first;
    int groups = 0;
    int short2 = 0;
    while (separator(charAt(text, end, length)) == sign) {
      int next = digits(text, end + 1, length);
      int size = next - end - 1;
      boolean indian = sign == ',' && size == 2 && groups == short2 && first - at <= 2;
      if (size != 3 && !indian) {
        // "8 800 555 35 35" and "1,200,5" are no thousands.
        return size == 0 ? whole(first, end, groups, short2, sign) : first;
      }
      short2 += size == 2 ? 1 : 0;
      groups++;
      end = next;
      if (size == 3 && short2 > 0) {
        break;
      }
    }
    if (end == first || lastGroup(text, end) != 3) {
      return first;
    }
    return isOneDot(text, first, end, groups, sign, length) ? first : end;
  }

  private static int whole(int first, int end, int groups, int short2, char sign) {
    return groups > short2 && !(sign == '.' && groups == 1) ? end : first;
  }

  private static int lastGroup(char[] text, int end) {
    int at = end;
    while (at > 0 && isDigit(text[at - 1])) {
      at--;
    }
    return end - at;
  }

  /// `1.618`, but not `1.000,50`.
  private static boolean isOneDot(
      char[] text, int first, int end, int groups, char sign, int length) {
    return sign == '.'
        && groups == 1
        && !(separator(charAt(text, end, length)) == ','
            && isDigit(charAt(text, end + 1, length))
            && first < end);
  }

  /// After the decimal point of a number with thousands, if it has one.
  private static int fraction(char[] text, int at, char thousands, int length) {
    char sign = charAt(text, at, length);
    boolean point = thousands == ',' ? isDot(sign) : separator(sign) == ',' || isDot(sign);
    int end = digits(text, at + 1, length);
    boolean more = end < length && separator(text[end]) != NONE && separator(text[end]) != ' ';
    return point && end > at + 1 && !(more && isDigit(charAt(text, end + 1, length))) ? end : at;
  }

  private static int dotted(char[] text, int first, int length) {
    int end = first;
    while (end < length && isDot(text[end]) && isDigit(charAt(text, end + 1, length))) {
      end = digits(text, end + 1, length);
    }
    return end;
  }

  private static int decimalComma(char[] text, int at, int first, int length) {
    if (separator(charAt(text, first, length)) != ',') {
      return first;
    }
    int end = digits(text, first + 1, length);
    int decimals = end - first - 1;
    boolean list =
        separator(charAt(text, end, length)) == ',' && isDigit(charAt(text, end + 1, length));
    boolean years = first - at > 3 && decimals > 2;
    return decimals == 0 || list || years ? first : end;
  }

  private static boolean isDot(char c) {
    return c == '.' || c == '．' || c == '٫';
  }

  private static boolean isDigit(char c) {
    return Letters.classOf(c) == Letters.DIGIT;
  }

  private static boolean zero(char c) {
    return Character.digit(c, 10) == 0;
  }

  /// What may part thousands, all signs of a kind as one; [#NONE] for others.
  private static char separator(char c) {
    return switch (c) {
      case ',', '，', '٬', '،' -> ',';
      case '.', '．' -> '.';
      case ' ', '\u00A0', '\u2007', '\u2009', '\u202F' -> ' ';
      default -> Letters.classOf(c) == Letters.APOSTROPHE ? '\'' : NONE;
    };
  }
}
