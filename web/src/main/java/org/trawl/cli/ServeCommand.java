package org.trawl.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.trawl.web.ServerOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `trawl serve`.
@Command(name = "serve", description = "The search page and the HTTP interface of an index.")
final class ServeCommand implements Callable<Integer> {
  @Mixin private IndexOption index;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description =
          "The address to listen at, else ${DEFAULT-VALUE}: this machine alone. The server has no"
              + " accounts; whoever reaches another address can search everything.")
  private String host;

  @Option(
      names = "--port",
      paramLabel = "P",
      defaultValue = "8080",
      description = "Else ${DEFAULT-VALUE}; 0 for any that is free.")
  private int port;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    new Serving(index.folder(), options()).run(spec.commandLine().getErr());
    return 0;
  }

  private ServerOptions options() {
    try {
      var standard = ServerOptions.DEFAULT;
      return new ServerOptions(
          new ServerOptions.Network(host, port),
          standard.limits(),
          standard.access(),
          standard.logQueries());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--" + e.getMessage(), e);
    }
  }
}
