package org.trawl.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trawl.index.AccountTable;
import org.trawl.index.Checksums;
import org.trawl.index.Manifest;
import org.trawl.index.PublishedIndex;

/// All that a published index says, to compare two.
///
/// @param accountFile a checksum of the account table, with what its accounts write in
/// @param digest a number for the postings, values and columns of each field
record IndexContent(
    Map<Long, String> rows,
    Map<String, Long> digest,
    Set<AccountTable.Entry> accounts,
    String accountFile,
    Map<String, Manifest.OperationCounts> operations,
    List<Manifest.SourceFile> sources,
    String rejected) {
  static IndexContent of(Path index) throws IOException {
    try (var open = PublishedIndex.open(index)) {
      return new IndexContent(
          StoredRows.hashes(index),
          IndexDigest.of(open),
          new HashSet<>(open.accounts().entries()),
          Checksums.of(index.resolve(open.manifest().generation().accounts()), Long.MAX_VALUE),
          open.manifest().operations(),
          open.manifest().sources(),
          Files.readString(index.resolve("rejected.csv")));
    }
  }
}
