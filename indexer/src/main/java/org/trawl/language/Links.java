package org.trawl.language;

/// Where links begin and end in a text.
final class Links {
  private static final String[] STARTS = {
    "http://", "https://", "www.", "t.co/", "pic.twitter.com/"
  };

  private Links() {}

  /// Whether a link begins at a letter.
  static boolean begins(char[] text, int at, int length) {
    char c = (char) (text[at] | 0x20);
    if (c != 'h' && c != 'w' && c != 't' && c != 'p') {
      return false;
    }
    if (at > 0 && isWord(text[at - 1])) {
      return false;
    }
    for (String start : STARTS) {
      if (matches(text, at, length, start)) {
        return true;
      }
    }
    return isCut(text, at, length);
  }

  /// The place after a link: before the next space, and without the punctuation of the sentence.
  static int end(char[] text, int at, int length) {
    int end = at;
    while (end < length && isAddress(text[end])) {
      end++;
    }
    while (end > at + 1 && isPunctuation(text[end - 1])) {
      end--;
    }
    return end;
  }

  /// A retweet is cut to its first 140 characters, often inside its link: `https:/…`.
  private static boolean isCut(char[] text, int at, int length) {
    int end = at + 4;
    if (!matches(text, at, length, "http")) {
      return false;
    }
    while (end < length
        && end < at + 8
        && (text[end] == 's' || text[end] == ':' || text[end] == '/')) {
      end++;
    }
    return end < length && text[end] == '…';
  }

  private static boolean matches(char[] text, int at, int length, String start) {
    if (at + start.length() >= length) {
      return false;
    }
    for (int i = 0; i < start.length(); i++) {
      char c = text[at + i];
      if (c != start.charAt(i) && (c | 0x20) != start.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWord(char c) {
    byte kind = Letters.classOf(c);
    return kind == Letters.LETTER || kind == Letters.DIGIT || c == '@' || c == '_';
  }

  private static boolean isAddress(char c) {
    byte kind = Letters.classOf(c);
    return c > ' '
        && c != '"'
        && c != '<'
        && c != '>'
        && c != '«'
        && c != '»'
        && c != '“'
        && c != '”'
        && kind != Letters.IDEOGRAPH
        && kind != Letters.INVISIBLE
        && kind != Letters.PICTURE
        && kind != Letters.SURROGATE
        && !Character.isSpaceChar(c);
  }

  private static boolean isPunctuation(char c) {
    return switch (c) {
      case '.', ',', ';', ':', '!', '?', ')', ']', '}', '\'', '’', '…', '、', '。', '،', '؛', '؟' ->
          true;
      default -> false;
    };
  }
}
