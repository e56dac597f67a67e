package org.trawl.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.trawl.cli.Progress.Unit;
import org.trawl.explain.Listing;
import org.trawl.ingest.IndexOptions;
import org.trawl.ingest.IndexProgress;
import org.trawl.ingest.IndexReport;
import org.trawl.ingest.TweetIndexer;

/// One run of the indexer with its progress shown. Ctrl-C stops it at the next safe place: the
/// program waits for that before it ends.
final class Indexing {
  private final IndexOptions options;

  Indexing(IndexOptions options) {
    this.options = options;
  }

  IndexReport run() throws IOException {
    var done = new CountDownLatch(1);
    try (var progress = Progress.of("indexing", Unit.MEGABYTES)) {
      var indexer = new TweetIndexer(options, state -> show(state, progress));
      var stop = new Thread(() -> stop(indexer, done), "stop-indexing");
      Runtime.getRuntime().addShutdownHook(stop);
      try {
        return indexer.run();
      } finally {
        done.countDown();
        forget(stop);
      }
    }
  }

  /// Prints what became of each file and of all.
  static void print(IndexReport report, Path folder, PrintWriter out) {
    for (var file : report.files()) {
      out.println(TerminalText.line(file.name() + ": " + IndexReportText.file(file)));
      for (var note : file.findings().notes()) {
        out.println("  - " + TerminalText.line(note));
      }
    }
    out.println(TerminalText.line(IndexReportText.all(report)));
    if (report.rejected() > 0) {
      out.println(
          "The rows that were rejected, each with its line and the reason, are in "
              + folder.resolve("rejected.csv"));
    }
    out.flush();
  }

  private static void show(IndexProgress.State state, Progress progress) {
    var note =
        switch (state.stage()) {
          case COMPARING -> "comparing " + TerminalText.line(state.what());
          case CATALOGUING ->
              Listing.count(state.rows(), "media file", "media files")
                  + " so far, in "
                  + TerminalText.line(state.what());
          case READING -> Listing.count(state.rows(), "row", "rows") + " so far";
          case PUBLISHING -> "publishing";
        };
    var total = Math.max(1, state.bytesTotal());
    progress.at(state.bytesTotal() == 0 ? total : state.bytesDone(), total, note);
  }

  private static void stop(TweetIndexer indexer, CountDownLatch done) {
    if (done.getCount() == 0) {
      return;
    }
    System.err.println();
    System.err.println("trawl: stopping at the next safe place ...");
    indexer.stop();
    try {
      done.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void forget(Thread stop) {
    try {
      Runtime.getRuntime().removeShutdownHook(stop);
    } catch (IllegalStateException e) {
      // The program is ending already, and the hook with it.
    }
  }
}
