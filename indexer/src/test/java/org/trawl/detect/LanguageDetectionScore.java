package org.trawl.detect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/// How many of some sentences a detector reads right, language by language. Croatian and Serbian
/// count as one language.
final class LanguageDetectionScore {
  private static final String CROATIAN_OR_SERBIAN = "hr/sr";

  /// A sentence and the language that it is in.
  record Sentence(String language, String text) {}

  /// By language: what its sentences were taken for, and how often.
  private final Map<String, Map<String, Integer>> answers = new TreeMap<>();

  private LanguageDetectionScore() {}

  /// Lines of a language's code, a tab and a sentence.
  static List<Sentence> sentences(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .map(line -> line.split("\t", 2))
        .map(cells -> new Sentence(cells[0], cells[1]))
        .toList();
  }

  static LanguageDetectionScore of(List<Sentence> sentences, UnaryOperator<String> detector) {
    var score = new LanguageDetectionScore();
    for (Sentence sentence : sentences) {
      String answer = merged(detector.apply(sentence.text));
      score
          .answers
          .computeIfAbsent(merged(sentence.language), language -> new TreeMap<>())
          .merge(answer, 1, Integer::sum);
    }
    return score;
  }

  private static String merged(String language) {
    return language.equals("hr") || language.equals("sr") ? CROATIAN_OR_SERBIAN : language;
  }

  /// The share of a language's sentences that were read right.
  double accuracy(String language) {
    Map<String, Integer> given = answers.getOrDefault(language, Map.of());
    int all = given.values().stream().mapToInt(Integer::intValue).sum();
    return given.getOrDefault(language, 0) / (double) all;
  }

  /// The mean of the languages' accuracies, each counting the same.
  double average() {
    return answers.keySet().stream().mapToDouble(this::accuracy).average().orElse(0);
  }

  /// The lowest accuracy of any language.
  double lowest() {
    return answers.keySet().stream().mapToDouble(this::accuracy).min().orElse(0);
  }

  /// A Markdown table of accuracies in percent, one column for each score.
  static String table(Map<String, LanguageDetectionScore> scores) {
    var languages = new TreeSet<String>();
    scores.values().forEach(score -> languages.addAll(score.answers.keySet()));
    var table = new StringBuilder("| language |");
    scores.keySet().forEach(name -> table.append(' ').append(name).append(" |"));
    table.append("\n| --- |").append(" --- |".repeat(scores.size())).append('\n');
    for (String language : languages) {
      table.append("| ").append(language).append(" |");
      scores.values().forEach(score -> append(table, score.accuracy(language)));
      table.append('\n');
    }
    table.append("| **average** |");
    scores.values().forEach(score -> append(table, score.average()));
    return table.append('\n').toString();
  }

  private static void append(StringBuilder table, double share) {
    table.append(String.format(" %.1f |", 100 * share));
  }

  /// Which languages were taken for which others, as `be: en 2, cy 1`, one language a line.
  String confusions() {
    var lines = new StringBuilder();
    answers.forEach((language, given) -> {
      List<String> wrong =
          given.entrySet().stream()
              .filter(entry -> !entry.getKey().equals(language))
              .map(entry -> entry.getKey() + " " + entry.getValue())
              .toList();
      if (!wrong.isEmpty()) {
        lines.append(language).append(": ").append(String.join(", ", wrong)).append('\n');
      }
    });
    return lines.toString();
  }
}
