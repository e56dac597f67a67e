package org.trawl.language;

import java.util.Locale;
import java.util.Set;

/// Articles, pronouns and prepositions that lose their vowel before another: French `l'homme`,
/// Italian `dell'Italia`, Catalan `d'Espanya`.
final class Elision {
  private static final int LONGEST = 8;

  private static final Set<String> ELIDED =
      Set.of(
          "l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu",
          "quelqu", "presqu", "un", "dell", "nell", "all", "dall", "sull", "coll", "quell", "quest",
          "bell", "sant", "gl", "gli", "com", "cos", "dov", "cent", "tutt", "anch", "mezz",
          "nessun", "qualcun", "ciascun", "grand", "senz", "degl", "negl", "agl");

  private Elision() {}

  /// Where the apostrophe stands between an elided word and its host; 0 when the word is whole.
  static int apostrophe(char[] text, int start, int end) {
    int last = Math.min(end - 2, start + LONGEST);
    for (int at = start + 1; at <= last; at++) {
      if (Letters.classOf(text[at]) == Letters.APOSTROPHE) {
        boolean elided =
            end - at > 2
                && ELIDED.contains(new String(text, start, at - start).toLowerCase(Locale.ROOT));
        return elided ? at : 0;
      }
    }
    return 0;
  }
}
