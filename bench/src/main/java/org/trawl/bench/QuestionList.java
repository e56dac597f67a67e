package org.trawl.bench;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The published list of questions: a line each, of name, category, Trawl's parameters and, where
/// they are others, the baseline's, parted by tabs. `{…}` stands for a word of the index, see
/// [IndexWords].
///
/// @param lines in their order
record QuestionList(List<Line> lines) {
  private static final String PUBLISHED = "queries.tsv";
  private static final Pattern WORD = Pattern.compile("\\{([^}]+)\\}");

  QuestionList {
    lines = List.copyOf(lines);
  }

  /// One line of the list, its words open.
  record Line(String name, String category, String trawl, String baseline) {}

  /// Reads a list.
  ///
  /// @param file empty: the published one
  static QuestionList read(Optional<Path> file) throws IOException {
    if (file.isPresent()) {
      return parse(Files.readString(file.get()));
    }
    try (var in = requireNonNull(QuestionList.class.getResourceAsStream(PUBLISHED))) {
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  static QuestionList parse(String text) throws IOException {
    var lines = new ArrayList<Line>();
    for (var line : text.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
      var cells = line.split("\t");
      if (cells.length < 3 || cells.length > 4) {
        throw new IOException("a question must have 3 or 4 cells parted by tabs: " + line);
      }
      lines.add(new Line(cells[0], cells[1], cells[2], cells[cells.length - 1]));
    }
    return new QuestionList(lines);
  }

  /// The list without the questions of fixed words that an archive has nothing for: how fast
  /// nothing is found tells little, and would make any mean say what it likes.
  QuestionList answeredBy(BaselineSearcher searcher) throws IOException {
    var answered = new ArrayList<Line>();
    for (var line : lines) {
      if (line.baseline.contains("{")
          || searcher.answer(new Parameters(line.baseline), null).total() > 0) {
        answered.add(line);
      }
    }
    return new QuestionList(answered);
  }

  /// The names of the questions that another list lacks.
  List<String> namesBeside(QuestionList other) {
    return lines.stream().filter(line -> !other.lines.contains(line)).map(Line::name).toList();
  }

  /// The questions with words of an index. Each round asks with other words, so that no cache of
  /// answers is measured where people would ask something new; lines without words stay the same.
  ///
  /// @param round from 0
  List<Question> questions(IndexWords words, int round) {
    var questions = new ArrayList<Question>();
    for (var line : lines) {
      questions.add(
          new Question(
              line.name,
              line.category,
              new Parameters(fill(line.trawl, words, round)),
              new Parameters(fill(line.baseline, words, round))));
    }
    return questions;
  }

  private static String fill(String text, IndexWords words, int round) {
    return WORD.matcher(text)
        .replaceAll(
            found -> java.util.regex.Matcher.quoteReplacement(words.word(found.group(1), round)));
  }
}
