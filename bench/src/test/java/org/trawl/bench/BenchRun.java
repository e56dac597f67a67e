package org.trawl.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.trawl.generate.ArchiveGenerator;
import tools.jackson.databind.JsonNode;

/// The commands of the bench on a generated archive, in a folder of a test's own.
record BenchRun(Path folder) {
  static final int TWEETS = 3_000;

  /// Generates the archive.
  static BenchRun in(Path folder) throws IOException {
    var run = new BenchRun(folder);
    new ArchiveGenerator(TWEETS, 7, 2).write(run.archive(), done -> {});
    return run;
  }

  Path archive() {
    return folder.resolve("archive");
  }

  Path reports() {
    return folder.resolve("reports");
  }

  String run(String... arguments) {
    return run(0, arguments);
  }

  /// @param mostExit the highest exit code that is no fault
  private String run(int mostExit, String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    var exit =
        Bench.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(arguments);
    assertTrue(exit <= mostExit, () -> out + "\n" + err);
    return out.toString();
  }

  /// What a command wrote, of which it also prints the tables.
  JsonNode report(String name, String... options) throws IOException {
    return report(0, name, options);
  }

  JsonNode report(int mostExit, String name, String... options) throws IOException {
    var arguments = new ArrayList<>(List.of(options));
    arguments.addAll(List.of("--output", reports().toString()));
    var printed = run(mostExit, arguments.toArray(String[]::new));
    assertTrue(printed.contains("\n| "), printed);
    return Reports.JSON.readTree(
        Files.readString(reports().resolve(name + "-" + TWEETS + ".json")));
  }
}
