package org.trawl.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The command line. Each command is a class of its own in this package.
@Command(
    name = "trawl",
    description = "Search for the archives of state-backed information operations.",
    mixinStandardHelpOptions = true,
    versionProvider = Trawl.Version.class,
    subcommands = HelpCommand.class)
public final class Trawl implements Runnable {
  @Spec private CommandLine.Model.CommandSpec spec;

  /// Runs one command and ends the program with its exit code.
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /// All commands, as [#main] runs them.
  static CommandLine commandLine() {
    return new CommandLine(new Trawl());
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command?");
  }

  /// The version that the build wrote into the jar.
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      var version = Trawl.class.getPackage().getImplementationVersion();
      return new String[] {"trawl " + (version == null ? "(not built as a jar)" : version)};
    }
  }
}
