package org.trawl.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.trawl.page.TimelineChart.Step;
import org.trawl.page.TimelineChart.Tick;
import org.trawl.search.TimeRange;
import org.trawl.search.Timeline;
import org.trawl.search.Timeline.Bucket;
import org.trawl.search.Timeline.Interval;

class TimelineChartTest {
  @Test
  void theHighestBarFillsTheHeightAndFewTweetsAreStillSeen() {
    var chart = chart(Interval.MONTH, "2016-01-01T00:00:00Z", 10_000, 0, 1);
    assertEquals(
        List.of(72.0, 0.0, 1.0), chart.bars().stream().map(TimelineChart.Bar::height).toList());
  }

  @Test
  void aBarLeadsToItsPeriod() {
    var chart = chart(Interval.MONTH, "2016-01-01T00:00:00Z", 1, 2);
    assertEquals("/?q=x&since=2016-02-01&until=2016-03-01", chart.bars().getLast().href());
  }

  @Test
  void aBarAtTheEdgeLeadsToNoMoreThanTheSearchHolds() {
    var since = Instant.parse("2016-01-20T00:00:00Z");
    var until = Instant.parse("2016-02-10T00:00:00Z");
    var chart =
        TimelineChart.of(
                timeline(Interval.MONTH, "2016-01-01T00:00:00Z", 1, 2),
                SearchAddress.query("x").between(Optional.of(since), Optional.of(until)),
                new TimeRange(Optional.of(since), Optional.of(until)),
                TimeRange.ALL)
            .orElseThrow();
    assertEquals("/?q=x&since=2016-01-20&until=2016-02-01", chart.bars().getFirst().href());
    assertEquals("/?q=x&since=2016-02-01&until=2016-02-10", chart.bars().getLast().href());
  }

  @Test
  void theFirstOfTheHighestBarsIsThePeak() {
    var chart = chart(Interval.MONTH, "2016-01-01T00:00:00Z", 1, 7, 0, 7);
    assertEquals("February 2016", chart.highest().orElseThrow().label());
    assertEquals(Optional.empty(), chart(Interval.MONTH, "2016-01-01T00:00:00Z", 7).highest());
    assertEquals(Optional.empty(), chart(Interval.MONTH, "2016-01-01T00:00:00Z", 0, 0).highest());
  }

  @Test
  void labelsStandAtRoundTimes() {
    var months = chart(Interval.MONTH, "2015-11-01T00:00:00Z", new long[27]);
    assertEquals(
        List.of("Jan 2016", "Jul 2016", "Jan 2017", "Jul 2017"),
        months.ticks().stream().map(Tick::label).toList());
    var days = chart(Interval.DAY, "2016-06-25T00:00:00Z", new long[40]);
    assertEquals(
        List.of("1 Jul", "8 Jul", "15 Jul", "22 Jul", "1 Aug"),
        days.ticks().stream().map(Tick::label).toList());
  }

  @Test
  void whereThereIsLittleRoomNoLabelTouchesTheNext() {
    var months = chart(Interval.MONTH, "2014-10-01T00:00:00Z", new long[44]).ticks();
    assertEquals(
        List.of("Jan 2015", "Jul 2015", "Jan 2016", "Jul 2016", "Jan 2017", "Jul 2017", "Jan 2018"),
        months.stream().map(Tick::label).toList());
    assertEquals(
        List.of("Jan 2015", "Jan 2016", "Jan 2017"),
        months.stream().filter(tick -> !tick.between()).map(Tick::label).toList());
    var late = chart(Interval.DAY, "2016-06-03T00:00:00Z", new long[30]).ticks();
    assertEquals(
        List.of(new Tick("93.333%", "1 Jul", false, true)),
        late.stream().filter(Tick::late).toList());
  }

  @Test
  void onlyIntervalsThatFitAreOffered() {
    var day = chart(Interval.HOUR, "2016-06-24T00:00:00Z", new long[24]);
    assertEquals(List.of("Hour"), day.steps().stream().map(Step::label).toList());
    var hours = chart(Interval.HOUR, "2016-06-24T00:00:00Z", new long[12]);
    assertEquals(List.of("Hour", "Minute"), hours.steps().stream().map(Step::label).toList());
  }

  @Test
  void whatHasNoTweetsSaysSoAndHasNoPeak() {
    var empty = chart(Interval.DAY, "2016-04-01T00:00:00Z", new long[30]);
    assertEquals("Tweets by day, 1 Apr 2016 to 30 Apr 2016. There are none.", empty.says());
    assertEquals("", empty.peak());
    assertEquals(Optional.empty(), empty.highest());
    assertTrue(empty.bars().stream().allMatch(TimelineChart.Bar::empty));
  }

  private static TimelineChart chart(Interval interval, String start, long... counts) {
    return TimelineChart.of(
            timeline(interval, start, counts),
            SearchAddress.query("x"),
            TimeRange.ALL,
            TimeRange.ALL)
        .orElseThrow();
  }

  private static Timeline timeline(Interval interval, String start, long... counts) {
    var buckets = new ArrayList<Bucket>();
    var at = Instant.parse(start);
    for (long count : counts) {
      buckets.add(new Bucket(at, count));
      at = TimelineChart.next(at, interval, java.time.ZoneOffset.UTC);
    }
    return new Timeline(interval, buckets);
  }
}
