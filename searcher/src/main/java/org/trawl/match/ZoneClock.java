package org.trawl.match;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;

/// What the clocks of a zone show, with every change of summer time, fast enough to be asked for
/// each tweet of an archive.
public final class ZoneClock {
  /// No tweet is later, and rules for times to come have no end.
  private static final Instant LAST = Instant.ofEpochSecond(Integer.MAX_VALUE);

  /// From when on each offset holds, in seconds of the epoch; the first from the beginning.
  private final long[] from;

  private final int[] offsets;

  public ZoneClock(ZoneId zone) {
    var rules = zone.getRules();
    var starts = new ArrayList<Long>();
    var shown = new ArrayList<Integer>();
    starts.add(Long.MIN_VALUE);
    shown.add(rules.getOffset(Instant.EPOCH).getTotalSeconds());
    var next = rules.nextTransition(Instant.EPOCH);
    while (next != null && next.getInstant().isBefore(LAST)) {
      starts.add(next.toEpochSecond());
      shown.add(next.getOffsetAfter().getTotalSeconds());
      next = rules.nextTransition(next.getInstant());
    }
    from = starts.stream().mapToLong(Long::longValue).toArray();
    offsets = shown.stream().mapToInt(Integer::intValue).toArray();
  }

  /// The seconds of the epoch at which UTC shows what the zone's clocks show at a time.
  ///
  /// @param time seconds of the epoch
  public int seconds(int time) {
    int low = 0;
    int high = from.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (from[middle] <= time) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return time + offsets[low];
  }
}
