package org.trawl.graph;

/// How improbable it is that so many of many rare events happen.
///
/// The number of independent events that happen, each with a probability of its own, has a Poisson
/// binomial distribution. Its upper tail is no heavier than that of the Poisson distribution of the
/// same mean, from one more than the mean on (T. W. Anderson and S. M. Samuels, "Some inequalities
/// among binomial and Poisson probabilities", 1967, after W. Hoeffding, 1956): what is improbable
/// here is at least as improbable there.
final class PoissonTail {
  private static final double LN_10 = Math.log(10);

  /// Terms after which the rest of the sum is too small to matter.
  private static final double ENOUGH = 1e-12;

  private PoissonTail() {}

  /// Minus the decimal logarithm of the probability of `count` or more.
  ///
  /// @param count 1 or more
  /// @param mean above 0
  /// @return 0 unless the count is more than the mean by one or more
  static double surprise(int count, double mean) {
    if (count < mean + 1) {
      return 0;
    }
    double sum = 1;
    double term = 1;
    for (int i = count + 1; term > ENOUGH * sum; i++) {
      term *= mean / i;
      sum += term;
    }
    double ln = -mean + count * Math.log(mean) - lnFactorial(count) + Math.log(sum);
    return Math.max(0, -ln / LN_10);
  }

  /// Stirling's series, to 1e-10 from 16 on; below, the product.
  private static double lnFactorial(int n) {
    if (n < 16) {
      double product = 1;
      for (int i = 2; i <= n; i++) {
        product *= i;
      }
      return Math.log(product);
    }
    double x = n;
    return x * Math.log(x)
        - x
        + Math.log(2 * Math.PI * x) / 2
        + 1 / (12 * x)
        - 1 / (360 * x * x * x)
        + 1 / (1260 * Math.pow(x, 5));
  }
}
