package org.trawl.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.trawl.page.TimelineChart.Move;
import org.trawl.search.TimeRange;
import org.trawl.search.Timeline.Bucket;
import org.trawl.search.Timeline.Interval;

class TimelineMovesTest {
  /// One row a rule: the dates that were chosen, and where the moves lead.
  @Test
  void movesAreAsLongAsWhatWasChosenAndOutIsWider() {
    var wrong =
        """
        2016-04-01 2016-05-01 | earlier 2016-03-01 2016-04-01 | out 2016-01-01 2017-01-01 | later 2016-05-01 2016-06-01
        2016-06-24 2016-06-25 | earlier 2016-06-23 2016-06-24 | out 2016-06-01 2016-07-01 | later 2016-06-25 2016-06-26
        2016-06-24T09:00:00Z 2016-06-24T10:00:00Z | earlier 2016-06-24T08:00:00Z 2016-06-24T09:00:00Z | out 2016-06-24 2016-06-25 | later 2016-06-24T10:00:00Z 2016-06-24T11:00:00Z
        2016-06-24T09:10:00Z 2016-06-24T09:11:00Z | earlier 2016-06-24T09:09:00Z 2016-06-24T09:10:00Z | out 2016-06-24T09:00:00Z 2016-06-24T10:00:00Z | later 2016-06-24T09:11:00Z 2016-06-24T09:12:00Z
        2016-04-10 2016-04-17 | earlier 2016-04-03 2016-04-10 | out 2016-04-01 2016-05-01 | later 2016-04-17 2016-04-24
        2016-03-15 2016-04-15 | earlier 2016-02-13 2016-03-15 | out 2016-01-01 2017-01-01 | later 2016-04-15 2016-05-16
        2015-11-01 2016-02-01 | earlier 2015-08-01 2015-11-01 | out 2015-01-01 2017-01-01 | later 2016-02-01 2016-05-01
        2016-01-01 2017-01-01 | earlier 2015-01-01 2016-01-01 | later 2017-01-01 2018-01-01
        0001-01-01 9999-12-31 |
        0001-01-01 0002-01-01 | later 0002-01-01 0003-01-01
        """
            .lines()
            .filter(row -> !row.equals(said(row)))
            .map(row -> row + "\n became\n" + said(row))
            .toList();
    assertEquals(List.of(), wrong);
  }

  /// The row as it should be.
  private static String said(String row) {
    var dates = row.substring(0, row.indexOf(" |"));
    var ends = dates.split(" ");
    var chosen = range(ends[0], ends[1]);
    var moves = moves(chosen, TimeRange.ALL);
    var words =
        moves.stream()
            .filter(move -> !move.kind().equals("all"))
            .map(move -> move.kind() + " " + dates(move))
            .toList();
    return words.isEmpty() ? dates + " |" : dates + " | " + String.join(" | ", words);
  }

  @Test
  void anEndThatWasNotChosenHasNothingBehindIt() {
    var since = new TimeRange(range("2016-04-01", "2016-05-01").since(), Optional.empty());
    assertEquals(List.of("earlier", "all"), kinds(moves(since, TimeRange.ALL)));
    var until = new TimeRange(Optional.empty(), range("2016-04-01", "2016-05-01").until());
    assertEquals(List.of("all", "later"), kinds(moves(until, TimeRange.ALL)));
    assertEquals(List.of(), moves(TimeRange.ALL, range("2016-04-01", "2016-05-01")));
  }

  @Test
  void noMoveLeadsToWhereTheQuerysOwnDatesLeaveNothing() {
    var june = range("2016-06-01", "2016-07-01");
    var day = moves(range("2016-06-30", "2016-07-01"), june);
    assertEquals(List.of("earlier", "out", "all"), kinds(day));
    assertEquals(List.of("all"), kinds(moves(june, june)));
  }

  @Test
  void aWiderRangeIsNamed() {
    assertEquals("2015 – 2016", out("2015-11-01", "2016-02-01"));
    assertEquals("2016", out("2016-04-01", "2016-05-01"));
    assertEquals("April 2016", out("2016-04-10", "2016-04-12"));
  }

  private static String out(String since, String until) {
    return moves(range(since, until), TimeRange.ALL).stream()
        .filter(move -> move.kind().equals("out"))
        .findFirst()
        .orElseThrow()
        .label();
  }

  private static List<String> kinds(List<Move> moves) {
    return moves.stream().map(Move::kind).toList();
  }

  private static String dates(Move move) {
    return move.href().replaceFirst("^/\\?since=(.*)&until=(.*)$", "$1 $2");
  }

  private static List<Move> moves(TimeRange chosen, TimeRange typed) {
    var bars =
        List.of(
            new Bucket(Instant.parse("2016-04-01T00:00:00Z"), 3),
            new Bucket(Instant.parse("2016-05-01T00:00:00Z"), 2));
    return new TimelineMoves(SearchAddress.EMPTY, chosen, typed).around(bars, Interval.MONTH);
  }

  private static TimeRange range(String since, String until) {
    return new TimeRange(Optional.of(time(since)), Optional.of(time(until)));
  }

  private static Instant time(String text) {
    return Instant.parse(text.contains("T") ? text : text + "T00:00:00Z");
  }
}
