package org.trawl.lucene;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.trawl.lucene.TestArchive.row;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.trawl.language.Folding;
import org.trawl.query.QueryAst;
import org.trawl.query.TextPattern;
import org.trawl.query.TextPattern.Precision;
import org.trawl.search.QueryRefused;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchRequest.Sort;

/// Scores the search for words inside runs of scripts that are written without spaces, through the
/// index, on sentences that treebanks have cut into words: every word of two letters or more is
/// asked for. It is to find the sentences that have it as a word, and not those where its letters
/// only stand across the edge of two words.
///
/// What lies inside one longer word is told apart: whether `การ` is a word of `การเมือง` is the
/// treebank's choice, and treebanks choose otherwise from word to word.
///
/// The gate asks for one word of four, `-Dtrawl.words=1` for all: those figures are the ones to
/// quote.
class WordsInRunsTest {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}&&[^\\p{IsLatin}]]+");
  private static final int EVERY = Integer.getInteger("trawl.words", 4);

  /// A quarter of the words has the Japanese particle `って`, of which most finds are wrong.
  private static final double LEAST_PRECISION = EVERY == 1 ? 0.95 : 0.93;

  /// How many sentences words were found in.
  ///
  /// @param missed that have the word, and were not found
  /// @param across found, with the word's letters across an edge
  /// @param inside found, with them inside a longer word
  private record Score(String language, int words, int right, int missed, int across, int inside) {
    double recall() {
      return (double) right / (right + missed);
    }

    double precision() {
      return (double) right / (right + across);
    }

    double asWord() {
      return (double) right / (right + across + inside);
    }
  }

  @Test
  void wordsAreFoundAndNotLettersAcrossTwoWords() throws Exception {
    var list = Path.of(System.getProperty("trawl.shared", "../shared"), "data", "segmented.tsv");
    assumeTrue(Files.exists(list), "no segmented sentences beside the project");
    Map<String, List<List<String>>> sentences = new TreeMap<>();
    for (var line : Files.readAllLines(list)) {
      var cells = line.split("\t");
      sentences
          .computeIfAbsent(cells[0], _ -> new ArrayList<>())
          .add(List.of(cells[1].split("\u2502")));
    }
    System.out.println(
        "| language | words | recall | precision | inside a longer word counted as wrong |");
    for (var language : sentences.entrySet()) {
      var score = score(language.getKey(), language.getValue());
      System.out.printf(
          Locale.ROOT,
          "| %s | %d | %.3f | %.3f | %.3f |%n",
          score.language,
          score.words,
          score.recall(),
          score.precision(),
          score.asWord());
      assertAll(
          () -> assertTrue(score.recall() >= 0.99, score::toString),
          () -> assertTrue(score.precision() >= LEAST_PRECISION, score::toString));
    }
  }

  private static Score score(String code, List<List<String>> sentences) throws Exception {
    var archive = new TestArchive();
    // Traditional and simplified spellings are one word.
    var folded = new ArrayList<List<String>>();
    Map<String, Set<Integer>> having = new TreeMap<>();
    for (int i = 0; i < sentences.size(); i++) {
      archive.add(row(i + 1L, String.join("", sentences.get(i))).lang(code));
      folded.add(sentences.get(i).stream().map(Folding::fold).toList());
      for (var word : sentences.get(i)) {
        var bare = word.strip();
        if (isWord(bare)) {
          having.computeIfAbsent(Folding.fold(bare), _ -> new HashSet<>()).add(i);
        }
      }
    }
    int at = 0;
    int words = 0;
    int right = 0;
    int missed = 0;
    int across = 0;
    int inside = 0;
    try (var searcher = archive.open(1)) {
      for (var word : having.entrySet()) {
        if (at++ % EVERY != 0) {
          continue;
        }
        words++;
        var found = found(searcher, word.getKey());
        for (int own : word.getValue()) {
          missed += found.contains(own) ? 0 : 1;
        }
        for (int sentence : found) {
          if (word.getValue().contains(sentence)) {
            right++;
          } else if (isAcross(word.getKey(), folded.get(sentence))) {
            across++;
          } else {
            inside++;
          }
        }
      }
    }
    return new Score(code, words, right, missed, across, inside);
  }

  /// Two letters or more of the scripts at hand, with their marks.
  private static boolean isWord(String text) {
    return WORD.matcher(text).matches()
        && text.codePoints().filter(Character::isLetter).count() >= 2;
  }

  /// Whether a word's letters stand in a sentence only across the edges of its words.
  private static boolean isAcross(String word, List<String> sentence) {
    var edges = new HashSet<Integer>();
    var text = new StringBuilder();
    for (var part : sentence) {
      text.append(part);
      edges.add(text.length());
    }
    boolean spelled = false;
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      spelled = true;
      boolean crossed = false;
      for (int edge = at + 1; edge < at + word.length(); edge++) {
        crossed |= edges.contains(edge);
      }
      if (!crossed) {
        return false;
      }
    }
    return spelled;
  }

  private static Set<Integer> found(TweetSearcher searcher, String word)
      throws IOException, QueryRefused {
    var query =
        new QueryAst.Text(QueryAst.TextField.TWEET, new TextPattern.Word(word, Precision.FORMS));
    var found = new HashSet<Integer>();
    searcher.export(
        query, Selection.NONE, Sort.NEWEST, hit -> found.add((int) hit.tweet().id().value() - 1));
    return found;
  }
}
