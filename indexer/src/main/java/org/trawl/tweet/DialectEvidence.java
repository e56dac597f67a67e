package org.trawl.tweet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trawl.tweet.Dialect.DateOrder;
import org.trawl.tweet.Header.Column;

/// Gathers from the rows of a table how it writes what one row alone does not tell: its [Dialect].
///
/// Of a time such as `3/4/2019` a row decides whose id holds one of the two moments, or a number
/// above 12 in the same column of any row. Takes rows in any order, in memory that does not grow.
public final class DialectEvidence {
  /// Cells that are empty in most rows, so that a word for nothing shows there.
  private static final List<String> OFTEN_EMPTY =
      List.of(
          "in_reply_to_userid",
          "in_reply_to_tweetid",
          "quoted_tweet_tweetid",
          "retweet_userid",
          "retweet_tweetid",
          "poll_choices",
          "alt_external_id",
          "tco1_step1",
          "tco2_step1",
          "tco3_step1");

  /// The most words for nothing that are counted.
  private static final int MAX_WORDS = 50;

  /// Time zones differ by no more than so many quarters of an hour.
  private static final int MOST_QUARTERS = 14 * 4;

  private final List<String> columns;
  private final Column id;
  private final Column time;
  private final Column created;
  private final List<Column> oftenEmpty;
  private final DayMonth times = new DayMonth();
  private final DayMonth dates = new DayMonth();
  private final Map<String, Integer> nothing = new HashMap<>();
  private final Map<Integer, Long> zones = new HashMap<>();
  private int empty;
  private long agree;
  private long differ;

  public DialectEvidence(List<String> columns) {
    this.columns = List.copyOf(columns);
    var header = new Header(columns);
    id = header.column("tweetid");
    time =
        switch (Layout.of(columns)) {
          case CLEMSON -> header.column("publish_date");
          case NBC -> header.column("created_str");
          case TWEETS, USERS, NBC_USERS, OTHER -> header.column("tweet_time");
        };
    created = header.column("account_creation_date");
    oftenEmpty = OFTEN_EMPTY.stream().map(header::column).filter(Column::there).toList();
  }

  /// Votes for an order of day and month.
  private static final class DayMonth {
    private long dayFirst;
    private long monthFirst;
    private long open;
    private String example = "";

    void add(WrittenTime written, Optional<Snowflake> id, String cell) {
      if (!written.ambiguous()) {
        return;
      }
      switch (id.map(known -> written.orderBy(known.createdAt())).orElse(DateOrder.UNKNOWN)) {
        case DAY_FIRST -> dayFirst++;
        case MONTH_FIRST -> monthFirst++;
        case UNKNOWN -> {
          open++;
          example = example.isEmpty() ? cell : example;
        }
      }
    }

    void add(Times.Order certain) {
      switch (certain) {
        case DAY_FIRST -> dayFirst++;
        case MONTH_FIRST -> monthFirst++;
        case NONE -> {}
      }
    }

    DateOrder order() {
      if (dayFirst > 0 && monthFirst > 0) {
        return DateOrder.UNKNOWN;
      }
      return dayFirst > 0
          ? DateOrder.DAY_FIRST
          : monthFirst > 0 ? DateOrder.MONTH_FIRST : DateOrder.UNKNOWN;
    }

    boolean contradicts() {
      return dayFirst > 0 && monthFirst > 0;
    }
  }

  /// Takes the cells of a row in; those of another number than there are columns tell nothing.
  public void add(List<String> cells) {
    if (cells.size() != columns.size()) {
      return;
    }
    var row = new Row(columns, cells);
    var told = timed(id.of(row));
    addTime(time.of(row), told, times);
    addTime(created.of(row), Optional.empty(), dates);
    for (var column : oftenEmpty) {
      addNothing(column.of(row));
    }
  }

  private static Optional<Snowflake> timed(String cell) {
    return NumberCell.of(cell) instanceof NumberCell.Whole(var value)
            && value > 0
            && new Snowflake(value).timed()
        ? Optional.of(new Snowflake(value))
        : Optional.empty();
  }

  private void addTime(String cell, Optional<Snowflake> told, DayMonth votes) {
    var written = cell.isEmpty() ? Optional.<WrittenTime>empty() : Times.read(cell);
    if (written.isEmpty()) {
      return;
    }
    votes.add(written.get(), told, cell);
    if (!written.get().ambiguous()) {
      votes.add(Times.order(cell));
    }
    told.ifPresent(snowflake -> compare(written.get(), snowflake));
  }

  /// Whether the id's time is the row's, or its but for a time zone.
  private void compare(WrittenTime written, Snowflake snowflake) {
    var moment = snowflake.createdAt();
    var order = written.ambiguous() ? written.orderBy(moment) : DateOrder.DAY_FIRST;
    var cell = written.time(order);
    if (cell.isEmpty() || RowTime.isCut(snowflake, written, cell.get())) {
      return;
    }
    var away = written.away(cell.get(), moment);
    if (Math.abs(away) <= WrittenTime.MINUTE) {
      agree++;
      return;
    }
    differ++;
    var quarters = Math.round(away / 900.0);
    if (Math.abs(quarters) <= MOST_QUARTERS && Math.abs(away - quarters * 900) <= 120) {
      zones.merge((int) quarters, 1L, Long::sum);
    }
  }

  private void addNothing(String cell) {
    if (cell.isEmpty()) {
      empty++;
    } else if (Nothing.inWords(cell) && (nothing.size() < MAX_WORDS || nothing.containsKey(cell))) {
      nothing.merge(cell, 1, Integer::sum);
    }
  }

  /// Whether a date was seen that has day and month in an order that is not plain, so that every
  /// row must be looked at.
  public boolean ordered() {
    return seen(times) || seen(dates);
  }

  private static boolean seen(DayMonth votes) {
    return votes.open + votes.dayFirst + votes.monthFirst > 0;
  }

  /// A time that may have day or month first where no row tells which; empty if all is certain, or
  /// if only some rows are not.
  public Optional<String> undecided() {
    var unknown = order(times, dates) == DateOrder.UNKNOWN && !times.contradicts();
    var some = agree > 0 || times.dayFirst + times.monthFirst > 0;
    return unknown && times.open > 0 && !some && Layout.of(columns) != Layout.CLEMSON
        ? Optional.of(times.example)
        : Optional.empty();
  }

  /// What was found so far.
  public Dialect dialect() {
    return new Dialect(order(times, dates), order(dates, times), soundIds(), nothing());
  }

  /// By one column, or by the other of the same file.
  private static DateOrder order(DayMonth own, DayMonth other) {
    return own.order() != DateOrder.UNKNOWN || own.contradicts() ? own.order() : other.order();
  }

  /// One row alone may be wrong about its time; where most are, and not by one time zone, the ids
  /// are made up.
  private boolean soundIds() {
    var byZone = zones.values().stream().mapToLong(Long::longValue).max().orElse(0);
    var odd = differ - byZone;
    return odd < 2 || odd <= agree + byZone;
  }

  /// The word for nothing, if no cell is just empty.
  private String nothing() {
    return empty > 0
        ? ""
        : nothing.entrySet().stream()
            .max(
                Map.Entry.<String, Integer>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .orElse("");
  }
}
