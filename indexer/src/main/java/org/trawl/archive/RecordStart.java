package org.trawl.archive;

import org.trawl.tweet.Layout;

/// Recognises lines that only a row of the archive can begin with: a line inside a quoted cell
/// could not look like this, as quotes inside a cell are doubled.
final class RecordStart {
  private static final int SHORTEST_ID = 5;
  private static final int LONGEST_ID = 20;

  private RecordStart() {}

  static boolean certain(CharSequence line, Layout layout) {
    return switch (layout) {
      case TWEETS -> tweet(line);
      case USERS -> is(line, 0, '"') && user(line, 0);
      case CLEMSON -> clemson(line);
      case NBC, NBC_USERS, OTHER -> false;
    };
  }

  /// An id and a user id as whole cells; an index column in front is allowed for.
  private static boolean tweet(CharSequence line) {
    var at = cell(line, 0);
    if (at < 0) {
      return false;
    }
    var second = cell(line, at);
    return user(line, at) || (second > 0 && user(line, second));
  }

  /// A user id, rounded or not, and a handle in capitals.
  private static boolean clemson(CharSequence line) {
    var at = 0;
    while (at < line.length() && (digit(line.charAt(at)) || ".E+".indexOf(line.charAt(at)) >= 0)) {
      at++;
    }
    if (at < SHORTEST_ID || !is(line, at, ',')) {
      return false;
    }
    var first = ++at;
    while (at < line.length()
        && (digit(line.charAt(at))
            || line.charAt(at) == '_'
            || (line.charAt(at) >= 'A' && line.charAt(at) <= 'Z'))) {
      at++;
    }
    return at > first && is(line, at, ',');
  }

  /// The place after a cell of digits and its comma, or -1.
  private static int cell(CharSequence line, int start) {
    var quoted = start < line.length() && line.charAt(start) == '"';
    var at = quoted ? start + 1 : start;
    var first = at;
    while (at < line.length() && digit(line.charAt(at)) && at - first <= LONGEST_ID) {
      at++;
    }
    if (at == first || (quoted && !is(line, at++, '"'))) {
      return -1;
    }
    return is(line, at, ',') ? at + 1 : -1;
  }

  /// Whether a cell of a user id stands at a place: digits of an id's length or a hash.
  private static boolean user(CharSequence line, int start) {
    var quoted = is(line, start, '"');
    var at = quoted ? start + 1 : start;
    var first = at;
    var digits = true;
    while (at < line.length() && hashPart(line.charAt(at)) && at - first <= 64) {
      digits &= digit(line.charAt(at));
      at++;
    }
    var length = at - first;
    var fits =
        digits ? length >= SHORTEST_ID && length <= LONGEST_ID : length >= 40 && length <= 64;
    if (!fits || (quoted && !is(line, at++, '"'))) {
      return false;
    }
    return is(line, at, ',');
  }

  private static boolean is(CharSequence line, int at, char c) {
    return at < line.length() && line.charAt(at) == c;
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean hashPart(char c) {
    return digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '+' || c == '=';
  }
}
