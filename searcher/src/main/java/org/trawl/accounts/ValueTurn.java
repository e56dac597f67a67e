package org.trawl.accounts;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the month that parts an account's tweets best by their values, such as languages.
///
/// The measure is how many bits the side of the month tells of the value: the mutual information of
/// the two, which is the Jensen–Shannon divergence of the values before and after, weighted by the
/// tweets of each (J. Lin, “Divergence Measures Based on the Shannon Entropy”, IEEE Transactions on
/// Information Theory 37(1), 1991). It is 0 where both sides have the same shares of each value,
/// and 1 where half of the tweets stand on either side and no value on both. A few odd tweets at
/// the beginning tell little, however odd.
///
/// Few tweets of many values differ by chance: the bits that chance would give are taken off, by
/// the first order of their number (G. A. Miller, “Note on the Bias of Information Estimates”,
/// 1955).
final class ValueTurn {
  /// Fewest tweets on each side: a turn is more than some odd days.
  static final int LEAST = 20;

  private static final double LN2 = Math.log(2);

  /// The value of one tweet.
  ///
  /// @param month since year 0, as [java.time.temporal.ChronoField#PROLEPTIC_MONTH]
  record Sent(long month, String value) {}

  private final List<Sent> sent;

  /// @param sent in order of time
  ValueTurn(List<Sent> sent) {
    this.sent = sent;
  }

  Optional<ValueChange> find() {
    int total = sent.size();
    if (total < 2 * LEAST) {
      return Optional.empty();
    }
    Map<String, int[]> sides = new HashMap<>();
    sent.forEach(one -> sides.computeIfAbsent(one.value, _ -> new int[2])[1]++);
    double all = sides.values().stream().mapToDouble(side -> entropyPart(side[1])).sum();
    double whole = entropyPart(total) - all;
    double left = 0;
    double right = all;
    int leftValues = 0;
    int rightValues = sides.size();
    double best = 0;
    int turn = 0;
    for (int i = 0; i < total; i++) {
      if (i >= LEAST && total - i >= LEAST && sent.get(i).month != sent.get(i - 1).month) {
        double bits = whole - (entropyPart(i) - left) - (entropyPart((double) total - i) - right);
        double chance = (leftValues + rightValues - sides.size() - 1) / 2.0;
        double told = (bits - chance) / (total * LN2);
        if (told > best && turns(i)) {
          best = told;
          turn = i;
        }
      }
      var side = sides.get(sent.get(i).value);
      if (side == null) {
        throw new IllegalStateException("a value that was not counted");
      }
      left += entropyPart(side[0] + 1.0) - entropyPart(side[0]);
      right += entropyPart(side[1] - 1.0) - entropyPart(side[1]);
      leftValues += side[0] == 0 ? 1 : 0;
      rightValues -= side[1] == 1 ? 1 : 0;
      side[0]++;
      side[1]--;
    }
    return turn == 0 ? Optional.empty() : Optional.of(change(best, turn));
  }

  private static double entropyPart(double count) {
    return count <= 0 ? 0 : count * Math.log(count);
  }

  private boolean turns(int at) {
    return !most(sent.subList(0, at)).equals(most(sent.subList(at, sent.size())));
  }

  private ValueChange change(double bits, int turn) {
    return new ValueChange(
        Math.min(1, bits),
        month(sent.get(turn).month),
        most(sent.subList(0, turn)),
        most(sent.subList(turn, sent.size())));
  }

  static YearMonth month(long month) {
    return YearMonth.of(Math.toIntExact(month / 12), Math.toIntExact(month % 12) + 1);
  }

  /// The most frequent value, the first by name of several.
  private static String most(List<Sent> part) {
    Map<String, Integer> counts = new HashMap<>();
    part.forEach(one -> counts.merge(one.value, 1, Integer::sum));
    return counts.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .orElseThrow()
        .getKey();
  }
}
