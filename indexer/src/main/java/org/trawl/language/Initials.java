package org.trawl.language;

/// Where abbreviations of single letters with dots begin and end in a text: `U.S.A.`, `т.е.`, `J.
/// K.`. Letters stand side by side or with one blank after each dot, not now so and now so.
final class Initials {
  private Initials() {}

  /// The place after the abbreviation that begins at a letter, its last dot included; `at` when
  /// none does.
  static int end(char[] text, int at, int length) {
    int letter = letterEnd(text, at, length);
    if (letter == at || letter >= length || text[letter] != '.') {
      return at;
    }
    int next = letter + 1;
    boolean spaced = next < length && isBlank(text[next]);
    int end = at;
    while (next < length) {
      int begin = spaced ? next + 1 : next;
      int after = !spaced || isBlank(text[next]) ? letterEnd(text, begin, length) : begin;
      if (after == begin) {
        break;
      }
      boolean dot = after < length && text[after] == '.';
      if (dot && !(spaced && isWord(text[after + 1]))) {
        next = after + 1;
        end = next;
      } else {
        // The last letter may go without its dot, if it is no word's first.
        return dot || spaced || isWord(text[after]) ? end : after;
      }
    }
    return end;
  }

  /// The letters with a dot between each two: how an abbreviation is written without its accidents.
  static String plain(String spelling) {
    StringBuilder plain = new StringBuilder(spelling.length());
    for (int i = 0; i < spelling.length(); i++) {
      if (!isBlank(spelling.charAt(i))) {
        plain.append(spelling.charAt(i));
      }
    }
    if (plain.charAt(plain.length() - 1) == '.') {
      plain.setLength(plain.length() - 1);
    }
    return plain.toString();
  }

  /// After one letter with its marks.
  private static int letterEnd(char[] text, int at, int length) {
    if (at >= length || Letters.classOf(text[at]) != Letters.LETTER) {
      return at;
    }
    int end = at + 1;
    while (end < length && Letters.classOf(text[end]) == Letters.MARK) {
      end++;
    }
    return end;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\u00A0' || c == '\u2009' || c == '\u202F';
  }

  private static boolean isWord(char c) {
    return switch (Letters.classOf(c)) {
      case Letters.GAP, Letters.PICTURE, Letters.APOSTROPHE -> false;
      default -> true;
    };
  }
}
