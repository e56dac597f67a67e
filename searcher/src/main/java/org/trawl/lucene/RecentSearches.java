package org.trawl.lucene;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trawl.query.QueryAst;
import org.trawl.search.Facet;
import org.trawl.search.SearchRequest.Collapse;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.Timeline;

/// What the last searches found and counted: the next page, another order or another facet opened
/// asks for the same hits again, and other words are asked with the same values of a facet chosen.
/// The index never changes, so what is kept stays true.
///
/// Bounded by memory; what was not asked for the longest goes first. Thread-safe.
final class RecentSearches {
  /// Counts of ten values in each facet and a timeline take a few kilobytes.
  private static final long COUNTS_BYTES = 16_384;

  /// What decides which tweets are found.
  record Question(QueryAst query, Selection selection) {
    /// About how much memory it takes: a query can have thousands of words, a list more values.
    long bytes() {
      return 512 + 4L * toString().length();
    }
  }

  /// What decides what is counted over them.
  record Counting(
      Question question,
      Set<Facet> facets,
      int facetSize,
      Optional<Timeline.Choice> timeline,
      ZoneId zone) {}

  /// What is chosen in one facet, whatever is asked beside it.
  record Choice(Facet facet, List<String> filters, List<String> excludes) {
    static Choice of(Facet facet, Selection selection) {
      return new Choice(
          facet,
          selection.filters().getOrDefault(facet, List.of()),
          selection.excludes().getOrDefault(facet, List.of()));
    }

    long bytes() {
      return 512 + 4L * toString().length();
    }
  }

  /// What decides in which order hits come by relevance.
  record Ordering(Question question, Collapse collapse) {}

  private final Memory<Question, FoundHits> hits;
  private final Memory<Ordering, Ranking> rankings;
  private final Memory<Choice, HitSet> allowed;
  private final Memory<Counting, CountedHits> counts;

  /// @param bytes most memory to use; 0 to keep nothing
  RecentSearches(long bytes) {
    counts = new Memory<>(bytes / 8);
    allowed = new Memory<>(bytes / 4);
    rankings = new Memory<>(bytes / 8);
    hits = new Memory<>(bytes - bytes / 8 - bytes / 8 - bytes / 4);
  }

  @Nullable FoundHits hits(Question question) {
    return hits.get(question);
  }

  void keep(Question question, FoundHits found) {
    hits.put(question, found, found.bytes() + question.bytes());
  }

  /// The tweets that a choice allows.
  @Nullable HitSet allowed(Choice choice) {
    return allowed.get(choice);
  }

  void keep(Choice choice, HitSet allows) {
    allowed.put(choice, allows, allows.bytes() + choice.bytes());
  }

  @Nullable Ranking ranking(Ordering ordering) {
    return rankings.get(ordering);
  }

  void keep(Ordering ordering, Ranking ranking) {
    rankings.put(ordering, ranking, ranking.bytes() + ordering.question.bytes());
  }

  @Nullable CountedHits counts(Counting counting) {
    return counts.get(counting);
  }

  void keep(Counting counting, CountedHits counted) {
    var values = COUNTS_BYTES * Math.max(1, counting.facetSize / 10);
    counts.put(counting, counted, values + counting.question.bytes());
  }

  /// Values by key up to a number of bytes.
  private static final class Memory<K, V> {
    private final long limit;
    private final Map<K, Sized<V>> values = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    private record Sized<V>(V value, long bytes) {}

    Memory(long limit) {
      this.limit = limit;
    }

    synchronized @Nullable V get(K key) {
      var known = values.get(key);
      return known == null ? null : known.value;
    }

    synchronized void put(K key, V value, long size) {
      // One that takes all would leave nothing of the others.
      if (size > limit / 4) {
        return;
      }
      var before = values.put(key, new Sized<>(value, size));
      bytes += size - (before == null ? 0 : before.bytes);
      var oldest = values.values().iterator();
      while (bytes > limit) {
        bytes -= oldest.next().bytes;
        oldest.remove();
      }
    }
  }
}
