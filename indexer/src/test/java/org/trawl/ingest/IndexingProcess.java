package org.trawl.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.trawl.index.IndexRefused;

/// `trawl index` as a process of its own, that can be killed.
final class IndexingProcess {
  private IndexingProcess() {}

  /// Runs the indexer: index folder, milliseconds between checkpoints, sources.
  public static void main(String[] args) throws IOException {
    var sources = Arrays.stream(args).skip(2).map(Path::of).toList();
    var options =
        IndexOptions.of(sources, Path.of(args[0]))
            .withOperation("ira")
            .withCheckpointEvery(Duration.ofMillis(Long.parseLong(args[1])));
    try {
      System.out.println(new TweetIndexer(options, IndexProgress.SILENT).run().outcome());
    } catch (IndexRefused e) {
      System.out.println(e.getMessage());
      System.exit(1);
    }
  }

  /// Starts it.
  ///
  /// @param output takes what it prints
  static Process start(
      List<String> jvmOptions,
      Path output,
      Path index,
      Duration checkpointEvery,
      List<Path> sources)
      throws IOException {
    return start(List.of(), jvmOptions, output, index, checkpointEvery, sources);
  }

  /// Starts it by another program.
  ///
  /// @param starter that program and its arguments, to which the command is added
  static Process start(
      List<String> starter,
      List<String> jvmOptions,
      Path output,
      Path index,
      Duration checkpointEvery,
      List<Path> sources)
      throws IOException {
    var command = new ArrayList<>(starter);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmOptions);
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            IndexingProcess.class.getName(),
            index.toString(),
            Long.toString(checkpointEvery.toMillis())));
    sources.forEach(source -> command.add(source.toString()));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
  }
}
