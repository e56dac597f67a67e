package org.trawl.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.trawl.naive.NaiveSearch;
import org.trawl.query.QueryAst;
import org.trawl.search.Coordination;
import org.trawl.search.CoordinationRequest;
import org.trawl.search.NetworkType;
import org.trawl.search.SearchRequest.Selection;

/// Who acted together in random archives is what a look at every two accounts on every item on
/// every day finds.
final class CoordinationLawsTest {
  private static final int ARCHIVES = 6;
  private static final long BASE = 600_000_000_000_000_000L;
  private static final int DAYS = 6;
  private static final int ACCOUNTS = 9;
  private static final String[] TEXTS = {"red fox runs", "blue dog sleeps", "green owl flies", ""};
  private static final String[] TAGS = {"news", "maga", "новости", "vote"};
  private final long seed = Long.getLong("trawl.seed", 2018);

  /// Accounts that tweet as they like, and three that follow the first within seconds.
  private static TestArchive archive(Random random) {
    var archive = new TestArchive();
    int number = 0;
    for (int i = 0; i < 70; i++) {
      long second = random.nextInt(DAYS * 86_400);
      int account = 3 + random.nextInt(ACCOUNTS - 3);
      add(archive, random, second, account, number++, random.nextInt(TEXTS.length), 0);
    }
    for (int i = 0; i < 8; i++) {
      long second = random.nextInt(DAYS * 86_400);
      int text = random.nextInt(3);
      int tag = random.nextInt(TAGS.length);
      for (int account = 0; account < 3; account++) {
        add(archive, random, second + random.nextInt(20), account, number++, text, tag);
      }
    }
    return archive;
  }

  private static void add(
      TestArchive archive, Random random, long second, int account, int number, int text, int tag) {
    long id = BASE + ((second * 1000) << 22) + number;
    var tags = new ArrayList<>(List.of(TAGS[tag]));
    if (random.nextInt(3) == 0) {
      tags.add(TAGS[random.nextInt(TAGS.length)]);
    }
    archive.add(
        TestArchive.row(id, TEXTS[text])
            .cell("userid", Integer.toString(500 + account))
            .cell("user_screen_name", "User" + account)
            .cell("tweet_time", "2014-07-18 00:00")
            .cell("hashtags", tags.toString())
            .cell("urls", "[http://a.org/" + text + "]"));
  }

  /// Pairs by their ids, with what was counted of them.
  private static TreeMap<String, String> pairs(Coordination found) {
    var pairs = new TreeMap<String, String>();
    for (var group : found.groups()) {
      for (var pair : group.pairs()) {
        var ids =
            new ArrayList<>(
                List.of(
                    group.members().get(pair.one()).id(), group.members().get(pair.other()).id()));
        Collections.sort(ids);
        pairs.put(
            ids.toString(),
            "%d of %.6f on %d: %.4f"
                .formatted(pair.together(), pair.expected(), pair.items(), pair.surprise()));
      }
    }
    return pairs;
  }

  private static String shape(Coordination.Group group) {
    return group.members().stream().map(Coordination.Member::id).toList()
        + " "
        + group.first()
        + " "
        + group.last()
        + " "
        + group.days()
        + " "
        + group.items();
  }

  @Test
  void equalsALookAtEveryTwoAccounts() throws Exception {
    var random = new Random(seed);
    int found = 0;
    for (int i = 0; i < ARCHIVES; i++) {
      var context = "-Dtrawl.seed=" + seed + ", archive " + i;
      var archive = archive(random);
      var naive = new NaiveSearch(archive.tweets());
      try (var searcher = archive.open(1 + random.nextInt(3))) {
        for (var type :
            List.of(NetworkType.SAME_TEXT, NetworkType.SAME_HASHTAG, NetworkType.SAME_LINK)) {
          for (int seconds : new int[] {0, 10, 60, 3600}) {
            for (int items = 1; items <= 2; items++) {
              var request =
                  new CoordinationRequest(
                      new QueryAst.All(),
                      Selection.NONE,
                      type,
                      Duration.ofSeconds(seconds),
                      items,
                      100,
                      Duration.ofMinutes(1));
              var expected = naive.coordination(request);
              var actual = searcher.coordination(request);
              var about = context + " " + request;
              assertEquals(expected.accounts(), actual.accounts(), about);
              assertEquals(expected.pairCount(), actual.pairCount(), about);
              assertEquals(pairs(expected), pairs(actual), about);
              assertEquals(
                  expected.groups().stream().map(CoordinationLawsTest::shape).sorted().toList(),
                  actual.groups().stream().map(CoordinationLawsTest::shape).sorted().toList(),
                  about);
              found += actual.groups().size();
              assertEquals(0, actual.chance().pairs(), about);
            }
          }
        }
      }
    }
    assertTrue(found > 10, found + " groups in all");
  }
}
