package org.trawl.language;

/// Signs that belong to a word or a number: `$5`, `50 %`, `№ 5`, `C++`, `C#`, `18+`, `9/11`.
///
/// The word is found without its sign too; with it, as one more term at the same position.
final class WordSigns {
  private WordSigns() {}

  /// Where a word's sign before it stands; `at` where it has none.
  static int before(char[] text, int at) {
    if (at == 0 || Letters.classOf(text[at]) != Letters.DIGIT) {
      return at;
    }
    if (isPrefix(text[at - 1]) || Hash.isOne(text[at - 1])) {
      return at - 1;
    }
    boolean apart = at > 1 && isBlank(text[at - 1]) && isPrefix(text[at - 2]);
    return apart ? at - 2 : at;
  }

  /// Where a word's sign after it ends; `end` where it has none.
  static int after(char[] text, int start, int end, int length) {
    if (end >= length) {
      return end;
    }
    boolean number = Letters.classOf(text[end - 1]) == Letters.DIGIT;
    if (number && isSuffix(text[end])) {
      return end + 1;
    }
    if (number && isBlank(text[end]) && end + 1 < length && isSpacedSuffix(text, end + 1, length)) {
      return end + 2;
    }
    int plus = end;
    while (plus < length && plus < end + 2 && isPlus(text[plus])) {
      plus++;
    }
    if (plus > end) {
      return plus < length && (isWord(text[plus]) || isPlus(text[plus])) ? end : plus;
    }
    boolean sharp = end - start == 1 && !number && Hash.isOne(text[end]);
    return sharp && !(end + 1 < length && isWord(text[end + 1])) ? end + 1 : end;
  }

  /// Where numbers with `/` or `:` between them end, such as `9/11`; `end` if there is but one.
  static int ratio(char[] text, int start, int end, int length) {
    boolean inside = start > 1 && isBetween(text[start - 1]) && isDigit(text[start - 2]);
    if (inside || Letters.classOf(text[start]) != Letters.DIGIT) {
      return end;
    }
    int last = end;
    while (last + 1 < length
        && isBetween(text[last])
        && text[last] == text[end]
        && isDigit(text[last - 1])
        && isDigit(text[last + 1])) {
      last = Numerals.end(text, last + 1, length);
    }
    return last < length && isWord(text[last]) ? end : last;
  }

  /// A word with its sign as everyone writes it: no blank, wide signs narrow, a currency in front.
  static String plain(String spelling) {
    StringBuilder plain = new StringBuilder(spelling.length());
    for (int i = 0; i < spelling.length(); i++) {
      char c = spelling.charAt(i);
      if (!isBlank(c)) {
        plain.append(narrow(c));
      }
    }
    int last = plain.length() - 1;
    if (last > 0 && Character.getType(plain.charAt(last)) == Character.CURRENCY_SYMBOL) {
      plain.insert(0, plain.charAt(last)).setLength(last + 1);
    }
    return plain.toString();
  }

  private static boolean isBetween(char c) {
    return c == '/' || c == ':';
  }

  private static char narrow(char c) {
    return switch (c) {
      case '％', '﹪', '٪' -> '%';
      case '＄', '﹩' -> '$';
      case '￡' -> '£';
      case '￥' -> '¥';
      case '￦' -> '₩';
      case '＃' -> '#';
      case '＋', '﹢' -> '+';
      default -> c;
    };
  }

  private static boolean isPrefix(char c) {
    return c == '№' || c == '§' || Character.getType(c) == Character.CURRENCY_SYMBOL;
  }

  private static boolean isSuffix(char c) {
    return isPercent(c) || c == '°' || Character.getType(c) == Character.CURRENCY_SYMBOL;
  }

  /// `50 %` and `5 €`, but not the `$` of `5 $10`.
  private static boolean isSpacedSuffix(char[] text, int at, int length) {
    boolean next = at + 1 < length && isDigit(text[at + 1]);
    return isPercent(text[at])
        || (!next && Character.getType(text[at]) == Character.CURRENCY_SYMBOL);
  }

  private static boolean isPercent(char c) {
    return c == '%' || c == '％' || c == '﹪' || c == '٪' || c == '‰';
  }

  private static boolean isPlus(char c) {
    return c == '+' || c == '＋' || c == '﹢';
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\u00A0' || c == '\u2009' || c == '\u202F';
  }

  private static boolean isDigit(char c) {
    return Letters.classOf(c) == Letters.DIGIT;
  }

  private static boolean isWord(char c) {
    return switch (Letters.classOf(c)) {
      case Letters.GAP, Letters.PICTURE, Letters.APOSTROPHE, Letters.INVISIBLE -> false;
      default -> true;
    };
  }

  /// The sign of numbers and of notes.
  private static final class Hash {
    static boolean isOne(char c) {
      return c == '#' || c == '＃';
    }
  }
}
