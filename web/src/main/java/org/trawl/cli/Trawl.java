package org.trawl.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.trawl.archive.NotAnArchive;
import org.trawl.search.TweetSearch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// The command line. Each command is a class of its own in this package. Results go to standard
/// output, everything else to standard error.
@Command(
    name = "trawl",
    description = "Search for the archives of state-backed information operations.",
    scope = ScopeType.INHERIT,
    mixinStandardHelpOptions = true,
    versionProvider = Trawl.Version.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:the work failed", "2:wrong usage"},
    subcommands = {
      IndexCommand.class,
      ServeCommand.class,
      SearchCommand.class,
      ExportCommand.class,
      BatchCommand.class,
      CompareCommand.class,
      NetworkCommand.class,
      CoordinationCommand.class,
      PublishCommand.class,
      CheckCommand.class,
      GenerateCommand.class,
      DemoCommand.class,
      PasswordCommand.class,
      HelpCommand.class
    })
public final class Trawl implements Runnable {
  /// Exit code: the work failed.
  static final int FAILED = 1;

  /// Exit code: wrong usage.
  static final int USAGE = 2;

  @Spec private CommandLine.Model.CommandSpec spec;

  private final OutputStream standardOutput;

  private Trawl(OutputStream standardOutput) {
    this.standardOutput = standardOutput;
  }

  /// Kept, as the settings of a logger nobody holds are forgotten.
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  /// Runs one command and ends the program with its exit code.
  public static void main(String[] args) {
    // Lucene tells how it computes; that is nothing for whoever typed a command.
    LUCENE.setLevel(Level.SEVERE);
    // Not System.out, which says nothing when its reader is gone.
    var out = new FileOutputStream(FileDescriptor.out);
    // What is written is UTF-8, whatever the environment says of its charset.
    System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8));
    var commands =
        commandLine(out)
            .setOut(new PrintWriter(new OutputStreamWriter(out, UTF_8), false))
            .setErr(new PrintWriter(System.err, true, UTF_8));
    System.exit(run(commands, args));
  }

  private static int run(CommandLine commands, String[] args) {
    try {
      return commands.execute(Arguments.read(args));
    } catch (Arguments.Unreadable e) {
      commands.getErr().println("trawl: " + e.getMessage());
      return USAGE;
    } finally {
      commands.getOut().flush();
      commands.getErr().flush();
    }
  }

  /// All commands, as [#main] runs them.
  ///
  /// @param standardOutput takes results that are files
  static CommandLine commandLine(OutputStream standardOutput) {
    return new CommandLine(new Trawl(standardOutput))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setParameterExceptionHandler(new WrongUsage())
        .setExecutionStrategy(Trawl::execute)
        .setExecutionExceptionHandler(Trawl::failed);
  }

  /// A mapped file that is cut while it is read is an error of the machine, and the index's fault.
  private static int execute(CommandLine.ParseResult parsed) {
    try {
      return new CommandLine.RunLast().execute(parsed);
    } catch (InternalError e) {
      var last = parsed;
      while (last.hasSubcommand()) {
        last = last.subcommand();
      }
      throw new CommandLine.ExecutionException(
          last.commandSpec().commandLine(), "a file cannot be read", new IllegalStateException(e));
    }
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command?");
  }

  /// Takes results that are files: bytes, not lines.
  OutputStream standardOutput() {
    return standardOutput;
  }

  /// Says what went wrong. What a person can mend has a sentence; for the rest, which is a mistake
  /// of the program, the trace helps whoever mends it.
  private static int failed(
      Exception exception, CommandLine command, CommandLine.ParseResult parsed) {
    var err = command.getErr();
    var usage = false;
    if (isReaderGone(exception)) {
      // Whoever read the output, such as head, has enough: not worth a word.
      return FAILED;
    }
    if (exception instanceof IOException io) {
      err.println("trawl: " + TerminalText.of(sentence(io)));
      usage = isUsage(io);
    } else if (exception instanceof UncheckedIOException io) {
      err.println("trawl: " + TerminalText.of(String.valueOf(io.getMessage())));
    } else if (damage(command).isPresent()) {
      err.println("trawl: " + TerminalText.of(damage(command).get()));
    } else {
      err.println("trawl: this should not have happened; please report it:");
      exception.printStackTrace(new PrintWriter(err, true));
    }
    err.flush();
    return usage ? USAGE : FAILED;
  }

  /// What is wrong with the index of a command that failed, as far as it shows without reading all
  /// of it; empty if it is not the index's fault.
  private static Optional<String> damage(CommandLine command) {
    var parsed = command.getParseResult();
    if (parsed == null || !parsed.hasMatchedOption("--index")) {
      return Optional.empty();
    }
    var index = String.valueOf(parsed.<Object>matchedOptionValue("--index", ""));
    try {
      var problems = TweetSearch.engine(index).problems(index);
      return problems.stream()
          .findFirst()
          .map(first ->
              "the index in "
                  + index
                  + " is damaged: "
                  + first
                  + "; trawl check --index "
                  + index
                  + " says more");
    } catch (IOException e) {
      return Optional.of(sentence(e));
    }
  }

  private static boolean isReaderGone(Exception exception) {
    var cause = exception instanceof UncheckedIOException e ? e.getCause() : exception;
    return cause instanceof IOException && "Broken pipe".equals(cause.getMessage());
  }

  /// Whether the command named what it should not have.
  private static boolean isUsage(IOException exception) {
    return exception instanceof NoSuchFileException
        || exception instanceof FileAlreadyExistsException
        || exception instanceof NotAnArchive;
  }

  private static String sentence(IOException exception) {
    return switch (exception) {
      case NoSuchFileException e -> "there is no " + e.getFile();
      case FileAlreadyExistsException e ->
          e.getFile()
              + " is there already"
              + (e.getReason() == null ? "" : ": it " + e.getReason());
      case AccessDeniedException e -> e.getFile() + ": this user may not read or write it";
      case NotDirectoryException e -> e.getFile() + " is no folder";
      case FileSystemException e ->
          e.getFile()
              + ": "
              + (e.getReason() == null ? e.getClass().getSimpleName() : e.getReason());
      default ->
          exception.getMessage() == null
              ? exception.getClass().getSimpleName()
              : exception.getMessage();
    };
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
