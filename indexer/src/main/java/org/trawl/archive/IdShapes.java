package org.trawl.archive;

import java.util.Locale;
import java.util.Optional;
import org.trawl.tweet.Snowflake;

/// Watches the ids of a table for what a program does to all of them that holds them as numbers
/// with a point: it keeps 15 digits and fills up with zeros, or keeps 53 bits.
final class IdShapes {
  /// Ids of fewer digits survive every program.
  private static final long SHORTEST = 10_000_000_000_000_000L;

  /// One honest id in a hundred thousand ends in so many zeros.
  private static final long ROUND = 100_000;

  private static final long SLIGHTLY_ROUND = 100;

  /// Ids whose last bits are a machine's counter, which begins at 0.
  private static final long COUNTER = 1 << 12;

  /// So many honest ids are never all alike.
  private static final int ENOUGH = 4;

  private long ids;
  private long round;
  private long slightlyRound;
  private long bits53;
  private long counted;
  private long example;

  void add(Snowflake id) {
    var value = id.value();
    if (value < SHORTEST || id.made()) {
      return;
    }
    ids++;
    if (value % SLIGHTLY_ROUND == 0) {
      slightlyRound++;
      example = example == 0 ? value : example;
      round += value % (ROUND / 10) == 0 ? 1 : 0;
    }
    bits53 += (long) (double) value == value ? 1 : 0;
    counted += value % COUNTER == 0 ? 1 : 0;
  }

  /// What was done to the ids, as the end of a sentence; empty if nothing was.
  Optional<String> sentence() {
    var allRound = ids >= ENOUGH && slightlyRound == ids;
    // Of honest ids one in ten thousand ends in four zeros.
    var manyRound = round >= 2 && round * 1_000 >= ids;
    if (allRound || manyRound) {
      return Optional.of(
          words(allRound ? slightlyRound : round, "end in zeros", Long.toString(example)));
    }
    return ids >= ENOUGH && bits53 == ids && counted < ids
        ? Optional.of(words(bits53, "are rounded to what a floating-point number holds", ""))
        : Optional.empty();
  }

  private String words(long count, String what, String such) {
    return String.format(
        Locale.ROOT,
        "has %,d of %,d tweet ids that %s%s: a program that takes ids for numbers rounded them. The"
            + " tweets are kept, but these ids are not Twitter's; get the file anew, and open it as"
            + " text",
        count,
        ids,
        what,
        such.isEmpty() ? "" : ", such as " + such);
  }
}
