package org.trawl.tweet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.trawl.tweet.Header.Column;
import org.trawl.tweet.UnusableRow.Reason;

/// The rows of Twitter's own files, of any vintage, and of the public mirror.
final class OfficialTweets implements TweetReader {
  private final AccountReader account;
  private final Column id;
  private final Column time;
  private final Column text;
  private final Column language;
  private final Column client;
  private final Column inReplyToTweet;
  private final Column inReplyToUser;
  private final Column quotedTweet;
  private final Column isRetweet;
  private final Column retweetedUser;
  private final Column retweetedTweet;
  private final Column latitude;
  private final Column longitude;
  private final Column quotes;
  private final Column replies;
  private final Column likes;
  private final Column retweets;
  private final Column hashtags;
  private final Column urls;
  private final Column mentions;
  private final Column poll;

  OfficialTweets(Header header) {
    account = new AccountReader(header);
    id = header.column("tweetid");
    time = header.column("tweet_time");
    text = header.column("tweet_text");
    language = header.column("tweet_language");
    client = header.column("tweet_client_name");
    inReplyToTweet = header.column("in_reply_to_tweetid");
    inReplyToUser = header.column("in_reply_to_userid");
    quotedTweet = header.column("quoted_tweet_tweetid");
    isRetweet = header.column("is_retweet");
    retweetedUser = header.column("retweet_userid");
    retweetedTweet = header.column("retweet_tweetid");
    latitude = header.column("latitude");
    longitude = header.column("longitude");
    quotes = header.column("quote_count");
    replies = header.column("reply_count");
    likes = header.column("like_count");
    retweets = header.column("retweet_count");
    hashtags = header.column("hashtags");
    urls = header.column("urls");
    mentions = header.column("user_mentions");
    poll = header.column("poll_choices");
  }

  @Override
  public Tweet read(Row row, String operation) throws UnusableRow {
    var tweet = TweetReader.id(id.of(row));
    var minute = Times.time(time.of(row));
    if (minute.isEmpty()) {
      throw new UnusableRow(Reason.UNREADABLE_TIME, time.of(row));
    }
    var words = Entities.resolve(text.of(row));
    var handles = Handles.in(words);
    return new Tweet(
        tweet,
        TweetReader.exact(tweet, minute.get()),
        account.read(row),
        new Tweet.Content(
            words,
            Languages.ofCode(language.of(row)),
            ListCell.items(hashtags.of(row)),
            mentions(handles, row),
            ListCell.items(urls.of(row)),
            client.of(row).strip(),
            location(row),
            poll(poll.of(row))),
        references(row, words),
        new Tweet.Counts(
            count(likes, row), count(retweets, row), count(replies, row), count(quotes, row)),
        new Tweet.Source(operation, row));
  }

  /// The text's handles; and ids of the list that go beyond them, such as of a text that was cut.
  private List<String> mentions(List<String> handles, Row row) {
    var ids = ListCell.items(mentions.of(row)).stream().filter(id -> !id.equals("0")).toList();
    if (ids.size() <= handles.size()) {
      return handles;
    }
    var all = new ArrayList<>(handles);
    all.addAll(ids.subList(handles.size(), ids.size()));
    return all;
  }

  private Tweet.References references(Row row, String words) {
    var reply = id(inReplyToTweet.of(row));
    var toUser = inReplyToUser.of(row).strip();
    var retweet = isRetweet.of(row).strip().toLowerCase(Locale.ROOT).equals("true");
    return new Tweet.References(
        reply,
        toUser,
        (reply.isPresent() || !toUser.isEmpty()) && words.startsWith("@")
            ? Handles.at(words, 1)
            : "",
        id(quotedTweet.of(row)),
        retweet,
        id(retweetedTweet.of(row)),
        retweetedUser.of(row).strip(),
        retweet && words.startsWith("RT @") ? Handles.at(words, 4) : "");
  }

  /// A reference to another tweet; one that is damaged refers to nothing that could be found.
  private static OptionalLong id(String cell) {
    var text = cell.strip();
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      var value = Long.parseLong(text.endsWith(".0") ? text.substring(0, text.length() - 2) : text);
      return value > 0 ? OptionalLong.of(value) : OptionalLong.empty();
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  private static int count(Column column, Row row) {
    return (int) Math.min(Integer.MAX_VALUE, AccountReader.count(column.of(row)));
  }

  private Tweet.Location location(Row row) {
    var north = latitude.of(row).strip();
    var east = longitude.of(row).strip();
    if ((north.isEmpty() && east.isEmpty()) || north.equals("absent")) {
      return new Tweet.Location.None();
    }
    try {
      var latitudeDegrees = Double.parseDouble(north);
      var longitudeDegrees = Double.parseDouble(east);
      if (Math.abs(latitudeDegrees) <= 90 && Math.abs(longitudeDegrees) <= 180) {
        return new Tweet.Location.Point(latitudeDegrees, longitudeDegrees);
      }
      return new Tweet.Location.None();
    } catch (NumberFormatException e) {
      return north.equals("present") || east.equals("present")
          ? new Tweet.Location.Withheld()
          : new Tweet.Location.None();
    }
  }

  private static List<String> poll(String cell) {
    return cell.isBlank() ? List.of() : List.of(cell.split("\\|"));
  }
}
