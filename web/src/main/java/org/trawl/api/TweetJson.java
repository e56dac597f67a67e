package org.trawl.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.trawl.search.SearchResult.Hit;
import org.trawl.tweet.Row;
import org.trawl.tweet.Tweet;
import org.trawl.tweet.Tweet.Location;

/// One tweet with every field the archive has.
///
/// @param detectedBy `account` if its few words do not tell their language, and most tweets of its
///   account are in this one; else `tweet`
/// @param row the archive's own row, column by column, as it stood in the file
public record TweetJson(
    @JsonUnwrapped HitJson hit,
    String detectedBy,
    ProfileJson profile,
    @Nullable PointerJson inReplyTo,
    @Nullable PointerJson quoted,
    @Nullable PointerJson retweeted,
    LocationJson location,
    List<String> poll,
    Map<String, String> row) {

  /// A tweet that this one points to, as far as the archive names it.
  ///
  /// @param user a user id or its hash, or empty
  /// @param handle as the text names it, or empty
  public record PointerJson(@Nullable String tweet, String user, String handle) {
    static @Nullable PointerJson of(OptionalLong tweet, String user, String handle) {
      return tweet.isEmpty() && user.isEmpty() && handle.isEmpty()
          ? null
          : new PointerJson(
              tweet.isPresent() ? Long.toString(tweet.getAsLong()) : null, user, handle);
    }
  }

  /// The account's own fields.
  public record ProfileJson(
      String location,
      String bio,
      String url,
      long followers,
      long following,
      @Nullable String created,
      String language) {
    static ProfileJson of(Tweet.Profile profile) {
      return new ProfileJson(
          profile.location(),
          profile.bio(),
          profile.url(),
          profile.followers(),
          profile.following(),
          profile.created().map(LocalDate::toString).orElse(null),
          profile.language());
    }
  }

  /// Where it was sent from.
  ///
  /// @param known `none`, `withheld` or `point`
  public record LocationJson(String known, @Nullable Double latitude, @Nullable Double longitude) {
    static LocationJson of(Location location) {
      return switch (location) {
        case Location.None() -> new LocationJson("none", null, null);
        case Location.Withheld() -> new LocationJson("withheld", null, null);
        case Location.Point(double latitude, double longitude) ->
            new LocationJson("point", latitude, longitude);
      };
    }
  }

  public static TweetJson of(Hit hit) {
    var tweet = hit.tweet();
    var references = tweet.references();
    return new TweetJson(
        HitJson.of(hit),
        hit.asItsAccount() ? "account" : "tweet",
        ProfileJson.of(tweet.account().profile()),
        PointerJson.of(
            references.inReplyToTweet(), references.inReplyToUser(), references.inReplyToHandle()),
        PointerJson.of(references.quotedTweet(), "", ""),
        PointerJson.of(
            references.retweetedTweet(), references.retweetedUser(), references.retweetedHandle()),
        LocationJson.of(tweet.content().location()),
        tweet.content().poll(),
        cells(tweet.source().row()));
  }

  private static Map<String, String> cells(Row row) {
    var cells = new LinkedHashMap<String, String>();
    for (int i = 0; i < row.columns().size(); i++) {
      cells.putIfAbsent(row.columns().get(i), row.cells().get(i));
    }
    return cells;
  }
}
