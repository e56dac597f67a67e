package org.trawl.language;

/// A token as text.
///
/// @param spelling the characters that stand in the text, without the `#`, `@` or `$` before them
/// @param written the same as a person sees it, see [Folding#visible]
/// @param folded `written` without case, accents and variants of letters, see [Folding#fold]
record Token(String spelling, String written, String folded) {
  static final Token EMPTY = new Token("", "", "");

  static Token word(String spelling) {
    String written = Folding.visible(spelling);
    return new Token(spelling, written, Folding.fold(written));
  }

  static Token emoji(String spelling) {
    return new Token(spelling, spelling, Emoji.fold(spelling));
  }
}
