package org.trawl.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.trawl.archive.TableFuzz;
import org.trawl.lucene.CursorFuzz;
import org.trawl.query.QueryFuzz;
import org.trawl.tweet.ListCellFuzz;
import org.trawl.web.RequestFuzz;

/// What is fuzzed. `web/fuzz` has the same list, with what each covers.
enum FuzzTarget {
  QUERY(QueryFuzz::fuzzerTestOneInput, 4_000),
  TABLE(TableFuzz::fuzzerTestOneInput, 4_000),
  LIST(ListCellFuzz::fuzzerTestOneInput, 20_000),
  CURSOR(CursorFuzz::fuzzerTestOneInput, 20_000),
  REQUEST(RequestFuzz::fuzzerTestOneInput, 500);

  private static final Path CORPORA = Path.of("src/test/resources/org/trawl/fuzz");

  @SuppressWarnings("ImmutableEnumChecker") // a method
  private final Consumer<byte[]> attempt;

  /// Inputs of a short run.
  final int few;

  FuzzTarget(Consumer<byte[]> attempt, int few) {
    this.attempt = attempt;
    this.few = few;
  }

  /// Tries one input.
  ///
  /// @throws AssertionError if it breaks a law
  void attempt(byte[] input) {
    attempt.accept(input);
  }

  /// The inputs that are kept: those that once found a fault, and the smallest that cover what is
  /// known to be covered. One a line, in base 64.
  List<byte[]> corpus() throws IOException {
    var file = CORPORA.resolve(name().toLowerCase(Locale.ROOT) + ".base64");
    var inputs = new ArrayList<byte[]>();
    for (var line : Files.readAllLines(file)) {
      inputs.add(Base64.getDecoder().decode(line));
    }
    return inputs;
  }
}
