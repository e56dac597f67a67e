package org.trawl.accounts;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/// Finds the month that parts an account's tweets best by their pace.
///
/// The measure is how many bits a tweet tells of its side beyond what the days of each side do: the
/// divergence (Kullback and Leibler, 1951) of the shares of tweets on both sides from the shares of
/// days. It is 0 where an account sent as many a day before as after.
final class TempoTurn {
  private static final double LN2 = Math.log(2);
  private static final double DAY = 86_400;

  /// Fewest days on each side: a busy week is no pace.
  static final int LEAST_DAYS = 30;

  private TempoTurn() {}

  /// @param times seconds since 1970, ascending
  static Optional<TempoChange> find(long[] times) {
    int total = times.length;
    if (total < 2 * ValueTurn.LEAST) {
      return Optional.empty();
    }
    double days = (times[total - 1] - times[0]) / DAY;
    double best = 0;
    TempoChange change = null;
    for (int i = 1; i < total; i++) {
      long start = monthStart(times[i]);
      double before = (start - times[0]) / DAY;
      double after = (times[total - 1] - start) / DAY;
      if (times[i - 1] >= start || before < LEAST_DAYS || after < LEAST_DAYS) {
        continue;
      }
      double left = (double) i / total;
      double right = 1 - left;
      double bits =
          (left * Math.log(left * days / before) + right * Math.log(right * days / after)) / LN2;
      if (bits > best) {
        best = bits;
        change =
            new TempoChange(
                bits, ValueTurn.month(month(times[i])), i / before, (total - i) / after);
      }
    }
    return Optional.ofNullable(change);
  }

  static long month(long time) {
    var date = Instant.ofEpochSecond(time).atOffset(ZoneOffset.UTC);
    return 12L * date.getYear() + date.getMonthValue() - 1;
  }

  private static long monthStart(long time) {
    var date = Instant.ofEpochSecond(time).atOffset(ZoneOffset.UTC).toLocalDate();
    return date.withDayOfMonth(1).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
  }
}
