package org.trawl.web;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.DoubleSupplier;

/// What is measured of the server, in Prometheus' text format. Thread-safe.
public final class Metrics {
  static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  /// Upper bounds of the histogram's buckets, in seconds.
  private static final double[] BOUNDS = {
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30
  };

  private final Map<String, Histogram> durations = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> answers = new ConcurrentHashMap<>();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final Map<String, Reading> readings = new ConcurrentHashMap<>();

  private record Reading(String type, String help, DoubleSupplier value) {}

  /// Counts of durations up to each bound, and past the last.
  private static final class Histogram {
    final LongAdder[] counts = new LongAdder[BOUNDS.length + 1];
    final LongAdder nanos = new LongAdder();

    Histogram() {
      for (int i = 0; i < counts.length; i++) {
        counts[i] = new LongAdder();
      }
    }

    void add(long duration) {
      int bucket = 0;
      while (bucket < BOUNDS.length && duration > BOUNDS[bucket] * 1e9) {
        bucket++;
      }
      counts[bucket].increment();
      nanos.add(duration);
    }
  }

  /// Adds a number that is read when asked for.
  ///
  /// @param type `gauge` or `counter`
  void read(String name, String type, String help, DoubleSupplier value) {
    readings.put(name, new Reading(type, help, value));
  }

  void began() {
    inFlight.incrementAndGet();
  }

  /// A request was answered.
  ///
  /// @param route the route's pattern: few in number, and without what was asked
  void ended(String route, int status, Duration took) {
    inFlight.decrementAndGet();
    durations.computeIfAbsent(route, key -> new Histogram()).add(took.toNanos());
    answers
        .computeIfAbsent(
            "route=\"" + route + "\",status=\"" + status + "\"", key -> new LongAdder())
        .increment();
  }

  /// All of it, as text.
  String text() {
    var out = new StringBuilder(8_192);
    head(out, "trawl_requests_in_flight", "gauge", "Requests that are being answered.");
    line(out, "trawl_requests_in_flight", "", inFlight.get());
    head(out, "trawl_requests_total", "counter", "Answers by route and status.");
    new TreeMap<>(answers)
        .forEach((labels, count) -> line(out, "trawl_requests_total", labels, count.sum()));
    head(out, "trawl_request_seconds", "histogram", "Time to the end of the answer, by route.");
    new TreeMap<>(durations).forEach((route, histogram) -> histogram(out, route, histogram));
    new TreeMap<>(readings)
        .forEach((name, reading) -> {
          head(out, name, reading.type, reading.help);
          line(out, name, "", reading.value.getAsDouble());
        });
    var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    head(out, "trawl_heap_used_bytes", "gauge", "Heap in use.");
    line(out, "trawl_heap_used_bytes", "", heap.getUsed());
    head(out, "trawl_heap_max_bytes", "gauge", "Heap that may be used.");
    line(out, "trawl_heap_max_bytes", "", heap.getMax());
    return out.toString();
  }

  private static void histogram(StringBuilder out, String route, Histogram histogram) {
    var label = "route=\"" + route + "\"";
    long below = 0;
    for (int i = 0; i < BOUNDS.length; i++) {
      below += histogram.counts[i].sum();
      line(out, "trawl_request_seconds_bucket", label + ",le=\"" + BOUNDS[i] + "\"", below);
    }
    below += histogram.counts[BOUNDS.length].sum();
    line(out, "trawl_request_seconds_bucket", label + ",le=\"+Inf\"", below);
    line(out, "trawl_request_seconds_sum", label, histogram.nanos.sum() / 1e9);
    line(out, "trawl_request_seconds_count", label, below);
  }

  private static void head(StringBuilder out, String name, String type, String help) {
    out.append("# HELP ").append(name).append(' ').append(help).append('\n');
    out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
  }

  private static void line(StringBuilder out, String name, String labels, long value) {
    line(out, name, labels, Long.toString(value));
  }

  private static void line(StringBuilder out, String name, String labels, double value) {
    line(out, name, labels, String.format(Locale.ROOT, "%.6f", value));
  }

  private static void line(StringBuilder out, String name, String labels, String value) {
    out.append(name);
    if (!labels.isEmpty()) {
      out.append('{').append(labels).append('}');
    }
    out.append(' ').append(value).append('\n');
  }
}
