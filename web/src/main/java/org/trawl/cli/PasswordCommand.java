package org.trawl.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.trawl.web.access.Credentials;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `trawl password`.
@Command(
    name = "password",
    description = {
      "Prints a line for the file of trawl serve --passwords: a name, and a hash of its password.",
      "The password is asked for on a terminal, and elsewhere is the first line of standard input."
    })
final class PasswordCommand implements Callable<Integer> {
  /// Tokens can be tried as fast as the server answers; shorter ones would be guessed.
  private static final int MIN_LENGTH = 8;

  @Parameters(paramLabel = "NAME", description = "Who it is for; without a colon.")
  private String name;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    var password = password();
    if (password.length() < MIN_LENGTH) {
      throw new ParameterException(
          spec.commandLine(), "A password has " + MIN_LENGTH + " characters or more");
    }
    try {
      spec.commandLine().getOut().println(Credentials.line(name, password));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
    spec.commandLine().getOut().flush();
    return 0;
  }

  @SuppressWarnings("SystemConsoleNull") // without a terminal JDK 25 gives null again
  private String password() throws IOException {
    var console = System.console();
    if (console != null && console.isTerminal()) {
      var typed = console.readPassword("Password for %s: ", name);
      return typed == null ? "" : new String(typed);
    }
    var line =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    return line == null ? "" : line;
  }
}
