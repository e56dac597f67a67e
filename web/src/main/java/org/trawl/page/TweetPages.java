package org.trawl.page;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.trawl.page.TweetView.All;
import org.trawl.page.TweetView.Related;
import org.trawl.query.QueryAst;
import org.trawl.query.QueryAst.Link;
import org.trawl.search.QueryRefused;
import org.trawl.search.SearchRequest;
import org.trawl.search.SearchResult;
import org.trawl.search.SearchResult.Copies;
import org.trawl.search.SearchResult.Hit;
import org.trawl.search.TweetSearch;
import org.trawl.tweet.Tweet;

/// Makes the page of a tweet.
final class TweetPages {
  /// Tweets shown of each kind of relation.
  private static final int SHOWN = 10;

  private final TweetSearch searcher;
  private final Duration budget;

  TweetPages(TweetSearch searcher, Duration budget) {
    this.searcher = searcher;
    this.budget = budget;
  }

  Optional<TweetView> tweet(long id) throws IOException, QueryRefused {
    var found = searcher.tweet(id);
    return found.isEmpty() ? Optional.empty() : Optional.of(view(found.get()));
  }

  private TweetView view(Hit hit) throws IOException, QueryRefused {
    var tweet = hit.tweet();
    var around = SearchPages.around(searcher, List.of(hit));
    var threads = threads(tweet);
    var counted = hit;
    if (hit.copies().tweets() > 1) {
      var copies = oldest(new QueryAst.CopiesOf(List.of(tweet.id().value())), SHOWN + 1);
      counted = counted(hit, copies);
      threads.add(copies(counted, copies));
    }
    return new TweetView(
        Card.of(counted, around),
        Wording.exact(tweet),
        Wording.secondsOfId(tweet) ? "the seconds are those of its id" : "",
        TweetFacts.of(counted),
        threads,
        Citation.of(tweet),
        archived(tweet),
        tweet.source().row());
  }

  private List<Related> threads(Tweet tweet) throws IOException, QueryRefused {
    var threads = new ArrayList<Related>();
    var to = tweet.references();
    before(threads, "replied", "The tweet it answers", to.inReplyToTweet());
    before(threads, "quoted", "The tweet it quotes", to.quotedTweet());
    before(threads, "retweeted", "The tweet it retweets", to.retweetedTweet());
    after(threads, "replies", "Replies to it", Link.REPLY, tweet);
    after(threads, "quotes", "Tweets that quote it", Link.QUOTE, tweet);
    after(threads, "retweets", "Retweets of it", Link.RETWEET, tweet);
    return threads;
  }

  private void before(List<Related> threads, String id, String says, OptionalLong other)
      throws IOException {
    if (other.isEmpty()) {
      return;
    }
    var found = searcher.tweet(other.getAsLong());
    if (found.isPresent()) {
      threads.add(new Related(id, says, "", cards(List.of(found.get())), Optional.empty()));
    }
  }

  private void after(List<Related> threads, String id, String says, Link link, Tweet tweet)
      throws IOException, QueryRefused {
    var result = oldest(new QueryAst.LinkTo(link, List.of(tweet.id().value())), SHOWN);
    if (result.total() > 0) {
      var all = SearchAddress.query(link.key() + ":" + tweet.id()).href();
      threads.add(
          new Related(
              id,
              says + " (" + Wording.number(result.total()) + ")",
              "",
              cards(result.hits()),
              result.total() > SHOWN ? Optional.of(all(result.total(), all)) : Optional.empty()));
    }
  }

  private static All all(long count, String href) {
    return new All("All " + Wording.number(count) + " as a search", href);
  }

  /// The tweet with its copies and their accounts counted among all tweets of the archive.
  private static Hit counted(Hit hit, SearchResult copies) {
    return new Hit(
        hit.tweet(),
        hit.detected(),
        hit.marks(),
        new Copies(hit.copies().tweets(), copies.total(), copies.accounts()),
        hit.media());
  }

  private Related copies(Hit hit, SearchResult copies) throws IOException {
    var same = Card.Same.of(hit);
    var others =
        copies.hits().stream()
            .filter(copy -> !copy.tweet().id().equals(hit.tweet().id()))
            .limit(SHOWN)
            .toList();
    var here =
        hit.copies().tweets() - 1 > others.size()
            ? "the first " + others.size() + " others, oldest first"
            : "the others, oldest first";
    return new Related(
        "copies",
        same.says(),
        here,
        cards(others),
        Optional.of(all(hit.copies().tweets(), same.href())));
  }

  private SearchResult oldest(QueryAst query, int most) throws IOException, QueryRefused {
    return searcher.search(
        new SearchRequest(
            query,
            SearchRequest.Selection.NONE,
            new SearchRequest.Page(SearchRequest.Sort.OLDEST, most, Optional.empty(), false),
            new SearchRequest.Counting(Set.of(), 1, Optional.empty(), budget)));
  }

  private List<Card> cards(List<Hit> hits) throws IOException {
    Map<Long, Tweet> around = SearchPages.around(searcher, hits);
    return hits.stream().map(hit -> Card.of(hit, around)).toList();
  }

  /// Where the Internet Archive would have it. It follows handles, which hashed accounts lack.
  private static Optional<String> archived(Tweet tweet) {
    return tweet.account().hashed()
        ? Optional.empty()
        : Citation.address(tweet).map(address -> "https://web.archive.org/web/*/" + address);
  }
}
