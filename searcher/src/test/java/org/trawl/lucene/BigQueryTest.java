package org.trawl.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.lucene.index.MultiTerms;
import org.junit.jupiter.api.Test;
import org.trawl.index.PublishedIndex;
import org.trawl.query.QueryAst;
import org.trawl.query.QueryLimits;
import org.trawl.query.QueryParser;
import org.trawl.schema.TweetFields;
import org.trawl.search.Facet;
import org.trawl.search.QueryRefused;
import org.trawl.search.SearchRequest;
import org.trawl.search.SearchRequest.Counting;
import org.trawl.search.SearchRequest.Page;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchRequest.Sort;
import org.trawl.search.Timeline;

/// Queries of 4,000 terms, as a researcher's pasted list is, find what the terms find one by one.
/// How long they take is printed; `docs/decisions/query.md` has the figures.
final class BigQueryTest {
  private static final int TERMS = QueryLimits.MAX_TERMS;
  private static final int TWEETS = 400;

  private final Random random = new Random(7);

  /// Words that no grammar knows.
  private List<String> madeUp() {
    var letters = "bdfgklmnprtvz";
    var words = new ArrayList<String>();
    for (int i = 0; i < 3 * 13 * 13 * 13; i++) {
      words.add(
          String.format(
              Locale.ROOT,
              "%c%c%co%cax",
              letters.charAt(i % 13),
              "aou".charAt(i / 2197),
              letters.charAt(i / 13 % 13),
              letters.charAt(i / 169 % 13)));
    }
    Collections.shuffle(words, random);
    return words;
  }

  @Test
  void manyWordsFindTheTweetsThatHaveOneOfThem() throws Exception {
    var words = madeUp();
    var texts = texts(words);
    try (var searcher = archive(texts).open(2)) {
      var wanted = new HashSet<>(words.subList(0, TERMS));
      var list = words.subList(0, TERMS);
      long having = count(texts, text -> !Collections.disjoint(text, wanted));
      for (var kind : List.of("%s", "\"%s\"", "=%s")) {
        assertEquals(having, total(searcher, joined(kind, list, " OR ")), kind);
        assertEquals(TWEETS - having, total(searcher, joined("-" + kind, list, " ")), kind);
      }
    }
  }

  /// A tweet may have a word in several spellings, and counts where one of them is the one asked.
  @Test
  void manyWordsWrittenExactlyFindTheTweetsThatWriteThemSo() throws Exception {
    var words = madeUp().subList(0, 100);
    var texts = new ArrayList<List<String>>();
    for (int i = 0; i < TWEETS; i++) {
      var text = new ArrayList<String>();
      for (int j = random.nextInt(1, 5); j > 0; j--) {
        text.add(respelled(words.get(random.nextInt(i % 2 == 0 ? words.size() : 3))));
      }
      texts.add(text);
    }
    try (var searcher = archive(texts).open(3)) {
      for (int i = 0; i < 20; i++) {
        var wanted = new HashSet<String>();
        while (wanted.size() < 60 + 10 * i) {
          wanted.add(respelled(words.get(random.nextInt(words.size()))));
        }
        var list = List.copyOf(wanted);
        long having = count(texts, text -> !Collections.disjoint(text, wanted));
        assertTrue(having > 0 && having < TWEETS);
        assertEquals(having, total(searcher, joined("=%s", list, " OR ")));
        assertEquals(TWEETS - having, total(searcher, joined("-=%s", list, " ")));
      }
    }
  }

  private String respelled(String word) {
    var capital = word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    return switch (random.nextInt(6)) {
      case 0 -> capital;
      case 1 -> word.toUpperCase(Locale.ROOT);
      case 2 -> capital + "'s";
      default -> word;
    };
  }

  @Test
  void manyPhrasesFindTheTweetsThatHaveOneOfThem() throws Exception {
    var words = madeUp();
    var texts = texts(words);
    var wanted = new ArrayList<>(texts.subList(0, 100));
    while (wanted.size() < TERMS / 2) {
      wanted.add(List.of(words.get(random.nextInt(words.size())), words.getFirst()));
    }
    try (var searcher = archive(texts).open(2)) {
      var phrases = wanted.stream().map(pair -> String.join(" ", pair)).toList();
      long having = count(texts, wanted::contains);
      assertTrue(having >= 100);
      assertEquals(having, total(searcher, joined("\"%s\"", phrases, " OR ")));
    }
  }

  /// Past some hundred phrases all hits score alike: the newest come first, as without words.
  @Test
  void thousandsOfPhrasesRankAlike() throws Exception {
    var words = madeUp();
    var texts = texts(words);
    var phrases = texts.stream().map(pair -> String.join(" ", pair)).collect(Collectors.toList());
    while (phrases.size() < TERMS / 2) {
      phrases.add(words.get(phrases.size()) + " " + words.getFirst());
    }
    try (var searcher = archive(texts).open(2)) {
      var found = searcher.search(request(joined("\"%s\"", phrases, " OR "), true));
      assertEquals(TWEETS, found.total());
      var ids = found.hits().stream().map(hit -> hit.tweet().id()).toList();
      assertEquals(20, ids.size());
      var plain = searcher.search(request("", true));
      assertEquals(plain.hits().stream().map(hit -> hit.tweet().id()).toList(), ids);
      assertTrue(found.hits().stream().noneMatch(hit -> hit.marks().isEmpty()));
    }
  }

  /// Before all that is left out was found, no tweet is known to be what is left.
  @Test
  void exclusionsThatRunOutOfTimeClaimNothing() throws Exception {
    try (var searcher = archive(texts(madeUp())).open(2)) {
      var query = QueryParser.parse("-again").ast();
      var late =
          searcher.search(SearchRequest.counting(query, Selection.NONE, Duration.ofNanos(-1)));
      assertTrue(late.partial());
      assertEquals(0, late.total());
      // What was found in part is not remembered.
      assertEquals(TWEETS, total(searcher, "-again"));
    }
  }

  /// To make a query of 4,000 terms ready takes as long as many a search.
  @Test
  void queriesThatAreNotReadyInTimeAreAnsweredInPart() throws Exception {
    var words = madeUp().subList(0, TERMS);
    try (var searcher = archive(texts(words)).open(2)) {
      for (var query : List.of(joined("%s~", words, " OR "), joined("%s", words, " "))) {
        var budget = Duration.ofMillis(20);
        var ast = QueryParser.parse(query).ast();
        var late = searcher.search(SearchRequest.counting(ast, Selection.NONE, budget));
        assertTrue(late.partial());
      }
    }
  }

  /// Each pattern is tried on each account.
  @Test
  void patternsOfNamesDoNotOutlastTheBudget() throws Exception {
    var archive = new TestArchive();
    for (int i = 0; i < 20_000; i++) {
      archive.add(TestArchive.row(i + 1, "text").by("a".repeat(12) + i));
    }
    var patterns = new ArrayList<String>();
    for (int i = 0; i < TERMS - 1; i++) {
      patterns.add("*a*a" + i % 10 + "*b" + i + "*");
    }
    try (var searcher = archive.open(1)) {
      var ast = QueryParser.parse("from:(" + String.join(" OR ", patterns) + ")").ast();
      assertTrue(ast instanceof QueryAst.From, ast.toString());
      var threads = ManagementFactory.getThreadMXBean();
      var began = threads.getCurrentThreadCpuTime();
      var found =
          searcher.search(SearchRequest.counting(ast, Selection.NONE, Duration.ofMillis(100)));
      var took = Duration.ofNanos(threads.getCurrentThreadCpuTime() - began);
      assertTrue(found.partial());
      assertTrue(took.compareTo(Duration.ofSeconds(1)) < 0, "took " + took);
    }
  }

  /// A phrase of thousands of frequent words is looked for in each document that has them, for a
  /// fraction of a millisecond: a number of documents between two looks at the clock would not do.
  @Test
  void dearDocumentsDoNotOutlastTheBudget() throws Exception {
    var archive = new TestArchive();
    for (int i = 0; i < 20_000; i++) {
      archive.add(TestArchive.row(i + 1, "the ".repeat(60) + i));
    }
    try (var searcher = archive.open(1)) {
      for (var query : List.of("\"" + "the ".repeat(TERMS) + "\"", near("the", 40))) {
        var ast = QueryParser.parse(query).ast();
        var threads = ManagementFactory.getThreadMXBean();
        var began = threads.getCurrentThreadCpuTime();
        var found =
            searcher.search(SearchRequest.counting(ast, Selection.NONE, Duration.ofMillis(100)));
        var took = Duration.ofNanos(threads.getCurrentThreadCpuTime() - began);
        assertTrue(found.partial(), query);
        assertTrue(took.compareTo(Duration.ofSeconds(1)) < 0, query + " took " + took);
      }
    }
  }

  private static String near(String word, int times) {
    return String.join(" NEAR/50 ", Collections.nCopies(times, word));
  }

  @Test
  void aSearchThatIsInterruptedWhileItIsMadeReadyEnds() throws Exception {
    var words = madeUp().subList(0, TERMS);
    try (var searcher = archive(texts(words)).open(2)) {
      var ast = QueryParser.parse(joined("%s~", words, " OR ")).ast();
      var request = SearchRequest.counting(ast, Selection.NONE, Duration.ofDays(1));
      Thread.currentThread().interrupt();
      var stopped = searcher.search(request);
      assertTrue(Thread.interrupted());
      assertTrue(stopped.partial());
    }
  }

  /// Their machines are as large as may be: a repetition is written out, and each of its parts may
  /// be left out.
  @Test
  void theLargestRegularExpressionsAreRunOrRefusedSoon() throws Exception {
    try (var searcher = archive(texts(madeUp())).open(2)) {
      for (var regex :
          List.of(
              "((a?){20}){10}",
              "(([a-z]?[0-9]*){14}){7}",
              ".?".repeat(200),
              "(a{0,100}){20}",
              "((a{0,2}b{0,2}){50}){2}",
              "(a|aa)*b(.?){90}",
              "((.|..)*x){20}",
              "(.*a.{90}){10}")) {
        var parsed = QueryParser.parse("/" + regex + "/");
        assertTrue(parsed.ast().toString().contains("Regex"), regex);
        var threads = ManagementFactory.getThreadMXBean();
        var began = threads.getCurrentThreadCpuTime();
        try {
          searcher.search(
              SearchRequest.counting(parsed.ast(), Selection.NONE, Duration.ofSeconds(5)));
        } catch (QueryRefused e) {
          assertEquals("/" + regex + "/", e.problem(parsed).span().of(parsed.text()));
        }
        var took = Duration.ofNanos(threads.getCurrentThreadCpuTime() - began);
        assertTrue(took.compareTo(Duration.ofSeconds(10)) < 0, regex + " took " + took);
      }
    }
  }

  private List<List<String>> texts(List<String> words) {
    var texts = new ArrayList<List<String>>();
    for (int i = 0; i < TWEETS; i++) {
      texts.add(
          List.of(
              words.get(random.nextInt(words.size())), words.get(random.nextInt(words.size()))));
    }
    return texts;
  }

  private static TestArchive archive(List<List<String>> texts) {
    var archive = new TestArchive();
    for (int i = 0; i < texts.size(); i++) {
      archive.add(TestArchive.row(i + 1, String.join(" ", texts.get(i))));
    }
    return archive;
  }

  private static long count(List<List<String>> texts, Predicate<List<String>> wanted) {
    return texts.stream().filter(wanted).count();
  }

  private static String joined(String kind, List<String> words, String between) {
    return words.stream()
        .map(word -> String.format(Locale.ROOT, kind, word))
        .collect(Collectors.joining(between));
  }

  /// Runs where `-Dtrawl.bench=DIR` names an index, best one of a million tweets. Of two lists, one
  /// finds what the other doesn't, and both together find the sum but for what both find.
  @Test
  void listsOfALargeIndexAddUp() throws Exception {
    var folder = System.getProperty("trawl.bench");
    assumeTrue(folder != null, "no -Dtrawl.bench=DIR");
    try (var index = PublishedIndex.open(Path.of(folder));
        var searcher = TweetSearcher.of(index)) {
      searcher.warmUp();
      var words = words(index);
      long all = total(searcher, "");
      for (var kind : List.of("%s", "\"%s\"", "=%s", "%s*", "%s~1", "\"the %s\"")) {
        int terms = kind.contains(" ") ? TERMS / 2 : TERMS;
        var list = words.subList(0, Math.min(terms - 1, words.size()));
        var half = list.size() / 2;
        var first = joined(kind, list.subList(0, half), " OR ");
        var second = joined(kind, list.subList(half, list.size()), " OR ");
        long together = timed(searcher, kind, first + " OR " + second);
        long both = total(searcher, "(" + first + ") (" + second + ")");
        assertEquals(total(searcher, first) + total(searcher, second) - both, together, kind);
        assertEquals(all - together, timed(searcher, "-" + kind, joined("-" + kind, list, " ")));
      }
      timed(searcher, "groups", groups(words));
      timed(searcher, "mixed", mixed(words));
    }
  }

  /// Words of all frequencies, each with three letters or more.
  private List<String> words(PublishedIndex index) throws Exception {
    var all = new ArrayList<String>();
    var terms = MultiTerms.getTerms(index.reader(), TweetFields.TEXT).iterator();
    for (var term = terms.next(); term != null; term = terms.next()) {
      var word = term.utf8ToString();
      if (word.matches("[a-z]{3,9}") && terms.docFreq() > 20) {
        all.add(word);
      }
    }
    Collections.shuffle(all, random);
    return all;
  }

  /// A query as papers have it: groups of alternatives, joined, with exclusions and operators.
  private static String groups(List<String> words) {
    int size = Math.min(words.size(), TERMS - 10);
    var some = words.subList(0, size / 2);
    var others = words.subList(size / 2, size * 9 / 10);
    var excluded = words.subList(size * 9 / 10, size);
    return "(%s) (%s) -(%s) since:2012 -is:reply"
        .formatted(
            joined("%s", some, " OR "),
            joined("\"%s\"", others, " OR "),
            joined("%s", excluded, " OR "));
  }

  /// A query with everything that words can be asked as.
  private static String mixed(List<String> words) {
    var kinds =
        List.of("%s", "\"%s\"", "=%s", "%s*", "%s~1", "\"the %s\"", "=\"the %s\"", "%s NEAR/3 the");
    var parts = new ArrayList<String>();
    for (int i = 0, terms = 0; terms < TERMS - 2 && i < words.size(); i++) {
      var kind = kinds.get(i % kinds.size());
      parts.add(joined(kind, List.of(words.get(i)), ""));
      terms += kind.contains("the") ? 2 : 1;
    }
    return String.join(" OR ", parts);
  }

  private static long total(TweetSearcher searcher, String query) throws Exception {
    return searcher.search(request(query, false)).total();
  }

  /// The total of a search with all facets, a timeline and a page of hits, as the page asks.
  private static long timed(TweetSearcher searcher, String name, String query) throws Exception {
    var process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    var millis = new ArrayList<Long>();
    var worked = new ArrayList<Long>();
    long total = 0;
    for (int i = 0; i < 4; i++) {
      long start = System.nanoTime();
      long before = process.getProcessCpuTime();
      total = searcher.search(request(query + (i == 0 ? "" : " -zq" + i), true)).total();
      millis.add((System.nanoTime() - start) / 1_000_000);
      worked.add((process.getProcessCpuTime() - before) / 1_000_000);
    }
    System.out.printf(
        "%-12s %,d characters, %,d hits, %s ms, of processors %s ms (first to last run)%n",
        name, query.length(), total, millis, worked);
    return total;
  }

  private static SearchRequest request(String query, boolean page) {
    var parsed = QueryParser.parse(query);
    assertEquals(List.of(), parsed.problems());
    var counting =
        page
            ? new Counting(
                EnumSet.allOf(Facet.class),
                10,
                Optional.of(Timeline.Choice.AUTO),
                Duration.ofMinutes(5))
            : SearchRequest.counting(parsed.ast(), Selection.NONE, Duration.ofMinutes(5))
                .counting();
    return new SearchRequest(
        parsed.ast(),
        Selection.NONE,
        new Page(Sort.RELEVANCE, page ? 20 : 0, Optional.empty(), false),
        counting);
  }
}
