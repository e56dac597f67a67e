package org.trawl.bench.libraries;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/// A cache bounded by bytes in which what lay longest goes first, as recent searches are kept, and
/// Caffeine's. Requests are for searches of each another size, whose frequency falls with their
/// rank (Zipf's law); or for searches that nobody asked before, each asked three times more within
/// the next ten requests, as pages and orders of one search are.
final class RecentlyFound {
  private static final int SEARCHES = 20_000;
  private static final int REQUESTS = 400_000;
  private static final long LIMIT = 64L << 20;

  private final int[] requests = new int[REQUESTS];
  private final int[] bytes = new int[SEARCHES];

  private RecentlyFound(boolean isPaged) {
    var random = new Random(1);
    for (int i = 0; i < SEARCHES; i++) {
      bytes[i] = 1_000 + (int) Math.min(4_000_000, Math.exp(random.nextGaussian() * 1.5 + 10));
    }
    if (isPaged) {
      page(random);
    } else {
      draw(random);
    }
  }

  private void draw(Random random) {
    var cumulative = new double[SEARCHES];
    double sum = 0;
    for (int i = 0; i < SEARCHES; i++) {
      sum += 1.0 / (i + 1);
      cumulative[i] = sum;
    }
    for (int i = 0; i < REQUESTS; i++) {
      int at = Arrays.binarySearch(cumulative, random.nextDouble() * sum);
      requests[i] = Math.min(SEARCHES - 1, at < 0 ? -at - 1 : at);
    }
  }

  private void page(Random random) {
    Arrays.fill(requests, -1);
    int search = 0;
    for (int i = 0; i < REQUESTS; i++) {
      if (requests[i] < 0) {
        int asked = search++ % SEARCHES;
        requests[i] = asked;
        for (int again = 0; again < 3; again++) {
          int later = i + 1 + random.nextInt(10);
          if (later < REQUESTS && requests[later] < 0) {
            requests[later] = asked;
          }
        }
      }
    }
  }

  static String markdown() {
    var text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            """
            %,d requests of %,d searches, %d MB.

            | | Trawl | Caffeine | ns a request | Caffeine |
            | --- | ---: | ---: | ---: | ---: |
            """,
            REQUESTS,
            SEARCHES,
            LIMIT >> 20));
    for (boolean isPaged : new boolean[] {false, true}) {
      var asked = new RecentlyFound(isPaged);
      var own = asked.own();
      var theirs = asked.caffeine();
      text.append(
          String.format(
              Locale.ROOT,
              "| found, %s | %.1f %% | %.1f %% | %.0f | %.0f |%n",
              isPaged ? "each search new and asked up to three times more" : "by Zipf's law",
              own.found,
              theirs.found,
              own.nanos,
              theirs.nanos));
    }
    return text.toString();
  }

  private record Result(double found, double nanos) {}

  private Result own() {
    Map<Integer, Integer> values = new LinkedHashMap<>(16, 0.75f, true);
    long held = 0;
    long found = 0;
    long started = System.nanoTime();
    for (int request : requests) {
      synchronized (values) {
        if (values.get(request) != null) {
          found++;
          continue;
        }
        values.put(request, bytes[request]);
        held += bytes[request];
        var oldest = values.values().iterator();
        while (held > LIMIT) {
          held -= oldest.next();
          oldest.remove();
        }
      }
    }
    return result(found, started);
  }

  private Result caffeine() {
    var cache =
        Caffeine.newBuilder()
            .maximumWeight(LIMIT)
            .weigher((Integer search, Integer size) -> size)
            .executor(Runnable::run)
            .build();
    long found = 0;
    long started = System.nanoTime();
    for (int request : requests) {
      if (cache.getIfPresent(request) != null) {
        found++;
      } else {
        cache.put(request, bytes[request]);
      }
    }
    return result(found, started);
  }

  private static Result result(long found, long started) {
    return new Result(100.0 * found / REQUESTS, (double) (System.nanoTime() - started) / REQUESTS);
  }
}
