package org.trawl.detect;

/// A run of one to five characters packed into a long: twelve bits a character, the last one in the
/// lowest bits. A space is the edge of a word.
final class Ngram {
  /// Most characters of a run.
  static final int MAX_LENGTH = 5;

  /// What any character stands for that has no twelve bits of its own.
  static final char OTHER = 0xFFF;

  private static final int BITS = 12;
  private static final long CHARACTER = (1L << BITS) - 1;

  private Ngram() {}

  static long of(CharSequence run) {
    return of(run, 0, run.length());
  }

  /// The run at `start`, inclusive, to `end`, exclusive.
  static long of(CharSequence text, int start, int end) {
    long ngram = 0;
    for (int i = start; i < end; i++) {
      ngram = append(ngram, text.charAt(i));
    }
    return ngram;
  }

  static long append(long ngram, char c) {
    return (ngram << BITS) | narrow(c);
  }

  static long prepend(char c, long ngram) {
    return ((long) narrow(c) << (BITS * length(ngram))) | ngram;
  }

  static int length(long ngram) {
    return (Long.SIZE - Long.numberOfLeadingZeros(ngram) + BITS - 1) / BITS;
  }

  /// All but the last character; 0 when there is one only.
  static long head(long ngram) {
    return ngram >>> BITS;
  }

  /// All but the first character; 0 when there is one only.
  static long tail(long ngram) {
    return ngram & ((1L << (BITS * (length(ngram) - 1))) - 1);
  }

  /// The character at a place, 0 being the first, as [#narrow] left it.
  static char charAt(long ngram, int index) {
    return (char) ((ngram >>> (BITS * (length(ngram) - 1 - index))) & CHARACTER);
  }

  static char last(long ngram) {
    return (char) (ngram & CHARACTER);
  }

  /// Twelve bits hold all alphabets in use but Vietnamese's second block, which takes the place of
  /// Tibetan.
  static char narrow(char c) {
    if (c < 0xF00) {
      return c;
    }
    return c >= 0x1E00 && c <= 0x1EFF ? (char) (0xF00 | (c & 0xFF)) : OTHER;
  }

  /// The character that [#narrow] made a value of; not defined for [#OTHER].
  static char widen(char narrow) {
    return narrow < 0xF00 ? narrow : (char) (0x1E00 | (narrow & 0xFF));
  }
}
