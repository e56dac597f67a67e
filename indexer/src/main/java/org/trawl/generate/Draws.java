package org.trawl.generate;

/// Random numbers that a key decides (SplitMix64): equal keys, equal draws. Setting a key costs
/// nothing, so every tweet, account and word has one of its own. Not thread-safe.
final class Draws {
  private static final long GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  Draws(long key) {
    restart(key);
  }

  /// Begins the sequence that belongs to a key.
  void restart(long key) {
    state = mix(key);
  }

  /// Joins two keys into one.
  static long key(long a, long b) {
    return mix(a * GAMMA + b);
  }

  /// Joins three keys into one.
  static long key(long a, long b, long c) {
    return key(key(a, b), c);
  }

  /// A bijection that spreads neighbouring numbers over all 64 bits.
  static long mix(long value) {
    var z = value + GAMMA;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  long next() {
    state += GAMMA;
    return mix(state);
  }

  /// Uniform from 0 to below 1.
  double unit() {
    return (next() >>> 11) * 0x1p-53;
  }

  /// Uniform from 0 to below `bound`, which is 1 or more.
  int below(int bound) {
    return (int) (((next() >>> 32) * bound) >>> 32);
  }

  boolean chance(double probability) {
    return unit() < probability;
  }

  /// From 0 to below `bound`, the low ones more often: the density falls with the root.
  int lowBelow(int bound) {
    var unit = unit();
    return (int) (unit * unit * bound);
  }

  /// A rank from 0 up without an end: the chance of more than r is `(1 + r / scale) ^ -exponent`.
  /// Among n draws there are in the order of `n ^ (1 / (1 + exponent))` distinct ones, which is how
  /// real vocabularies grow (Heaps' law).
  long rank(double scale, double exponent) {
    return (long) Math.min(scale * (Math.pow(1 - unit(), -1 / exponent) - 1), 1e15);
  }

  /// A count with a long tail: the median is about `scale`, one in a thousand is hundreds of times
  /// as much.
  int longTail(double scale) {
    return (int) Math.min(scale * (Math.pow(1 - unit(), -0.9) - 0.95), 900_000);
  }
}
