package org.trawl.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.trawl.lucene.TestArchive.row;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.trawl.query.QueryAst;
import org.trawl.query.ValueList;
import org.trawl.query.ValueList.Kind;
import org.trawl.query.ValueList.Role;
import org.trawl.query.ValueList.Value;
import org.trawl.query.ValueList.Words;
import org.trawl.search.SearchRequest;
import org.trawl.search.SearchRequest.Counting;
import org.trawl.search.SearchRequest.Page;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchRequest.Sort;
import org.trawl.tweet.Tweet;

/// Lists as filters, against a naive count over the tweets.
@Timeout(60)
class ListSearchTest {
  private static final List<Role> ROLES = List.of(Role.values());
  private static final Duration FOREVER = Duration.ofDays(1);

  private final long seed = Long.getLong("trawl.seed", 2018);
  private final Random random = new Random(seed);
  private final TestArchive archive = new TestArchive();

  private String oneOf(String... values) {
    return values[random.nextInt(values.length)];
  }

  private String handle() {
    return "User_" + random.nextInt(40);
  }

  private TestArchive.RowBuilder randomRow(int i) {
    var time = Instant.parse("2016-01-01T00:00:00Z").plusSeconds(60L * random.nextInt(200_000));
    long id =
        random.nextInt(5) == 0
            ? 1000L + i
            : ((time.toEpochMilli() - 1_288_834_974_657L + random.nextInt(60_000)) << 22) + i;
    boolean repeats = random.nextInt(3) == 0;
    var text = (repeats ? "RT @" + handle() + ": " : "") + oneOf("red", "green") + " @" + handle();
    return row(id, text)
        .at(time)
        .by(handle())
        .operation(oneOf("ira", "iran_201901_1"))
        .cell("hashtags", "['Tag" + random.nextInt(30) + "', 'я" + random.nextInt(30) + "']")
        .cell("is_retweet", Boolean.toString(repeats))
        .cell(
            "urls",
            random.nextInt(2) == 0
                ? "[]"
                : "['http://www.site"
                    + random.nextInt(20)
                    + ".org/p"
                    + random.nextInt(5)
                    + "/x?a=1', 'http://other.site"
                    + random.nextInt(20)
                    + ".org']");
  }

  private List<Tweet> tweets() {
    return archive.tweets();
  }

  /// A value of the archive, or near one, written in one of its ways.
  private String typed() {
    var tweet = tweets().get(random.nextInt(tweets().size()));
    int number = random.nextInt(50);
    return switch (random.nextInt(10)) {
      case 0 -> handle();
      case 1 -> "@" + handle().toUpperCase(Locale.ROOT);
      case 2 -> "https://twitter.com/" + handle();
      case 3 -> tweet.account().id();
      case 4 -> "#tag" + number;
      case 5 -> "#Я" + number;
      case 6 -> Long.toString(tweet.id().value());
      case 7 -> "http://x.com/someone/status/" + (random.nextInt(2) == 0 ? tweet.id().value() : 77);
      case 8 -> "site" + number + ".org";
      default -> "https://www.site" + number + ".org/p" + random.nextInt(6);
    };
  }

  private static boolean is(String found, String wanted) {
    return found.equalsIgnoreCase(wanted);
  }

  private static boolean fits(Value value, Role role, Tweet tweet) {
    var text = value.text();
    return switch (value.kind()) {
      case ACCOUNT -> account(text, role, tweet);
      case ID -> Long.toString(tweet.id().value()).equals(text) || account(text, role, tweet);
      case HASHTAG ->
          tweet.content().hashtags().stream()
              .anyMatch(tag -> tag.toLowerCase(Locale.ROOT).equals(text.toLowerCase(Locale.ROOT)));
      case LINK ->
          tweet.content().urls().stream()
              .anyMatch(url -> (url + "/").matches("http://(www\\.)?\\Q" + text + "\\E[/?].*"));
      case SITE ->
          tweet.content().urls().stream()
              .anyMatch(url -> (url + "/").matches("http://([a-z0-9.]+\\.)?\\Q" + text + "\\E/.*"));
    };
  }

  private static boolean account(String name, Role role, Tweet tweet) {
    var account = tweet.account();
    var references = tweet.references();
    return switch (role) {
      case FROM -> is(account.id(), name) || is(account.screenName(), name);
      case MENTION -> tweet.content().mentions().stream().anyMatch(other -> is(other, name));
      case TO -> is(references.inReplyToUser(), name) || is(references.inReplyToHandle(), name);
      case RETWEETS_OF ->
          is(references.retweetedUser(), name) || is(references.retweetedHandle(), name);
      case ANY ->
          List.of(Role.FROM, Role.MENTION, Role.TO, Role.RETWEETS_OF).stream()
              .anyMatch(one -> account(name, one, tweet));
    };
  }

  private static Set<Long> found(TweetSearcher searcher, QueryAst query, Selection selection)
      throws Exception {
    var ids = new java.util.TreeSet<Long>();
    searcher.export(query, selection, Sort.NEWEST, hit -> ids.add(hit.tweet().id().value()));
    var counting =
        new SearchRequest(
            query,
            selection,
            new Page(Sort.RELEVANCE, 10, Optional.empty(), false),
            new Counting(Set.of(), 1, Optional.empty(), FOREVER));
    assertEquals(ids.size(), searcher.search(counting).total());
    return ids;
  }

  @Test
  void listFindsWhatAnyOfItsValuesFitsAndTellsHowManyEach() throws Exception {
    for (int i = 0; i < 1_500; i++) {
      archive.add(randomRow(i));
    }
    try (var searcher = archive.open(3)) {
      for (int i = 0; i < 60; i++) {
        var typed = IntStream.rangeClosed(0, random.nextInt(12)).mapToObj(n -> typed()).toList();
        var role = ROLES.get(random.nextInt(ROLES.size()));
        var list = ValueList.read(String.join(oneOf("\n", ", ", " "), typed), Words.ACCOUNTS);
        var said = role + " " + typed + ", seed " + seed;
        assertEquals(List.of(), list.unread(), said);

        var wanted =
            tweets().stream()
                .filter(t -> list.values().stream().anyMatch(value -> fits(value, role, t)))
                .toList();
        var selection = Selection.NONE.within(list.ast(role));
        assertEquals(ids(wanted), found(searcher, new QueryAst.All(), selection), said);
        var red = org.trawl.query.QueryParser.parse("red").ast();
        var also = wanted.stream().filter(t -> t.content().text().contains("red")).toList();
        assertEquals(ids(also), found(searcher, red, selection), said);

        var each = list.values().stream().map(value -> value.ast(role)).toList();
        var totals =
            list.values().stream()
                .map(v -> tweets().stream().filter(tweet -> fits(v, role, tweet)).count())
                .toList();
        assertEquals(totals, searcher.totals(each, FOREVER), said);
      }
    }
  }

  private static Set<Long> ids(List<Tweet> tweets) {
    return tweets.stream()
        .map(tweet -> tweet.id().value())
        .collect(Collectors.toCollection(java.util.TreeSet::new));
  }

  @Test
  void tenThousandValuesOfEachKindFindTheirTweets() throws Exception {
    int tweets = 2_000;
    for (int i = 0; i < tweets; i++) {
      archive.add(
          row(1_000_000L + i, "red")
              .by("user" + i)
              .cell("hashtags", "['tag" + i + "']")
              .cell("urls", "['http://site" + i + ".org/page/" + i + "']"));
    }
    try (var searcher = archive.open(2)) {
      for (var kind : Kind.values()) {
        var typed =
            IntStream.range(0, ValueList.MAX_VALUES)
                .mapToObj(i -> new Value(kind, text(kind, i)).written())
                .collect(Collectors.joining("\n"));
        var list = ValueList.read(typed, Words.ACCOUNTS);
        assertEquals(ValueList.MAX_VALUES, list.values().size());
        var selection = Selection.NONE.within(list.ast(Role.FROM));
        assertEquals(tweets, found(searcher, new QueryAst.All(), selection).size(), kind.name());
        var each = list.values().stream().map(value -> value.ast(Role.FROM)).toList();
        var totals = searcher.totals(each, FOREVER);
        assertEquals(tweets, totals.stream().mapToLong(Long::longValue).sum(), kind.name());
        assertTrue(totals.subList(tweets, totals.size()).stream().allMatch(n -> n == 0));
      }
    }
  }

  private static String text(Kind kind, int i) {
    return switch (kind) {
      case ACCOUNT -> "user" + i;
      case HASHTAG -> "tag" + i;
      case ID -> Long.toString(1_000_000L + i);
      case LINK -> "site" + i + ".org/page/" + i;
      case SITE -> "site" + i + ".org";
    };
  }

  @Test
  void countingEndsWithItsBudget() throws Exception {
    archive.add(row(7, "red"));
    try (var searcher = archive.open(1)) {
      var each = LongStream.range(1, 50).<QueryAst>mapToObj(i -> new QueryAst.Ids(List.of(i)));
      assertEquals(List.of(), searcher.totals(each.toList(), Duration.ZERO));
    }
    assertEquals(List.of(7L), new ArrayList<>(ids(tweets())));
  }
}
