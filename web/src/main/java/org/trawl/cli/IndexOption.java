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

/// `--index DIR` of the commands that read one: a folder, or an address such as
/// `opensearch://HOST:PORT/NAME`.
final class IndexOption {
  @Option(
      names = "--index",
      paramLabel = "DIR",
      required = true,
      description =
          "The index folder, as trawl index made it; or opensearch://HOST:PORT/NAME, where trawl"
              + " publish brought one.")
  private String index;

  @Spec(Target.MIXEE)
  private CommandSpec command;

  /// What to open, of an index that there is memory for.
  ///
  /// @throws ParameterException if there is none
  /// @throws IOException if what it has published takes more memory than there is
  String address() throws IOException {
    if (isFolder() && !Files.isDirectory(Path.of(index))) {
      throw new ParameterException(
          command.commandLine(),
          "There is no index folder " + index + "; trawl index makes one from archive files");
    }
    TweetSearch.engine(index).needMemory(index, 0);
    return index;
  }

  /// Whether it is a folder of this machine, and no address of something else.
  boolean isFolder() {
    return !index.contains("://");
  }
}
