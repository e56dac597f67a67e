package org.trawl.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What an archive is: what it was made from, when, and what is in it.
///
/// @param sources the files that were indexed, in the order they were taken in
/// @param operations what is indexed of each release, by name
public record ArchiveInfo(
    State state, List<SourceFile> sources, Map<String, OperationCounts> operations) {
  private static final int VERSION_BYTES = 6;

  public ArchiveInfo {
    requireNonNull(state, "state");
    sources = List.copyOf(sources);
    operations = Collections.unmodifiableMap(new TreeMap<>(operations));
  }

  /// The published state that searches are answered from.
  ///
  /// @param generation goes up whenever the archive changes
  /// @param created when the archive was first published
  /// @param updated when this state of it was published
  public record State(long generation, Instant created, Instant updated, Versions versions) {
    public State {
      requireNonNull(created, "created");
      requireNonNull(updated, "updated");
      requireNonNull(versions, "versions");
    }
  }

  /// What wrote an index.
  ///
  /// @param layout of its files
  /// @param analysis how texts were cut and folded
  /// @param lucene such as `10.5.0`
  public record Versions(int layout, int analysis, String lucene) {
    public Versions {
      requireNonNull(lucene, "lucene");
    }

    @Override
    public String toString() {
      return "layout " + layout + ", analysis " + analysis + ", Lucene " + lucene;
    }
  }

  /// One file that was indexed.
  ///
  /// @param name without the folders it lay in
  /// @param bytes its size on disk
  /// @param sha256 of its bytes on disk, lower-case hex
  /// @param operation the release it was indexed as
  public record SourceFile(
      String name, String operation, long bytes, String sha256, RowCounts rows, End end) {
    public SourceFile {
      requireNonNull(name, "name");
      requireNonNull(operation, "operation");
      requireNonNull(sha256, "sha256");
      requireNonNull(rows, "rows");
      requireNonNull(end, "end");
    }
  }

  /// How reading a file ended.
  public enum End {
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
  /// @param rejected rows that could not be used
  public record RowCounts(long indexed, long accounts, long duplicates, long rejected) {
    /// All rows read.
    public long total() {
      return indexed + accounts + duplicates + rejected;
    }
  }

  /// What is indexed of one release.
  ///
  /// @param accounts its accounts, those without tweets included
  public record OperationCounts(long tweets, long accounts) {}

  /// Names what is indexed: 12 hexadecimal digits of a SHA-256 over the files by their checksums,
  /// in the order they were taken in, what became of their rows, and how texts were cut. Two
  /// indexes of the same files by the same program have the same, whenever they were made; answers
  /// of the same version are the same.
  public String version() {
    var sha256 = sha256();
    sha256.update(state.versions().toString().getBytes(UTF_8));
    for (var file : sources) {
      var told = List.of("", file.operation(), file.sha256(), file.rows(), file.end());
      sha256.update(told.toString().getBytes(UTF_8));
    }
    sha256.update(operations.toString().getBytes(UTF_8));
    return HexFormat.of().formatHex(sha256.digest(), 0, VERSION_BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// Tweets in the archive.
  public long tweets() {
    return operations.values().stream().mapToLong(OperationCounts::tweets).sum();
  }

  /// Accounts in the archive; one in two releases counts twice.
  public long accounts() {
    return operations.values().stream().mapToLong(OperationCounts::accounts).sum();
  }

  /// Rows read of all files.
  public long rows() {
    return sources.stream().mapToLong(file -> file.rows().total()).sum();
  }

  /// Rows that could not be used.
  public long rejected() {
    return sources.stream().mapToLong(file -> file.rows().rejected()).sum();
  }
}
