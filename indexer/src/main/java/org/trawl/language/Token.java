package org.trawl.language;

import org.jspecify.annotations.Nullable;

/// A token as text.
final class Token {
  static final Token EMPTY = new Token("", "", "");

  private final String spelling;
  private final String written;
  private final String folded;
  private @Nullable Object note;

  private Token(String spelling, String written, String folded) {
    this.spelling = spelling;
    this.written = written;
    this.folded = folded;
  }

  /// The characters that stand in the text, without the `#`, `@` or `$` before them.
  String spelling() {
    return spelling;
  }

  /// The same as a person sees it, see [Folding#visible].
  String written() {
    return written;
  }

  /// [#written] without case, accents and variants of letters, see [Folding#fold].
  String folded() {
    return folded;
  }

  /// What the tokenizer's caller keeps with the token.
  @Nullable Object note() {
    return note;
  }

  void note(Object note) {
    this.note = note;
  }

  static Token word(String spelling) {
    String written = Folding.visible(spelling);
    return new Token(spelling, written, Folding.fold(written));
  }

  static Token emoji(String spelling) {
    return new Token(spelling, spelling, Emoji.fold(spelling));
  }
}
