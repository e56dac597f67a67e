package org.trawl.lucene;

import java.io.IOException;
import java.util.concurrent.ConcurrentLinkedQueue;
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
  private final Processors processors;

  HitCounter(Columns columns, Processors processors) {
    this.columns = columns;
    this.processors = processors;
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
      give(tallies);
    }
  }

  Counted count(HitSet hits, Tallies.Needs needs) throws IOException {
    var tallies = tallies(hits, needs);
    tallies.finish();
    return new Counted(tallies);
  }

  private Tallies tallies(HitSet hits, Tallies.Needs needs) throws IOException {
    if (hits.isAll()) {
      return all();
    }
    if (hits.total() * 2 > columns.size() && hits.complete()) {
      var all = all();
      var rest = tally(hits.complement(), needs);
      all.subtract(rest);
      give(rest);
      return all;
    }
    return tally(hits, needs);
  }

  private Tallies all() {
    var tallies = take();
    tallies.addAllTweets();
    return tallies;
  }

  private void give(Tallies tallies) {
    tallies.clear();
    pool.add(tallies);
  }

  private Tallies take() {
    var pooled = pool.poll();
    return pooled == null ? new Tallies(columns) : pooled;
  }

  private Tallies tally(HitSet hits, Tallies.Needs needs) throws IOException {
    var total = hits.total();
    var threads = total < PARALLEL ? 1 : processors.share();
    var left = new ConcurrentLinkedQueue<>(hits.segments());
    Processors.Work<Tallies> work =
        () -> {
          var tallies = take();
          tallies.begin(total, needs);
          for (var segment = left.poll(); segment != null; segment = left.poll()) {
            tallies.add(segment);
          }
          return tallies;
        };
    var parts = Processors.together(threads, work);
    var sum = parts.getFirst();
    for (var part : parts.subList(1, parts.size())) {
      sum.addAll(part);
      give(part);
    }
    return sum;
  }
}
