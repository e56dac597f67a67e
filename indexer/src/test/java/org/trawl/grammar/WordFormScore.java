package org.trawl.grammar;

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
import org.trawl.language.Folding;
import org.trawl.language.LanguageCode;

/// Scores the grammars on lists of word forms: `language, lemma, form, form…`, separated by tabs.
///
/// Two forms meet when a search for one finds the other: they are folded to the same word or share
/// a lemma. Recall is how many pairs of forms of one lemma meet, precision how many of the pairs
/// that meet are forms of one lemma, over all forms of a language.
///
/// @param pairs pairs of forms of one lemma
/// @param right those that meet
/// @param meetings pairs of forms that meet
record WordFormScore(long pairs, long right, long meetings) {
  double recall() {
    return (double) right / pairs;
  }

  double precision() {
    return (double) right / meetings;
  }

  /// Prints a table; with a language as second argument, what fails in it.
  public static void main(String[] arguments) throws IOException {
    var scores = scores(Path.of(arguments[0]));
    double recall = 0;
    double precision = 0;
    for (var entry : scores.entrySet()) {
      var score = entry.getValue();
      System.out.printf("%s %.3f / %.3f%n", entry.getKey(), score.recall(), score.precision());
      recall += score.recall();
      precision += score.precision();
    }
    System.out.printf("mean %.3f / %.3f%n", recall / scores.size(), precision / scores.size());
    if (arguments.length > 1) {
      printErrors(read(Path.of(arguments[0])).getOrDefault(arguments[1], List.of()), arguments[1]);
    }
  }

  /// The score of each language of a list, by ISO code.
  static Map<String, WordFormScore> scores(Path list) throws IOException {
    var scores = new TreeMap<String, WordFormScore>();
    read(list).forEach((language, words) -> scores.put(language, score(language, words)));
    return scores;
  }

  private static Map<String, List<List<String>>> read(Path list) throws IOException {
    var words = new TreeMap<String, Map<String, List<String>>>();
    for (var line : Files.readAllLines(list)) {
      var cells = List.of(line.split("\t"));
      // A lemma that is several parts of speech has a line for each.
      words
          .computeIfAbsent(LanguageCode.iso(cells.get(0)), l -> new TreeMap<>())
          .computeIfAbsent(cells.get(1), l -> new ArrayList<>())
          .addAll(cells.subList(2, cells.size()));
    }
    var groups = new TreeMap<String, List<List<String>>>();
    words.forEach((language, lemmas) -> groups.put(language, List.copyOf(lemmas.values())));
    return groups;
  }

  private static WordFormScore score(String language, List<List<String>> words) {
    var same = pairs(words);
    long right = 0;
    long meetings = 0;
    for (var pair : meetings(language, words)) {
      meetings++;
      right += same.contains(pair) ? 1 : 0;
    }
    return new WordFormScore(same.size(), right, meetings);
  }

  /// Two different forms in alphabetical order.
  private record Pair(String first, String second) {
    static Pair of(String one, String other) {
      return one.compareTo(other) < 0 ? new Pair(one, other) : new Pair(other, one);
    }
  }

  private static Set<Pair> pairs(Iterable<? extends Iterable<String>> groups) {
    var pairs = new HashSet<Pair>();
    for (var group : groups) {
      for (var one : group) {
        for (var other : group) {
          if (!one.equals(other)) {
            pairs.add(Pair.of(one, other));
          }
        }
      }
    }
    return pairs;
  }

  private static Set<Pair> meetings(String language, List<List<String>> words) {
    var forms = WordForms.load();
    var byLemma = new HashMap<String, Set<String>>();
    for (var group : words) {
      for (var form : group) {
        byLemma.computeIfAbsent(Folding.fold(form), l -> new HashSet<>()).add(form);
        for (var lemma : forms.lemmas(language, form)) {
          byLemma.computeIfAbsent(':' + lemma, l -> new HashSet<>()).add(form);
        }
      }
    }
    return pairs(byLemma.values());
  }

  private static void printErrors(List<List<String>> words, String language) {
    var forms = WordForms.load();
    var same = pairs(words);
    var met = meetings(language, words);
    for (var pair : new HashSet<>(same)) {
      if (!met.contains(pair)) {
        print("missed", pair, forms, language);
      }
    }
    for (var pair : met) {
      if (!same.contains(pair)) {
        print("wrong", pair, forms, language);
      }
    }
  }

  private static void print(String what, Pair pair, WordForms forms, String language) {
    System.out.println(
        what
            + " "
            + pair.first()
            + " "
            + forms.lemmas(language, pair.first())
            + " "
            + pair.second()
            + " "
            + forms.lemmas(language, pair.second()));
  }
}
