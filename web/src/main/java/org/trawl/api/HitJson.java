package org.trawl.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.trawl.search.SearchResult.Hit;
import org.trawl.search.SearchResult.Media;
import org.trawl.tweet.Tweet;

/// A tweet in an answer. Flat and long, as the interface's description has it.
///
/// @param id decimal, as text: JavaScript rounds numbers above 2^53
/// @param highlighted HTML whose only tag is `<mark>`
/// @param collapsed the hits that this one stands for, if copies are collapsed
public record HitJson(
    String id,
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
    List<Media> media,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Collapsed collapsed) {

  /// Who sent it.
  public record SenderJson(String id, String screenName, String displayName, boolean hashed) {
    static SenderJson of(Tweet.Account account) {
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

  /// Hits of the same text, this one included.
  public record Collapsed(long hits, long accounts) {}

  public static HitJson of(Hit hit) {
    var tweet = hit.tweet();
    var content = tweet.content();
    var copies = hit.copies();
    return new HitJson(
        tweet.id().toString(),
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
        hit.media(),
        copies.hits() == 0 ? null : new Collapsed(copies.hits(), copies.accounts()));
  }

  static String time(Instant time) {
    return time.toString();
  }
}
