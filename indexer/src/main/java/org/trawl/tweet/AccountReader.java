package org.trawl.tweet;

import java.util.List;
import java.util.Locale;
import org.trawl.tweet.Header.Column;
import org.trawl.tweet.UnusableRow.Reason;

/// Reads the account columns of Twitter's files: those of users files, and those that every tweet's
/// row repeats.
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
    id = header.column("userid");
    displayName = header.column("user_display_name");
    screenName = header.column("user_screen_name");
    location = header.column("user_reported_location");
    bio = header.column("user_profile_description");
    url = header.column("user_profile_url");
    followers = header.column("follower_count");
    following = header.column("following_count");
    created = header.column("account_creation_date");
    language = header.column("account_language");
  }

  /// The reader for a users file's header.
  ///
  /// @throws IllegalArgumentException if these are not the columns of one
  public static AccountReader of(List<String> columns) {
    if (Layout.of(columns) != Layout.USERS) {
      throw new IllegalArgumentException("not the columns of a users file: " + columns);
    }
    return new AccountReader(new Header(columns));
  }

  public Tweet.Account read(Row row) throws UnusableRow {
    var user = id.of(row).strip();
    if (user.isEmpty()) {
      throw new UnusableRow(Reason.NO_ACCOUNT, "");
    }
    if (destroyed(user)) {
      throw new UnusableRow(Reason.SPREADSHEET_ID, user);
    }
    var profile =
        new Tweet.Profile(
            location.of(row),
            bio.of(row),
            url.of(row),
            count(followers.of(row)),
            count(following.of(row)),
            Times.date(created.of(row)),
            language.of(row).strip().toLowerCase(Locale.ROOT));
    return new Tweet.Account(
        user, screenName.of(row).strip(), displayName.of(row), hashed(user), profile);
  }

  /// Whether a user id reads like `1.01421E+18`. Hashes hold both letters and plus signs, but no
  /// dot.
  private static boolean destroyed(String user) {
    return user.indexOf('.') > 0
        && (user.indexOf("E+") > 0 || user.indexOf("e+") > 0)
        && Character.isDigit(user.charAt(0));
  }

  /// A user id that is not a number is a hash.
  static boolean hashed(String user) {
    for (var i = 0; i < user.length(); i++) {
      if (user.charAt(i) < '0' || user.charAt(i) > '9') {
        return true;
      }
    }
    return user.length() > 19;
  }

  /// A count as `0`, `0.0` or nothing; what is no number counts as 0.
  static long count(String cell) {
    var value = 0L;
    for (var i = 0; i < cell.length(); i++) {
      var digit = cell.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return cell.charAt(i) == '.' ? value : 0;
      }
      if (i > 15) {
        return 0;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
