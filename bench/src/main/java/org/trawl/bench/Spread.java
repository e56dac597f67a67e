package org.trawl.bench;

import java.util.List;
import java.util.Locale;

/// How long something took, of several times.
///
/// @param count how many times
/// @param p99Millis the time that 99 of 100 are not above; the longest where there are fewer than
///   100
record Spread(
    int count, double medianMillis, double p99Millis, double minMillis, double maxMillis) {
  static final Spread NONE = new Spread(0, 0, 0, 0, 0);

  static Spread of(List<Long> nanos) {
    if (nanos.isEmpty()) {
      return NONE;
    }
    var sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    var middle = sorted.length / 2;
    var median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
    var p99 = sorted[(int) Math.ceil(sorted.length * 0.99) - 1];
    return new Spread(
        sorted.length, median / 1e6, p99 / 1e6, sorted[0] / 1e6, sorted[sorted.length - 1] / 1e6);
  }

  /// Milliseconds with as many digits as tell something.
  static String millis(double millis) {
    return String.format(
        Locale.ROOT, millis < 10 ? "%.2f" : millis < 100 ? "%.1f" : "%,.0f", millis);
  }

  /// The geometric mean of numbers above 0.
  static double geometricMean(List<Double> numbers) {
    return Math.exp(numbers.stream().mapToDouble(Math::log).average().orElse(0));
  }
}
