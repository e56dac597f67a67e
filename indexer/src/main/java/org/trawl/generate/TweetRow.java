package org.trawl.generate;

import java.util.List;
import org.trawl.generate.Vintage.Column;

/// One row of a tweets file. The maker sets what the tweet says and points to; [#write] lays it out
/// as the vintage does. One for each thread, reused from tweet to tweet.
final class TweetRow {
  private static final byte[] NOTHING = {};

  private final Release release;
  private final List<Column> columns;
  private final byte[][] clients;
  final TweetText said;
  final Occasion occasion;

  byte[] language = NOTHING;
  byte[] replyUser = NOTHING;
  byte[] retweetUser = NOTHING;
  byte[] poll = NOTHING;

  /// Whether the tweet carried coordinates.
  boolean geotagged;

  /// Ids of other tweets, 0 for none.
  long replyTweet;

  long quotedTweet;
  long retweetTweet;
  int client;
  int likes;
  int retweets;
  int replies;
  int quotes;

  TweetRow(Release release) {
    this.release = release;
    occasion = new Occasion(release);
    said = new TweetText(release.operation().vintage());
    columns = release.operation().vintage().columns();
    clients = release.operation().clients().stream().map(Utf8Text::utf8).toArray(byte[][]::new);
  }

  void clear() {
    said.clear();
    geotagged = false;
    language = NOTHING;
    replyUser = NOTHING;
    retweetUser = NOTHING;
    poll = NOTHING;
    replyTweet = 0;
    quotedTweet = 0;
    retweetTweet = 0;
    likes = 0;
    retweets = 0;
    replies = 0;
    quotes = 0;
  }

  /// Adds the row, every cell quoted, and a line end.
  void write(Utf8Text out) {
    for (var i = 0; i < columns.size(); i++) {
      out.add(i == 0 ? "\"" : ",\"");
      write(columns.get(i), out);
      out.add('"');
    }
    out.add('\n');
  }

  private void write(Column column, Utf8Text out) {
    var account = occasion.account();
    switch (column) {
      case TWEETID -> out.add(occasion.id());
      case USERID -> out.add(account.id);
      case USER_DISPLAY_NAME -> cell(out, account.displayName);
      case USER_SCREEN_NAME -> out.add(account.handle);
      case USER_REPORTED_LOCATION -> cell(out, account.location);
      case USER_PROFILE_DESCRIPTION -> cell(out, account.bio);
      case USER_PROFILE_URL -> cell(out, account.url);
      case FOLLOWER_COUNT -> out.add(account.followersAt(occasion.second()));
      case FOLLOWING_COUNT -> out.add(account.following);
      case ACCOUNT_CREATION_DATE -> out.add(account.created);
      case ACCOUNT_LANGUAGE -> out.add(account.interfaceLanguage);
      case TWEET_LANGUAGE -> out.add(language);
      case TWEET_TEXT -> out.addCell(said.text.array(), said.text.size(), true);
      case TWEET_TIME -> minute(out, occasion.second());
      case TWEET_CLIENT_NAME -> out.add(clients[client]);
      case IN_REPLY_TO_TWEETID -> id(out, replyTweet);
      case IN_REPLY_TO_USERID -> out.add(replyUser);
      case QUOTED_TWEET_TWEETID -> id(out, quotedTweet);
      case IS_RETWEET -> out.add(retweetTweet == 0 ? "false" : "true");
      case RETWEET_USERID -> out.add(retweetUser);
      case RETWEET_TWEETID -> id(out, retweetTweet);
      case LATITUDE -> degrees(out, 40, 20);
      case LONGITUDE -> degrees(out, 20, 60);
      case QUOTE_COUNT -> out.add(quotes);
      case REPLY_COUNT -> out.add(replies);
      case LIKE_COUNT -> out.add(likes);
      case RETWEET_COUNT -> out.add(retweets);
      case HASHTAGS -> said.hashtags.write(out, bareLists());
      case URLS -> said.links.write(out, bareLists());
      case USER_MENTIONS -> said.mentions.write(out, bareLists());
      case POLL_CHOICES -> cell(out, poll);
    }
  }

  /// Half of the rows before 2020 have empty lists as empty cells.
  private boolean bareLists() {
    return release.operation().vintage() != Vintage.FROM_2020 && (occasion.id() & 1) == 0;
  }

  /// Adds degrees of some place that the id decides; the later vintages only say that there were.
  private void degrees(Utf8Text out, int middle, int range) {
    if (release.operation().vintage() != Vintage.OCTOBER_2018) {
      out.add(geotagged ? "present" : "absent");
    } else if (geotagged) {
      out.add(middle + occasion.id() / range % range).add('.').add(1 + occasion.id() % 999_983);
    }
  }

  private static void cell(Utf8Text out, byte[] text) {
    out.addCell(text, text.length, false);
  }

  private static void id(Utf8Text out, long id) {
    if (id != 0) {
      out.add(id);
    }
  }

  /// Adds `2017-06-22 16:03`, UTC. The calendar is computed here because a `LocalDateTime` for each
  /// row would cost as much as half of the row: years begin in March, so that a leap day is a
  /// year's last, and 400 of them have 146,097 days.
  static void minute(Utf8Text out, long second) {
    var days = second / 86_400 + 719_468;
    var era = days / 146_097;
    var dayOfEra = (int) (days - era * 146_097);
    var yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
    var dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    var shifted = (5 * dayOfYear + 2) / 153;
    var day = dayOfYear - (153 * shifted + 2) / 5 + 1;
    var month = shifted < 10 ? shifted + 3 : shifted - 9;
    var year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
    var minuteOfDay = (int) (second / 60 % 1440);
    out.add(year).add('-').addTwo(month).add('-').addTwo(day).add(' ');
    out.addTwo(minuteOfDay / 60).add(':').addTwo(minuteOfDay % 60);
  }
}
