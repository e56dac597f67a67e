package org.trawl.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.trawl.search.SearchResult.Hit;
import org.trawl.search.SearchResult.SamePicture;
import org.trawl.search.SearchResult.Standing;
import org.trawl.tweet.Tweet;

/// A tweet in an answer. Flat and long, as the interface's description has it.
///
/// @param id decimal, as text: JavaScript rounds numbers above 2^53
/// @param url where it stood on Twitter, see [TwitterAddress]
/// @param highlighted HTML whose only tag is `<mark>`
/// @param samePicture tweets of the archive with a picture like one of its own, if there are others
/// @param collapsed the hits that this one stands for, if copies are collapsed
/// @param sameAccount hits of the account, if some of them stand further down than their score has
///   them, so that many accounts come first
/// @param explain why it stands where it stands, if that was asked for
public record HitJson(
    String id,
    String url,
    String time,
    String operation,
    String kind,
    String language,
    String detected,
    SenderJson account,
    String text,
    String highlighted,
    List<String> hashtags,
    List<String> mentions,
    List<String> urls,
    String client,
    CountsJson counts,
    long copies,
    long similar,
    List<MediaJson> media,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable SamePicture samePicture,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Collapsed collapsed,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long sameAccount,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Explain explain) {

  /// Who sent it.
  public record SenderJson(String id, String screenName, String displayName, boolean hashed) {
    public static SenderJson of(Tweet.Account account) {
      return new SenderJson(
          account.id(), account.screenName(), account.displayName(), account.hashed());
    }
  }

  /// What others did with it.
  public record CountsJson(int likes, int retweets, int replies, int quotes) {
    static CountsJson of(Tweet.Counts counts) {
      return new CountsJson(counts.likes(), counts.retweets(), counts.replies(), counts.quotes());
    }
  }

  /// Why a hit stands where it stands.
  ///
  /// @param score the sum of the parts' points; the higher comes first, then the higher id
  /// @param byScore its place by score alone, from 1, where the first hits are varied; null for a
  ///   hit far behind them
  public record Explain(int score, @Nullable Integer byScore, List<Part> parts) {
    static Explain of(Standing standing) {
      var parts =
          standing.parts().stream().map(p -> new Part(p.what(), p.of(), p.points())).toList();
      var byScore = standing.byScore() == 0 ? null : standing.byScore();
      return new Explain(standing.points(), byScore, parts);
    }
  }

  /// What one thing adds to a score.
  ///
  /// @param of the word of the query or the trait of the tweet that it is about
  public record Part(String what, String of, int points) {}

  /// Hits of the same text, this one included.
  public record Collapsed(long hits, long accounts) {}

  public static HitJson of(Hit hit) {
    return of(hit, null, null);
  }

  /// @param sameAccount hits of its account, if some are held back
  /// @param standing why it stands where it stands, if that was asked for
  static HitJson of(Hit hit, @Nullable Long sameAccount, @Nullable Standing standing) {
    var tweet = hit.tweet();
    var content = tweet.content();
    var copies = hit.copies();
    return new HitJson(
        tweet.id().toString(),
        TwitterAddress.of(tweet),
        time(tweet.time()),
        tweet.source().operation(),
        tweet.kind().name().toLowerCase(Locale.ROOT),
        content.language(),
        hit.detected(),
        SenderJson.of(tweet.account()),
        content.text(),
        MarkedText.html(content.text(), hit.marks()),
        content.hashtags(),
        content.mentions(),
        content.urls(),
        content.client(),
        CountsJson.of(tweet.counts()),
        copies.tweets(),
        copies.similar(),
        hit.media().stream().map(MediaJson::of).toList(),
        hit.pictures().orElse(null),
        copies.hits() == 0 ? null : new Collapsed(copies.hits(), copies.accounts()),
        sameAccount,
        standing == null ? null : Explain.of(standing));
  }

  /// ISO 8601, UTC.
  public static String time(Instant time) {
    return time.toString();
  }
}
