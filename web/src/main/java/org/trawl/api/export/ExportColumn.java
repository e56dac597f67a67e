package org.trawl.api.export;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trawl.api.TwitterAddress;
import org.trawl.search.SearchResult.Hit;
import org.trawl.search.SearchResult.Media;
import org.trawl.tweet.Tweet;
import org.trawl.tweet.Tweet.Location.Point;

/// A column of an exported table.
public enum ExportColumn {
  ID("Tweet id", "tweetid", hit -> id(hit.tweet().id().value())),
  TWEET_URL("Tweet address", "", hit -> new Cell.Plain(TwitterAddress.of(hit.tweet()))),
  TIME("Time (UTC)", "tweet_time", hit -> new Cell.Time(hit.tweet().time())),
  OPERATION("Operation", "", hit -> text(hit.tweet().source().operation())),
  KIND("Kind", "", hit -> new Cell.Plain(hit.tweet().kind().name().toLowerCase(Locale.ROOT))),
  LANGUAGE("Language by Twitter", "tweet_language", hit -> text(hit.tweet().content().language())),
  DETECTED("Language as read", "", hit -> text(hit.detected())),
  ACCOUNT_ID("Account id", "userid", hit -> user(hit.tweet().account().id())),
  ACCOUNT_URL("Account address", "", hit -> userUrl(hit.tweet().account().id())),
  SCREEN_NAME("Handle", "user_screen_name", hit -> text(hit.tweet().account().screenName())),
  DISPLAY_NAME("Name", "user_display_name", hit -> text(hit.tweet().account().displayName())),
  HASHED("Account is hashed", "", hit -> new Cell.Flag(hit.tweet().account().hashed())),
  TEXT("Text", "tweet_text", hit -> text(hit.tweet().content().text())),
  HASHTAGS("Hashtags", "hashtags", hit -> new Cell.Texts(hit.tweet().content().hashtags())),
  MENTIONS("Mentions", "user_mentions", hit -> new Cell.Texts(hit.tweet().content().mentions())),
  URLS("Links", "urls", hit -> new Cell.Texts(hit.tweet().content().urls())),
  CLIENT("Client", "tweet_client_name", hit -> text(hit.tweet().content().client())),
  LIKES("Likes", "like_count", hit -> new Cell.Count(hit.tweet().counts().likes())),
  RETWEETS("Retweets", "retweet_count", hit -> new Cell.Count(hit.tweet().counts().retweets())),
  REPLIES("Replies", "reply_count", hit -> new Cell.Count(hit.tweet().counts().replies())),
  QUOTES("Quotes", "quote_count", hit -> new Cell.Count(hit.tweet().counts().quotes())),
  COPIES("Tweets of the same text", "", hit -> new Cell.Count(hit.copies().tweets())),
  SIMILAR("Tweets of nearly the same text", "", hit -> new Cell.Count(hit.similar())),
  MEDIA("Media files", "", hit -> new Cell.Texts(hit.media().stream().map(Media::name).toList())),
  MEDIA_SHA256(
      "SHA-256 of the media files",
      "",
      hit -> new Cell.Texts(hit.media().stream().map(ExportColumn::sha256).toList())),
  IN_REPLY_TO_TWEET(
      "Reply to tweet",
      "in_reply_to_tweetid",
      hit -> id(hit.tweet().references().inReplyToTweet())),
  IN_REPLY_TO_TWEET_URL(
      "Reply to tweet, address", "", hit -> url(hit.tweet().references().inReplyToTweet())),
  IN_REPLY_TO_USER(
      "Reply to account",
      "in_reply_to_userid",
      hit -> user(hit.tweet().references().inReplyToUser())),
  IN_REPLY_TO_USER_URL(
      "Reply to account, address", "", hit -> userUrl(hit.tweet().references().inReplyToUser())),
  QUOTED_TWEET(
      "Quoted tweet", "quoted_tweet_tweetid", hit -> id(hit.tweet().references().quotedTweet())),
  QUOTED_TWEET_URL("Quoted tweet, address", "", hit -> url(hit.tweet().references().quotedTweet())),
  RETWEETED_TWEET(
      "Retweet of tweet", "retweet_tweetid", hit -> id(hit.tweet().references().retweetedTweet())),
  RETWEETED_TWEET_URL(
      "Retweet of tweet, address", "", hit -> url(hit.tweet().references().retweetedTweet())),
  RETWEETED_USER(
      "Retweet of account",
      "retweet_userid",
      hit -> user(hit.tweet().references().retweetedUser())),
  RETWEETED_USER_URL(
      "Retweet of account, address", "", hit -> userUrl(hit.tweet().references().retweetedUser())),
  LATITUDE("Latitude", "latitude", hit -> degrees(hit.tweet(), Point::latitude)),
  LONGITUDE("Longitude", "longitude", hit -> degrees(hit.tweet(), Point::longitude)),
  POLL("Poll choices", "poll_choices", hit -> new Cell.Texts(hit.tweet().content().poll())),
  LOCATION(
      "Location of the account", "user_reported_location", hit -> text(profile(hit).location())),
  BIO("Description of the account", "user_profile_description", hit -> text(profile(hit).bio())),
  PROFILE_URL("Link of the account", "user_profile_url", hit -> text(profile(hit).url())),
  FOLLOWERS("Followers", "follower_count", hit -> new Cell.Count(profile(hit).followers())),
  FOLLOWING("Following", "following_count", hit -> new Cell.Count(profile(hit).following())),
  ACCOUNT_CREATED(
      "Account created",
      "account_creation_date",
      hit -> profile(hit).created().<Cell>map(Cell.Day::new).orElse(Cell.NOTHING)),
  ACCOUNT_LANGUAGE(
      "Language of the account", "account_language", hit -> text(profile(hit).language()));

  private final String label;
  private final String archive;

  @SuppressWarnings("ImmutableEnumChecker") // lambdas that hold nothing
  private final Function<Hit, Cell> cell;

  /// @param archive what Twitter's own files call it, or empty
  ExportColumn(String label, String archive, Function<Hit, Cell> cell) {
    this.label = label;
    this.archive = archive;
    this.cell = cell;
  }

  /// What stands in a cell.
  sealed interface Cell {
    /// Nothing stands in it.
    Cell NOTHING = new Plain("");

    /// A tweet's or an account's id, which nothing should take for a number.
    ///
    /// @param letter that [Ids#LETTER] puts before it
    /// @param digits decimal
    record Id(char letter, String digits) implements Cell {}

    record Flag(boolean yes) implements Cell {}

    record Count(long number) implements Cell {}

    /// Of latitude or longitude.
    record Degrees(double number) implements Cell {}

    record Time(Instant time) implements Cell {}

    record Day(LocalDate day) implements Cell {}

    /// Letters, digits and signs that Trawl itself wrote.
    record Plain(String text) implements Cell {}

    /// What someone else wrote: anything.
    record Text(String text) implements Cell {}

    /// A list of what someone else wrote.
    record Texts(List<String> texts) implements Cell {}
  }

  /// The name in headers and addresses, such as `screen_name`.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The name for people, such as `Time (UTC)`.
  public String label() {
    return label;
  }

  /// What Twitter's own files call it, such as `tweet_time`; what they lack has our [#key].
  public String archiveName() {
    return archive.isEmpty() ? key() : archive;
  }

  /// The column of this name.
  public static Optional<ExportColumn> named(String key) {
    return Arrays.stream(values()).filter(column -> column.key().equals(key)).findFirst();
  }

  /// All names, for messages.
  public static String keys() {
    return Arrays.stream(values()).map(ExportColumn::key).collect(Collectors.joining(", "));
  }

  Cell of(Hit hit) {
    return cell.apply(hit);
  }

  /// Empty for a file that could not be read, so that it stands beside its name.
  private static String sha256(Media media) {
    return media.file().map(entry -> entry.facts().sha256()).orElse("");
  }

  private static Cell text(String text) {
    return new Cell.Text(text);
  }

  private static Cell id(long id) {
    return new Cell.Id('t', Long.toString(id));
  }

  private static Cell id(OptionalLong id) {
    return id.isPresent() ? id(id.getAsLong()) : Cell.NOTHING;
  }

  private static Cell url(OptionalLong id) {
    return id.isPresent() ? new Cell.Plain(TwitterAddress.ofTweet(id.getAsLong())) : Cell.NOTHING;
  }

  /// A hash stays one: it cannot be taken for a number.
  private static Cell user(String id) {
    return TwitterAddress.isNumber(id) ? new Cell.Id('u', id) : text(id);
  }

  private static Cell userUrl(String id) {
    return TwitterAddress.isNumber(id) ? new Cell.Plain(TwitterAddress.ofUser(id)) : Cell.NOTHING;
  }

  private static Tweet.Profile profile(Hit hit) {
    return hit.tweet().account().profile();
  }

  private static Cell degrees(Tweet tweet, Function<Point, Double> part) {
    return tweet.content().location() instanceof Point point
        ? new Cell.Degrees(part.apply(point))
        : Cell.NOTHING;
  }
}
