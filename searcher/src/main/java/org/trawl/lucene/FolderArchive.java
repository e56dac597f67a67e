package org.trawl.lucene;

import java.util.Map;
import java.util.TreeMap;
import org.trawl.index.Manifest;
import org.trawl.search.ArchiveInfo;

/// Tells what an index folder holds from its manifest.
public final class FolderArchive {
  private FolderArchive() {}

  public static ArchiveInfo of(Manifest manifest) {
    var versions = manifest.versions();
    return new ArchiveInfo(
        new ArchiveInfo.State(
            manifest.generation().number(),
            manifest.created(),
            manifest.updated(),
            new ArchiveInfo.Versions(versions.layout(), versions.analysis(), versions.lucene())),
        manifest.sources().stream().map(FolderArchive::source).toList(),
        operations(manifest));
  }

  private static ArchiveInfo.SourceFile source(Manifest.SourceFile file) {
    var rows = file.counts();
    return new ArchiveInfo.SourceFile(
        file.name(),
        file.operation(),
        file.bytes(),
        file.sha256(),
        new ArchiveInfo.RowCounts(
            rows.indexed(), rows.accounts(), rows.duplicates(), rows.rejected()),
        switch (file.end()) {
          case WHOLE -> ArchiveInfo.End.WHOLE;
          case CUT_OFF -> ArchiveInfo.End.CUT_OFF;
          case UNFINISHED -> ArchiveInfo.End.UNFINISHED;
        });
  }

  private static Map<String, ArchiveInfo.OperationCounts> operations(Manifest manifest) {
    var operations = new TreeMap<String, ArchiveInfo.OperationCounts>();
    manifest
        .operations()
        .forEach((name, counts) ->
            operations.put(
                name, new ArchiveInfo.OperationCounts(counts.tweets(), counts.accounts())));
    return operations;
  }
}
