package org.trawl.ingest;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.trawl.index.Manifest;
import org.trawl.index.Manifest.End;
import org.trawl.index.Manifest.SourceFile;
import org.trawl.ingest.IndexProgress.Stage;

/// Reads the sources of a plan into a writer, with a checkpoint now and then.
final class IndexingRun {
  private static final Duration TELL_EVERY = Duration.ofMillis(100);

  /// Rows between two looks at the clock.
  private static final int ROWS_A_LOOK = 64;

  private final TweetWriter writer;
  private final TweetMedia media;
  private final Duration checkpointEvery;
  private final IndexProgress progress;
  private final BooleanSupplier stopping;
  private final List<SourceFile> finished = new ArrayList<>();
  private final List<GivenSource> work;
  private final long bytesTotal;
  private long bytesDone;
  private long rows;
  private long checkpointed = System.nanoTime();
  private long told = System.nanoTime();

  /// @param stopping asked at each row; once true, reading ends
  IndexingRun(
      TweetWriter writer,
      SourcePlan plan,
      TweetMedia media,
      IndexOptions options,
      IndexProgress progress,
      BooleanSupplier stopping) {
    this.writer = writer;
    this.media = media;
    this.checkpointEvery = options.checkpointEvery();
    this.progress = progress;
    this.stopping = stopping;
    this.work = plan.work();
    bytesTotal = work.stream().mapToLong(given -> given.seen().bytes()).sum();
    finished.addAll(writer.newest().sources());
    finished.removeIf(file -> file.end() == End.UNFINISHED);
  }

  /// Reads all sources, to their end or until it is to stop.
  ///
  /// @return every file taken in so far; the last is unfinished if reading was stopped in it
  List<SourceFile> read() throws IOException {
    var unfinished = writer.newest().unfinished();
    for (var given : work) {
      if (stopping.getAsBoolean()) {
        return finished;
      }
      var before =
          unfinished
              .filter(file -> file.sha256().equals(given.file().sha256()))
              .map(SourceFile::counts)
              .orElse(Manifest.RowCounts.NONE);
      var rest = new SourceRows(given, writer, media, before, this::row);
      var file = read(given, rest);
      if (file.end() == End.UNFINISHED) {
        return with(file);
      }
      finished.add(file);
      bytesDone += file.bytes();
    }
    return finished;
  }

  private SourceFile read(GivenSource given, SourceRows rest) throws IOException {
    End end;
    try {
      end = given.source().read(rest);
    } catch (StopReading e) {
      return rest.file(End.UNFINISHED);
    } catch (IOException e) {
      // That the file was taken away or cut explains more than what the reader stumbled over.
      given.refuseIfChanged();
      throw e;
    }
    given.refuseIfChanged();
    rest.refuseIfShort();
    return rest.file(end);
  }

  private List<SourceFile> with(SourceFile unfinished) {
    var all = new ArrayList<>(finished);
    all.add(unfinished);
    return all;
  }

  /// Rows read by this run so far.
  long rows() {
    return rows;
  }

  private void row(SourceRows current) throws IOException {
    if (stopping.getAsBoolean()) {
      throw new StopReading();
    }
    if (++rows % ROWS_A_LOOK != 0) {
      return;
    }
    var now = System.nanoTime();
    if (now - told > TELL_EVERY.toNanos()) {
      told = now;
      progress.at(
          new IndexProgress.State(
              Stage.READING, current.name(), bytesDone + current.bytesRead(), bytesTotal, rows));
    }
    if (now - checkpointed > checkpointEvery.toNanos()) {
      writer.checkpoint(with(current.file(End.UNFINISHED)));
      checkpointed = System.nanoTime();
    }
  }

  /// Ends reading in the middle of a file.
  private static final class StopReading extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StopReading() {
      super("stopped", null, false, false);
    }
  }
}
