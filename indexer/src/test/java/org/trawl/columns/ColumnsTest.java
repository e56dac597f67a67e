package org.trawl.columns;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trawl.schema.TweetFields;

class ColumnsTest {
  private final long seed = Long.getLong("trawl.seed", 2018);
  private final Random random = new Random(seed);

  /// What one document was given.
  private record Given(
      String account,
      String language,
      Set<String> media,
      Set<String> hashtags,
      Set<String> domains,
      long copy,
      long id,
      long time) {
    Given withoutCopy() {
      return new Given(account, language, media, hashtags, domains, 0, id, time);
    }
  }

  private Set<String> some(String... values) {
    var chosen = new TreeSet<String>();
    for (var value : values) {
      if (random.nextInt(3) == 0) {
        chosen.add(value);
      }
    }
    return chosen;
  }

  private Given given(int i) {
    var time = 1_400_000_000L + random.nextInt(100);
    var timed = random.nextInt(4) > 0;
    var id = timed ? ((time * 1000 - 1_288_834_974_657L) << 22) + i : 1000L + i;
    return new Given(
        "ira\0" + random.nextInt(4),
        random.nextBoolean() ? "en" : "ru",
        some("images", "videos"),
        some("a", "b", "ü", "maga"),
        some("x.org", "y.com"),
        random.nextInt(6),
        id,
        time);
  }

  private static void add(IndexWriter writer, Given given) throws IOException {
    var document = new Document();
    keyword(document, TweetFields.ACCOUNT, List.of(given.account));
    keyword(document, TweetFields.LANGUAGE, List.of(given.language));
    keyword(document, TweetFields.DETECTED, List.of(given.language));
    keyword(document, TweetFields.KIND, List.of("tweet"));
    keyword(document, TweetFields.CLIENT, List.of(""));
    keyword(document, TweetFields.MEDIA, given.media);
    keyword(document, TweetFields.HASHTAG, given.hashtags);
    keyword(document, TweetFields.MENTION, List.of());
    keyword(document, TweetFields.DOMAIN, given.domains);
    document.add(new NumericDocValuesField(TweetFields.COPY, given.copy));
    document.add(new NumericDocValuesField(TweetFields.ID, given.id));
    document.add(new NumericDocValuesField(TweetFields.TIME, given.time));
    writer.addDocument(document);
  }

  private static void keyword(Document document, String field, Iterable<String> values) {
    var none = true;
    for (var value : values) {
      document.add(new StringField(field, value, Field.Store.NO));
      none = false;
    }
    if (none) {
      document.add(new StringField(field, "", Field.Store.NO));
    }
  }

  private static Set<String> media(Columns columns, int doc) {
    var mask = columns.traits().media()[columns.traitSet(doc)];
    var values = new TreeSet<String>();
    var dictionary = columns.dictionaries().media();
    for (var i = 0; i < dictionary.size(); i++) {
      if ((mask & 1 << i) != 0 && !dictionary.value(i).isEmpty()) {
        values.add(dictionary.value(i));
      }
    }
    return values;
  }

  @Test
  void columnsSayOfEachTweetWhatItsTermsSay(@TempDir Path folder) throws IOException {
    var given = new ArrayList<Given>();
    for (var i = 0; i < 500; i++) {
      given.add(given(i));
    }
    var byId = new TreeMap<Long, Given>();
    given.forEach(g -> byId.put(g.id, g));
    try (var directory = new ByteBuffersDirectory()) {
      var config = new IndexWriterConfig().setIndexSort(TweetFields.indexSort());
      try (var writer = new IndexWriter(directory, config)) {
        for (var i = 0; i < given.size(); i++) {
          add(writer, given.get(i));
          if (i % 100 == 99) {
            writer.flush();
          }
        }
      }
      try (var reader = DirectoryReader.open(directory)) {
        var file = folder.resolve("columns");
        ColumnFile.write(ColumnsBuilder.build(reader), file);
        var columns = ColumnFile.read(file);
        assertEquals(given.size(), columns.size());
        for (var leaf : reader.leaves()) {
          var ids = leaf.reader().getNumericDocValues(TweetFields.ID);
          for (var doc = ids.nextDoc(); doc < leaf.reader().maxDoc(); doc = ids.nextDoc()) {
            assertEquals(
                java.util.Objects.requireNonNull(byId.get(ids.longValue())).withoutCopy(),
                read(columns, leaf.docBase + doc, ids.longValue()),
                "-Dtrawl.seed=" + seed);
          }
        }
        assertCounts(columns, given);
      }
    }
  }

  private static Given read(Columns columns, int doc, long id) {
    var dictionaries = columns.dictionaries();
    var hashtags = new TreeSet<String>();
    var domains = new TreeSet<String>();
    var end = columns.rows()[(doc + 1) * Columns.STRIDE + Columns.TAGS];
    for (var i = columns.rows()[doc * Columns.STRIDE + Columns.TAGS]; i < end; i++) {
      var tag = columns.tags()[i];
      if (tag < dictionaries.firstMention()) {
        hashtags.add(dictionaries.hashtags().value(tag));
      } else {
        domains.add(dictionaries.domains().value(tag - dictionaries.firstDomain()));
      }
    }
    var missing = columns.traits().missing()[columns.traitSet(doc)];
    assertEquals(hashtags.isEmpty(), (missing & 1) != 0);
    assertEquals(2, missing & 2);
    assertEquals(domains.isEmpty(), (missing & 4) != 0);
    return new Given(
        dictionaries.accounts().value(columns.account(doc)),
        dictionaries.languages().value(columns.traits().language()[columns.traitSet(doc)]),
        media(columns, doc),
        hashtags,
        domains,
        0,
        id,
        columns.times()[doc]);
  }

  private static void assertCounts(Columns columns, List<Given> given) {
    var hashtags = columns.dictionaries().hashtags();
    for (var i = 0; i < hashtags.size(); i++) {
      var tag = hashtags.value(i);
      assertEquals(
          given.stream().filter(g -> g.hashtags.contains(tag)).count(), hashtags.counts()[i]);
      assertEquals(i, hashtags.ordinal(tag).orElseThrow());
      assertTrue(i == 0 || hashtags.counts()[i] <= hashtags.counts()[i - 1]);
    }
  }

  @Test
  void aFlippedBitIsFound(@TempDir Path folder) throws IOException {
    try (var directory = new ByteBuffersDirectory()) {
      try (var writer =
          new IndexWriter(
              directory, new IndexWriterConfig().setIndexSort(TweetFields.indexSort()))) {
        for (var i = 0; i < 20; i++) {
          add(writer, given(i));
        }
      }
      try (var reader = DirectoryReader.open(directory)) {
        var file = folder.resolve("columns");
        ColumnFile.write(ColumnsBuilder.build(reader), file);
        var bytes = Files.readAllBytes(file);
        for (var at = 0; at < bytes.length; at++) {
          var flipped = bytes.clone();
          flipped[at] ^= (byte) (1 << random.nextInt(8));
          Files.write(file, flipped);
          assertThrows(
              IOException.class, () -> ColumnFile.read(file), "byte " + at + " seed " + seed);
        }
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 1));
        assertThrows(IOException.class, () -> ColumnFile.read(file));
      }
    }
  }

  @Test
  void copiesAreGroupedByHashAndNoTextIsAlone() {
    var groups = CopyGroups.of(new long[] {7, 0, 8, 7, 0, -3, -3, -3});
    assertArrayEquals(new int[] {2, 0, 0, 2, 0, 1, 1, 1}, groups.groups());
    assertArrayEquals(new int[] {0, 3, 2}, groups.sizes());
  }

  @Test
  void prefixesGiveARangeOfTheSortedValues() {
    var dictionary =
        new Dictionary(
            new int[] {0, 2, 4, 5},
            "abaca".getBytes(java.nio.charset.StandardCharsets.UTF_8),
            new int[] {2, 0, 1},
            new int[] {3, 2, 1});
    assertArrayEquals(new int[] {0, 3}, dictionary.withPrefix("a"));
    assertArrayEquals(new int[] {1, 2}, dictionary.withPrefix("ab"));
    assertArrayEquals(new int[] {3, 3}, dictionary.withPrefix("b"));
    assertArrayEquals(new int[] {0, 3}, dictionary.withPrefix(""));
    assertEquals(1, dictionary.ordinal("ac").orElseThrow());
    assertTrue(dictionary.ordinal("b").isEmpty());
  }
}
