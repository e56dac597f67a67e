package org.trawl.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.trawl.page.media.Showing;
import org.trawl.web.BasePath;
import org.trawl.web.ServerOptions;
import org.trawl.web.ServerOptions.Access;
import org.trawl.web.ServerOptions.Limits;
import org.trawl.web.ServerOptions.Network;
import org.trawl.web.access.Credentials;
import org.trawl.web.access.FramedBy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `trawl serve`.
@Command(name = "serve", description = "The search page and the API of an index.")
final class ServeCommand implements Callable<Integer> {
  @Mixin private IndexOption index;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description =
          "The address to listen at, else ${DEFAULT-VALUE}: this machine alone. Without --passwords"
              + " whoever reaches another address can search everything.")
  private String host;

  @Option(
      names = "--port",
      paramLabel = "P",
      defaultValue = "8080",
      description = "Else ${DEFAULT-VALUE}; 0 for any that is free.")
  private int port;

  @Option(
      names = "--passwords",
      paramLabel = "FILE",
      description =
          "Answer only those in the file, each line of which trawl password made; by HTTP basic"
              + " authentication or as a bearer token. Else anyone may ask.")
  private Optional<Path> passwords;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description =
          "A host name the server goes by, besides localhost and plain addresses; repeatable."
              + " Requests in other names are refused.")
  private List<String> names = List.of();

  @Option(
      names = "--proxy",
      paramLabel = "ADDRESS",
      description =
          "A proxy in front, whose X-Forwarded-For tells who asks; repeatable. Without it all who"
              + " come through one count as one client.")
  private List<String> proxies = List.of();

  @Option(
      names = "--base-path",
      paramLabel = "PATH",
      defaultValue = "",
      description =
          "The folder of a proxy's host that the server is at, such as /trawl: all of its addresses"
              + " begin so. Else the whole host is the server's.")
  private String basePath;

  @Option(
      names = "--origin",
      paramLabel = "URL",
      description =
          "A web site whose scripts may read answers, such as https://example.org; repeatable.")
  private List<String> origins = List.of();

  @Option(
      names = "--embed-in",
      paramLabel = "URL",
      description =
          "A web site that may show charts in a frame, such as https://news.example; repeatable."
              + " No other page may be framed, and no other site may frame charts.")
  private List<String> embedders = List.of();

  @Option(
      names = "--requests-per-minute",
      paramLabel = "N",
      defaultValue = "0",
      description = "Most requests of one client in a minute, on average; else unlimited.")
  private int requestsPerMinute;

  @Option(
      names = "--budget",
      paramLabel = "SECONDS",
      defaultValue = "10",
      description =
          "How long a search may take, 1 to 3600, else ${DEFAULT-VALUE}; then it answers with what"
              + " it has and says so.")
  private int budget;

  @Option(
      names = "--remember",
      paramLabel = "MB",
      defaultValue = "64",
      description =
          "Memory for what recent searches found and counted, 0 to 4096, else ${DEFAULT-VALUE}:"
              + " another page or order of the same search then takes milliseconds. Answers are the"
              + " same with any.")
  private int remembered;

  @Option(
      names = "--media-blurred",
      description =
          "Show pictures blurred until they are clicked. A reader can choose otherwise; the browser"
              + " remembers it.")
  private boolean mediaBlurred;

  @Option(
      names = "--log-queries",
      description = "Write what is searched into the log, which else names no query.")
  private boolean logQueries;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (remembered < 0 || remembered > 4_096) {
      throw new ParameterException(
          spec.commandLine(), "--remember must be 0 to 4096 megabytes, got " + remembered);
    }
    var pictures = mediaBlurred ? Showing.BLURRED : Showing.SHOWN;
    new Serving(index.address(), options(), (long) remembered << 20, pictures)
        .run(spec.commandLine().getErr());
    return 0;
  }

  private ServerOptions options() throws IOException {
    if (budget < 1 || budget > 3_600) {
      throw new ParameterException(
          spec.commandLine(), "--budget must be 1 to 3600 seconds, got " + budget);
    }
    if (requestsPerMinute < 0) {
      throw new ParameterException(
          spec.commandLine(), "--requests-per-minute must be 0 or more, got " + requestsPerMinute);
    }
    try {
      return new ServerOptions(
          new Network(host, port, BasePath.of(basePath)), limits(), access(), logQueries);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--" + e.getMessage(), e);
    }
  }

  private Limits limits() {
    var standard = Limits.DEFAULT;
    return new Limits(
        standard.searches().within(Duration.ofSeconds(budget)),
        standard.clients().atMost(requestsPerMinute),
        standard.stop());
  }

  private Access access() throws IOException {
    var credentials =
        passwords.isPresent()
            ? Optional.of(Credentials.read(passwords.get()))
            : Optional.<Credentials>empty();
    return new Access(
        names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet()),
        Set.copyOf(new HashSet<>(proxies)),
        Set.copyOf(new HashSet<>(origins)),
        credentials,
        FramedBy.of(embedders));
  }
}
