package org.trawl.ingest;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What a run of the indexer did.
///
/// @param files every source file given, in the order they were taken in
/// @param tweets tweets in the index now published; 0 if nothing is published
/// @param accounts accounts in it, those without tweets included
/// @param notes what a person should know, one sentence each: a file cut off, work that was dropped
public record IndexReport(
    Outcome outcome,
    List<FileReport> files,
    long tweets,
    long accounts,
    Duration took,
    List<String> notes) {
  public IndexReport {
    requireNonNull(outcome, "outcome");
    files = List.copyOf(files);
    requireNonNull(took, "took");
    notes = List.copyOf(notes);
  }

  /// How a run ended, if it did not fail.
  public enum Outcome {
    /// Everything is in the index and published.
    PUBLISHED,
    /// Everything was in the index before; nothing was changed.
    UNCHANGED,
    /// Stopped on request; the work so far is kept and the next run goes on from there. Had nothing
    /// been published before, then the part that was read is.
    STOPPED
  }

  /// One source file.
  ///
  /// @param counts rows of the whole file so far, earlier runs included
  /// @param findings what is to be known of it
  /// @param already whether an earlier run had finished it, so that this one did not read it
  public record FileReport(String name, RowCounts counts, Findings findings, boolean already) {
    public FileReport {
      requireNonNull(name, "name");
      requireNonNull(counts, "counts");
      requireNonNull(findings, "findings");
    }

    /// Whether it has rows and none of them could be used.
    public boolean useless() {
      return counts.rejected() > 0 && counts.rejected() == counts.rows();
    }
  }

  /// What a person should know of how a file was read.
  ///
  /// @param authors accounts that sent its tweets
  /// @param notes sentences that begin with its name
  public record Findings(long authors, List<String> notes) {
    public Findings {
      notes = List.copyOf(notes);
    }
  }

  /// What became of a file's rows.
  ///
  /// @param indexed tweets taken in
  /// @param accounts rows of a users file taken in
  /// @param duplicates rows whose tweet id was indexed before
  /// @param rejected rows set aside in `rejected.csv`
  public record RowCounts(long indexed, long accounts, long duplicates, long rejected) {
    public long rows() {
      return indexed + accounts + duplicates + rejected;
    }
  }

  /// Tweets taken in from the files of this run.
  public long indexed() {
    return files.stream().filter(f -> !f.already()).mapToLong(f -> f.counts().indexed()).sum();
  }

  /// Rows of users files of this run that were taken in.
  public long listed() {
    return files.stream().filter(f -> !f.already()).mapToLong(f -> f.counts().accounts()).sum();
  }

  /// Rows of the files of this run whose tweet was there before.
  public long duplicates() {
    return files.stream().filter(f -> !f.already()).mapToLong(f -> f.counts().duplicates()).sum();
  }

  /// Rows of the files of this run that stand in `rejected.csv`.
  public long rejected() {
    return files.stream().filter(f -> !f.already()).mapToLong(f -> f.counts().rejected()).sum();
  }

  /// This report with more notes, before its own.
  IndexReport withNotes(List<String> more) {
    var all = new ArrayList<>(more);
    all.addAll(notes);
    return new IndexReport(outcome, files, tweets, accounts, took, all);
  }
}
