package org.trawl.tweet;

import java.util.List;
import java.util.Optional;
import org.trawl.tweet.UnusableRow.Reason;

/// Reads the rows of one header as tweets. The same row gives the same tweet always: the index
/// keeps rows and reads them again when they are shown.
///
/// Thread-safe.
public sealed interface TweetReader permits OfficialTweets, ClemsonTweets, NbcTweets {

  /// The reader for a header.
  ///
  /// @param columns names as the file has them; any order, unknown ones are passed over
  /// @throws IllegalArgumentException if these are not the columns of a tweets file
  static TweetReader of(List<String> columns) {
    return switch (Layout.of(columns)) {
      case TWEETS -> new OfficialTweets(new Header(columns));
      case CLEMSON -> new ClemsonTweets(new Header(columns));
      case NBC -> new NbcTweets(new Header(columns));
      case USERS, NBC_USERS, OTHER ->
          throw new IllegalArgumentException("not the columns of a tweets file: " + columns);
    };
  }

  /// @param operation the release the row belongs to
  default Tweet read(Row row, String operation) throws UnusableRow {
    return read(row, operation, Remarks.NONE);
  }

  /// @param operation the release the row belongs to
  /// @param remarks hears what is odd in the row
  Tweet read(Row row, String operation, Remarks remarks) throws UnusableRow;

  /// The tweet's own id by its cell.
  static Snowflake id(String cell) throws UnusableRow {
    return switch (NumberCell.of(cell)) {
      case NumberCell.Whole(var value) -> {
        if (value > 0 && value < Snowflake.MADE) {
          yield new Snowflake(value);
        }
        throw new UnusableRow(value == 0 ? Reason.NO_ID : Reason.UNREADABLE_ID, cell.strip());
      }
      case NumberCell.Rounded _ -> throw new UnusableRow(Reason.SPREADSHEET_ID, cell.strip());
      case NumberCell.None _ -> throw new UnusableRow(Reason.NO_ID, cell.strip());
      case NumberCell.Other _ -> throw new UnusableRow(Reason.UNREADABLE_ID, cell.strip());
    };
  }

  /// The id of the tweet that an address of Twitter's leads to.
  static Optional<Snowflake> idInAddress(String address) {
    for (var mark : new String[] {"/status/", "/statuses/", "/i/web/status/"}) {
      var start = address.indexOf(mark);
      if (start < 0) {
        continue;
      }
      var at = start + mark.length();
      var end = at;
      while (end < address.length() && address.charAt(end) >= '0' && address.charAt(end) <= '9') {
        end++;
      }
      var digits = end - at;
      if ((digits > 0 && digits <= 18) || (digits == 19 && address.charAt(at) < '4')) {
        var value = Long.parseLong(address, at, end, 10);
        return value > 0 ? Optional.of(new Snowflake(value)) : Optional.empty();
      }
    }
    return Optional.empty();
  }
}
