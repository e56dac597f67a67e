package org.trawl.tweet;

import java.time.Instant;
import java.util.Optional;
import org.trawl.tweet.Dialect.DateOrder;
import org.trawl.tweet.Remarks.Kind;
import org.trawl.tweet.UnusableRow.Reason;

/// When a tweet was sent, by its cell and its id.
///
/// An id since November 2010 holds the moment itself. Where it differs from the cell by more than a
/// minute, the cell went through a program that knew another time zone or order of day and month,
/// and the id is right; unless the id was cut, or the ids of the whole file are made up.
final class RowTime {
  /// Seconds that cell and id may differ by.
  private static final int CLOSE = 60;

  /// The most digits that an id can have lost and still be told by its time.
  private static final int MOST_LOST = 10;

  private static final Instant TWITTER_BEGAN = Instant.parse("2006-03-21T00:00:00Z");
  private static final Instant AFTER_RELEASES = Instant.parse("2030-01-01T00:00:00Z");

  private RowTime() {}

  /// @param otherwise the order of day and month of the layout, where nothing else tells it
  static Instant of(
      String cell, Snowflake id, Dialect dialect, DateOrder otherwise, Remarks remarks)
      throws UnusableRow {
    var written = Times.read(cell);
    if (written.isEmpty()) {
      throw new UnusableRow(Reason.UNREADABLE_TIME, cell.isBlank() ? "the cell is empty" : cell);
    }
    if (!id.timed()) {
      return ofCell(written.get(), cell, id, dialect, otherwise, remarks);
    }
    var told = id.createdAt();
    var order = written.get().orderBy(told);
    if (order == DateOrder.UNKNOWN) {
      order = known(dialect, otherwise);
    }
    var time = written.get().time(order);
    if (time.isEmpty()) {
      return Instant.ofEpochSecond(told.getEpochSecond());
    }
    if (Math.abs(written.get().away(time.get(), told)) <= CLOSE) {
      return Instant.ofEpochSecond(told.getEpochSecond());
    }
    if (isCut(id, written.get(), time.get())) {
      throw new UnusableRow(Reason.CUT_ID, id + ", which the row's time " + cell + " contradicts");
    }
    if (!dialect.soundIds()) {
      remarks.add(Kind.ID_WITHOUT_SENSE, cell + " and " + told + " by the id " + id);
      return time.get();
    }
    remarks.add(Kind.TIME_FROM_ID, cell + ", but " + told + " by the id " + id);
    return Instant.ofEpochSecond(told.getEpochSecond());
  }

  private static DateOrder known(Dialect dialect, DateOrder otherwise) {
    return dialect.times() == DateOrder.UNKNOWN ? otherwise : dialect.times();
  }

  private static Instant ofCell(
      WrittenTime written,
      String cell,
      Snowflake id,
      Dialect dialect,
      DateOrder otherwise,
      Remarks remarks)
      throws UnusableRow {
    var time = written.time(known(dialect, otherwise));
    if (time.isEmpty()) {
      throw new UnusableRow(Reason.AMBIGUOUS_TIME, cell);
    }
    if (!id.made() && isCut(id, written, time.get())) {
      throw new UnusableRow(Reason.CUT_ID, id + ", which the row's time " + cell + " contradicts");
    }
    if (written.step() == WrittenTime.DAY) {
      remarks.add(Kind.DAY_ONLY, cell);
    }
    if (time.get().isBefore(TWITTER_BEGAN) || time.get().isAfter(AFTER_RELEASES)) {
      remarks.add(Kind.UNLIKELY_TIME, cell);
    }
    return time.get();
  }

  /// Whether an id that lost digits at its end tells the cell's time once they are put back.
  static boolean isCut(Snowflake id, WrittenTime written, Instant time) {
    if (written.step() == WrittenTime.DAY) {
      return false;
    }
    var low = id.value();
    var room = 1L;
    for (var lost = 1; lost <= MOST_LOST && low < Snowflake.MADE / 10; lost++) {
      low *= 10;
      room *= 10;
      var first = new Snowflake(low);
      var last = new Snowflake(low + room - 1);
      if (first.timed()
          && last.timed()
          && written.away(time, first.createdAt()) <= CLOSE
          && written.away(time, last.createdAt()) >= -CLOSE) {
        return true;
      }
    }
    return false;
  }

  /// The order by the dialect for dates that no id can tell of.
  static Optional<java.time.LocalDate> date(
      String cell, Dialect dialect, DateOrder otherwise, Remarks remarks) {
    if (cell.isEmpty() || Nothing.is(cell)) {
      return Optional.empty();
    }
    var known = dialect.dates() == DateOrder.UNKNOWN ? otherwise : dialect.dates();
    var day =
        Times.read(cell)
            .flatMap(written ->
                written
                    .day(known)
                    .map(date -> date.plusDays(Math.floorDiv(written.second(), WrittenTime.DAY))));
    if (day.isEmpty()) {
      remarks.add(Kind.UNREADABLE_CELL, "account_creation_date " + cell);
    }
    return day;
  }
}
