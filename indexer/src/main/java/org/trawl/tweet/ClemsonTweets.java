package org.trawl.tweet;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.trawl.tweet.Header.Column;
import org.trawl.tweet.UnusableRow.Reason;

/// The rows of Clemson University's collection as FiveThirtyEight published it. It has no
/// engagement counts, no hashtag and link columns and no client; hashtags are read from the text.
final class ClemsonTweets implements TweetReader {
  private final Column authorId;
  private final Column otherAuthorId;
  private final Column address;
  private final Column author;
  private final Column content;
  private final Column region;
  private final Column language;
  private final Column published;
  private final Column following;
  private final Column followers;
  private final Column type;
  private final Column retweet;
  private final Column tweetId;
  private final List<Column> links;

  ClemsonTweets(Header header) {
    authorId = header.column("external_author_id");
    otherAuthorId = header.column("alt_external_id");
    address = header.column("article_url");
    author = header.column("author");
    content = header.column("content");
    region = header.column("region");
    language = header.column("language");
    published = header.column("publish_date");
    following = header.column("following");
    followers = header.column("followers");
    type = header.column("post_type");
    retweet = header.column("retweet");
    tweetId = header.column("tweet_id");
    links =
        List.of(
            header.column("tco1_step1"), header.column("tco2_step1"), header.column("tco3_step1"));
  }

  @Override
  public Tweet read(Row row, String operation) throws UnusableRow {
    var minute = Times.time(published.of(row));
    if (minute.isEmpty()) {
      throw new UnusableRow(Reason.UNREADABLE_TIME, published.of(row));
    }
    var handle = author.of(row).strip();
    if (handle.isEmpty()) {
      throw new UnusableRow(Reason.NO_ACCOUNT, "");
    }
    var text = Entities.resolve(unwrapped(content.of(row)));
    var idCell = tweetId.of(row);
    var id = idCell.isBlank() ? made(handle, minute.get(), text) : TweetReader.id(idCell);
    var isRetweet = type.of(row).equals("RETWEET") || retweet.of(row).strip().equals("1");
    var quote = type.of(row).equals("QUOTE_TWEET");
    return new Tweet(
        id,
        TweetReader.exact(id, minute.get()),
        account(row, handle),
        new Tweet.Content(
            text,
            Languages.ofName(language.of(row)),
            hashtags(text),
            Handles.in(text),
            links(row),
            "",
            new Tweet.Location.None(),
            List.of()),
        new Tweet.References(
            OptionalLong.empty(),
            "",
            "",
            quote ? quoted(row) : OptionalLong.empty(),
            isRetweet,
            OptionalLong.empty(),
            "",
            ""),
        new Tweet.Counts(0, 0, 0, 0),
        new Tweet.Source(operation, row));
  }

  /// A text that begins with `@` stands in single quotes there.
  private static String unwrapped(String text) {
    return text.length() > 2 && text.startsWith("'@") && text.endsWith("'")
        ? text.substring(1, text.length() - 1)
        : text;
  }

  private Tweet.Account account(Row row, String handle) {
    var profile =
        new Tweet.Profile(
            region.of(row),
            "",
            "",
            AccountReader.count(followers.of(row)),
            AccountReader.count(following.of(row)),
            Optional.empty(),
            "");
    return new Tweet.Account(userId(row, handle), handle, handle, false, profile);
  }

  /// `external_author_id` was rounded by a spreadsheet: taken from the other column, else from the
  /// tweet's address, else the handle stands for it.
  private String userId(Row row, String handle) {
    var exact = otherAuthorId.of(row).strip();
    if (digits(exact)) {
      return exact;
    }
    var parts = address.of(row).split("/");
    for (var i = 0; i + 1 < parts.length; i++) {
      if (parts[i + 1].equals("statuses") && digits(parts[i])) {
        return parts[i];
      }
    }
    var rounded = authorId.of(row).strip();
    return digits(rounded) && rounded.length() < 16 ? rounded : handle;
  }

  private static boolean digits(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private List<String> links(Row row) {
    var all = new ArrayList<String>();
    for (var link : links) {
      if (!link.of(row).isBlank()) {
        all.add(link.of(row).strip());
      }
    }
    return all;
  }

  /// The tweet that a quote's link leads to.
  private OptionalLong quoted(Row row) {
    for (var link : links(row)) {
      var at = link.indexOf("/status/");
      var end = at + 8;
      while (at >= 0 && end < link.length() && Character.isDigit(link.charAt(end))) {
        end++;
      }
      if (at >= 0 && end > at + 8 && end - at - 8 <= 18) {
        return OptionalLong.of(Long.parseLong(link, at + 8, end, 10));
      }
    }
    return OptionalLong.empty();
  }

  private static List<String> hashtags(String text) {
    var tags = new ArrayList<String>();
    for (var at = 0; at < text.length(); at++) {
      var end = Hashtag.isSign(text.charAt(at)) ? Hashtag.end(text, at + 1) : 0;
      if (end > at + 1) {
        tags.add(text.substring(at + 1, end));
      }
    }
    return tags;
  }

  /// A stable id for a row of the first publication, which has none: from handle, time and text.
  private static Snowflake made(String handle, Instant minute, String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(
          (handle + '\n' + minute.getEpochSecond() + '\n' + text).getBytes(StandardCharsets.UTF_8));
      var bits = ByteBuffer.wrap(digest.digest()).getLong();
      return new Snowflake(Snowflake.MADE | (bits & (Snowflake.MADE - 1)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
