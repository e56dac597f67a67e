package org.trawl.ingest;

/// Told how indexing goes on; called on the thread that indexes, several times a second.
@FunctionalInterface
public interface IndexProgress {
  /// Hears nothing.
  IndexProgress SILENT = state -> {};

  void at(State state);

  /// How far a run is.
  ///
  /// @param stage what is being done
  /// @param what the file at hand, or empty
  /// @param bytesDone of the source files as they lie on disk, 0 to `bytesTotal`
  /// @param bytesTotal of the source files that this run reads
  /// @param rows rows read by this run: taken in, duplicates and rejected
  record State(Stage stage, String what, long bytesDone, long bytesTotal, long rows) {}

  /// What a run does, in this order.
  enum Stage {
    /// Looks at the sources and compares them with what is indexed.
    COMPARING,
    /// Looks at each media file: `rows` is how many, `bytesDone` how much of them.
    CATALOGUING,
    /// Reads rows and indexes them.
    READING,
    /// Writes what readers need, and swaps the manifest.
    PUBLISHING
  }
}
