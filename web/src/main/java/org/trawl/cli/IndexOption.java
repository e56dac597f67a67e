package org.trawl.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.trawl.search.TweetSearch;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/// `--index DIR` of the commands that read one.
final class IndexOption {
  @Option(
      names = "--index",
      paramLabel = "DIR",
      required = true,
      description = "The index folder, as trawl index made it.")
  private Path index;

  @Spec(Target.MIXEE)
  private CommandSpec command;

  /// The folder, of an index that there is memory for.
  ///
  /// @throws ParameterException if there is none
  /// @throws IOException if what it has published takes more memory than there is
  Path folder() throws IOException {
    if (!Files.isDirectory(index)) {
      throw new ParameterException(
          command.commandLine(),
          "There is no index folder " + index + "; trawl index makes one from archive files");
    }
    TweetSearch.engine(index.toString()).needMemory(index.toString(), 0);
    return index;
  }
}
