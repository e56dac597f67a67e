package org.trawl.lucene;

import java.util.List;
import java.util.Set;
import org.trawl.lucene.HitScores.Scored;

/// The first hits of a search by relevance, in their order; all others come behind them by score
/// alone.
///
/// @param first with what places of words change in their scores
/// @param groups texts of which copies are not shown, as one stands among the first; empty where
///   copies are shown
/// @param held accounts of which hits stand further down than their score has them
/// @param whole whether there are no others
/// @param complete false if time ran out before all hits were scored
record Ranking(
    List<Scored> first, Set<Integer> groups, Set<Integer> held, boolean whole, boolean complete) {
  Ranking {
    first = List.copyOf(first);
    groups = Set.copyOf(groups);
    held = Set.copyOf(held);
  }

  /// About how much memory it takes.
  long bytes() {
    return 256 + 40L * first.size() + 48L * (groups.size() + held.size());
  }
}
