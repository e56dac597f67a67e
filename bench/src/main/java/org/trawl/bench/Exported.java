package org.trawl.bench;

/// Rows that were written as CSV.
///
/// @param bytes of CSV
record Exported(long rows, long bytes, double seconds) {
  double rowsPerSecond() {
    return rows / seconds;
  }

  double bytesPerSecond() {
    return bytes / seconds;
  }
}
