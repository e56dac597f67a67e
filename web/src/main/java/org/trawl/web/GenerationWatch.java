package org.trawl.web;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trawl.explain.Listing;
import org.trawl.search.QueryRefused;

/// Looks every now and then whether another state of the index was published, opens it, makes it
/// ready for its first questions and puts it into service. Meanwhile the one before answers.
final class GenerationWatch implements AutoCloseable {
  private static final Duration EVERY = Duration.ofSeconds(2);
  private static final Logger LOG = LoggerFactory.getLogger("trawl.server");

  private final IndexSource source;
  private final CurrentRoutes routes;
  private final Function<IndexSource.Opened, Generation> maker;
  private final Thread thread =
      Thread.ofPlatform().daemon().name("watch-index").unstarted(this::run);
  private volatile String refused = "";

  /// @param maker makes a generation of a state that was opened
  GenerationWatch(
      IndexSource source, CurrentRoutes routes, Function<IndexSource.Opened, Generation> maker) {
    this.source = source;
    this.routes = routes;
    this.maker = maker;
  }

  void start() {
    thread.start();
  }

  /// Why the newest published state could not be put into service; empty if it is in service.
  String refused() {
    return refused;
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        look();
        Thread.sleep(EVERY);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Puts what was published since into service, if anything was.
  void look() throws InterruptedException {
    try {
      var searcher = routes.current().searcher();
      if (searcher.isPresent() && searcher.get().isOutdated()) {
        putIntoService();
      }
      say("");
    } catch (IOException | RuntimeException e) {
      say(Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName()));
    }
  }

  private void putIntoService() throws IOException {
    var opened = source.open(routes.current().searcher());
    try {
      opened.searcher().warmUp();
      opened.pages().warmUp();
    } catch (IOException | QueryRefused e) {
      LOG.warn("Not all could be made ready for the first searches", e);
    }
    routes.put(maker.apply(opened));
    var archive = opened.searcher().archive();
    LOG.info(
        "The index published at {} is in service, with {}",
        archive.state().updated(),
        Listing.count(archive.tweets(), "tweet", "tweets"));
  }

  private void say(String why) {
    if (!why.isEmpty() && !why.equals(refused)) {
      LOG.warn("What the index folder has published cannot be put into service: {}", why);
    }
    refused = why;
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
