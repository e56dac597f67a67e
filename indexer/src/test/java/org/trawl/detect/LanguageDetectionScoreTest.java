package org.trawl.detect;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.trawl.detect.LanguageDetectionScore.Sentence;

/// Scores the detector on real sentences and tweets, where they are there. With
/// `-Dtrawl.compare=true` two other detectors are scored beside it, which takes minutes; the tables
/// go to standard output.
class LanguageDetectionScoreTest {
  private static final LanguageDetector DETECTOR = LanguageDetector.load();

  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  /// So many tweets are enough for a rate.
  private static final int TWEETS = 60_000;

  private record Labelled(String code, String text) {}

  @Test
  void sentencesAreReadRight() throws IOException {
    List<Sentence> sentences = LanguageDetectionScore.sentences(shared("sentences.tsv"));
    LanguageDetectionScore guessed =
        LanguageDetectionScore.of(sentences, text -> DETECTOR.guess(text).language());
    LanguageDetectionScore detected =
        LanguageDetectionScore.of(sentences, text -> DETECTOR.detect(text, ""));
    var scores = new LinkedHashMap<String, LanguageDetectionScore>();
    scores.put("Trawl", guessed);
    if (Boolean.getBoolean("trawl.compare")) {
      scores.put("lingua 1.2.2", LanguageDetectionScore.of(sentences, OtherDetectors.lingua()));
      scores.put("OpenNLP 2.5", LanguageDetectionScore.of(sentences, OtherDetectors.openNlp()));
    }
    System.out.println(LanguageDetectionScore.table(scores));
    scores.forEach((name, score) -> System.out.println(name + "\n\n" + score.confusions()));
    assertAll(
        () -> assertTrue(guessed.average() >= 0.99, "average " + guessed.average()),
        () -> assertTrue(guessed.lowest() >= 0.95, "lowest " + guessed.lowest()),
        () -> assertTrue(detected.average() >= 0.985, "as detected " + detected.average()));
  }

  /// The labels of these three are good.
  @Test
  void goodCodesAreSeldomOverruled() throws IOException {
    Map<String, int[]> overruled = new TreeMap<>();
    for (Labelled tweet : tweets()) {
      if (tweet.code.matches("en|ru|de")) {
        int[] counts = overruled.computeIfAbsent(tweet.code, code -> new int[2]);
        counts[0]++;
        counts[1] += DETECTOR.detect(tweet.text, tweet.code).equals(tweet.code) ? 0 : 1;
      }
    }
    overruled.forEach((code, counts) -> {
      System.out.printf("%s: %d of %d overruled%n", code, counts[1], counts[0]);
      assertTrue(counts[1] < counts[0] * 0.01, code + ": " + counts[1] + " of " + counts[0]);
    });
  }

  /// A floor far below what is measured, so that a slower machine passes.
  @Test
  void thousandsOfTweetsASecond() throws IOException {
    List<Labelled> tweets = tweets();
    System.out.printf("Trawl: %,.0f tweets/s%n", rate(tweets, text -> DETECTOR.detect(text, "")));
    if (Boolean.getBoolean("trawl.compare")) {
      List<Labelled> few = tweets.subList(0, 2_000);
      System.out.printf("lingua: %,.0f tweets/s%n", rate(few, OtherDetectors.lingua()));
      System.out.printf("OpenNLP: %,.0f tweets/s%n", rate(few, OtherDetectors.openNlp()));
    }
    double rate = rate(tweets, text -> DETECTOR.detect(text, ""));
    assertTrue(rate >= 8_000, "tweets a second: " + rate);
  }

  /// Tweets in a second of this thread's processor time, which other load on the machine takes no
  /// part of; the best of three rounds.
  private static double rate(List<Labelled> tweets, UnaryOperator<String> detector) {
    double best = 0;
    for (int round = 0; round < 3; round++) {
      long start = CPU.getCurrentThreadCpuTime();
      int letters = 0;
      for (Labelled tweet : tweets) {
        letters += detector.apply(tweet.text).length();
      }
      assertTrue(letters > 0);
      best = Math.max(best, tweets.size() * 1e9 / (CPU.getCurrentThreadCpuTime() - start));
    }
    return best;
  }

  private static List<Labelled> tweets() throws IOException {
    var tweets = new ArrayList<Labelled>();
    try (var zip = new ZipFile(shared("ira_tweets_csv_hashed.zip").toFile());
        var in = zip.getInputStream(zip.entries().nextElement());
        var rows =
            CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (var row : rows) {
        tweets.add(new Labelled(row.getField("tweet_language"), row.getField("tweet_text")));
        if (tweets.size() == TWEETS) {
          break;
        }
      }
    }
    return tweets;
  }

  private static Path shared(String file) {
    Path path = Path.of(System.getProperty("trawl.shared", "../shared"), "data", file);
    assumeTrue(Files.exists(path), () -> path + " is not there");
    return path;
  }
}
