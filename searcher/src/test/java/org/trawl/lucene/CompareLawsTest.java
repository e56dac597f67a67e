package org.trawl.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.trawl.naive.NaiveSearch;
import org.trawl.query.QueryAst;
import org.trawl.query.QueryParser;
import org.trawl.search.CompareRequest;
import org.trawl.search.Comparison;
import org.trawl.search.Facet;
import org.trawl.search.SearchRequest;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchScope;
import org.trawl.search.ShareOf;
import org.trawl.search.TimeRange;
import org.trawl.search.Timeline;
import org.trawl.search.TimelinePeriods;
import org.trawl.search.TimelinesRequest;
import org.trawl.search.TweetSearch;

/// A comparison is made of numbers that searches give, on random archives and queries; and an
/// engine that counts many searches together answers as one that makes search after search of every
/// tweet.
final class CompareLawsTest {
  private static final Duration FOREVER = Duration.ofDays(1);
  private static final List<Timeline.Choice> CHOICES = List.of(Timeline.Choice.values());

  private static final List<String> QUERIES =
      List.of(
          "",
          "trump",
          "trump lang:en",
          "выборы OR russia",
          "-trump",
          "#maga from:bob",
          "operation:ira maga",
          "russia since:2016-06 until:2017-02-03",
          "lang:ru -выборы",
          "nothing",
          "nothing since:2016-06",
          "until:2016-02-05");

  private final long seed = Long.getLong("trawl.seed", 2018);
  private final Random random = new Random(seed);

  private TestArchive archive(int tweets) {
    var archive = new TestArchive();
    for (int i = 0; i < tweets; i++) {
      var time =
          Instant.parse("2016-01-01T00:00:00Z").plus(Duration.ofMinutes(random.nextInt(900_000)));
      archive.add(
          TestArchive.row(1 + i * 7L, pick("trump", "Trump russia", "выборы", "maga", "x выборов"))
              .by(pick("ann_b", "bob", "carol"))
              .at(time)
              .lang(pick("en", "ru"))
              .operation(pick("ira", "iran_201901"))
              .cell("hashtags", pick("[]", "['maga']")));
    }
    return archive;
  }

  private String pick(String... values) {
    return values[random.nextInt(values.length)];
  }

  private SearchScope scope(String query, Selection selection) {
    return new SearchScope(QueryParser.parse(query).ast(), selection);
  }

  private Selection selection() {
    return switch (random.nextInt(4)) {
      case 0 -> chosen(Optional.of("2016-05-17T13:30:07Z"), Optional.of("2017-01-09T01:01:01Z"));
      case 1 -> chosen(Optional.empty(), Optional.of("2016-11-30T00:00:00Z"));
      default -> Selection.NONE;
    };
  }

  private static Selection chosen(Optional<String> since, Optional<String> until) {
    return new Selection(
        Map.of(Facet.LANGUAGE, List.of("en", "ru")),
        Map.of(Facet.ACCOUNT, List.of("carol")),
        since.map(Instant::parse),
        until.map(Instant::parse));
  }

  private CompareRequest request() {
    var selection = selection();
    var share = random.nextBoolean() ? new ShareOf.All() : new ShareOf.Filters();
    var scopes = new ArrayList<SearchScope>();
    for (int n = 1 + random.nextInt(4); n > 0; n--) {
      scopes.add(scope(QUERIES.get(random.nextInt(QUERIES.size())), selection));
    }
    return new CompareRequest(
        scopes,
        scopes.stream().map(one -> share.whole(one).orElseThrow()).toList(),
        CHOICES.get(random.nextInt(5)),
        random.nextInt(20) == 0 ? 100 : TimelinePeriods.MAX,
        ZoneId.of(pick("UTC", "Asia/Tehran")),
        FOREVER);
  }

  private static long total(TweetSearch searcher, QueryAst query, Selection selection)
      throws Exception {
    return searcher.search(SearchRequest.counting(query, selection, FOREVER)).total();
  }

  @Test
  void allEnginesCompareAlike() throws Exception {
    for (int round = 0; round < 3; round++) {
      var archive = archive(80);
      try (var searcher = archive.open(1 + random.nextInt(3));
          var naive = new NaiveSearch(archive.tweets(), TestArchive.FORMS, TestArchive.DETECTOR)) {
        for (int i = 0; i < 12; i++) {
          var request = request();
          var expected = naive.compare(request);
          var found = searcher.compare(request);
          var name = "-Dtrawl.seed=" + seed + " " + request;
          assertFalse(found.partial(), name);
          assertEquals(expected.interval(), found.interval(), name);
          assertEquals(expected.series(), found.series(), name);
          assertEquals(expected.overlaps(), found.overlaps(), name);
        }
      }
    }
  }

  @Test
  void everyNumberIsTheTotalOfItsSearch() throws Exception {
    var archive = archive(120);
    try (var searcher = archive.open(3)) {
      for (int i = 0; i < 25; i++) {
        var request = request();
        var name = "-Dtrawl.seed=" + seed + " " + request;
        var found = searcher.compare(request);
        for (int s = 0; s < request.scopes().size(); s++) {
          var scope = request.scopes().get(s);
          var whole = request.wholes().get(s);
          var series = found.series().get(s);
          assertEquals(total(searcher, scope.query(), scope.selection()), series.total(), name);
          assertEquals(
              total(searcher, whole.query(), whole.selection()), series.whole().total(), name);
          assertEquals(series.total(), sum(series.buckets()), name);
          assertTrue(series.whole().total() >= series.total(), name);
          for (int b = 0; b < series.buckets().size(); b += 1 + series.buckets().size() / 20) {
            assertEquals(
                series.buckets().get(b).count(),
                inPeriod(searcher, scope, series.buckets(), b),
                name);
            assertEquals(
                series.whole().buckets().get(b).count(),
                inPeriod(searcher, whole, series.whole().buckets(), b),
                name);
          }
        }
        for (var overlap : found.overlaps()) {
          var a = request.scopes().get(overlap.a());
          var b = request.scopes().get(overlap.b());
          var both = QueryAst.and(List.of(a.query(), b.query()));
          assertEquals(total(searcher, both, a.selection()), overlap.both(), name);
          var rest = QueryAst.and(List.of(a.query(), new QueryAst.Not(b.query())));
          assertEquals(
              total(searcher, rest, a.selection()),
              found.series().get(overlap.a()).total() - overlap.both(),
              name);
        }
      }
    }
  }

  private static long sum(List<Timeline.Bucket> buckets) {
    return buckets.stream().mapToLong(Timeline.Bucket::count).sum();
  }

  /// The total of a search in one period but the last, whose end no bucket tells.
  private static long inPeriod(
      TweetSearch searcher, SearchScope scope, List<Timeline.Bucket> buckets, int bucket)
      throws Exception {
    if (bucket + 1 == buckets.size()) {
      return buckets.get(bucket).count();
    }
    var period =
        new TimeRange(
                Optional.of(buckets.get(bucket).start()),
                Optional.of(buckets.get(bucket + 1).start()))
            .and(TimeRange.of(scope.selection()));
    return period.isEmpty()
        ? 0
        : total(searcher, scope.query(), scope.selection().between(period.since(), period.until()));
  }

  @Test
  void timelinesOfManyAreThoseOfEach() throws Exception {
    var archive = archive(120);
    try (var searcher = archive.open(2);
        var naive = new NaiveSearch(archive.tweets(), TestArchive.FORMS, TestArchive.DETECTOR)) {
      for (var interval : List.of(Timeline.Choice.HOUR, Timeline.Choice.DAY)) {
        var scopes = List.of(scope("from:bob", Selection.NONE), scope("lang:ru", Selection.NONE));
        var request = new TimelinesRequest(scopes, interval, 100_000, ZoneId.of("UTC"), FOREVER);
        var found = searcher.timelines(request);
        assertEquals(naive.timelines(request), found);
        assertEquals(interval.name(), found.timelines().getFirst().interval().name());
        for (int i = 0; i < scopes.size(); i++) {
          assertEquals(
              total(searcher, scopes.get(i).query(), Selection.NONE),
              sum(found.timelines().get(i).buckets()));
        }
      }
    }
  }

  @Test
  void sharesAreOfWhatIsNamed() {
    var selection = chosen(Optional.of("2016-05-17T13:30:07Z"), Optional.empty());
    var scope =
        scope("trump #maga (from:bob OR likes:>3) operation:ira since:2016 -is:retweet", selection);
    assertEquals(
        QueryParser.parse("(from:bob OR likes:>3) operation:ira since:2016 -is:retweet").ast(),
        new ShareOf.Filters().whole(scope).orElseThrow().query());
    assertEquals(selection, new ShareOf.Filters().whole(scope).orElseThrow().selection());
    var all = new ShareOf.All().whole(scope).orElseThrow();
    assertEquals(QueryParser.parse("since:2016").ast(), all.query());
    assertEquals(Map.of(), all.selection().filters());
    assertEquals(selection.since(), all.selection().since());
    assertEquals(
        QueryParser.parse("operation:ira since:2016").ast(),
        new ShareOf.ItsOperation().whole(scope).orElseThrow().query());
    var language = new ShareOf.ItsLanguage().whole(scope).orElseThrow();
    assertEquals(Map.of(Facet.LANGUAGE, List.of("en", "ru")), language.selection().filters());
    assertTrue(new ShareOf.ItsLanguage().whole(scope("trump", Selection.NONE)).isEmpty());
    var narrow = new ShareOf.Language("ru").within(scope("trump", Selection.NONE));
    assertEquals(QueryParser.parse("trump lang:ru").ast(), narrow.query());
    assertEquals(
        QueryParser.parse("lang:ru").ast(),
        new ShareOf.Language("ru").whole(narrow).orElseThrow().query());
  }

  @Test
  void theFirstOfSeveralHighestPeriodsIsThePeak() {
    var start = Instant.EPOCH;
    var buckets =
        List.of(
            new Timeline.Bucket(start, 2),
            new Timeline.Bucket(start.plusSeconds(60), 5),
            new Timeline.Bucket(start.plusSeconds(120), 5));
    var whole = new Comparison.Whole(12, buckets);
    var series =
        new Comparison.Series(12, 1, Optional.of(start), Optional.of(start), buckets, whole);
    assertEquals(Optional.of(buckets.get(1)), series.peak());
  }
}
