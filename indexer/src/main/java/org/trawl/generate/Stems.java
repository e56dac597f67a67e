package org.trawl.generate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;

/// Invents stems from a language's syllables, one for each rank; low ranks, which are drawn often,
/// get short ones.
final class Stems {
  private final long salt;
  private final byte[][] onset;
  private final byte[][] capitalOnset;
  private final byte[][] vowel;
  private final byte[][] coda;

  Stems(String language, List<String> lines) {
    salt = language.hashCode();
    var parts = new HashMap<String, String[]>();
    for (var line : lines) {
      var words = line.split(" ", -1);
      parts.put(words[0], Arrays.copyOfRange(words, 1, words.length));
    }
    var locale = Locale.of(language);
    var onsets = parts.getOrDefault("onset", new String[] {});
    onset = utf8(onsets);
    capitalOnset =
        utf8(
            Arrays.stream(onsets)
                .map(o -> o.substring(0, 1).toUpperCase(locale) + o.substring(1))
                .toArray(String[]::new));
    vowel = utf8(parts.getOrDefault("vowel", new String[] {}));
    coda = utf8(parts.getOrDefault("coda", new String[] {}));
    if (onset.length == 0 || vowel.length == 0 || coda.length == 0) {
      throw new IllegalArgumentException("the letters of " + language + " lack a part");
    }
  }

  /// What decides the letters of the stem at a rank.
  long key(long rank) {
    return Draws.key(salt, rank);
  }

  /// Adds the stem of a key that [#key] gave.
  void write(Utf8Text out, long key, long rank, boolean capital) {
    var rest = key;
    var syllables = rank < 500 ? 1 : rank < 100_000 ? 2 : 3;
    for (var i = 0; i < syllables; i++) {
      var onsets = capital && i == 0 ? capitalOnset : onset;
      out.add(onsets[(int) Long.remainderUnsigned(rest, onset.length)]);
      rest = Long.divideUnsigned(rest, onset.length);
      out.add(vowel[(int) Long.remainderUnsigned(rest, vowel.length)]);
      rest = Long.divideUnsigned(rest, vowel.length);
    }
    out.add(coda[(int) Long.remainderUnsigned(rest, coda.length)]);
  }

  private static byte[][] utf8(String[] texts) {
    return Arrays.stream(texts).map(Utf8Text::utf8).toArray(byte[][]::new);
  }
}
