package org.trawl.archive;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;

/// Whether decoded text reads as words of a language, or as what another encoding's words turn to.
final class Plausible {
  /// Share of words that must look like some.
  private static final double SOUND = 0.95;

  /// Signs that stand in ordinary text beside letters.
  private static final String SIGNS =
      "\u00A0\u2018\u2019\u201A\u201C\u201D\u201E\u2026\u2013\u2014\u2022\u20AC\u00A3\u00A7"
          + "\u00A9\u00AE\u2122\u00B0\u00B7\u00A1\u00BF\u2116\u00AB\u00BB\u2039\u203A\u00BD\u00BC"
          + "\u00B4\u00AD\u200E\u200F\u200C\u200D\u060C\u061F\u061B\u3000\u3001\u3002\u00D7\u2032";

  /// Signs that only words of scripts from right to left hold.
  private static final String RIGHT_TO_LEFT = "\u200E\u200F\u200C\u200D\u060C\u061F\u061B";

  /// The letters beyond ASCII of languages that are written in one encoding, and some of which one
  /// stands in any longer text. All letters of a text must be of one alphabet: French read as
  /// Central European is of none.
  private record Alphabet(String letters, String signature) {}

  private static final List<Alphabet> ALPHABETS =
      List.of(
          new Alphabet("àâãäåæçèéêëìíîïñòóôõöøœùúûüÿßáªº", "àâãäåæçèéêëìíîïñòóôöøœùúûüßá"),
          new Alphabet("ąćęłńóśźż", "łąę"),
          new Alphabet("áčďéěíňóřšťúůýžäľĺôŕ", "ěřšžý"),
          new Alphabet("áéíóöőúüű", "őű"),
          new Alphabet("ăâîşţșț", "ăşţșț"),
          new Alphabet("čćđšž", "šž"),
          new Alphabet("çğıöşüiâîû\u0307", "ışğ"),
          new Alphabet("ąčęėįšųūž", "ėųįū"),
          new Alphabet("āčēģīķļņšūž", "āēī"),
          new Alphabet("äöõüšž", "õ"));

  /// Share of the letters that must be of one alphabet.
  private static final double COVERED = 0.98;

  /// Cyrillic vowels.
  private static final String VOWELS = "аеёиоуыэюяіїєўѣ";

  private Plausible() {}

  static boolean words(String text) {
    var words = 0;
    var sound = 0;
    for (var word : text.split("[\\p{Cc}\\s]+")) {
      if (word.chars().anyMatch(c -> c > 127)) {
        words++;
        sound += sound(word) ? 1 : 0;
      }
    }
    return words > 0 && sound >= words * SOUND && vowels(text) && oneAlphabet(text);
  }

  private static boolean sound(String word) {
    var counts = new EnumMap<UnicodeScript, Integer>(UnicodeScript.class);
    for (var part : word.split("[^\\p{L}\\p{M}]+")) {
      if (!part.isEmpty() && (!cased(part) || mixed(part))) {
        return false;
      }
    }
    var letters = 0;
    var high = 0;
    var rightToLeft = false;
    for (var i = 0; i < word.length(); i++) {
      var c = word.charAt(i);
      if (!Character.isLetter(c)) {
        if (c > 127 && SIGNS.indexOf(c) < 0 && !ordinary(c)) {
          return false;
        }
        rightToLeft |= RIGHT_TO_LEFT.indexOf(c) >= 0 || arabicMark(c);
        continue;
      }
      letters++;
      if (c > 127) {
        high++;
        var script = UnicodeScript.of(c);
        counts.merge(script, 1, Integer::sum);
      }
    }
    var latin = counts.getOrDefault(UnicodeScript.LATIN, 0);
    if (latin > 0) {
      return counts.size() == 1
          && !rightToLeft
          && (high <= 1 || (high < letters && high <= 2 + letters / 2));
    }
    return counts.size() <= 1 || eastAsian(counts);
  }

  /// Letters of an alphabet of its own among plain Latin ones.
  private static boolean mixed(String letters) {
    return letters.chars().anyMatch(c -> c < 128)
        && letters
            .chars()
            .anyMatch(c ->
                switch (UnicodeScript.of(c)) {
                  case CYRILLIC, GREEK, ARABIC, HEBREW, THAI -> true;
                  default -> false;
                });
  }

  private static boolean arabicMark(char c) {
    return c >= 0x064B && c <= 0x0669;
  }

  /// Marks of letters, and the wide signs of East Asia.
  private static boolean ordinary(char c) {
    return Character.getType(c) == Character.NON_SPACING_MARK
        || (c >= 0x3000 && c <= 0x30FF)
        || (c >= 0xFF00 && c <= 0xFFEF)
        || (c >= 0x0660 && c <= 0x0669);
  }

  private static boolean eastAsian(EnumMap<UnicodeScript, Integer> counts) {
    return counts.keySet().stream()
        .allMatch(script ->
            switch (script) {
              case HAN, HIRAGANA, KATAKANA, HANGUL, COMMON -> true;
              default -> false;
            });
  }

  /// Lower case, upper case, or a capital in front; scripts without case always are.
  private static boolean cased(String letters) {
    var upper = (int) letters.chars().filter(Character::isUpperCase).count();
    var lower = (int) letters.chars().filter(Character::isLowerCase).count();
    return upper == 0
        || lower == 0
        || (upper == 1 && Character.isUpperCase(letters.charAt(0)))
        || letters.chars().allMatch(c -> c < 128 || !Character.isUpperCase(c))
        || (upper == 2 && lower > 3 && Character.isUpperCase(letters.charAt(0)));
  }

  /// Words of Cyrillic letters have vowels; those that another encoding's words turn to have few.
  private static boolean vowels(String text) {
    var cyrillic = 0;
    var vowels = 0;
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (UnicodeScript.of(c) == UnicodeScript.CYRILLIC) {
        cyrillic++;
        vowels += VOWELS.indexOf(Character.toLowerCase(c)) >= 0 ? 1 : 0;
      }
    }
    return cyrillic == 0 || (vowels >= cyrillic * 0.28 && vowels <= cyrillic * 0.65);
  }

  private static boolean oneAlphabet(String text) {
    var letters =
        text.toLowerCase(Locale.ROOT)
            .chars()
            .filter(c -> c > 127 && UnicodeScript.of(c) == UnicodeScript.LATIN)
            .toArray();
    if (letters.length == 0) {
      return true;
    }
    for (var alphabet : ALPHABETS) {
      var of = Arrays.stream(letters).filter(c -> alphabet.letters.indexOf(c) >= 0).count();
      var signed = Arrays.stream(letters).anyMatch(c -> alphabet.signature.indexOf(c) >= 0);
      var portuguese =
          Arrays.stream(letters).noneMatch(c -> c == 'õ')
              || Arrays.stream(letters).anyMatch(c -> c == 'ã')
              || alphabet.letters.indexOf('ã') < 0;
      if (of >= letters.length * COVERED && signed && portuguese) {
        return true;
      }
    }
    return false;
  }
}
