package org.trawl.cli;

import java.nio.file.Files;
import java.nio.file.Path;
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

  /// The folder.
  ///
  /// @throws ParameterException if there is none
  Path folder() {
    if (!Files.isDirectory(index)) {
      throw new ParameterException(
          command.commandLine(),
          "There is no index folder " + index + "; trawl index makes one from archive files");
    }
    return index;
  }
}
