package org.trawl.lucene;

import java.util.Map;
import org.trawl.search.Facet;

/// The hits of a search, and of the same search without each facet's own choices.
record FoundHits(HitSet hits, Map<Facet, HitSet> withoutOwn) {
  FoundHits {
    withoutOwn = Map.copyOf(withoutOwn);
  }

  boolean complete() {
    return hits.complete() && withoutOwn.values().stream().allMatch(HitSet::complete);
  }

  /// About how much memory they take.
  long bytes() {
    return hits.bytes() + withoutOwn.values().stream().mapToLong(HitSet::bytes).sum();
  }
}
