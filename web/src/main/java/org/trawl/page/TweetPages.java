package org.trawl.page;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.trawl.page.TweetView.Fact;
import org.trawl.page.TweetView.Related;
import org.trawl.query.QueryAst;
import org.trawl.query.QueryAst.Link;
import org.trawl.search.QueryRefused;
import org.trawl.search.SearchRequest;
import org.trawl.search.SearchResult.Hit;
import org.trawl.search.TweetSearcher;
import org.trawl.tweet.Tweet;
import org.trawl.tweet.Tweet.Location;

/// Makes the page of a tweet.
final class TweetPages {
  /// Tweets shown of each kind of relation.
  private static final int SHOWN = 10;

  private static final int COPIES = 50;

  private final TweetSearcher searcher;
  private final Duration budget;

  TweetPages(TweetSearcher searcher, Duration budget) {
    this.searcher = searcher;
    this.budget = budget;
  }

  Optional<TweetView> tweet(long id) throws IOException, QueryRefused {
    var found = searcher.tweet(id);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    var hit = found.get();
    var tweet = hit.tweet();
    var around = SearchPages.around(searcher, List.of(hit));
    return Optional.of(
        new TweetView(
            Card.of(hit, around),
            Wording.second(tweet.time()),
            facts(tweet, hit.detected()),
            threads(hit),
            Citation.of(tweet),
            archived(tweet),
            tweet.source().row()));
  }

  private List<Related> threads(Hit hit) throws IOException, QueryRefused {
    var threads = new ArrayList<Related>();
    var tweet = hit.tweet();
    var to = tweet.references();
    before(threads, "replied", "The tweet it answers", to.inReplyToTweet());
    before(threads, "quoted", "The tweet it quotes", to.quotedTweet());
    before(threads, "retweeted", "The tweet it retweets", to.retweetedTweet());
    after(threads, "replies", "Replies to it", Link.REPLY, tweet);
    after(threads, "quotes", "Tweets that quote it", Link.QUOTE, tweet);
    after(threads, "retweets", "Retweets of it", Link.RETWEET, tweet);
    copies(threads, hit);
    return threads;
  }

  private void before(List<Related> threads, String id, String says, OptionalLong other)
      throws IOException {
    if (other.isEmpty()) {
      return;
    }
    var found = searcher.tweet(other.getAsLong());
    if (found.isPresent()) {
      threads.add(new Related(id, says, cards(List.of(found.get())), Optional.empty()));
    }
  }

  private void after(List<Related> threads, String id, String says, Link link, Tweet tweet)
      throws IOException, QueryRefused {
    var result =
        searcher.search(
            new SearchRequest(
                new QueryAst.LinkTo(link, List.of(tweet.id().value())),
                SearchRequest.Selection.NONE,
                new SearchRequest.Page(SearchRequest.Sort.OLDEST, SHOWN, Optional.empty(), false),
                new SearchRequest.Counting(Set.of(), 1, Optional.empty(), budget)));
    if (result.total() > 0) {
      var all = SearchAddress.query(link.key() + ":" + tweet.id()).href();
      threads.add(
          new Related(
              id,
              says + " (" + Wording.number(result.total()) + ")",
              cards(result.hits()),
              result.total() > SHOWN ? Optional.of(all) : Optional.empty()));
    }
  }

  private void copies(List<Related> threads, Hit hit) throws IOException {
    if (hit.copies().tweets() < 2) {
      return;
    }
    var others =
        searcher.copies(hit.tweet().id().value(), COPIES + 1).stream()
            .filter(copy -> !copy.tweet().id().equals(hit.tweet().id()))
            .limit(COPIES)
            .toList();
    long count = hit.copies().tweets() - 1;
    var says =
        "Same text, oldest first ("
            + Wording.number(count)
            + (count > others.size() ? ", the first " + others.size() + " shown)" : ")");
    threads.add(new Related("copies", says, cards(others), Optional.empty()));
  }

  private List<Card> cards(List<Hit> hits) throws IOException {
    Map<Long, Tweet> around = SearchPages.around(searcher, hits);
    return hits.stream().map(hit -> Card.of(hit, around)).toList();
  }

  private static List<Fact> facts(Tweet tweet, String detected) {
    var content = tweet.content();
    var profile = tweet.account().profile();
    var facts = new ArrayList<Fact>();
    facts.add(search("Tweet id", tweet.id().toString(), "id:" + tweet.id()));
    facts.add(new Fact("User id", tweet.account().id(), AccountLine.href(tweet.account())));
    facts.add(
        search(
            "Language by the archive",
            Wording.language(content.language()),
            "lang:" + content.language()));
    facts.add(search("Language as read", Wording.language(detected), "detected:" + detected));
    if (!content.client().isEmpty()) {
      facts.add(search("Sent from", content.client(), "client:" + Card.quoted(content.client())));
    }
    content.hashtags().forEach(tag -> facts.add(search("Hashtag", "#" + tag, "#" + tag)));
    content.mentions().forEach(name -> facts.add(search("Mentions", "@" + name, "@" + name)));
    references(tweet, facts);
    if (!content.poll().isEmpty()) {
      facts.add(new Fact("Poll", String.join(" | ", content.poll()), ""));
    }
    switch (content.location()) {
      case Location.None() -> {}
      case Location.Withheld() -> facts.add(new Fact("Coordinates", "withheld", ""));
      case Location.Point(var latitude, var longitude) ->
          facts.add(new Fact("Coordinates", latitude + ", " + longitude, ""));
    }
    facts.add(new Fact("Followers then", Wording.number(profile.followers()), ""));
    profile
        .created()
        .ifPresent(day -> facts.add(search("Account created", Wording.day(day), "created:" + day)));
    return facts;
  }

  private static void references(Tweet tweet, List<Fact> facts) {
    var to = tweet.references();
    to.inReplyToTweet()
        .ifPresent(id -> facts.add(search("In reply to tweet", id + "", "id:" + id)));
    if (!to.inReplyToUser().isEmpty()) {
      facts.add(
          search("In reply to user", to.inReplyToUser(), "to:" + Card.quoted(to.inReplyToUser())));
    }
    to.quotedTweet().ifPresent(id -> facts.add(search("Quotes tweet", id + "", "id:" + id)));
    to.retweetedTweet().ifPresent(id -> facts.add(search("Retweets tweet", id + "", "id:" + id)));
    if (!to.retweetedUser().isEmpty()) {
      facts.add(
          search(
              "Retweets user",
              to.retweetedUser(),
              "retweets_of:" + Card.quoted(to.retweetedUser())));
    }
  }

  private static Fact search(String name, String value, String query) {
    return new Fact(name, value, SearchAddress.query(query).href());
  }

  private static Optional<String> archived(Tweet tweet) {
    return tweet.account().hashed() || tweet.id().made()
        ? Optional.empty()
        : Optional.of(
            "https://web.archive.org/web/*/https://twitter.com/"
                + tweet.account().screenName()
                + "/status/"
                + tweet.id());
  }
}
