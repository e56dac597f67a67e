package org.trawl.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.trawl.explain.Listing;
import org.trawl.generate.ArchiveGenerator;
import org.trawl.generate.media.MediaGenerator;
import org.trawl.ingest.IndexOptions;
import org.trawl.page.media.Showing;
import org.trawl.search.TweetSearch;
import org.trawl.web.ServerOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `trawl demo`.
@Command(
    name = "demo",
    description = {
      "Makes a sample archive, indexes it and serves it: Trawl to look at, with one command.",
      "The sample is synthetic; nothing in it is real. It is kept, so that the next start is quick."
    })
final class DemoCommand implements Callable<Integer> {
  private static final long SEED = 2018;

  /// A start should take no longer for them than a look at the page.
  private static final int MOST_PICTURES = 600;

  @Option(
      names = "--tweets",
      paramLabel = "N",
      defaultValue = "120000",
      description = "How many tweets to make, else ${DEFAULT-VALUE}.")
  private long tweets;

  @Option(
      names = "--port",
      paramLabel = "P",
      defaultValue = "8080",
      description = "Else ${DEFAULT-VALUE}; 0 for any that is free.")
  private int port;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (tweets < 1) {
      throw new ParameterException(spec.commandLine(), "--tweets must be 1 or more, got " + tweets);
    }
    if (port < 0 || port > 65_535) {
      throw new ParameterException(spec.commandLine(), "--port must be 0 to 65535, got " + port);
    }
    var folder = folder().resolve(Long.toString(tweets));
    var archive = folder.resolve("archive");
    var index = folder.resolve("index");
    var err = spec.commandLine().getErr();
    // The index is there only when it is whole; what an interrupted start left is made again.
    if (!Files.exists(index.resolve("manifest.json"))) {
      Files.createDirectories(folder);
      err.printf("Making %s in %s%n", Listing.count(tweets, "tweet", "tweets"), archive);
      err.flush();
      var threads = Runtime.getRuntime().availableProcessors();
      try (var progress = Progress.of("generating", Progress.Unit.TWEETS)) {
        new ArchiveGenerator(tweets, SEED, threads)
            .write(archive, done -> progress.at(done, tweets, ""));
      }
      var media = MediaGenerator.beside(archive);
      var pictures = Math.clamp(tweets / 100, 1, MOST_PICTURES);
      try (var progress = Progress.of("drawing", Progress.Unit.PICTURES)) {
        new MediaGenerator(pictures, SEED)
            .write(archive, tweets, media, done -> progress.at(done, pictures, ""));
      }
      new Indexing(IndexOptions.of(List.of(archive), index).withMedia(media)).run();
    }
    new Serving(
            index.toString(),
            ServerOptions.DEFAULT.onPort(port),
            TweetSearch.RECENT_BYTES,
            Showing.SHOWN)
        .run(err);
    return 0;
  }

  /// Where samples are kept: the folder that the launcher names, else the user's cache.
  private static Path folder() {
    var named = System.getProperty("trawl.samples");
    return named == null
        ? Path.of(System.getProperty("user.home"), ".cache", "trawl", "demo")
        : Path.of(named);
  }
}
