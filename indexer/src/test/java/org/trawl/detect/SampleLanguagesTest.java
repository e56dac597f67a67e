package org.trawl.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.trawl.index.AccountLanguages;

/// Which languages the tweets of the shared sample are read as, by themselves and by their
/// accounts.
///
/// `short-tweets.tsv` has the ids of 300 tweets of one to four words, links and mentions aside, the
/// first that could be judged of 360 drawn at random (80 with the label `en`, 80 with `ru`, 200
/// with any other); each with the language it is in, as one who reads it says. Names alone, and
/// tweets in two languages, were passed over.
class SampleLanguagesTest {
  private static final LanguageDetector DETECTOR = LanguageDetector.load();
  private static final Map<String, String> JUDGED = new HashMap<>();
  private static final Map<String, AccountLanguages> ACCOUNTS = new HashMap<>();
  private static final List<Open> OPEN = new ArrayList<>();

  /// Judged tweets by their own text and label.
  private static final Map<String, String> ALONE = new HashMap<>();

  private static final List<String> WRONG = new ArrayList<>();
  private static int cyrillic;
  private static int unread;

  private record Open(String id, String account, String text, String label) {}

  @BeforeAll
  static void readTheSample() throws IOException {
    var sample =
        Path.of(
            System.getProperty("trawl.shared", "../shared"), "data", "ira_tweets_csv_hashed.zip");
    assumeTrue(Files.exists(sample), "no sample beside the project");
    try (var judged =
        new BufferedReader(
            new InputStreamReader(
                SampleLanguagesTest.class.getResourceAsStream("short-tweets.tsv"),
                StandardCharsets.UTF_8))) {
      judged.lines().map(line -> line.split("\t")).forEach(line -> JUDGED.put(line[0], line[1]));
    }
    try (var zip = new ZipFile(sample.toFile());
        var rows =
            CsvReader.builder()
                .ofNamedCsvRecord(
                    new InputStreamReader(
                        zip.getInputStream(zip.entries().nextElement()), StandardCharsets.UTF_8))) {
      rows.forEach(SampleLanguagesTest::read);
    }
    for (var tweet : OPEN) {
      look(tweet.id, tweet.text, byAccount(tweet));
    }
  }

  private static void read(NamedCsvRecord row) {
    var tweet =
        new Open(
            row.getField("tweetid"),
            row.getField("userid"),
            row.getField("tweet_text"),
            row.getField("tweet_language"));
    var reading = DETECTOR.read(tweet.text, tweet.label, "und");
    if (JUDGED.containsKey(tweet.id)) {
      ALONE.put(tweet.id, reading.language());
    }
    if (reading.by() == LanguageReading.By.TEXT) {
      ACCOUNTS.computeIfAbsent(tweet.account, _ -> new AccountLanguages()).add(reading.language());
    }
    if (reading.isOpen()) {
      OPEN.add(tweet);
    } else {
      look(tweet.id, tweet.text, reading.language());
    }
  }

  private static String byAccount(Open tweet) {
    var account = ACCOUNTS.get(tweet.account);
    return DETECTOR
        .read(tweet.text, tweet.label, account == null ? "und" : account.usual())
        .language();
  }

  private static void look(String id, String text, String language) {
    if (text.chars().noneMatch(c -> c >= 0x400 && c < 0x530)) {
      return;
    }
    cyrillic++;
    unread += language.equals("und") ? 1 : 0;
    if (AlphabetTest.lacks(language, text)) {
      WRONG.add(id + " " + language);
    }
  }

  @Test
  void noTweetIsReadAsALanguageThatLacksItsLetters() {
    assertTrue(cyrillic > 10_000, "the sample has " + cyrillic);
    assertEquals(List.of(), WRONG.stream().limit(20).toList());
    assertTrue(unread * 1_000 < cyrillic, unread + " of " + cyrillic + " are not read");
  }

  @Test
  void shortTweetsAreReadByTheirAccount() {
    assertEquals(300, ALONE.size());
    var readings = new HashMap<>(ALONE);
    for (var tweet : OPEN) {
      readings.replace(tweet.id, byAccount(tweet));
    }
    var alone = right(ALONE);
    var right = right(readings);
    System.out.printf(
        Locale.ROOT,
        "of 300 short tweets %d are read right by themselves, %d by their accounts; %d of the"
            + " sample are open, %d of %d in Cyrillic letters not read%n",
        alone,
        right,
        OPEN.size(),
        unread,
        cyrillic);
    assertTrue(right >= 280, right + " of 300, " + alone + " by themselves");
  }

  private static long right(Map<String, String> readings) {
    return readings.entrySet().stream()
        .filter(reading -> reading.getValue().equals(JUDGED.get(reading.getKey())))
        .count();
  }
}
