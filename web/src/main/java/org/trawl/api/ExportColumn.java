package org.trawl.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trawl.search.SearchResult.Hit;
import org.trawl.search.SearchResult.Media;
import org.trawl.tweet.Tweet;
import org.trawl.tweet.Tweet.Location.Point;

/// A column of an exported table.
public enum ExportColumn {
  ID(hit -> new Cell.Id(hit.tweet().id().value())),
  TIME(hit -> new Cell.Time(hit.tweet().time())),
  OPERATION(hit -> text(hit.tweet().source().operation())),
  KIND(hit -> new Cell.Plain(hit.tweet().kind().name().toLowerCase(Locale.ROOT))),
  LANGUAGE(hit -> text(hit.tweet().content().language())),
  DETECTED(hit -> text(hit.detected())),
  ACCOUNT_ID(hit -> text(hit.tweet().account().id())),
  SCREEN_NAME(hit -> text(hit.tweet().account().screenName())),
  DISPLAY_NAME(hit -> text(hit.tweet().account().displayName())),
  HASHED(hit -> new Cell.Plain(Boolean.toString(hit.tweet().account().hashed()))),
  TEXT(hit -> text(hit.tweet().content().text())),
  HASHTAGS(hit -> new Cell.Texts(hit.tweet().content().hashtags())),
  MENTIONS(hit -> new Cell.Texts(hit.tweet().content().mentions())),
  URLS(hit -> new Cell.Texts(hit.tweet().content().urls())),
  CLIENT(hit -> text(hit.tweet().content().client())),
  LIKES(hit -> new Cell.Count(hit.tweet().counts().likes())),
  RETWEETS(hit -> new Cell.Count(hit.tweet().counts().retweets())),
  REPLIES(hit -> new Cell.Count(hit.tweet().counts().replies())),
  QUOTES(hit -> new Cell.Count(hit.tweet().counts().quotes())),
  COPIES(hit -> new Cell.Count(hit.copies().tweets())),
  SIMILAR(hit -> new Cell.Count(hit.similar())),
  MEDIA(hit -> new Cell.Texts(hit.media().stream().map(Media::name).toList())),
  IN_REPLY_TO_TWEET(hit -> id(hit.tweet().references().inReplyToTweet())),
  IN_REPLY_TO_USER(hit -> text(hit.tweet().references().inReplyToUser())),
  QUOTED_TWEET(hit -> id(hit.tweet().references().quotedTweet())),
  RETWEETED_TWEET(hit -> id(hit.tweet().references().retweetedTweet())),
  RETWEETED_USER(hit -> text(hit.tweet().references().retweetedUser())),
  LATITUDE(hit -> degrees(hit.tweet(), Point::latitude)),
  LONGITUDE(hit -> degrees(hit.tweet(), Point::longitude)),
  POLL(hit -> new Cell.Texts(hit.tweet().content().poll())),
  LOCATION(hit -> text(profile(hit).location())),
  BIO(hit -> text(profile(hit).bio())),
  PROFILE_URL(hit -> text(profile(hit).url())),
  FOLLOWERS(hit -> new Cell.Count(profile(hit).followers())),
  FOLLOWING(hit -> new Cell.Count(profile(hit).following())),
  ACCOUNT_CREATED(hit -> profile(hit).created().<Cell>map(Cell.Day::new).orElse(Cell.NOTHING)),
  ACCOUNT_LANGUAGE(hit -> text(profile(hit).language()));

  @SuppressWarnings("ImmutableEnumChecker") // lambdas that hold nothing
  private final Function<Hit, Cell> cell;

  ExportColumn(Function<Hit, Cell> cell) {
    this.cell = cell;
  }

  /// What stands in a cell.
  sealed interface Cell {
    /// Nothing stands in it.
    Cell NOTHING = new Plain("");

    /// A tweet's id, which spreadsheets must not take for a number.
    record Id(long id) implements Cell {}

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

  private static Cell text(String text) {
    return new Cell.Text(text);
  }

  private static Cell id(OptionalLong id) {
    return id.isPresent() ? new Cell.Id(id.getAsLong()) : Cell.NOTHING;
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
