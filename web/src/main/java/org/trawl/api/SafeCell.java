package org.trawl.api;

/// A text from elsewhere as a cell of a CSV that is safe to open: a spreadsheet runs a cell that
/// begins with `=`, `+`, `-` or `@` as a formula, also behind spaces and signs that it does not
/// show, and a control character ends the reading of many programs.
///
/// An apostrophe in front keeps a cell from being run. So that this can be undone, a text that
/// begins with an apostrophe of its own gets one too: whoever reads the file drops one apostrophe
/// from the beginning of a cell and has the text. Control characters become their pictures
/// (`U+2400` and further: a NUL is `␀`), but for tabs and line breaks, which tables may hold.
public final class SafeCell {
  /// First characters that make spreadsheets run, strip or misread a cell; the wide ones are taken
  /// for the narrow ones.
  private static final String RUN = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  private static final int PICTURES = 0x2400;
  private static final int DELETE = 0x7F;
  private static final int PICTURE_OF_DELETE = 0x2421;

  private SafeCell() {}

  /// The text, safe to open.
  public static String of(String text) {
    var shown = withoutControls(text);
    return isGuarded(text) ? "'" + shown : shown;
  }

  private static boolean isGuarded(String text) {
    if (text.isEmpty()) {
      return false;
    }
    if (text.charAt(0) == '\'' || RUN.indexOf(text.charAt(0)) >= 0) {
      return true;
    }
    int first = 0;
    while (first < text.length() && isUnseen(text.charAt(first))) {
      first++;
    }
    return first > 0 && first < text.length() && RUN.indexOf(text.charAt(first)) >= 0;
  }

  /// What a spreadsheet may skip before it looks at a cell's first sign.
  private static boolean isUnseen(char sign) {
    return Character.isWhitespace(sign)
        || Character.isSpaceChar(sign)
        || Character.isISOControl(sign)
        || Character.getType(sign) == Character.FORMAT;
  }

  /// The text with pictures in place of its control characters.
  public static String withoutControls(String text) {
    if (text.chars().noneMatch(SafeCell::isUnfit)) {
      return text;
    }
    var out = new StringBuilder(text.length());
    text.codePoints().map(SafeCell::picture).forEach(out::appendCodePoint);
    return out.toString();
  }

  private static boolean isUnfit(int sign) {
    return Character.isISOControl(sign) && sign != '\t' && sign != '\n' && sign != '\r';
  }

  private static int picture(int sign) {
    if (!isUnfit(sign)) {
      return sign;
    }
    return sign < ' ' ? PICTURES + sign : sign == DELETE ? PICTURE_OF_DELETE : 0xFFFD;
  }
}
