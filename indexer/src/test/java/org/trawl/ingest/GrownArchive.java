package org.trawl.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.lucene.index.Term;
import org.trawl.index.PublishedIndex;
import org.trawl.schema.TweetFields;

/// An archive that is indexed in two steps, the second of which is disturbed: a first file, and
/// then three more, with overlaps between them and a bad row in each.
///
/// @param first what is published before
/// @param all all files, the first included
record GrownArchive(Path first, List<Path> all) {
  static final int FIRST_TWEETS = 2_000;
  static final int ALL_TWEETS = 18_000;

  GrownArchive {
    all = List.copyOf(all);
  }

  static GrownArchive in(Path folder) throws IOException {
    var first = SmallArchive.tweets(folder.resolve("first.csv"), LongStream.range(0, FIRST_TWEETS));
    SmallArchive.badRow(first, "bad row of the first file");
    var second =
        SmallArchive.tweets(
            folder.resolve("second.csv"), LongStream.range(FIRST_TWEETS - 500, ALL_TWEETS - 8_000));
    SmallArchive.badRow(second, "bad row of the second file");
    var third =
        SmallArchive.tweets(
            folder.resolve("third.csv"), LongStream.range(FIRST_TWEETS, ALL_TWEETS));
    SmallArchive.badRow(third, "bad row of the third file");
    var users = SmallArchive.users(folder.resolve("users.csv"), 1_001, 1_002, 7);
    return new GrownArchive(first, List.of(first, second, third, users));
  }

  /// The index has what was published first; or all, if it was disturbed after that was published.
  static void thenAnswers(Path index, String context) throws IOException {
    try (var open = PublishedIndex.open(index)) {
      var tweets = open.reader().numDocs();
      assertTrue(
          tweets == FIRST_TWEETS || tweets == ALL_TWEETS,
          () -> context + ": " + tweets + " tweets");
      assertEquals(tweets, open.manifest().tweets(), context);
      assertEquals(tweets, open.columns().size(), context);
      assertEquals(tweets, open.reader().docFreq(new Term(TweetFields.LANGUAGE, "ru")), context);
    }
  }

  /// Makes `to` a copy of the folder `from`, whatever it was.
  static void copy(Path from, Path to) throws IOException {
    if (Files.exists(to)) {
      try (var old = Files.walk(to)) {
        for (var path : old.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    try (var files = Files.walk(from)) {
      for (var path : files.toList()) {
        Files.copy(path, to.resolve(from.relativize(path)));
      }
    }
  }
}
