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

  /// How a token's text becomes what it is searched by.
  enum Making {
    WORD,
    EMOJI,
    /// Letters with dots, see [Initials].
    INITIALS,
    /// A word with its sign, see [WordSigns].
    SIGNED,
    /// Words that a hyphen or an apostrophe joins, as one.
    JOINED
  }

  static Token of(String spelling, Making making) {
    return switch (making) {
      case WORD -> word(spelling, Folding.visible(spelling));
      case EMOJI -> new Token(spelling, spelling, Emoji.fold(spelling));
      case INITIALS -> word(spelling, Folding.visible(Initials.plain(spelling)));
      case SIGNED -> signed(spelling, Folding.visible(WordSigns.plain(spelling)));
      case JOINED -> word(spelling, withoutHyphens(Folding.visible(spelling)));
    };
  }

  private static Token word(String spelling, String written) {
    return new Token(spelling, written, Folding.fold(written));
  }

  /// The sign stays as it is: folded, `№` were two letters.
  private static Token signed(String spelling, String written) {
    int start = Character.isLetterOrDigit(written.charAt(0)) ? 0 : 1;
    int end = written.length();
    while (end > start && !Character.isLetterOrDigit(written.charAt(end - 1))) {
      end--;
    }
    String folded =
        written.substring(0, start)
            + Folding.fold(written.substring(start, end))
            + written.substring(end);
    return new Token(spelling, written, folded);
  }

  private static String withoutHyphens(String text) {
    StringBuilder joined = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (!Letters.isHyphen(text.charAt(i))) {
        joined.append(text.charAt(i));
      }
    }
    return joined.toString();
  }
}
