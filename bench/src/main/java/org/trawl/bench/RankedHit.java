package org.trawl.bench;

import java.util.regex.Pattern;
import org.trawl.language.Folding;
import org.trawl.search.SearchResult.Hit;
import org.trawl.tweet.Tweet;

/// What a judge of an order sees of a hit.
///
/// @param text the same for tweets of the same words, links, mentions, hashtags at the end and a
///   leading `RT` set aside: told from the text alone, so that no program judges itself
/// @param language the archive's code
record RankedHit(
    long id, String text, String account, String language, boolean original, int reactions) {
  private static final Pattern ASIDE =
      Pattern.compile("https?://\\S*|@[\\p{L}\\p{N}_]+|^\\s*RT\\b|(?:\\s*#[\\p{L}\\p{N}_]+)+\\s*$");

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");

  static RankedHit of(Hit hit) {
    return of(hit.tweet());
  }

  static RankedHit of(Tweet tweet) {
    var counts = tweet.counts();
    return new RankedHit(
        tweet.id().value(),
        words(tweet.content().text()),
        tweet.account().id(),
        tweet.content().language(),
        tweet.kind() != Tweet.Kind.RETWEET,
        counts.likes() + counts.retweets());
  }

  private static String words(String text) {
    // Once for the links, once more for the hashtags that stood before them.
    var rest = ASIDE.matcher(ASIDE.matcher(text).replaceAll(" ")).replaceAll(" ");
    return NO_WORD.matcher(Folding.fold(rest)).replaceAll(" ").strip();
  }
}
