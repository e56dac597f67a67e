package org.trawl.tweet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trawl.tweet.Dialect.DateOrder;
import org.trawl.tweet.Header.Column;
import org.trawl.tweet.Remarks.Kind;

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
  public Tweet read(Row row, String operation, Remarks remarks) throws UnusableRow {
    var tweet = TweetReader.id(id.of(row));
    var sent = RowTime.of(time.of(row), tweet, row.dialect(), DateOrder.UNKNOWN, remarks);
    var words = Entities.resolve(text.of(row));
    var handles = Handles.in(words);
    var links = items(urls, row, remarks);
    return new Tweet(
        tweet,
        sent,
        account.read(row, remarks),
        new Tweet.Content(
            words,
            ArchiveLanguages.ofCode(AccountReader.said(language, row, remarks)),
            items(hashtags, row, remarks),
            mentions(handles, row, remarks),
            links,
            AccountReader.words(client, row, remarks).strip(),
            location(row, remarks),
            poll(AccountReader.said(poll, row, remarks))),
        references(row, words, links, remarks),
        new Tweet.Counts(
            count(likes, row, remarks),
            count(retweets, row, remarks),
            count(replies, row, remarks),
            count(quotes, row, remarks)),
        new Tweet.Source(operation, row));
  }

  private static List<String> items(Column column, Row row, Remarks remarks) {
    return ListCell.items(AccountReader.said(column, row, remarks));
  }

  /// The text's handles; and ids of the list that go beyond them, such as of a text that was cut.
  private List<String> mentions(List<String> handles, Row row, Remarks remarks) {
    var ids =
        items(mentions, row, remarks).stream()
            .map(item -> UserCell.of(item).id())
            .filter(user -> !user.isEmpty())
            .toList();
    if (ids.size() <= handles.size()) {
      return handles;
    }
    var all = new ArrayList<>(handles);
    all.addAll(ids.subList(handles.size(), ids.size()));
    return all;
  }

  private Tweet.References references(Row row, String words, List<String> links, Remarks remarks) {
    var reply = Reference.of(inReplyToTweet, row, List.of(), remarks);
    var quoted = Reference.of(quotedTweet, row, links, remarks);
    var retweeted = Reference.of(retweetedTweet, row, List.of(), remarks);
    var toUser = user(inReplyToUser, row, remarks);
    var ofUser = user(retweetedUser, row, remarks);
    var isReply = reply.there() || toUser.there();
    var retweet = truth(row, remarks).orElse(false) || retweeted.there() || ofUser.there();
    return new Tweet.References(
        reply.id(),
        toUser.user(),
        isReply && words.startsWith("@") ? Handles.at(words, 1) : "",
        quoted.id(),
        retweet,
        retweeted.id(),
        ofUser.user(),
        retweet && words.startsWith("RT @") ? Handles.at(words, 4) : "",
        isReply,
        quoted.there());
  }

  private Optional<Boolean> truth(Row row, Remarks remarks) {
    var cell = isRetweet.of(row);
    var truth = Truth.of(cell);
    if (truth.isEmpty() && !AccountReader.said(isRetweet, row, remarks).isBlank()) {
      remarks.add(Kind.UNREADABLE_CELL, "is_retweet " + cell.strip());
    }
    return truth;
  }

  /// A user that a cell refers to.
  ///
  /// @param user the id; empty where it is rounded
  private record UserReference(String user, boolean there) {}

  private static UserReference user(Column column, Row row, Remarks remarks) {
    var cell = UserCell.of(AccountReader.said(column, row, remarks));
    if (cell.rounded()) {
      remarks.add(Kind.ROUNDED_REFERENCE, column.name() + " " + cell.id());
      return new UserReference("", true);
    }
    return new UserReference(cell.id(), !cell.id().isEmpty());
  }

  static int count(Column column, Row row, Remarks remarks) {
    var count = AccountReader.count(column, row, remarks);
    if (count > Integer.MAX_VALUE) {
      remarks.add(Kind.COUNT_TOO_LARGE, column.name() + " " + count);
    }
    return (int) Math.min(Integer.MAX_VALUE, count);
  }

  private Tweet.Location location(Row row, Remarks remarks) {
    var north = degrees(latitude, row, remarks);
    var east = degrees(longitude, row, remarks);
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

  /// Degrees; German programs write a comma for the point.
  private static String degrees(Column column, Row row, Remarks remarks) {
    return AccountReader.said(column, row, remarks).strip().replace(',', '.');
  }

  private static List<String> poll(String cell) {
    return cell.isBlank() || cell.equals("[]") ? List.of() : List.of(cell.split("\\|"));
  }
}
