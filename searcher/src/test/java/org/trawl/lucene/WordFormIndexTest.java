package org.trawl.lucene;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.trawl.lucene.TestArchive.row;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.trawl.query.QueryAst;
import org.trawl.query.QueryParser;
import org.trawl.query.TextPattern;
import org.trawl.query.TextPattern.Precision;
import org.trawl.search.QueryRefused;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchRequest.Sort;

/// Scores the grammars through the index on word forms from treebanks: a tweet for each form, a
/// query for each form in its language. Recall is how many pairs of forms of one lemma find each
/// other, precision how many of the pairs that find each other are forms of one lemma.
///
/// The gate asks for one form of three, `-Dtrawl.forms=1` for all: those figures are the ones to
/// quote.
class WordFormIndexTest {
  private static final int EVERY = Integer.getInteger("trawl.forms", 3);

  /// What a list must reach: the mean over its languages, and the worst of them.
  private record Least(double meanRecall, double meanPrecision, double recall, double precision) {}

  private record Score(String language, double recall, double precision) {}

  @Test
  void formsOfOneLemmaFindEachOther() throws Exception {
    check("word-forms.tsv", new Least(0.95, 0.93, 0.75, 0.88));
  }

  @Test
  void formsOfFurtherLanguagesFindEachOther() throws Exception {
    check("word-forms-more.tsv", new Least(0.86, 0.91, 0.65, 0.75));
  }

  private static void check(String name, Least least) throws Exception {
    var list = Path.of(System.getProperty("trawl.shared", "../shared"), "data", name);
    assumeTrue(Files.exists(list), "no word forms beside the project");
    var scores = new ArrayList<Score>();
    for (var entry : lemmas(list).entrySet()) {
      scores.add(score(entry.getKey(), entry.getValue()));
    }
    var stock = new ArrayList<Score>();
    for (var entry : lemmas(list).entrySet()) {
      stock.add(stock(entry.getKey(), entry.getValue()));
    }
    System.out.println(
        """
        | language | recall | precision | stock recall | stock precision |
        | --- | --- | --- | --- | --- |\
        """);
    for (int i = 0; i < scores.size(); i++) {
      print(scores.get(i), stock.get(i));
    }
    print(mean(scores), mean(stock));
    var recall = mean(scores).recall;
    var precision = mean(scores).precision;
    assertAll(
        () -> assertTrue(recall >= least.meanRecall, "mean recall " + recall),
        () -> assertTrue(precision >= least.meanPrecision, "mean precision " + precision),
        () ->
            assertTrue(
                scores.stream()
                    .allMatch(score ->
                        score.recall >= least.recall && score.precision >= least.precision),
                () -> "a language below " + least + ": " + scores));
  }

  private static void print(Score ours, Score stock) {
    System.out.printf(
        "| %s | %.3f | %.3f | %.3f | %.3f |%n",
        ours.language, ours.recall, ours.precision, stock.recall, stock.precision);
  }

  private static Score mean(List<Score> scores) {
    return new Score(
        "mean",
        scores.stream().mapToDouble(Score::recall).average().orElse(0),
        scores.stream().mapToDouble(Score::precision).average().orElse(0));
  }

  /// The same score of Lucene's own analyzer: forms find each other that it makes the same of.
  private static Score stock(String code, Map<String, Set<String>> lemmas) throws IOException {
    var same = pairs(lemmas);
    var forms = new TreeSet<String>();
    lemmas.values().forEach(forms::addAll);
    var byTerms = new HashMap<String, List<String>>();
    for (var form : forms) {
      var terms = StockAnalyzers.terms(code, form);
      if (!terms.isEmpty()) {
        byTerms.computeIfAbsent(terms, first -> new ArrayList<>()).add(form);
      }
    }
    var met = 0;
    var right = 0;
    for (var group : byTerms.values()) {
      for (var one : group) {
        for (var other : group) {
          if (!other.equals(one)) {
            met++;
            right += same.contains(List.of(one, other)) ? 1 : 0;
          }
        }
      }
    }
    return new Score(code, (double) right / same.size(), (double) right / met);
  }

  private static Set<List<String>> pairs(Map<String, Set<String>> lemmas) {
    var same = new HashSet<List<String>>();
    for (var group : lemmas.values()) {
      for (var one : group) {
        group.stream().filter(other -> !other.equals(one)).forEach(o -> same.add(List.of(one, o)));
      }
    }
    return same;
  }

  /// By language code, the forms of each lemma; a lemma that is several parts of speech has several
  /// lines.
  private static Map<String, Map<String, Set<String>>> lemmas(Path list) throws IOException {
    var lemmas = new TreeMap<String, Map<String, Set<String>>>();
    for (var line : Files.readAllLines(list)) {
      var cells = List.of(line.split("\t", -1));
      lemmas
          .computeIfAbsent(cells.get(0), code -> new TreeMap<>())
          .computeIfAbsent(cells.get(1), lemma -> new TreeSet<>())
          .addAll(cells.subList(2, cells.size()));
    }
    return lemmas;
  }

  private static Score score(String code, Map<String, Set<String>> lemmas) throws Exception {
    var forms = new TreeSet<String>();
    lemmas.values().forEach(forms::addAll);
    var archive = new TestArchive();
    var formOfId = new HashMap<Long, String>();
    for (var form : forms) {
      var id = formOfId.size() + 1L;
      formOfId.put(id, form);
      archive.add(row(id, form).lang(code));
    }
    var asked = new LinkedHashSet<String>();
    int at = 0;
    for (var form : forms) {
      if (at++ % EVERY == 0) {
        asked.add(form);
      }
    }
    var same = pairs(lemmas);
    same.removeIf(pair -> !asked.contains(pair.getFirst()));
    var met = 0;
    var right = 0;
    try (var searcher = archive.open(1)) {
      for (var form : asked) {
        for (var found : found(searcher, code, form)) {
          var other = formOfId.get(found);
          if (other != null && !other.equals(form)) {
            met++;
            right += same.contains(List.of(form, other)) ? 1 : 0;
          }
        }
      }
    }
    return new Score(code, (double) right / same.size(), (double) right / met);
  }

  private static Set<Long> found(TweetSearcher searcher, String code, String word)
      throws IOException, QueryRefused {
    var language = QueryParser.parse("lang:" + code).ast();
    var form =
        new QueryAst.Text(QueryAst.TextField.TWEET, new TextPattern.Word(word, Precision.FORMS));
    var query = QueryAst.and(List.of(language, form));
    var found = new HashSet<Long>();
    searcher.export(query, Selection.NONE, Sort.NEWEST, hit -> found.add(hit.tweet().id().value()));
    return found;
  }
}
