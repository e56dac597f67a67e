package org.trawl.search;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.trawl.columns.Columns;

/// Tallies hits: few at once, many on all processors that no other search uses, more than half of
/// the archive by what is left out of it.
///
/// Thread-safe.
final class HitCounter {
  /// Below this many hits a second thread costs more than it saves.
  private static final int PARALLEL = 60_000;

  private final Columns columns;
  private final ConcurrentLinkedQueue<Tallies> pool = new ConcurrentLinkedQueue<>();
  private final AtomicInteger busy = new AtomicInteger();
  private final int processors = Runtime.getRuntime().availableProcessors();

  HitCounter(Columns columns) {
    this.columns = columns;
  }

  /// Tallies that go back to the pool when closed.
  final class Counted implements AutoCloseable {
    private final Tallies tallies;

    private Counted(Tallies tallies) {
      this.tallies = tallies;
    }

    Tallies tallies() {
      return tallies;
    }

    @Override
    public void close() {
      tallies.clear();
      pool.add(tallies);
    }
  }

  Counted count(HitSet hits, Tallies.Needs needs) {
    if (hits.isAll()) {
      var tallies = take();
      tallies.addAllTweets();
      return new Counted(tallies);
    }
    var total = hits.total();
    if (total * 2 > columns.size() && hits.complete()) {
      var rest = tally(hits.complement(), needs);
      var tallies = take();
      tallies.addAllTweets();
      tallies.subtract(rest);
      rest.clear();
      pool.add(rest);
      return new Counted(tallies);
    }
    return new Counted(tally(hits, needs));
  }

  private Tallies take() {
    var pooled = pool.poll();
    return pooled == null ? new Tallies(columns) : pooled;
  }

  private Tallies tally(HitSet hits, Tallies.Needs needs) {
    var searches = busy.incrementAndGet();
    try {
      var threads = hits.total() < PARALLEL ? 1 : Math.max(1, processors + 1 - searches);
      return threads == 1 ? tally(hits.segments(), needs) : inParallel(hits, needs, threads);
    } finally {
      busy.decrementAndGet();
    }
  }

  private Tallies tally(List<SegmentHits> segments, Tallies.Needs needs) {
    var tallies = take();
    for (var segment : segments) {
      tallies.add(segment, needs);
    }
    return tallies;
  }

  private Tallies inParallel(HitSet hits, Tallies.Needs needs, int threads) {
    var parts = parts(hits.segments(), threads);
    var others = new ArrayList<Future<Tallies>>();
    for (var part : parts.subList(1, parts.size())) {
      others.add(ForkJoinPool.commonPool().submit(() -> tally(part, needs)));
    }
    var sum = tally(parts.getFirst(), needs);
    for (var other : others) {
      try {
        var tallies = other.get();
        sum.addAll(tallies);
        tallies.clear();
        pool.add(tallies);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while counting", e);
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      }
    }
    return sum;
  }

  /// Divides segments, the largest first, so that each part has about as many hits.
  private static List<List<SegmentHits>> parts(List<SegmentHits> segments, int count) {
    var parts = new ArrayList<List<SegmentHits>>();
    var sums = new long[count];
    for (var i = 0; i < count; i++) {
      parts.add(new ArrayList<>());
    }
    var bySize = new ArrayList<>(segments);
    bySize.sort((a, b) -> Integer.compare(b.count(), a.count()));
    for (var segment : bySize) {
      var least = 0;
      for (var i = 1; i < count; i++) {
        if (sums[i] < sums[least]) {
          least = i;
        }
      }
      parts.get(least).add(segment);
      sums[least] += segment.count();
    }
    return parts;
  }
}
