package org.trawl.lucene;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.trawl.archive.ArchiveRows;
import org.trawl.archive.TweetArchive;
import org.trawl.ingest.IndexOptions;
import org.trawl.ingest.TweetIndexer;
import org.trawl.query.QueryAst;
import org.trawl.query.TextPattern;
import org.trawl.search.Facet;
import org.trawl.search.QueryRefused;
import org.trawl.search.SearchRequest;
import org.trawl.search.SearchRequest.Counting;
import org.trawl.search.SearchRequest.Page;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchRequest.Sort;
import org.trawl.search.SearchResult;
import org.trawl.search.Timeline;
import org.trawl.tweet.Tweet;

/// The real sample, indexed as a user would, against a plain count over its CSV. Skipped where the
/// sample does not lie beside the project.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealSampleTest {
  private static final int ROWS = 293_502;
  private static final List<String> WORDS = List.of("clinton", "maga", "obama", "новости", "путин");

  /// Each question as a query and as a look at one tweet.
  private static final Map<String, Question> QUESTIONS = questions();

  private record Question(QueryAst query, Predicate<Tweet> matches) {}

  private final Map<String, Set<Long>> expected = new LinkedHashMap<>();
  private final Set<Long> ids = new HashSet<>();
  private TweetSearcher searcher;

  private static Map<String, Question> questions() {
    var all = new LinkedHashMap<String, Question>();
    for (var word : WORDS) {
      all.put(word, new Question(word(word), holds(word)));
    }
    all.put(
        "lang:de",
        new Question(
            new QueryAst.Language(List.of("de")), t -> t.content().language().equals("de")));
    all.put(
        "is:retweet lang:ru",
        new Question(
            QueryAst.and(
                List.of(
                    new QueryAst.Is(EnumSet.of(Tweet.Kind.RETWEET)),
                    new QueryAst.Language(List.of("ru")))),
            t -> t.kind() == Tweet.Kind.RETWEET && t.content().language().equals("ru")));
    all.put(
        "#brexit",
        new Question(
            new QueryAst.Hashtag(List.of("brexit")),
            t -> t.content().hashtags().stream().anyMatch("brexit"::equalsIgnoreCase)));
    all.put(
        "since:2016-11-08 until:2016-11-10",
        new Question(
            new QueryAst.Time(Optional.of(day("2016-11-08")), Optional.of(day("2016-11-10"))),
            t -> !t.time().isBefore(day("2016-11-08")) && t.time().isBefore(day("2016-11-10"))));
    all.put(
        "likes:>=100",
        new Question(
            new QueryAst.Count(QueryAst.Metric.LIKES, 100, Long.MAX_VALUE),
            t -> t.counts().likes() >= 100));
    all.put(
        "clinton -trump",
        new Question(
            QueryAst.and(List.of(word("clinton"), new QueryAst.Not(word("trump")))),
            holds("clinton").and(holds("trump").negate())));
    return all;
  }

  private static Instant day(String date) {
    return LocalDate.parse(date).atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  private static QueryAst word(String word) {
    return new QueryAst.Text(
        QueryAst.TextField.TWEET, new TextPattern.Word(word, TextPattern.Precision.FOLDED));
  }

  /// A word by itself, in links not: any case, with a possessive ending or not.
  private static Predicate<Tweet> holds(String word) {
    var pattern =
        Pattern.compile(
            "(?<![\\p{L}\\p{N}\\p{M}_])" + word + "(?:['’]s)?(?![\\p{L}\\p{N}\\p{M}_])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    var link = Pattern.compile("(?:https?://|www\\.)[^\\s\\p{Z}]+", Pattern.CASE_INSENSITIVE);
    return tweet -> {
      var text = link.matcher(tweet.content().text()).replaceAll(" ");
      return pattern.matcher(text).find();
    };
  }

  @BeforeAll
  void index(@TempDir Path folder) throws IOException {
    var data = Path.of(System.getProperty("trawl.shared", "../shared"), "data");
    var tweets = data.resolve("ira_tweets_csv_hashed.zip");
    assumeTrue(Files.exists(tweets), "no sample data beside the project");
    QUESTIONS.keySet().forEach(question -> expected.put(question, new HashSet<>()));
    var rows = new AtomicLong();
    for (var file : TweetArchive.open(List.of(tweets), Optional.empty()).files()) {
      file.read(
          new ArchiveRows() {
            @Override
            public void tweet(Tweet tweet) {
              rows.incrementAndGet();
              if (ids.add(tweet.id().value())) {
                QUESTIONS.forEach((name, question) -> {
                  if (question.matches.test(tweet)) {
                    requireNonNull(expected.get(name)).add(tweet.id().value());
                  }
                });
              }
            }

            @Override
            public void account(Tweet.Account account) {}

            @Override
            public void reject(String name, long line, String reason, String row) {}
          });
    }
    assertEquals(ROWS, rows.get());
    var index = folder.resolve("index");
    new TweetIndexer(
            IndexOptions.of(List.of(tweets, data.resolve("ira_users_csv_hashed.zip")), index),
            state -> {})
        .run();
    searcher = TweetSearcher.open(index);
  }

  @AfterAll
  void close() throws IOException {
    if (searcher != null) {
      searcher.close();
    }
  }

  private SearchResult search(QueryAst query, Selection selection, int facetSize)
      throws IOException, QueryRefused {
    var counting =
        new Counting(
            EnumSet.allOf(Facet.class),
            facetSize,
            Optional.of(Timeline.Choice.AUTO),
            Duration.ofMinutes(1));
    var page = new Page(Sort.NEWEST, 5, Optional.empty(), false);
    return searcher.search(new SearchRequest(query, selection, page, counting));
  }

  @Test
  void theFirstHitsAreThoseThatWereReviewed() throws Exception {
    ReviewedHits.check(searcher);
  }

  @Test
  void noTweetIsLost() throws Exception {
    assertEquals(ids.size(), search(new QueryAst.All(), Selection.NONE, 1).total());
    var exported = new HashSet<Long>();
    searcher.export(
        new QueryAst.All(),
        Selection.NONE,
        Sort.NEWEST,
        hit -> exported.add(hit.tweet().id().value()));
    assertEquals(ids, exported);
  }

  @Test
  void totalsAreThoseOfAPlainCount() throws Exception {
    for (var question : QUESTIONS.entrySet()) {
      var query = question.getValue().query;
      var found = new HashSet<Long>();
      searcher.export(
          query, Selection.NONE, Sort.NEWEST, hit -> found.add(hit.tweet().id().value()));
      assertEquals(differing(question.getKey(), found), "", question.getKey());
      assertEquals(found.size(), search(query, Selection.NONE, 1).total(), question.getKey());
      assertTrue(!found.isEmpty(), question.getKey() + " finds nothing");
    }
  }

  /// The texts of up to five tweets that only one of the two found.
  private String differing(String question, Set<Long> found) throws IOException {
    var wanted = requireNonNull(expected.get(question));
    var texts = new StringBuilder();
    var all = new HashSet<>(found);
    all.addAll(wanted);
    for (var id : all) {
      if (found.contains(id) != wanted.contains(id) && texts.length() < 1000) {
        var tweet = searcher.tweet(id).orElseThrow().tweet();
        texts.append(found.contains(id) ? "\n+ " : "\n- ").append(tweet.content().text());
      }
    }
    return texts.toString();
  }

  @Test
  void aFacetsNumberIsTheTotalAfterChoosingItAndTheRowsOfItsExport() throws Exception {
    var query = word("clinton");
    var all = search(query, Selection.NONE, 5);
    for (var facet : all.counts().facets().entrySet()) {
      for (var value : facet.getValue().values()) {
        var chosen =
            new Selection(
                Map.of(facet.getKey(), List.of(value.value())),
                Map.of(),
                Optional.empty(),
                Optional.empty());
        var name = facet.getKey() + " " + value.value();
        assertEquals(value.count(), search(query, chosen, 5).total(), name);
        var rows = new AtomicLong();
        searcher.export(query, chosen, Sort.NEWEST, hit -> rows.incrementAndGet());
        assertEquals(value.count(), rows.get(), name);
      }
    }
  }

  @Test
  void namesAreFoundInTheScriptsThatTweetsSpellThemIn() throws Exception {
    var pairs =
        List.of(
            List.of("putin", "Путин"),
            List.of("Путин", "Putin"),
            List.of("trump", "Трамп"),
            List.of("Трамп", "Trump"),
            List.of("obama", "Обама"),
            List.of("merkel", "Меркель"),
            List.of("Меркель", "Merkel"),
            List.of("erdogan", "Эрдоган"),
            List.of("netanyahu", "Нетаньяху"),
            List.of("Асад", "Assad"));
    for (var pair : pairs) {
      var started = System.nanoTime();
      var names = searcher.names(pair.getFirst(), Duration.ofMinutes(1));
      var millis = (System.nanoTime() - started) / 1_000_000;
      System.out.println(millis + " ms: " + pair.getFirst() + " " + names.spellings());
      var other =
          names.spellings().stream()
              .filter(name -> name.text().equals(pair.getLast()))
              .findFirst()
              .orElseThrow(() -> new AssertionError(pair + ": " + names));
      var any = new TextPattern.Word(other.text(), TextPattern.Precision.FORMS);
      var query = new QueryAst.Text(QueryAst.TextField.TWEET, any);
      assertEquals(search(query, Selection.NONE, 1).total(), other.tweets(), pair.toString());
    }
  }
}
