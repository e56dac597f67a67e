package org.trawl.generate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// How Twitter laid out the files of a release; it changed over the years.
enum Vintage {
  /// The first two releases: one file, hashes in hexadecimal, lists without quotes, no line breaks,
  /// coordinates in degrees.
  OCTOBER_2018,
  /// The releases of 2019: reply columns swapped, hashes in base64, coordinates withheld.
  FROM_2019,
  /// The releases from 2020 on: no polls, mentions in quotes.
  FROM_2020;

  /// A column of the tweets file; its name there is the constant's in lower case.
  enum Column {
    TWEETID,
    USERID,
    USER_DISPLAY_NAME,
    USER_SCREEN_NAME,
    USER_REPORTED_LOCATION,
    USER_PROFILE_DESCRIPTION,
    USER_PROFILE_URL,
    FOLLOWER_COUNT,
    FOLLOWING_COUNT,
    ACCOUNT_CREATION_DATE,
    ACCOUNT_LANGUAGE,
    TWEET_LANGUAGE,
    TWEET_TEXT,
    TWEET_TIME,
    TWEET_CLIENT_NAME,
    IN_REPLY_TO_TWEETID,
    IN_REPLY_TO_USERID,
    QUOTED_TWEET_TWEETID,
    IS_RETWEET,
    RETWEET_USERID,
    RETWEET_TWEETID,
    LATITUDE,
    LONGITUDE,
    QUOTE_COUNT,
    REPLY_COUNT,
    LIKE_COUNT,
    RETWEET_COUNT,
    HASHTAGS,
    URLS,
    USER_MENTIONS,
    POLL_CHOICES
  }

  /// How many columns the users file has: the tweets file's [Column#USERID] and those after it.
  static final int USER_COLUMNS = 10;

  /// The tweets file's columns, in order.
  List<Column> columns() {
    var columns = new ArrayList<>(List.of(Column.values()));
    if (this != OCTOBER_2018) {
      Collections.swap(
          columns,
          columns.indexOf(Column.IN_REPLY_TO_TWEETID),
          columns.indexOf(Column.IN_REPLY_TO_USERID));
    }
    if (this == FROM_2020) {
      columns.remove(Column.POLL_CHOICES);
    }
    return List.copyOf(columns);
  }

  /// The users file's columns, in order.
  static List<Column> userColumns() {
    return List.of(Column.values()).subList(1, 1 + USER_COLUMNS);
  }

  /// A header line as Twitter wrote it.
  static byte[] header(List<Column> columns) {
    var names = columns.stream().map(c -> c.name().toLowerCase(Locale.ROOT)).toList();
    return Utf8Text.utf8('"' + String.join("\",\"", names) + "\"\n");
  }
}
