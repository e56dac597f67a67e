package org.trawl.tweet;

import java.time.Instant;
import java.util.List;
import org.trawl.tweet.UnusableRow.Reason;

/// Reads the rows of one header as tweets. The same row gives the same tweet always: the index
/// keeps rows and reads them again when they are shown.
///
/// Thread-safe.
public sealed interface TweetReader permits OfficialTweets, ClemsonTweets {

  /// The reader for a header.
  ///
  /// @param columns names as the file has them; any order, unknown ones are passed over
  /// @throws IllegalArgumentException if these are not the columns of a tweets file
  static TweetReader of(List<String> columns) {
    return switch (Layout.of(columns)) {
      case TWEETS -> new OfficialTweets(new Header(columns));
      case CLEMSON -> new ClemsonTweets(new Header(columns));
      case USERS, OTHER ->
          throw new IllegalArgumentException("not the columns of a tweets file: " + columns);
    };
  }

  /// @param operation the release the row belongs to
  Tweet read(Row row, String operation) throws UnusableRow;

  /// The time to show: with the seconds of the id where it holds them and agrees with the row.
  /// Where the two differ by more than the row's minute one of them was filled in or damaged, and
  /// the row is what was published.
  static Instant exact(Snowflake id, Instant row) {
    if (!id.timed()) {
      return row;
    }
    var seconds = id.createdAt().getEpochSecond();
    var minute = row.getEpochSecond();
    return seconds >= minute && seconds < minute + 60 ? Instant.ofEpochSecond(seconds) : row;
  }

  /// An id's cell as a number.
  static Snowflake id(String cell) throws UnusableRow {
    var text = cell.strip();
    if (text.isEmpty()) {
      throw new UnusableRow(Reason.NO_ID, "");
    }
    if (text.indexOf('E') > 0 || text.indexOf('e') > 0 || text.indexOf('.') > 0) {
      throw new UnusableRow(Reason.SPREADSHEET_ID, text);
    }
    try {
      var value = Long.parseLong(text);
      if (value > 0 && value < Snowflake.MADE && text.charAt(0) != '+') {
        return new Snowflake(value);
      }
    } catch (NumberFormatException e) {
      // Said below, like a number that no id can be.
    }
    throw new UnusableRow(Reason.UNREADABLE_ID, text);
  }
}
