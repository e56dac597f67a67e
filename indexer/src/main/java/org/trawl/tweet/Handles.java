package org.trawl.tweet;

import java.util.ArrayList;
import java.util.List;

/// The handles in a tweet's text. A handle is 1 to 20 letters, digits and underscores, or a hash of
/// 40 to 64 characters that may hold `+` and end in `=`.
final class Handles {
  private static final int LONGEST = 20;
  private static final int SHORTEST_HASH = 40;
  private static final int LONGEST_HASH = 64;

  private Handles() {}

  /// All handles in order, without `@`. An `@` inside a word, as in an e-mail address, is none.
  static List<String> in(String text) {
    var at = text.indexOf('@');
    if (at < 0) {
      return List.of();
    }
    var handles = new ArrayList<String>();
    while (at >= 0) {
      var end = at == 0 || !wordPart(text.charAt(at - 1)) ? end(text, at + 1) : at + 1;
      if (end > at + 1) {
        handles.add(text.substring(at + 1, end));
      }
      at = text.indexOf('@', Math.max(end, at + 1));
    }
    return handles;
  }

  /// The handle that begins right after an `@`, or empty.
  static String at(String text, int start) {
    return text.substring(start, end(text, start));
  }

  /// The end of the handle that begins at a place; that place if there is none.
  private static int end(String text, int start) {
    var plain = start;
    while (plain < text.length() && wordPart(text.charAt(plain))) {
      plain++;
    }
    var hash = start;
    while (hash < text.length() && (wordPart(text.charAt(hash)) || text.charAt(hash) == '+')) {
      hash++;
    }
    if (hash < text.length() && text.charAt(hash) == '=') {
      hash++;
    }
    if (hash - start >= SHORTEST_HASH && hash - start <= LONGEST_HASH) {
      return hash;
    }
    return plain - start <= LONGEST ? plain : start;
  }

  private static boolean wordPart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }
}
