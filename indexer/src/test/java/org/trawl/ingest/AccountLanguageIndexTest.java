package org.trawl.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trawl.archive.TweetArchive;
import org.trawl.index.PublishedIndex;
import org.trawl.ingest.IndexReport.Outcome;
import org.trawl.ingest.SmallArchive.Sent;
import org.trawl.schema.TweetFields;

/// A tweet of few words is read by what its account writes in.
class AccountLanguageIndexTest {
  private static final String RUSSIAN =
      "Сегодня вечером мы пойдём домой, потому что уже поздно и холодно";
  private static final String UKRAINIAN =
      "Сьогодні ввечері ми підемо додому, бо вже пізно й холодно";
  private static final String ENGLISH = "We are going home tonight because it is late and cold";
  private static final String SERBIAN = "Вечерас идемо кући, јер је већ касно и веома хладно";

  @TempDir private Path folder;
  private long number = 1;

  private List<Sent> many(int count, long user, String text) {
    var tweets = new ArrayList<Sent>();
    for (int i = 0; i < count; i++) {
      tweets.add(new Sent(number++, user, "und", text));
    }
    return tweets;
  }

  private Sent one(long user, String label, String text) {
    return new Sent(number++, user, label, text);
  }

  private Path file(String name, List<Sent> tweets) throws IOException {
    return SmallArchive.tweets(folder.resolve(name), tweets);
  }

  private Path index(String name, int threads, Path... files) throws IOException {
    var index = folder.resolve(name);
    var options = IndexOptions.of(List.of(files), index).withOperation("ira").withThreads(threads);
    assertEquals(
        Outcome.PUBLISHED, new TweetIndexer(options, IndexProgress.SILENT).run().outcome());
    assertEquals(List.of(), IndexCheck.check(index));
    assertFalse(Files.exists(index.resolve("open-tweets.bin")));
    return index;
  }

  /// The languages of tweets by their number, and by whose word if not by their own.
  private static Map<Long, String> readings(Path index) throws IOException {
    var readings = new TreeMap<Long, String>();
    try (var open = PublishedIndex.open(index)) {
      for (var leaf : open.reader().leaves()) {
        assertFalse(leaf.reader().hasDeletions());
        var ids = new ArrayList<Long>();
        var values = leaf.reader().getNumericDocValues(TweetFields.ID);
        while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
          ids.add(values.longValue());
        }
        for (var field : List.of(TweetFields.DETECTED, TweetFields.READ_BY)) {
          var terms = leaf.reader().terms(field);
          var each = terms == null ? null : terms.iterator();
          while (each != null && each.next() != null) {
            var found = each.postings(null, PostingsEnum.NONE);
            while (found.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
              readings.merge(
                  SmallArchive.number(ids.get(found.docID())),
                  each.term().utf8ToString(),
                  (language, by) -> language + " by " + by);
            }
          }
        }
      }
    }
    return readings;
  }

  private String reading(Path index, Sent tweet) throws IOException {
    return readings(index).getOrDefault(tweet.number(), "nothing");
  }

  @Test
  void aFewWordsGoByTheAccountIfItsLettersAllowThat() throws Exception {
    var tweets = new ArrayList<Sent>();
    tweets.addAll(many(20, 1, RUSSIAN));
    tweets.addAll(many(20, 2, ENGLISH));
    tweets.addAll(many(20, 3, SERBIAN));
    var bulgarian = one(1, "bg", "Доброе утро");
    var ukrainian = one(1, "uk", "Привіт, їжаче");
    var latin = one(1, "en", "Key player");
    var tagalog = one(2, "tl", "haha yes");
    var german = one(2, "de", "Guten Tag");
    var serbian = one(3, "ru", "Добар дан");
    var nobody = one(4, "bg", "Доброе утро");
    var wordless = one(1, "ja", "12:00 https://t.co/abc");
    tweets.addAll(List.of(bulgarian, ukrainian, latin, tagalog, german, serbian, nobody, wordless));
    var index = index("index", 2, file("tweets.csv", tweets));
    assertEquals("ru by account", reading(index, bulgarian));
    assertEquals("uk", reading(index, ukrainian).substring(0, 2));
    assertEquals("en", reading(index, latin).substring(0, 2));
    assertEquals("en by account", reading(index, tagalog));
    assertEquals("de", reading(index, german), "its label and its text agree");
    assertEquals("sr by account", reading(index, serbian));
    assertEquals("bg by label", reading(index, nobody));
    assertEquals("ja", reading(index, wordless));
  }

  @Test
  void nineteenCertainTweetsAreTooFewAndOneInTwentyMayBeOther() throws Exception {
    var tweets = new ArrayList<Sent>();
    tweets.addAll(many(19, 1, RUSSIAN));
    tweets.addAll(many(19, 2, RUSSIAN));
    tweets.addAll(many(1, 2, UKRAINIAN));
    tweets.addAll(many(18, 3, RUSSIAN));
    tweets.addAll(many(2, 3, UKRAINIAN));
    var few = one(1, "bg", "Доброе утро");
    var most = one(2, "bg", "Доброе утро");
    var mixed = one(3, "bg", "Доброе утро");
    tweets.addAll(List.of(few, most, mixed));
    var index = index("index", 1, file("tweets.csv", tweets));
    assertEquals("bg by label", reading(index, few));
    assertEquals("ru by account", reading(index, most));
    assertEquals("bg by label", reading(index, mixed));
  }

  @Test
  void theOrderOfFilesAndTheNumberOfThreadsMakeNoDifference() throws Exception {
    var first = SmallArchive.tweets(folder.resolve("first.csv"), LongStream.range(0, 4_000));
    var second = SmallArchive.tweets(folder.resolve("second.csv"), LongStream.range(4_000, 9_000));
    var expected = content(index("one", 1, first, second));
    assertTrue(expected.getOrDefault(1L, "").contains(" by "), expected::toString);
    assertTrue(new java.util.HashSet<>(expected.values()).contains("bg by account"));
    assertEquals(expected, content(index("two", 3, second, first)));
  }

  private static Map<Long, String> content(Path index) throws IOException {
    var content = new TreeMap<>(readings(index));
    try (var open = PublishedIndex.open(index)) {
      content.put(-1L, IndexDigest.of(open).toString());
    }
    return content;
  }

  @Test
  void anIndexThatIsExtendedReadsItsEarlierTweetsAgain() throws Exception {
    var early = new ArrayList<Sent>();
    early.addAll(many(20, 1, UKRAINIAN));
    early.addAll(many(5, 2, RUSSIAN));
    early.addAll(many(30, 3, RUSSIAN));
    var turned = one(1, "bg", "Доброе утро");
    var known = one(2, "bg", "Доброе утро");
    var same = one(3, "bg", "Доброе утро");
    early.addAll(List.of(turned, known, same));
    var late = new ArrayList<Sent>();
    late.addAll(many(30, 1, RUSSIAN));
    late.addAll(many(15, 2, RUSSIAN));
    late.addAll(many(30, 3, RUSSIAN));
    var one = file("one.csv", early);
    var two = file("two.csv", late);
    var index = index("index", 2, one);
    assertEquals("uk by account", reading(index, turned));
    assertEquals("bg by label", reading(index, known));
    assertEquals("ru by account", reading(index, same));
    index("index", 2, one, two);
    assertEquals("bg by label", reading(index, turned));
    assertEquals("ru by account", reading(index, known));
    assertEquals("ru by account", reading(index, same));
    assertEquals(content(index("whole", 2, one, two)), content(index));
  }

  @Test
  void aRunThatWasStoppedGoesOnWithTheTweetsThatWait() throws Exception {
    var first = SmallArchive.tweets(folder.resolve("first.csv"), LongStream.range(0, 6_000));
    var second = SmallArchive.tweets(folder.resolve("second.csv"), LongStream.range(5_500, 9_000));
    var whole = content(index("whole", 2, first, second));
    var sources = TweetArchive.open(List.of(first, second), Optional.of("ira")).files();
    var index = folder.resolve("stopped");
    var options = IndexOptions.of(List.of(first, second), index).withOperation("ira");
    // The first stop publishes what there is, the others only keep it.
    stop(options, new FileSource(sources.getFirst()), 5_700, List.of());
    var read = new FileSource(sources.getFirst());
    stop(options, new FileSource(sources.getLast()), 900, List.of(read));
    assertTrue(Files.size(index.resolve("open-tweets.bin")) > 0);
    stop(options, new FileSource(sources.getLast()), 2_100, List.of(read));
    assertEquals(
        Outcome.PUBLISHED, new TweetIndexer(options, IndexProgress.SILENT).run().outcome());
    assertEquals(List.of(), IndexCheck.check(index));
    assertEquals(whole, content(index));
  }

  private static void stop(
      IndexOptions options, ArchiveSource source, long after, List<ArchiveSource> before)
      throws Exception {
    var indexer = new TweetIndexer(options, IndexProgress.SILENT);
    var sources = new ArrayList<>(before);
    sources.add(new StoppingSource(source, after, indexer::stop));
    assertEquals(Outcome.STOPPED, indexer.run(sources).outcome());
  }
}
