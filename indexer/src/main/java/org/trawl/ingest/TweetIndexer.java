package org.trawl.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.trawl.archive.NotAnArchive;
import org.trawl.archive.TweetArchive;
import org.trawl.index.AccountTable;
import org.trawl.index.IndexFolder;
import org.trawl.index.IndexRefused;
import org.trawl.index.Manifest;
import org.trawl.index.Manifest.End;
import org.trawl.index.Manifest.SourceFile;
import org.trawl.index.ManifestFile;
import org.trawl.ingest.IndexProgress.Stage;
import org.trawl.ingest.IndexReport.FileReport;
import org.trawl.ingest.IndexReport.Outcome;

/// Builds an index folder from archive files, or extends one.
///
/// One thread reads the files in their order, so that which of several rows with one id is kept
/// does not depend on chance; workers analyse and index the tweets. Now and then all is brought to
/// a checkpoint on disk, from which the next run goes on if this one is killed. Readers see none of
/// it until the end, when all is published at once.
///
/// An instance is for one run.
public final class TweetIndexer {
  private final IndexOptions options;
  private final IndexFolder folder;
  private final IndexProgress progress;
  private final long started = System.nanoTime();
  private volatile boolean stopping;

  public TweetIndexer(IndexOptions options, IndexProgress progress) {
    this.options = options;
    this.folder = new IndexFolder(options.folder());
    this.progress = progress;
  }

  /// Asks the run to stop soon: it keeps its work, and [#run] returns. Any thread may ask.
  public void stop() {
    stopping = true;
  }

  /// Indexes all sources of the options and publishes the result.
  ///
  /// @throws NotAnArchive if a source is missing or is no archive file; nothing was done then
  /// @throws IOException if a source cannot be looked at
  /// @throws IndexRefused if indexing cannot be done; what was published before is as it was
  public IndexReport run() throws IOException {
    var archive = TweetArchive.open(options.sources(), options.operation());
    var report = run(archive.files().stream().<ArchiveSource>map(FileSource::new).toList());
    return report.withNotes(archive.notes());
  }

  /// Indexes sources that are open already.
  IndexReport run(List<ArchiveSource> sources) throws IndexRefused {
    try {
      Files.createDirectories(folder.path());
      if (folder.isForeign()) {
        throw new IndexRefused(
            folder.path()
                + " has files, but no index: give an empty folder, or one that does not exist");
      }
      try (var _ = IndexLock.take(folder)) {
        return index(sources);
      }
    } catch (IOException | UncheckedIOException | AlreadyClosedException | OutOfMemoryError e) {
      throw IndexingFailure.explain(e, folder);
    }
  }

  private IndexReport index(List<ArchiveSource> sources) throws IOException {
    Optional<Manifest> published =
        Files.exists(folder.manifest())
            ? Optional.of(ManifestFile.read(folder.path()))
            : Optional.empty();
    try (var directory = WriterDirectory.open(Files.createDirectories(folder.tweets()))) {
      var states = IndexStates.of(directory, published);
      return index(sources, directory, states, published);
    }
  }

  private IndexReport index(
      List<ArchiveSource> sources,
      Directory directory,
      IndexStates states,
      Optional<Manifest> before)
      throws IOException {
    try (var comparison = compare(sources, states)) {
      var plan =
          SourcePlan.of(comparison.given(progress), states.published(), states.unpublished());
      var published = before;
      if (plan.done()) {
        return report(Outcome.UNCHANGED, plan, plan.already(), published);
      }
      var media = new MediaStage(folder, options, progress, () -> stopping);
      var found = media.run(published);
      var written = write(directory, plan, found, published);
      var outcome = written.stopped ? Outcome.STOPPED : Outcome.PUBLISHED;
      // A part of a file is published only where the alternative is an index without anything.
      var nothing = written.checkpoint.sources().isEmpty();
      if (!written.stopped || (published.isEmpty() && !nothing)) {
        published = Optional.of(publish(written, found, published));
        if (!written.stopped) {
          media.finish();
        }
      }
      return report(outcome, plan, written.checkpoint.sources(), published)
          .withNotes(found.notes());
    }
  }

  private SourceComparison compare(List<ArchiveSource> sources, IndexStates states)
      throws IOException {
    var media = options.media().map(path -> path.toAbsolutePath().normalize().toString());
    return new SourceComparison(sources, media.orElse(""), states.known(), options.threads());
  }

  /// What writing ended with; all else that it held in memory is free again.
  private record Written(Checkpoint checkpoint, AccountTable accounts, boolean stopped) {}

  private Written write(
      Directory directory, SourcePlan plan, MediaStage.Found found, Optional<Manifest> published)
      throws IOException {
    try (var catalogue = found.open(folder);
        var writer =
            new TweetWriter(folder, directory, plan.base(), published, options.threads())) {
      var media = new TweetMedia(catalogue);
      var run = new IndexingRun(writer, plan, media, options, progress, () -> stopping);
      var sources = run.read();
      var stopped = stopping && !isWhole(plan, sources);
      if (stopped && published.isEmpty() && !sources.isEmpty()) {
        // This part is published.
        writer.settledCheckpoint(sources);
      } else if (stopped) {
        writer.checkpoint(sources);
      } else {
        progress.at(new IndexProgress.State(Stage.PUBLISHING, "", 0, 0, run.rows()));
        writer.finish(sources);
      }
      return new Written(writer.newest(), writer.accounts(), stopped);
    }
  }

  /// Goes by paths: checksums of files that were not reached may still be at work, and who stops a
  /// run would wait for them.
  private static boolean isWhole(SourcePlan plan, List<SourceFile> sources) {
    return plan.work().stream()
        .allMatch(given ->
            sources.stream()
                .anyMatch(file ->
                    file.path().equals(given.seen().path()) && file.end() != End.UNFINISHED));
  }

  private Manifest publish(Written written, MediaStage.Found media, Optional<Manifest> published)
      throws IOException {
    return new Publisher(folder)
        .publish(written.checkpoint, written.accounts, media.file(), published);
  }

  private IndexReport report(
      Outcome outcome, SourcePlan plan, List<SourceFile> sources, Optional<Manifest> published) {
    var files = new ArrayList<FileReport>();
    var notes = new ArrayList<>(plan.notes());
    for (var file : sources) {
      var already = plan.already().stream().anyMatch(a -> a.sha256().equals(file.sha256()));
      var given =
          already || plan.work().stream().anyMatch(w -> w.seen().path().equals(file.path()));
      if (given) {
        files.add(
            new FileReport(file.name(), rows(file.counts()), findings(file.findings()), already));
        if (file.end() == End.CUT_OFF) {
          notes.add(
              file.name()
                  + " is cut off inside its last record, which is not indexed; all rows before it"
                  + " are");
        }
      }
    }
    return new IndexReport(
        outcome,
        files,
        published.map(Manifest::tweets).orElse(0L),
        published.map(Manifest::accounts).orElse(0L),
        Duration.ofNanos(System.nanoTime() - started),
        notes);
  }

  private static IndexReport.Findings findings(Manifest.FileFindings found) {
    return new IndexReport.Findings(found.authors(), found.notes());
  }

  private static IndexReport.RowCounts rows(Manifest.RowCounts counts) {
    return new IndexReport.RowCounts(
        counts.indexed(), counts.accounts(), counts.duplicates(), counts.rejected());
  }
}
