package org.trawl.tweet;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// One tweet as the archive holds it, every cell understood: text unescaped, lists split, ids and
/// times as numbers.
///
/// @param id the tweet's id, above 0; made by Trawl where the archive has none (see [Snowflake])
/// @param time when it was sent, UTC, to the second where the id holds it, else to the minute
/// @param source where it comes from, with the row as it was
public record Tweet(
    Snowflake id,
    Instant time,
    Account account,
    Content content,
    References references,
    Counts counts,
    Source source) {

  public Tweet {
    requireNonNull(id, "id");
    requireNonNull(time, "time");
    requireNonNull(account, "account");
    requireNonNull(content, "content");
    requireNonNull(references, "references");
    requireNonNull(counts, "counts");
    requireNonNull(source, "source");
  }

  /// What kind of tweet it is. A retweet is only that; a quote that is also a reply is a reply.
  public Kind kind() {
    if (references.retweet()) {
      return Kind.RETWEET;
    }
    if (references.reply()) {
      return Kind.REPLY;
    }
    return references.quote() ? Kind.QUOTE : Kind.TWEET;
  }

  /// What a tweet is; every tweet is one of these.
  public enum Kind {
    TWEET,
    RETWEET,
    REPLY,
    QUOTE
  }

  /// The account that sent a tweet, as the tweet's row (or the users file) gives it.
  ///
  /// @param id a decimal user id, or a hash of 40 to 64 characters
  /// @param screenName the handle without `@`; the hash where the account is hashed
  /// @param hashed whether Twitter replaced id and names by a hash
  public record Account(
      String id, String screenName, String displayName, boolean hashed, Profile profile) {
    public Account {
      requireNonNull(id, "id");
      requireNonNull(screenName, "screenName");
      requireNonNull(displayName, "displayName");
      requireNonNull(profile, "profile");
    }
  }

  /// The account's own fields. Empty text and empty optionals stand for what the archive lacks.
  ///
  /// @param followers accounts that followed it, 0 or more
  /// @param following accounts it followed, 0 or more
  /// @param language the interface language as the archive writes it, in lower case, or empty
  public record Profile(
      String location,
      String bio,
      String url,
      long followers,
      long following,
      Optional<LocalDate> created,
      String language) {
    public Profile {
      requireNonNull(location, "location");
      requireNonNull(bio, "bio");
      requireNonNull(url, "url");
      requireNonNull(created, "created");
      requireNonNull(language, "language");
    }
  }

  /// What the tweet says and carries.
  ///
  /// @param text the text, HTML entities resolved once
  /// @param language the archive's language code, lower case, ISO where Twitter's differs (`in` is
  ///   `id`, `iw` is `he`); `und` for none
  /// @param hashtags without `#`, as the archive writes them, repeats kept
  /// @param mentions the handles mentioned in the text, without `@`, in order; where the text names
  ///   fewer than the archive's list has, the list's user ids that are not `0` follow
  /// @param urls links as the archive gives them, repeats kept
  /// @param client the app it was sent from, stray spaces removed, or empty
  /// @param location coordinates, or that there were some
  /// @param poll the poll's choices, empty where there is none
  public record Content(
      String text,
      String language,
      List<String> hashtags,
      List<String> mentions,
      List<String> urls,
      String client,
      Location location,
      List<String> poll) {
    public Content {
      requireNonNull(text, "text");
      requireNonNull(language, "language");
      hashtags = List.copyOf(hashtags);
      mentions = List.copyOf(mentions);
      urls = List.copyOf(urls);
      requireNonNull(client, "client");
      requireNonNull(location, "location");
      poll = List.copyOf(poll);
    }
  }

  /// Where a tweet was sent from.
  public sealed interface Location {
    /// The archive gives none.
    record None() implements Location {}

    /// The archive says that there were coordinates and withholds them.
    record Withheld() implements Location {}

    /// Degrees north (-90 to 90) and east (-180 to 180).
    record Point(double latitude, double longitude) implements Location {}
  }

  /// The tweets and users this tweet points to. User ids may be hashes; an empty text is none.
  ///
  /// A tweet can answer or quote another whose id the archive no longer has, as a program rounded
  /// it.
  ///
  /// @param inReplyToHandle the handle a reply's text begins with, without `@`, or empty
  /// @param retweet whether the archive marks it a retweet
  /// @param retweetedHandle the handle in the text's leading `RT @name:`, or empty
  /// @param reply whether it answers a tweet or a user
  /// @param quote whether it quotes a tweet
  public record References(
      OptionalLong inReplyToTweet,
      String inReplyToUser,
      String inReplyToHandle,
      OptionalLong quotedTweet,
      boolean retweet,
      OptionalLong retweetedTweet,
      String retweetedUser,
      String retweetedHandle,
      boolean reply,
      boolean quote) {
    /// References of which every id is known.
    public References(
        OptionalLong inReplyToTweet,
        String inReplyToUser,
        String inReplyToHandle,
        OptionalLong quotedTweet,
        boolean retweet,
        OptionalLong retweetedTweet,
        String retweetedUser,
        String retweetedHandle) {
      this(
          inReplyToTweet,
          inReplyToUser,
          inReplyToHandle,
          quotedTweet,
          retweet,
          retweetedTweet,
          retweetedUser,
          retweetedHandle,
          inReplyToTweet.isPresent() || !inReplyToUser.isEmpty(),
          quotedTweet.isPresent());
    }

    public References {
      requireNonNull(inReplyToTweet, "inReplyToTweet");
      requireNonNull(inReplyToUser, "inReplyToUser");
      requireNonNull(inReplyToHandle, "inReplyToHandle");
      requireNonNull(quotedTweet, "quotedTweet");
      requireNonNull(retweetedTweet, "retweetedTweet");
      requireNonNull(retweetedUser, "retweetedUser");
      requireNonNull(retweetedHandle, "retweetedHandle");
      if (!reply && (inReplyToTweet.isPresent() || !inReplyToUser.isEmpty())) {
        throw new IllegalArgumentException("what answers a tweet or a user is a reply");
      }
      if (!quote && quotedTweet.isPresent()) {
        throw new IllegalArgumentException("what quotes a tweet is a quote");
      }
    }

    /// The account it retweets: the handle where the text names it, else the user's id; empty where
    /// it retweets none, or the archive does not say whom.
    public String retweeted() {
      return retweetedHandle.isEmpty() ? retweetedUser : retweetedHandle;
    }
  }

  /// Engagement when the archive was made, each 0 or more; 0 where the archive lacks it.
  public record Counts(int likes, int retweets, int replies, int quotes) {
    public Counts {
      if (likes < 0 || retweets < 0 || replies < 0 || quotes < 0) {
        throw new IllegalArgumentException(
            "counts must be 0 or more, got "
                + likes
                + ", "
                + retweets
                + ", "
                + replies
                + ", "
                + quotes);
      }
    }
  }

  /// Where a tweet comes from.
  ///
  /// @param operation the release's name, such as `ira` or `iran_201901_1`
  /// @param row the row as it stood in the file
  public record Source(String operation, Row row) {
    public Source {
      requireNonNull(operation, "operation");
      requireNonNull(row, "row");
    }
  }
}
