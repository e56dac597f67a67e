package org.trawl.cli;

import io.javalin.util.JavalinException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trawl.page.analysis.AllPages;
import org.trawl.page.media.Showing;
import org.trawl.search.QueryRefused;
import org.trawl.search.TweetSearch;
import org.trawl.web.IndexSource;
import org.trawl.web.SearchServer;
import org.trawl.web.ServerOptions;

/// A server of one index, until the program is told to end: then it finishes what it took.
final class Serving {
  private static final Logger LOG = LoggerFactory.getLogger("trawl.server");

  private final String index;
  private final ServerOptions options;
  private final long memory;
  private final Showing pictures;

  /// @param memory bytes for what is remembered of recent searches; 0 for none
  /// @param pictures how pages show them until a reader says otherwise
  Serving(String index, ServerOptions options, long memory, Showing pictures) {
    this.index = index;
    this.options = options;
    this.memory = memory;
    this.pictures = pictures;
  }

  /// Serves until the program ends.
  ///
  /// @param err takes the address, once searches are answered there
  void run(PrintWriter err) throws IOException {
    // Before anything is read, as what is read takes memory.
    var source = source();
    source.engine().needMemory(source.address(), memory);
    try (var server = SearchServer.of(source, options)) {
      start(server);
      var warmUp = Thread.ofPlatform().daemon().name("warm-up").start(() -> warmUp(server));
      tell(err, server.port());
      waitForTheEnd(server);
      end(warmUp);
    }
  }

  /// Grammars and models are the same for every state of an index, and are read once.
  private IndexSource source() throws IOException {
    var engine = TweetSearch.engine(index);
    var budget = options.limits().searches().budget();
    var base = options.network().base();
    var framedBy = options.access().framedBy();
    return new IndexSource(
        index,
        engine,
        memory,
        searcher -> new AllPages(searcher, budget, base, framedBy, pictures));
  }

  private void tell(PrintWriter err, int port) {
    var host = options.network().host();
    var base = options.network().base().path();
    err.println("Trawl answers at http://" + host + ":" + port + base + "/  (Ctrl-C ends it)");
    if (!isLoopback(host)) {
      err.println(
          options.access().credentials().isPresent()
              ? "It listens beyond this machine, over plain HTTP: passwords and searches can be"
                  + " read on the way unless a proxy with TLS stands in front (docs/deploy.md)."
              : "It listens beyond this machine and asks nobody who they are: whoever reaches "
                  + host
                  + " can search and export everything. --passwords would ask.");
    }
    err.flush();
  }

  private static void warmUp(SearchServer server) {
    try {
      server.warmUp();
    } catch (IOException | QueryRefused e) {
      // The first search that needs what could not be read tells its asker.
      LOG.warn("Not all could be made ready for the first searches", e);
    }
  }

  private void start(SearchServer server) throws IOException {
    try {
      server.start();
    } catch (JavalinException e) {
      throw new IOException(
          "cannot listen at "
              + options.network().host()
              + ":"
              + options.network().port()
              + "; is another program there? --port takes another number, 0 any that is free",
          e);
    }
  }

  private static void waitForTheEnd(SearchServer server) {
    var ended = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.close();
                  ended.countDown();
                },
                "stop-server"));
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void end(Thread warmUp) {
    warmUp.interrupt();
    try {
      warmUp.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost") || host.startsWith("127.") || host.equals("::1");
  }
}
