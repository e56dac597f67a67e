package org.trawl.distinct;

/// The log-likelihood ratio G² of a value's tweets among those of a search and among others: how
/// badly the counts fit the assumption that the value is as frequent here as there. From T.
/// Dunning, “Accurate Methods for the Statistics of Surprise and Coincidence”, Computational
/// Linguistics 19(1), 1993: the statistic of a two by two table of tweets with and without the
/// value. Unlike χ² it holds up where a count is small, as most are; and it needs nothing but four
/// numbers, so that everyone can check it.
///
/// Were tweets independent of each other, 10.83 would be passed by chance once in a thousand values
/// (χ² with one degree of freedom). They are not, as accounts repeat themselves: it ranks, and
/// proves nothing.
public final class LogLikelihood {
  private LogLikelihood() {}

  /// The statistic, above 0 where the value is more frequent among the tweets of the search than
  /// among the others, and below where it is less.
  ///
  /// @param count tweets of the search that have the value, 0 to `total`
  /// @param total tweets of the search
  /// @param otherCount other tweets that have it, 0 to `others`
  /// @param others how many other tweets there are
  public static double of(long count, long total, long otherCount, long others) {
    if (count < 0 || count > total || otherCount < 0 || otherCount > others) {
      throw new IllegalArgumentException(
          "%d of %d and %d of %d".formatted(count, total, otherCount, others));
    }
    if (total == 0 || others == 0) {
      return 0;
    }
    double all = (double) total + others;
    double with = ((double) count + otherCount) / all;
    double g =
        2
            * (part((double) count, total * with)
                + part((double) total - count, total * (1 - with))
                + part((double) otherCount, others * with)
                + part((double) others - otherCount, others * (1 - with)));
    // Rounding must not make a difference of none.
    double distance = Math.max(0, g);
    return (double) count / total < (double) otherCount / others ? -distance : distance;
  }

  private static double part(double observed, double expected) {
    return observed == 0 ? 0 : observed * Math.log(observed / expected);
  }
}
