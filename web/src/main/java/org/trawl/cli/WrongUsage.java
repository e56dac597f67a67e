package org.trawl.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Says what is wrong with a command line, in a line or two, and where to read more.
final class WrongUsage implements IParameterExceptionHandler {
  @Override
  public int handleParseException(ParameterException exception, String[] args) {
    var command = exception.getCommandLine();
    var err = command.getErr();
    var told = exception;
    // A mistyped option makes another one missing; the mistyping is what helps.
    if (!(told instanceof UnmatchedArgumentException)) {
      var unmatched = unmatched(command);
      if (!unmatched.isEmpty()) {
        told = new UnmatchedArgumentException(command, unmatched);
      }
    }
    err.println("trawl: " + told.getMessage());
    UnmatchedArgumentException.printSuggestions(told, err);
    err.println("See: " + command.getCommandSpec().qualifiedName() + " --help");
    err.flush();
    return Trawl.USAGE;
  }

  private static List<String> unmatched(CommandLine command) {
    return command.getUnmatchedArguments().stream().filter(a -> a.startsWith("-")).toList();
  }
}
