package org.trawl.lucene.network;

import java.util.ArrayList;
import java.util.List;

/// The heaviest of many edges, in memory that does not grow with their number; and how many there
/// were. Not thread-safe.
final class HeaviestTies {
  private final int most;
  private List<Tie> kept = new ArrayList<>();
  private long count;

  /// @param most edges to keep
  HeaviestTies(int most) {
    this.most = most;
  }

  void add(Tie tie) {
    count++;
    kept.add(tie);
    if (kept.size() >= 2 * most) {
      cut();
    }
  }

  void addAll(HeaviestTies others) {
    count += others.count - others.kept.size();
    others.kept.forEach(this::add);
  }

  private void cut() {
    kept.sort(Tie.HEAVIEST);
    if (kept.size() > most) {
      kept = new ArrayList<>(kept.subList(0, most));
    }
  }

  /// How many were added.
  long count() {
    return count;
  }

  /// The heaviest, in order.
  List<Tie> heaviest() {
    cut();
    return List.copyOf(kept);
  }

  /// Bytes that the edges of one thread take at most.
  static long bytes(int most) {
    return 2L * most * 56;
  }
}
