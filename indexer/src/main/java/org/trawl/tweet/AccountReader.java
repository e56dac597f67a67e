package org.trawl.tweet;

import java.util.List;
import java.util.Locale;
import org.trawl.tweet.Dialect.DateOrder;
import org.trawl.tweet.Header.Column;
import org.trawl.tweet.Remarks.Kind;
import org.trawl.tweet.UnusableRow.Reason;

/// Reads the account columns of Twitter's files and of NBC's: those of users files, and those that
/// every tweet's row repeats.
///
/// Thread-safe.
public final class AccountReader {
  private final Column id;
  private final Column displayName;
  private final Column screenName;
  private final Column location;
  private final Column bio;
  private final Column url;
  private final Column followers;
  private final Column following;
  private final Column created;
  private final Column language;

  AccountReader(Header header) {
    boolean nbc = Layout.of(header.columns()) == Layout.NBC_USERS;
    id = header.column(nbc ? "id" : "userid");
    displayName = header.column(nbc ? "name" : "user_display_name");
    screenName = header.column(nbc ? "screen_name" : "user_screen_name");
    location = header.column(nbc ? "location" : "user_reported_location");
    bio = header.column(nbc ? "description" : "user_profile_description");
    url = header.column("user_profile_url");
    followers = header.column(nbc ? "followers_count" : "follower_count");
    following = header.column(nbc ? "friends_count" : "following_count");
    created = header.column(nbc ? "created_at" : "account_creation_date");
    language = header.column(nbc ? "lang" : "account_language");
  }

  /// The reader for a users file's header.
  ///
  /// @throws IllegalArgumentException if these are not the columns of one
  public static AccountReader of(List<String> columns) {
    if (!Layout.of(columns).isUsers()) {
      throw new IllegalArgumentException("not the columns of a users file: " + columns);
    }
    return new AccountReader(new Header(columns));
  }

  public Tweet.Account read(Row row) throws UnusableRow {
    return read(row, Remarks.NONE);
  }

  /// @param remarks hears what is odd in the row
  public Tweet.Account read(Row row, Remarks remarks) throws UnusableRow {
    var handle = screenName.of(row).strip();
    if (handle.startsWith("@")) {
      handle = handle.substring(1);
    }
    var user = user(row, handle, remarks);
    var profile =
        new Tweet.Profile(
            words(location, row, remarks),
            words(bio, row, remarks),
            words(url, row, remarks),
            count(followers, row, remarks),
            count(following, row, remarks),
            RowTime.date(said(created, row, remarks), row.dialect(), DateOrder.UNKNOWN, remarks),
            said(language, row, remarks).strip().toLowerCase(Locale.ROOT));
    var name = displayName.there() ? displayName.of(row) : handle;
    return new Tweet.Account(user, handle, name, hashed(user), profile);
  }

  private String user(Row row, String handle, Remarks remarks) throws UnusableRow {
    var cell = UserCell.of(id.of(row));
    if (cell.rounded()) {
      throw new UnusableRow(Reason.SPREADSHEET_ID, cell.id());
    }
    if (!cell.id().isEmpty()) {
      return cell.id();
    }
    if (id.there() || handle.isEmpty() || Nothing.inWords(handle)) {
      throw new UnusableRow(Reason.NO_ACCOUNT, id.of(row).strip());
    }
    remarks.add(Kind.HANDLE_FOR_MISSING_USER, handle);
    // Handles are the same in any case, ids are not.
    return handle.toLowerCase(Locale.ROOT);
  }

  /// A cell that cannot hold a word, empty where it says that there is nothing.
  static String said(Column column, Row row, Remarks remarks) {
    var cell = column.of(row);
    if (cell.isEmpty() || !Nothing.inWords(cell)) {
      return cell;
    }
    remarks.add(Kind.NOTHING_IN_WORDS, cell.strip());
    return "";
  }

  /// A cell that may hold any words, empty where it has the one that the file has for nothing.
  static String words(Column column, Row row, Remarks remarks) {
    var cell = column.of(row);
    if (cell.isEmpty() || !cell.equals(row.dialect().nothing())) {
      return cell;
    }
    remarks.add(Kind.NOTHING_IN_WORDS, cell);
    return "";
  }

  /// A user id that is not a number is a hash; unless it is a handle, which is shorter.
  static boolean hashed(String user) {
    if (user.length() < 20) {
      return false;
    }
    for (var i = 0; i < user.length(); i++) {
      if (user.charAt(i) < '0' || user.charAt(i) > '9') {
        return true;
      }
    }
    return user.length() > 19;
  }

  /// A count, 0 where there is none.
  static long count(Column column, Row row, Remarks remarks) {
    var cell = column.of(row);
    return switch (NumberCell.of(cell)) {
      case NumberCell.Whole(var value) -> value;
      case NumberCell.None _ -> 0;
      case NumberCell.Rounded(var value, _) -> value.longValue();
      case NumberCell.Other _ -> {
        remarks.add(Kind.UNREADABLE_CELL, column.name() + " " + cell.strip());
        yield 0;
      }
    };
  }
}
