package org.trawl.api;

import java.util.ArrayDeque;
import java.util.Deque;

/// The unfinished term at the end of what someone is typing.
///
/// @param start where it begins; a quote that is open belongs to it
/// @param operator whose list of values it stands in, as in `from:(ann OR b`; else empty
record LastTerm(int start, String operator) {
  static LastTerm of(String text) {
    Deque<String> open = new ArrayDeque<>();
    boolean quoted = false;
    int start = 0;
    for (int at = 0; at < text.length(); at++) {
      char sign = text.charAt(at);
      if (sign == '\\') {
        at++;
      } else if (isQuote(sign)) {
        quoted = !quoted;
      } else if (!quoted && sign == '(') {
        open.push(listed(text, start, at));
        start = at + 1;
      } else if (!quoted && sign == ')') {
        open.poll();
        start = at + 1;
      } else if (!quoted && (sign == '|' || Character.isWhitespace(sign))) {
        start = at + 1;
      }
    }
    while (start < text.length() && "-!+".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    return new LastTerm(Math.min(start, text.length()), open.isEmpty() ? "" : open.peek());
  }

  private static boolean isQuote(char sign) {
    return sign == '"' || sign == '\u201c' || sign == '\u201d' || sign == '\u201e';
  }

  /// The operator before a bracket, if the bracket holds its values.
  private static String listed(String text, int start, int bracket) {
    int from = start;
    while (from < bracket && "-!+".indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    boolean colon = bracket > from && text.charAt(bracket - 1) == ':';
    return colon ? text.substring(from, bracket - 1) : "";
  }
}
