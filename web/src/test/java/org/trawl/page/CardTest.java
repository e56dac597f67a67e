package org.trawl.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.trawl.page.site.Icon;
import org.trawl.search.SearchRequest.Collapse;
import org.trawl.search.SearchResult.Copies;
import org.trawl.search.SearchResult.Hit;

/// What a card says of its tweet.
final class CardTest {
  @Test
  void aRetweetIsSaidToRetweetWhatQuotesNotToQuote() throws Exception {
    var row =
        new OfficialRow()
            .with("tweet_text", "RT @ann: look")
            .with("is_retweet", "true")
            .with("retweet_tweetid", "7")
            .with("quoted_tweet_tweetid", "9");
    var card = Card.of(row.hit("en"), Map.of());
    assertEquals(
        List.of("Retweet of @ann", "The tweet it retweets quotes a tweet"),
        card.context().stream().map(Card.Context::says).toList());
    assertEquals(
        List.of(Icon.RETWEET, Icon.QUOTE), card.context().stream().map(Card.Context::how).toList());
    assertNotEquals(Icon.TWEET.path(), Icon.QUOTE.path());
  }

  @Test
  void twoLanguagesAreSaidWithWhoSaysThem() throws Exception {
    assertEquals(
        "Twitter: Arabic; looks Russian",
        Card.of(new OfficialRow().with("tweet_language", "ar").hit("ru"), Map.of())
            .body()
            .languages());
    assertEquals(
        "Twitter: none; looks Russian",
        Card.of(new OfficialRow().with("tweet_language", "und").hit("ru"), Map.of())
            .body()
            .languages());
    assertEquals(
        "Arabic",
        Card.of(new OfficialRow().with("tweet_language", "ar").hit("ar"), Map.of())
            .body()
            .languages());
  }

  @Test
  void theSameTextIsASearchForAllOfIt() throws Exception {
    var same = card(new Copies(66, 66, 0, 0, Collapse.SAME)).orElseThrow();
    assertEquals("Same text ×66", same.says());
    assertEquals("", same.detail());
    assertEquals("/?q=copies_of:746272130992644096&sort=oldest", same.href());
    assertEquals(
        "Same text ×66", card(new Copies(66, 66, 1, 1, Collapse.SAME)).orElseThrow().says());
    var some = card(new Copies(66, 66, 12, 3, Collapse.SAME)).orElseThrow();
    assertEquals("Same text ×66", some.says());
    assertEquals("12 of them here, from 3 accounts", some.detail());
    var all = card(new Copies(66, 66, 66, 7, Collapse.SAME)).orElseThrow();
    assertEquals("Same text ×66, from 7 accounts", all.says());
    assertEquals("", all.detail());
    assertEquals(Optional.empty(), card(new Copies(1, 1, 1, 1, Collapse.SAME)));
  }

  private static Optional<Card.Same> card(Copies copies) throws Exception {
    var hit = new OfficialRow().hit("en");
    var copied = new Hit(hit.tweet(), hit.detected(), hit.marks(), copies, hit.media());
    return Card.of(copied, Map.of()).same();
  }
}
