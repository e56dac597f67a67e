package org.trawl.search;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.trawl.search.TestArchive.row;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchRequest.Sort;

/// Scores the grammars through the index on word forms from treebanks: a tweet for each form, a
/// query for each form in its language. Recall is how many pairs of forms of one lemma find each
/// other, precision how many of the pairs that find each other are forms of one lemma.
class WordFormIndexTest {
  private static final double LEAST_MEAN_RECALL = 0.93;
  private static final double LEAST_MEAN_PRECISION = 0.93;
  private static final double LEAST_RECALL = 0.7;

  private record Score(String language, double recall, double precision) {}

  @Test
  void formsOfOneLemmaFindEachOther() throws Exception {
    var list = Path.of(System.getProperty("trawl.shared", "../shared"), "data", "word-forms.tsv");
    assumeTrue(Files.exists(list), "no word forms beside the project");
    var scores = new ArrayList<Score>();
    for (var entry : lemmas(list).entrySet()) {
      scores.add(score(entry.getKey(), entry.getValue()));
    }
    System.out.println("| language | recall | precision |\n| --- | --- | --- |");
    for (var score : scores) {
      System.out.printf("| %s | %.3f | %.3f |%n", score.language, score.recall, score.precision);
    }
    var recall = scores.stream().mapToDouble(Score::recall).average().orElse(0);
    var precision = scores.stream().mapToDouble(Score::precision).average().orElse(0);
    System.out.printf("| mean | %.3f | %.3f |%n", recall, precision);
    assertAll(
        () -> assertTrue(recall >= LEAST_MEAN_RECALL, "mean recall " + recall),
        () -> assertTrue(precision >= LEAST_MEAN_PRECISION, "mean precision " + precision),
        () ->
            assertTrue(
                scores.stream().allMatch(score -> score.recall >= LEAST_RECALL),
                () -> "a recall below " + LEAST_RECALL + ": " + scores));
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
    var same = new HashSet<List<String>>();
    for (var group : lemmas.values()) {
      for (var one : group) {
        group.stream().filter(other -> !other.equals(one)).forEach(o -> same.add(List.of(one, o)));
      }
    }
    var met = 0;
    var right = 0;
    try (var searcher = archive.open(1)) {
      for (var form : forms) {
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
