package org.trawl.cli;

/// Text from elsewhere as a terminal may show it: tweets, names of files and of what is in them can
/// hold escape sequences, which a terminal obeys.
final class TerminalText {
  private TerminalText() {}

  /// The text with its line breaks, and without other control characters.
  static String of(String text) {
    var inert = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> Character.isISOControl(c) && c != '\n' ? '\uFFFD' : c)
        .forEach(inert::appendCodePoint);
    return inert.toString();
  }

  /// The text as a part of one line.
  static String line(String text) {
    return of(text).replace('\n', '\uFFFD');
  }
}
