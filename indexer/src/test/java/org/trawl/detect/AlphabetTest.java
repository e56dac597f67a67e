package org.trawl.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// No text is read as a language that lacks its letters.
class AlphabetTest {
  private static final LanguageDetector DETECTOR = LanguageDetector.load();

  /// Whole alphabets, as primers have them: nothing of what the detector knows.
  private static final Map<String, String> ALPHABETS =
      Map.of(
          "ru", "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
          "uk", "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
          "be", "абвгґдеёжзійклмнопрстуўфхцчшыьэюя",
          "bg", "абвгдежзийклмнопрстуфхцчшщъьюя",
          "sr", "абвгдђежзијклљмнњопрстћуфхцчџш",
          "mk", "абвгдѓежзѕијклљмнњопрстќуфхцчџш",
          "kk", "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
          "mn", "абвгдеёжзийклмноөпрстуүфхцчшщъыьэюя");

  private static final Pattern NO_WORDS = Pattern.compile("https?://\\S+|[@#＠＃][\\p{L}\\p{N}_]+");

  /// Whether a text has a letter that a language lacks; links, names and hashtags aside.
  static boolean lacks(String language, String text) {
    var alphabet = ALPHABETS.get(language);
    return alphabet != null
        && NO_WORDS
            .matcher(text)
            .replaceAll(" ")
            .toLowerCase(Locale.ROOT)
            .chars()
            .anyMatch(c -> c >= 0x400 && c < 0x530 && alphabet.indexOf(c) < 0);
  }

  @ParameterizedTest
  @CsvSource({
    "sr, 'ДА, МЫ ТАК ЖИВЁМ', ru",
    "mk, 'Пой мне, ветер!', ru",
    "uk, 'Протест протестом, а ЗОЖ не ждёт', ru",
    "bg, 'Это было вчера', ru",
    "ru, 'Привіт, як справи?', uk",
    "bg, Њему је лако, sr",
    "ar, یہ ٹھیک ہے, ur",
    "de, Çocuklar bugün geldiğinde çalışıyordık, tr",
    "en, Erdoğan wins the election in Turkey again, en",
    "fr, Un match entre Łódź et Paris ce soir au stade, fr"
  })
  void theLabelOfALanguageWithoutTheLettersFalls(String label, String text, String language) {
    assertEquals(language, DETECTOR.detect(text, label));
  }
}
