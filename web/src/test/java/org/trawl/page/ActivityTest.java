package org.trawl.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.trawl.search.Timeline.Bucket;

class ActivityTest {
  private static final Instant FIRST = Instant.parse("2016-01-01T00:00:00Z");

  @Test
  void theKeySaysWhichCountsALevelHas() {
    assertEquals(
        List.of(
            new Activity.Key(1, "1–9"),
            new Activity.Key(2, "10–36"),
            new Activity.Key(3, "37–144"),
            new Activity.Key(4, "145–577")),
        activity(577).key());
    assertEquals(List.of(new Activity.Key(4, "1")), activity(1).key());
    assertEquals(List.of(new Activity.Key(3, "1"), new Activity.Key(4, "2–5")), activity(5).key());
  }

  @Test
  void everyDayHasTheLevelThatTheKeySays() {
    for (int most = 1; most < 300; most++) {
      var counts = new long[most];
      Arrays.setAll(counts, i -> i + 1);
      var activity = activity(counts);
      var levels = new TreeMap<Integer, SortedSet<Long>>();
      for (var day : activity.years().getFirst().days()) {
        var count = Long.parseLong(day.title().replaceAll(".*: ([0-9]+) tweets?", "$1"));
        levels.computeIfAbsent(day.level(), _ -> new TreeSet<>()).add(count);
      }
      var says =
          levels.entrySet().stream().map(level -> key(level.getKey(), level.getValue())).toList();
      assertEquals(says, activity.key(), "the most a day: " + most);
    }
  }

  private static Activity.Key key(int level, SortedSet<Long> counts) {
    var last = counts.size() == 1 ? "" : "–" + counts.last();
    return new Activity.Key(level, counts.first() + last);
  }

  private static Activity activity(long... counts) {
    var days = new ArrayList<Bucket>();
    for (int i = 0; i < counts.length; i++) {
      days.add(new Bucket(FIRST.plus(i, ChronoUnit.DAYS), counts[i]));
    }
    return Activity.of(days, List.of(), SearchAddress.query("from:1"));
  }
}
