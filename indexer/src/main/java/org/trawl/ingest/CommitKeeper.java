package org.trawl.ingest;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexDeletionPolicy;

/// Which Lucene commits stay: the newest, from which work goes on; the one that is published; and
/// the one published before it, until the next run, for a reader that read the manifest a moment
/// ago.
final class CommitKeeper extends IndexDeletionPolicy {
  private final Set<String> kept = new HashSet<>();

  /// Keeps a commit from now on.
  ///
  /// @param commit such as `segments_4`
  synchronized void keep(String commit) {
    kept.add(commit);
  }

  @Override
  public void onInit(List<? extends IndexCommit> commits) {
    onCommit(commits);
  }

  @Override
  public synchronized void onCommit(List<? extends IndexCommit> commits) {
    for (var commit : commits.subList(0, Math.max(0, commits.size() - 1))) {
      if (!kept.contains(commit.getSegmentsFileName())) {
        commit.delete();
      }
    }
  }
}
