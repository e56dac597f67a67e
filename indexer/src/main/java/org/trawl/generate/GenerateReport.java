package org.trawl.generate;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// What [ArchiveGenerator] made.
///
/// @param files the archive's files, the note beside them not counted
/// @param bytes of all files
public record GenerateReport(
    List<Path> files, long tweets, long accounts, long bytes, Duration took) {
  public GenerateReport {
    files = List.copyOf(files);
  }
}
