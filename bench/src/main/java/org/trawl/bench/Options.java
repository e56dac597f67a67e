package org.trawl.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trawl.index.ManifestFile;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// The indexes that commands ask, and the questions they ask.
final class Options {
  /// Values of a facet that questions choose from.
  private static final int FACET_VALUES = 100;

  @Option(names = "--index", paramLabel = "DIR", required = true, description = "Trawl's index.")
  Path index = Path.of("");

  @Option(
      names = "--baseline",
      paramLabel = "DIR",
      required = true,
      description = "Plain Lucene's index of the same archive, made by baseline-index or indexing.")
  Path baseline = Path.of("");

  @Option(
      names = "--queries",
      paramLabel = "FILE",
      description = "Questions to ask, else the published list.")
  Optional<Path> queries = Optional.empty();

  /// Both indexes and the questions to them.
  ///
  /// @param tweets in the baseline's index
  /// @param rounds the list with the words of each round
  /// @param leftOut questions of fixed words that the archive has nothing for
  record Subject(
      Path index, Path baseline, long tweets, List<List<Question>> rounds, List<String> leftOut) {}

  Subject subject() throws IOException {
    return subject(index, baseline, queries);
  }

  static Subject subject(Path index, Path baseline, Optional<Path> queries) throws IOException {
    var subject = unread(index, baseline, queries);
    var tweets = ManifestFile.read(index).tweets();
    if (tweets != subject.tweets) {
      throw new IOException(
          "the indexes are not of one archive: %s has %,d tweets, %s has %,d"
              .formatted(index, tweets, baseline, subject.tweets));
    }
    return subject;
  }

  /// For an index of another version, which this program cannot read.
  static Subject unread(Path index, Path baseline, Optional<Path> queries) throws IOException {
    try (var searcher = BaselineSearcher.open(baseline)) {
      var whole = QuestionList.read(queries);
      var list = whole.answeredBy(searcher);
      var words = new IndexWords(searcher.reader(), searcher.values(FACET_VALUES));
      var rounds = new ArrayList<List<Question>>();
      for (var round = 0; round < IndexWords.ROUNDS; round++) {
        rounds.add(list.questions(words, round));
      }
      var tweets = searcher.reader().numDocs();
      return new Subject(index, baseline, tweets, List.copyOf(rounds), whole.namesBeside(list));
    }
  }

  static void atLeastOne(CommandSpec spec, String option, long value) {
    if (value < 1) {
      throw new ParameterException(spec.commandLine(), option + " must be 1 or more, got " + value);
    }
  }
}
