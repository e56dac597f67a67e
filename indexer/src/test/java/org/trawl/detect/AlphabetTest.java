package org.trawl.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
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

  private static boolean lacks(String language, String text) {
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

  @Test
  void noTweetOfTheSampleIsReadAsALanguageThatLacksItsLetters() throws Exception {
    var sample =
        Path.of(
            System.getProperty("trawl.shared", "../shared"), "data", "ira_tweets_csv_hashed.zip");
    assumeTrue(Files.exists(sample), "no sample beside the project");
    List<String> wrong = new ArrayList<>();
    int cyrillic = 0;
    int unread = 0;
    try (var zip = new ZipFile(sample.toFile());
        var rows =
            CsvReader.builder()
                .ofNamedCsvRecord(
                    new InputStreamReader(
                        zip.getInputStream(zip.entries().nextElement()), StandardCharsets.UTF_8))) {
      for (var row : rows) {
        var text = row.getField("tweet_text");
        if (text.chars().noneMatch(c -> c >= 0x400 && c < 0x530)) {
          continue;
        }
        cyrillic++;
        var language = DETECTOR.detect(text, row.getField("tweet_language"));
        unread += language.equals("und") ? 1 : 0;
        if (lacks(language, text)) {
          wrong.add(row.getField("tweetid") + " " + language);
        }
      }
    }
    assertTrue(cyrillic > 10_000, "the sample has " + cyrillic);
    assertEquals(List.of(), wrong.stream().limit(20).toList());
    assertTrue(unread * 100 < cyrillic, unread + " of " + cyrillic + " are not read");
  }
}
