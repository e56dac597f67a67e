package org.trawl.language;

import java.lang.Character.UnicodeScript;
import org.jspecify.annotations.Nullable;

/// Letters of other alphabets that look Latin: `МН17` with Cyrillic М and Н, `Путин` with a Latin
/// `y`. A word that mixes alphabets is given the one that its other letters are of, if every letter
/// has a look-alike there; so is one of digits and letters that all look Latin.
///
/// Words of one alphabet stay: `ТАСС` is no Latin word.
final class LookAlikes {
  private static final String LATIN = "ABEKMHOPCTYXISJZN";
  private static final String CYRILLIC = "АВЕКМНОРСТУХІЅЈ\0\0";
  private static final String GREEK = "ΑΒΕΚΜΗΟΡ\0ΤΥΧΙ\0\0ΖΝ";

  private LookAlikes() {}

  /// The word in one alphabet, or as it is.
  static String inOneScript(String word) {
    boolean latin = false;
    boolean digit = false;
    int others = 0;
    @Nullable UnicodeScript other = null;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (Character.isDigit(c)) {
        digit = true;
      } else if (Character.isLetter(c)) {
        var script = UnicodeScript.of(c);
        if (script == UnicodeScript.LATIN) {
          latin = true;
        } else if (script != UnicodeScript.CYRILLIC && script != UnicodeScript.GREEK) {
          return word;
        } else if (other != null && other != script) {
          return word;
        } else {
          other = script;
          others++;
        }
      }
    }
    if (others == 0 || !(latin || digit)) {
      return word;
    }
    var alphabet = other == UnicodeScript.CYRILLIC ? CYRILLIC : GREEK;
    var inLatin = mapped(word, alphabet, LATIN);
    if (inLatin != null) {
      return inLatin;
    }
    var inOther = latin ? mapped(word, LATIN, alphabet) : null;
    return inOther == null ? word : inOther;
  }

  /// The word with all letters of one alphabet as those of the other that look like them; null if
  /// one has none.
  private static @Nullable String mapped(String word, String from, String to) {
    var fromScript = UnicodeScript.of(from.charAt(0));
    var mapped = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (!Character.isLetter(c) || UnicodeScript.of(c) != fromScript) {
        mapped.append(c);
        continue;
      }
      char upper = Character.toUpperCase(c);
      int at = from.indexOf(upper);
      if (at < 0 || to.charAt(at) == '\0') {
        return null;
      }
      mapped.append(c == upper ? to.charAt(at) : Character.toLowerCase(to.charAt(at)));
    }
    return mapped.toString();
  }
}
