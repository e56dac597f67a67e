package org.trawl.index;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.util.Version;
import org.trawl.schema.TweetFields;

/// What an index folder has published: which files of the folder belong to it, what they were made
/// from, and what is in them. `manifest.json` holds it ([ManifestFile]) and is swapped as a whole.
///
/// @param created when the index was first published
/// @param updated when this state of it was published
/// @param generation the files that make up this state
/// @param sources the archive files indexed, in the order they were taken in
/// @param operations what is indexed of each release, by name
public record Manifest(
    Versions versions,
    Instant created,
    Instant updated,
    Generation generation,
    List<SourceFile> sources,
    Map<String, OperationCounts> operations) {
  /// Changes when the files of an index folder change their meaning.
  public static final int LAYOUT = 6;

  public Manifest {
    requireNonNull(versions, "versions");
    requireNonNull(created, "created");
    requireNonNull(updated, "updated");
    requireNonNull(generation, "generation");
    sources = List.copyOf(sources);
    operations = java.util.Collections.unmodifiableMap(new TreeMap<>(operations));
  }

  /// What wrote an index; all must fit for it to be read.
  ///
  /// @param layout [Manifest#LAYOUT]
  /// @param lucene such as `10.5.0`; an index of another major version cannot be read
  /// @param analysis [TweetFields#VERSION]
  public record Versions(int layout, String lucene, int analysis) {
    public static final Versions CURRENT =
        new Versions(LAYOUT, Version.LATEST.toString(), TweetFields.VERSION);

    public Versions {
      requireNonNull(lucene, "lucene");
    }

    /// Whether this program can read an index of these versions.
    public boolean readable() {
      return layout == CURRENT.layout
          && analysis == CURRENT.analysis
          && major(lucene).equals(major(CURRENT.lucene));
    }

    private static String major(String version) {
      var dot = version.indexOf('.');
      return dot < 0 ? version : version.substring(0, dot);
    }

    @Override
    public String toString() {
      return "layout " + layout + ", analysis " + analysis + ", Lucene " + lucene;
    }
  }

  /// The files that make up a published state.
  ///
  /// @param number higher for each state published
  /// @param commit the Lucene commit in `tweets/`, such as `segments_4`
  /// @param accounts the file name of the account table
  /// @param cells the file name of the shared cells of rows
  /// @param columns the file name of the facet columns
  /// @param media the file name of the media catalogue; empty if the index was made without media
  /// @param files every file of this state with size and checksum, these and Lucene's included
  public record Generation(
      long number,
      String commit,
      String accounts,
      String cells,
      String columns,
      String media,
      List<IndexFile> files) {
    public Generation {
      requireNonNull(commit, "commit");
      requireNonNull(accounts, "accounts");
      requireNonNull(cells, "cells");
      requireNonNull(columns, "columns");
      requireNonNull(media, "media");
      files = List.copyOf(files);
    }
  }

  /// One file of an index.
  ///
  /// @param name inside the index folder, with `/`
  /// @param bytes its size; `rejected.csv` may have grown since
  /// @param checksum CRC-32 of these bytes, eight hex digits; of Lucene's files without their last
  ///   eight bytes, where Lucene keeps that same number
  public record IndexFile(String name, long bytes, String checksum) {
    public IndexFile {
      requireNonNull(name, "name");
      requireNonNull(checksum, "checksum");
      if (bytes < 0) {
        throw new IllegalArgumentException("bytes must be 0 or more, got " + bytes);
      }
    }
  }

  /// One archive file that was indexed.
  ///
  /// @param path where it lay, absolute
  /// @param bytes its size on disk
  /// @param modified its last change on disk
  /// @param sha256 of its bytes on disk, lower-case hex
  /// @param operation the release it was indexed as
  /// @param media the media listing it was joined with, absolute, or empty
  /// @param findings what is to be known of it
  public record SourceFile(
      String path,
      long bytes,
      Instant modified,
      String sha256,
      String operation,
      String media,
      RowCounts counts,
      FileFindings findings,
      End end) {
    public SourceFile {
      requireNonNull(path, "path");
      requireNonNull(modified, "modified");
      requireNonNull(sha256, "sha256");
      requireNonNull(operation, "operation");
      requireNonNull(media, "media");
      requireNonNull(counts, "counts");
      requireNonNull(findings, "findings");
      requireNonNull(end, "end");
    }

    /// The same file after more of it was read.
    public SourceFile with(RowCounts read, FileFindings found, End reached) {
      return new SourceFile(path, bytes, modified, sha256, operation, media, read, found, reached);
    }

    /// The same file once its checksum is known.
    public SourceFile withChecksum(String known) {
      return new SourceFile(path, bytes, modified, known, operation, media, counts, findings, end);
    }

    /// The path's last name.
    public String name() {
      var slash = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
      return path.substring(slash + 1);
    }
  }

  /// What a person should know of how a file was read.
  ///
  /// @param authors accounts that sent its tweets
  /// @param notes sentences that begin with its name
  public record FileFindings(long authors, List<String> notes) {
    public static final FileFindings NONE = new FileFindings(0, List.of());

    public FileFindings {
      notes = List.copyOf(notes);
    }
  }

  /// How reading a file ended.
  public enum End {
    /// Every row was read.
    WHOLE,
    /// The file ends inside a record; all before that was read.
    CUT_OFF,
    /// Indexing was stopped; the next run goes on.
    UNFINISHED
  }

  /// What became of a file's rows.
  ///
  /// @param indexed tweets taken in
  /// @param accounts rows of a users file taken in
  /// @param duplicates rows whose tweet id was indexed before
  /// @param rejected rows set aside in `rejected.csv`
  public record RowCounts(long indexed, long accounts, long duplicates, long rejected) {
    public static final RowCounts NONE = new RowCounts(0, 0, 0, 0);

    public RowCounts {
      if (indexed < 0 || accounts < 0 || duplicates < 0 || rejected < 0) {
        throw new IllegalArgumentException("row counts must be 0 or more");
      }
    }

    /// All rows read.
    public long rows() {
      return indexed + accounts + duplicates + rejected;
    }
  }

  /// What is indexed of one release.
  ///
  /// @param accounts its accounts, those without tweets included
  public record OperationCounts(long tweets, long accounts) {
    public OperationCounts {
      if (tweets < 0 || accounts < 0) {
        throw new IllegalArgumentException("operation counts must be 0 or more");
      }
    }
  }

  /// Tweets in the index.
  public long tweets() {
    return operations.values().stream().mapToLong(OperationCounts::tweets).sum();
  }

  /// Accounts in the index; one in two releases counts twice.
  public long accounts() {
    return operations.values().stream().mapToLong(OperationCounts::accounts).sum();
  }

  /// Rows that were set aside in `rejected.csv`.
  public long rejected() {
    return sources.stream().mapToLong(file -> file.counts().rejected()).sum();
  }
}
