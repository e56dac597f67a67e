package org.trawl.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.trawl.detect.LanguageDetector;
import org.trawl.grammar.WordForms;
import org.trawl.naive.NaiveMatcher;
import org.trawl.query.QueryAst;
import org.trawl.query.QueryAst.Feature;
import org.trawl.query.QueryAst.Link;
import org.trawl.query.QueryAst.Metric;
import org.trawl.query.QueryAst.TextField;
import org.trawl.query.QueryPrinter;
import org.trawl.query.TextPattern;
import org.trawl.query.TextPattern.Precision;
import org.trawl.search.SearchRequest;
import org.trawl.search.SearchRequest.Counting;
import org.trawl.search.SearchRequest.Page;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchRequest.Sort;
import org.trawl.search.SearchResult;
import org.trawl.tweet.Tweet;

/// What holds between queries whatever the archive, on random archives and queries; and that the
/// index finds and marks what [NaiveMatcher] does.
final class QueryLawsTest {
  private static final String[] TEXT = {
    "trump",
    "Trump",
    "TRUMP",
    "trumps",
    "russia",
    "rússia",
    "Russia",
    "election",
    "elections",
    "elected",
    "black",
    "lives",
    "matter",
    "Black",
    "выборы",
    "выборов",
    "Выборы",
    "в",
    "путин",
    "#maga",
    "#MAGA",
    "@bob",
    "@Ann_B",
    "北京大学",
    "北京",
    "大",
    "😀",
    "http://t.co/x1",
    "don't",
    "don’t",
    "t.co",
    "l'homme",
    "can",
    "а",
    "a",
    "-",
    "&"
  };
  private static final String[] WORDS = {
    "trump",
    "Trump",
    "TRUMP",
    "russia",
    "rússia",
    "election",
    "elections",
    "black",
    "lives",
    "matter",
    "выборы",
    "выборами",
    "Выборы",
    "путин",
    "maga",
    "#maga",
    "bob",
    "北京",
    "京大",
    "大",
    "北京大学",
    "😀",
    "don't",
    "black-lives",
    "l'homme",
    "homme",
    "a",
    "nothing"
  };
  private static final String[] WILDCARDS = {
    "trump*", "*s", "el*d", "tru?p", "выбор*", "*", "m*", "?"
  };
  private static final String[] REGEXES = {
    "tr.mps?", "elect(ion|ed)s?", "[a-m].*", "выбор.*", ".{1,2}"
  };
  private static final String[] HANDLES = {"ann_b", "bob", "Carol", "1234", "b*", "?ob", "nobody"};

  /// A longer run, `-Dthorough=20`, tries more of the same.
  private static final int THOROUGH = Integer.getInteger("thorough", 1);

  private final long seed = Long.getLong("trawl.seed", 2018);
  private final Random random = new Random(seed);
  private final WordForms forms = TestArchive.FORMS;
  private final LanguageDetector detector = TestArchive.DETECTOR;

  private TestArchive archive(int tweets) {
    var archive = new TestArchive();
    for (int i = 0; i < tweets; i++) {
      archive.add(tweet(i));
    }
    return archive;
  }

  private TestArchive.RowBuilder tweet(int number) {
    var handle = pick("ann_b", "bob", "carol");
    var time = Instant.parse("2016-01-01T00:00:00Z").plus(Duration.ofHours(random.nextInt(20_000)));
    boolean retweet = random.nextInt(5) == 0;
    var words = list(0, 12, () -> pick(TEXT));
    var text =
        (retweet ? "RT @bob: " : random.nextInt(6) == 0 ? "@carol " : "") + String.join(" ", words);
    var row =
        TestArchive.row(1 + number * 7L, text)
            .by(handle)
            .at(time)
            .lang(pick("en", "ru", "und", "in"))
            .operation(pick("ira", "iran_201901"))
            .cell("user_profile_description", String.join(" ", profile(handle)))
            .cell("user_reported_location", handle.equals("bob") ? "St. Petersburg" : "")
            .cell("follower_count", Integer.toString(handle.length()))
            .cell("account_creation_date", handle.equals("bob") ? "2014-05-06" : "2015-01-02")
            .cell("like_count", Integer.toString(random.nextInt(4)))
            .cell("retweet_count", Integer.toString(random.nextInt(3)))
            .cell("tweet_client_name", pick("Twitter Web Client", "TweetDeck"))
            .cell("is_retweet", Boolean.toString(retweet))
            .cell("hashtags", pick("[]", "['maga']", "['MAGA', 'tcot']"))
            .cell(
                "urls",
                pick(
                    "[]",
                    "[]",
                    "['http://www.rt.com/news/1-trump/']",
                    "['https://a.bbc.co.uk/x']"));
    if (retweet) {
      row.cell("retweet_tweetid", Integer.toString(1 + random.nextInt(3)));
    }
    if (random.nextInt(6) == 0) {
      row.cell("quoted_tweet_tweetid", "8");
    }
    return row;
  }

  private static List<String> profile(String handle) {
    return switch (handle) {
      case "bob" -> List.of("Patriot,", "MAGA", "father", "of", "two");
      case "carol" -> List.of("Выборы", "и", "maga");
      default -> List.of();
    };
  }

  private <T> List<T> list(int least, int most, Supplier<T> element) {
    var list = new ArrayList<T>();
    int size = least + random.nextInt(most - least + 1);
    while (list.size() < size) {
      list.add(element.get());
    }
    return list;
  }

  @SafeVarargs
  private <T> T pick(T... values) {
    return values[random.nextInt(values.length)];
  }

  private QueryAst query(int depth) {
    return switch (depth == 0 ? 9 : random.nextInt(8)) {
      case 0, 1 -> QueryAst.and(list(2, 3, () -> query(depth - 1)));
      case 2, 3 -> QueryAst.or(list(2, 3, () -> query(depth - 1)));
      case 4 -> new QueryAst.Not(query(depth - 1));
      default -> random.nextInt(3) == 0 ? operator() : text(pattern());
    };
  }

  private static QueryAst text(TextPattern pattern) {
    return new QueryAst.Text(TextField.TWEET, pattern);
  }

  private TextPattern pattern() {
    return switch (random.nextInt(5)) {
      case 0 -> phrase(pick(Precision.FOLDED, Precision.EXACT));
      case 1 -> new TextPattern.Near(list(2, 3, this::operand), random.nextInt(4));
      default -> single(pick(Precision.values()));
    };
  }

  private TextPattern operand() {
    return switch (random.nextInt(6)) {
      case 0 -> phrase(Precision.FOLDED);
      case 1 ->
          new TextPattern.Alternatives(List.of(single(Precision.FORMS), phrase(Precision.FOLDED)));
      case 2 ->
          new TextPattern.Near(
              list(2, 2, () -> single(pick(Precision.values()))), random.nextInt(3));
      default -> single(pick(Precision.values()));
    };
  }

  private TextPattern single(Precision precision) {
    return switch (random.nextInt(10)) {
      case 0 ->
          new TextPattern.Wildcard(
              pick(
                  WILDCARDS[0],
                  WILDCARDS[1],
                  WILDCARDS[2],
                  WILDCARDS[3],
                  WILDCARDS[4],
                  WILDCARDS[6]));
      case 1 ->
          new TextPattern.Fuzzy(pick("trunp", "rusia", "electoin", "выбры"), 1 + random.nextInt(2));
      case 2 -> new TextPattern.Regex(pick(REGEXES));
      default -> new TextPattern.Word(pick(WORDS), precision);
    };
  }

  private TextPattern phrase(Precision precision) {
    var slots = new ArrayList<TextPattern>();
    slots.add(slot(precision));
    if (random.nextInt(5) == 0) {
      slots.add(new TextPattern.AnyWord());
    }
    slots.add(slot(precision));
    if (random.nextInt(3) == 0) {
      slots.add(slot(precision));
    }
    return new TextPattern.Phrase(slots);
  }

  private TextPattern slot(Precision precision) {
    if (random.nextInt(4) > 0) {
      return single(precision);
    }
    return new TextPattern.Alternatives(
        list(
            2,
            3,
            () ->
                random.nextInt(3) == 0
                    ? new TextPattern.Phrase(List.of(single(precision), single(precision)))
                    : single(precision)));
  }

  private QueryAst operator() {
    return switch (random.nextInt(23)) {
      case 0 -> new QueryAst.From(list(1, 2, () -> pick(HANDLES)));
      case 1 -> new QueryAst.To(list(1, 2, () -> pick(HANDLES)));
      case 2 -> new QueryAst.Mention(list(1, 2, () -> pick(HANDLES)));
      case 3 -> new QueryAst.RetweetsOf(list(1, 2, () -> pick(HANDLES)));
      case 4 -> new QueryAst.Hashtag(List.of(pick("maga", "MAGA", "t*", "*", "none")));
      case 5 -> new QueryAst.Language(List.of(pick("en", "ru", "und", "id")));
      case 6 -> new QueryAst.Detected(List.of(pick("en", "ru", "und")));
      case 7 ->
          new QueryAst.Time(Optional.of(Instant.parse("2016-10-01T00:00:00Z")), Optional.empty());
      case 8 -> new QueryAst.Created(Optional.of(LocalDate.of(2014, 12, 1)), Optional.empty());
      case 9 ->
          new QueryAst.Count(pick(Metric.values()), 1, random.nextBoolean() ? 2 : Long.MAX_VALUE);
      case 10 -> new QueryAst.Url(List.of(pick("rt", "rt.com/news", "trump", "news rt", "bbc")));
      case 11 -> new QueryAst.Domain(List.of(pick("rt.com", "bbc.co.uk", "co.uk", "t.com")));
      case 12 ->
          new QueryAst.Client(
              List.of(pick("tweetdeck", "Twitter*", "Twitter", "twitter_Web_client")));
      case 13 -> new QueryAst.Operation(List.of(pick("ira", "IRAN*", "x")));
      case 14 -> new QueryAst.Is(EnumSet.copyOf(list(1, 2, () -> pick(Tweet.Kind.values()))));
      case 15 ->
          new QueryAst.Has(
              EnumSet.of(
                  pick(
                      Feature.LINKS,
                      Feature.HASHTAGS,
                      Feature.MENTIONS,
                      Feature.POLL,
                      Feature.QUOTE)));
      case 16 -> new QueryAst.Ids(list(1, 3, () -> 1 + 7L * random.nextInt(50)));
      case 17 -> new QueryAst.IdRange(1L + random.nextInt(100), 300);
      case 18 -> new QueryAst.LinkTo(pick(Link.values()), List.of(1L + random.nextInt(3), 8L));
      case 19 -> new QueryAst.CopiesOf(list(1, 3, () -> 1 + 7L * random.nextInt(50)));
      case 20 -> new QueryAst.SimilarTo(list(1, 3, () -> 1 + 7L * random.nextInt(50)));
      case 21 ->
          new QueryAst.SimilarText(
              list(1, 2, () -> String.join(" ", list(1, 9, () -> pick(TEXT)))));
      default ->
          new QueryAst.Text(
              pick(TextField.NAME, TextField.BIO, TextField.LOCATION),
              pick(
                  new TextPattern.Word(
                      pick("maga", "bob", "ann", "Выборы", "петербург", "petersburg", "father"),
                      pick(Precision.values())),
                  new TextPattern.Wildcard(pick("m*", "*", "pat*")),
                  new TextPattern.Fuzzy("patriat", 1)));
    };
  }

  private SearchResult search(
      TweetSearcher searcher, QueryAst query, int size, Optional<String> after) throws Exception {
    return searcher.search(
        new SearchRequest(
            query,
            Selection.NONE,
            new Page(Sort.NEWEST, size, after, false),
            new Counting(Set.of(), 10, Optional.empty(), Duration.ofDays(1))));
  }

  private Set<Long> find(TweetSearcher searcher, QueryAst query) throws Exception {
    var found = new TreeSet<Long>();
    searcher.export(query, Selection.NONE, Sort.NEWEST, hit -> found.add(hit.tweet().id().value()));
    return found;
  }

  @Test
  void indexFindsWhatReadingEveryTweetFinds() throws Exception {
    for (int round = 0; round < 4 * THOROUGH; round++) {
      var archive = archive(60);
      var naive = new NaiveMatcher(archive.tweets(), forms, detector);
      try (var searcher = archive.open(1 + random.nextInt(3))) {
        for (int i = 0; i < 80; i++) {
          var query = query(random.nextInt(3));
          var expected = new TreeSet<Long>();
          for (var tweet : archive.tweets()) {
            if (naive.matches(query, tweet)) {
              expected.add(tweet.id().value());
            }
          }
          var name = "-Dtrawl.seed=" + seed + " " + QueryPrinter.print(query);
          assertEquals(expected, find(searcher, query), name);
          assertEquals(expected.size(), search(searcher, query, 0, Optional.empty()).total(), name);
        }
      }
    }
  }

  @Test
  void setsObeyTheirLaws() throws Exception {
    var archive = archive(100);
    var all = new TreeSet<Long>();
    archive.tweets().forEach(tweet -> all.add(tweet.id().value()));
    try (var searcher = archive.open(3)) {
      for (int i = 0; i < 60 * THOROUGH; i++) {
        var a = query(random.nextInt(2));
        var b = query(random.nextInt(2));
        var name =
            "-Dtrawl.seed=" + seed + " " + QueryPrinter.print(a) + " and " + QueryPrinter.print(b);
        var foundA = find(searcher, a);
        var foundB = find(searcher, b);
        var both = new TreeSet<>(foundA);
        both.retainAll(foundB);
        assertEquals(both, find(searcher, QueryAst.and(List.of(a, b))), name);
        var either = new TreeSet<>(foundA);
        either.addAll(foundB);
        assertEquals(either, find(searcher, QueryAst.or(List.of(a, b))), name);
        var rest = new TreeSet<>(all);
        rest.removeAll(foundA);
        assertEquals(rest, find(searcher, new QueryAst.Not(a)), name);
      }
    }
  }

  @Test
  void phraseIsWithinNearnessIsWithinAnd() throws Exception {
    var archive = archive(100);
    try (var searcher = archive.open(2)) {
      for (int i = 0; i < 60 * THOROUGH; i++) {
        var words =
            list(2, 3, () -> (TextPattern) new TextPattern.Word(pick(WORDS), Precision.FOLDED));
        int distance = random.nextInt(4);
        var phrase = find(searcher, text(new TextPattern.Phrase(words)));
        var near = find(searcher, text(new TextPattern.Near(words, distance)));
        var wider = find(searcher, text(new TextPattern.Near(words, distance + 1)));
        var and = find(searcher, QueryAst.and(words.stream().map(QueryLawsTest::text).toList()));
        var name = "-Dtrawl.seed=" + seed + " " + words;
        assertTrue(near.containsAll(phrase), name);
        assertTrue(wider.containsAll(near), name);
        assertTrue(and.containsAll(wider), name);
      }
    }
  }

  @Test
  void exactIsWithinFoldedIsWithinForms() throws Exception {
    var archive = archive(100);
    try (var searcher = archive.open(2)) {
      for (var word : WORDS) {
        var exact = find(searcher, text(new TextPattern.Word(word, Precision.EXACT)));
        var folded = find(searcher, text(new TextPattern.Word(word, Precision.FOLDED)));
        var inForms = find(searcher, text(new TextPattern.Word(word, Precision.FORMS)));
        assertTrue(folded.containsAll(exact), "-Dtrawl.seed=" + seed + " " + word);
        assertTrue(inForms.containsAll(folded), "-Dtrawl.seed=" + seed + " " + word);
      }
    }
  }

  @Test
  void pagesTogetherAreOneLongPage() throws Exception {
    var archive = archive(120);
    try (var searcher = archive.open(3)) {
      for (int i = 0; i < 20; i++) {
        var query = query(1);
        var expected = search(searcher, query, 100, Optional.empty());
        var ids = new ArrayList<Long>();
        Optional<String> after = Optional.empty();
        do {
          var page = search(searcher, query, 7, after);
          page.hits().forEach(hit -> ids.add(hit.tweet().id().value()));
          after = page.next();
        } while (after.isPresent() && ids.size() < 100);
        assertEquals(
            expected.hits().stream().map(hit -> hit.tweet().id().value()).limit(98).toList(),
            ids.stream().limit(98).toList(),
            "-Dtrawl.seed=" + seed + " " + QueryPrinter.print(query));
      }
    }
  }

  /// One pattern marks just what of the text it is; and nothing where it is excluded.
  @Test
  void marksAreWhatMatched() throws Exception {
    for (int round = 0; round < 2 * THOROUGH; round++) {
      var archive = archive(60);
      var naive = new NaiveMatcher(archive.tweets(), forms, detector);
      try (var searcher = archive.open(2)) {
        for (int i = 0; i < 60; i++) {
          var pattern = pattern();
          var query =
              random.nextBoolean()
                  ? text(pattern)
                  : QueryAst.or(List.of(text(pattern), new QueryAst.Not(text(pattern))));
          var name = "-Dtrawl.seed=" + seed + " " + QueryPrinter.print(query);
          for (var hit : search(searcher, query, 100, Optional.empty()).hits()) {
            var text = hit.tweet().content().text();
            var marked = new HashSet<Integer>();
            for (var span : hit.marks()) {
              for (int at = span.start(); at < span.end(); at++) {
                // Spaces between the words of a phrase are marked with them.
                if (Character.isLetterOrDigit(text.charAt(at))) {
                  marked.add(at);
                }
              }
            }
            var expected = new HashSet<Integer>();
            for (int at : naive.marked(pattern, text, hit.detected())) {
              if (Character.isLetterOrDigit(text.charAt(at))) {
                expected.add(at);
              }
            }
            assertEquals(expected, marked, () -> name + " in " + text);
          }
        }
      }
    }
  }
}
