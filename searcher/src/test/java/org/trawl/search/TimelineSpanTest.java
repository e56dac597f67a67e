package org.trawl.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.trawl.query.QueryParser;

/// An archive of tweets from 2 March 2012 to 20 June 2018.
class TimelineSpanTest {
  private static final TimelineSpan ARCHIVE = span("2012-03-02T10:00:00Z", "2018-06-20T18:30:00Z");

  private static final TimelineSpan HITS = span("2016-04-17T19:05:00Z", "2016-04-22T13:00:00Z");

  /// One row a rule: the dates that were chosen, whether there are hits, and what is shown.
  @Test
  void theChosenDatesAreShownWithinReason() {
    var wrong =
        """
        - - | hits | 2016-04-17T19:05:00Z 2016-04-22T13:00:00Z
        - - | none | nothing
        2016-04-01T00:00:00Z 2016-05-01T00:00:00Z | hits | 2016-04-01T00:00:00Z 2016-04-30T23:59:59Z
        2016-04-01T00:00:00Z 2016-05-01T00:00:00Z | none | 2016-04-01T00:00:00Z 2016-04-30T23:59:59Z
        2016-04-01T00:00:00.5Z 2016-05-01T00:00:00.5Z | hits | 2016-04-01T00:00:00Z 2016-05-01T00:00:00Z
        2016-04-01T00:00:00Z - | hits | 2016-04-01T00:00:00Z 2016-04-22T13:00:00Z
        - 2016-05-01T00:00:00Z | hits | 2016-04-17T19:05:00Z 2016-04-30T23:59:59Z
        2016-04-01T00:00:00Z - | none | 2016-04-01T00:00:00Z 2018-12-31T23:59:59Z
        - 2016-05-01T00:00:00Z | none | 2012-01-01T00:00:00Z 2016-04-30T23:59:59Z
        2018-06-01T00:00:00Z 2018-08-01T00:00:00Z | none | 2018-06-01T00:00:00Z 2018-07-31T23:59:59Z
        0001-01-01T00:00:00Z 9999-12-31T00:00:00Z | hits | 2012-01-01T00:00:00Z 2018-12-31T23:59:59Z
        0001-01-01T00:00:00Z - | hits | 2012-01-01T00:00:00Z 2016-04-22T13:00:00Z
        2018-01-01T00:00:00Z 2020-01-01T00:00:00Z | none | 2018-01-01T00:00:00Z 2018-12-31T23:59:59Z
        2030-02-01T00:00:00Z 2030-03-01T00:00:00Z | none | 2030-02-01T00:00:00Z 2030-02-28T23:59:59Z
        2030-02-01T00:00:00Z - | none | 2030-02-01T00:00:00Z 2031-01-31T23:59:59Z
        - 1999-03-01T00:00:00Z | none | 1998-03-01T00:00:00Z 1999-02-28T23:59:59Z
        2030-01-01T00:00:00Z 9000-01-01T00:00:00Z | none | 2030-01-01T00:00:00Z 2129-12-31T23:59:59Z
        0001-01-01T00:00:00Z 1900-01-01T00:00:00Z | none | 1800-01-01T00:00:00Z 1899-12-31T23:59:59Z
        +999999999-01-01T00:00:00Z +999999999-02-01T00:00:00Z | none | nothing
        -999999999-01-01T00:00:00Z +999999999-02-01T00:00:00Z | hits | 2012-01-01T00:00:00Z 2018-12-31T23:59:59Z
        9999-12-01T00:00:00Z - | none | 9999-12-01T00:00:00Z 9999-12-31T23:59:59Z
        2016-05-01T00:00:00Z 2016-04-01T00:00:00Z | none | nothing
        """
            .lines()
            .filter(row -> !row.equals(said(row)))
            .map(row -> row + "\n became\n" + said(row))
            .toList();
    assertEquals(List.of(), wrong);
  }

  @Test
  void datesOfAQueryCountWhereTheyHoldForEveryHit() {
    assertEquals(
        range("2016-04-01T00:00:00Z", "2016-05-01T00:00:00Z"),
        typed("since:2016-04 until:2016-05 red"));
    assertEquals(range("2016-04-01T00:00:00Z", "2016-05-01T00:00:00Z"), typed("time:2016-04"));
    for (var query : List.of("red", "-since:2016-04", "since:2016-04 OR red", "")) {
      assertEquals(TimeRange.ALL, typed(query), query);
    }
  }

  private static TimeRange typed(String query) {
    return TimeRange.of(QueryParser.parse(query).ast());
  }

  /// The row as it should be.
  private static String said(String row) {
    var cells = row.split(" \\| ");
    var ends = cells[0].split(" ");
    var hits = cells[1].equals("hits") ? Optional.of(HITS) : Optional.<TimelineSpan>empty();
    var shown =
        TimelineSpan.of(range(ends[0], ends[1]), hits, ARCHIVE)
            .map(span ->
                Instant.ofEpochSecond(span.first()) + " " + Instant.ofEpochSecond(span.last()))
            .orElse("nothing");
    return cells[0] + " | " + cells[1] + " | " + shown;
  }

  private static TimeRange range(String since, String until) {
    return new TimeRange(end(since), end(until));
  }

  private static Optional<Instant> end(String text) {
    return Stream.of(text).filter(time -> !time.equals("-")).map(Instant::parse).findFirst();
  }

  private static TimelineSpan span(String first, String last) {
    return new TimelineSpan(
        Instant.parse(first).getEpochSecond(), Instant.parse(last).getEpochSecond());
  }
}
