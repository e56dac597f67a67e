package org.trawl.lucene.network;

import org.trawl.columns.Columns;
import org.trawl.search.Deadline;
import org.trawl.search.Network.SetAside;
import org.trawl.search.NetworkRequest;
import org.trawl.search.NetworkTooLarge;

/// Counts the edges that tweets make by themselves: a sparse matrix, row by row. One walk over the
/// hits counts how many entries each source has, a second puts targets and times where its row
/// begins, and each row is then added up in a dense counter.
///
/// Takes 8 bytes an entry, 4 a node for the rows' beginnings and 12 a node for the counter.
final class DirectTies {
  private final Columns columns;
  private final HitWalk hits;
  private final TweetEnds ends;
  private final int nodes;

  /// What was counted.
  ///
  /// @param complete whether time sufficed
  record Counted(HeaviestTies ties, SetAside told, boolean complete) {}

  /// @param nodes how many there can be
  DirectTies(Columns columns, HitWalk hits, TweetEnds ends, int nodes) {
    this.columns = columns;
    this.hits = hits;
    this.ends = ends;
    this.nodes = nodes;
  }

  Counted count(NetworkRequest request, Memory memory, Deadline deadline) throws NetworkTooLarge {
    try (var _ = memory.take(16L * nodes + HeaviestTies.bytes(request.size()))) {
      var starts = new int[nodes + 1];
      var told = new long[2];
      long[] entries = new long[1];
      hits.each(doc -> {
        ends.read(doc);
        told[0] += ends.loops();
        told[1] += ends.unknown() ? 1 : 0;
        entries[0] += ends.size();
        for (int i = 0; i < ends.size(); i++) {
          starts[ends.source(i) + 1]++;
        }
      });
      try (var _ = memory.take(8L * entries[0])) {
        var ties = rows(request, starts, filled(starts, (int) entries[0]), deadline);
        return new Counted(ties, new SetAside(told[0], told[1]), !deadline.over());
      }
    }
  }

  /// @param targets of all entries, row by row
  /// @param times of theirs
  @SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
  private record Entries(int[] targets, int[] times) {}

  private Entries filled(int[] starts, int total) {
    for (int node = 0; node < nodes; node++) {
      starts[node + 1] += starts[node];
    }
    var entries = new Entries(new int[total], new int[total]);
    hits.each(doc -> {
      ends.read(doc);
      for (int i = 0; i < ends.size(); i++) {
        int at = starts[ends.source(i)]++;
        entries.targets[at] = ends.target(i);
        entries.times[at] = columns.times()[doc];
      }
    });
    System.arraycopy(starts, 0, starts, 1, nodes);
    starts[0] = 0;
    return entries;
  }

  private HeaviestTies rows(
      NetworkRequest request, int[] starts, Entries entries, Deadline deadline) {
    var ties = new HeaviestTies(request.size());
    var counter = new Counter(nodes);
    for (int source = 0; source < nodes; source++) {
      if (starts[source] == starts[source + 1]) {
        continue;
      }
      if (deadline.over()) {
        break;
      }
      for (int at = starts[source]; at < starts[source + 1]; at++) {
        counter.add(entries.targets[at], entries.times[at]);
      }
      counter.flush(source, request.rule().min(), ties);
    }
    return ties;
  }

  /// Adds up one row.
  private static final class Counter {
    private final int[] weights;
    private final int[] firsts;
    private final int[] lasts;
    private int[] touched = new int[64];
    private int count;

    Counter(int nodes) {
      weights = new int[nodes];
      firsts = new int[nodes];
      lasts = new int[nodes];
    }

    void add(int target, int time) {
      if (weights[target]++ == 0) {
        touched = org.apache.lucene.util.ArrayUtil.grow(touched, count + 1);
        touched[count++] = target;
        firsts[target] = time;
        lasts[target] = time;
        return;
      }
      firsts[target] = Math.min(firsts[target], time);
      lasts[target] = Math.max(lasts[target], time);
    }

    void flush(int source, long min, HeaviestTies ties) {
      for (int i = 0; i < count; i++) {
        int target = touched[i];
        int weight = weights[target];
        if (weight >= min) {
          ties.add(
              new Tie(
                  source, target, weight, weight, weight, weight, firsts[target], lasts[target]));
        }
        weights[target] = 0;
      }
      count = 0;
    }
  }
}
