package org.trawl.page;

import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.trawl.page.TweetView.All;
import org.trawl.page.TweetView.Related;
import org.trawl.page.site.Wording;
import org.trawl.query.QueryAst;
import org.trawl.query.QueryAst.Link;
import org.trawl.search.QueryRefused;
import org.trawl.search.SearchRequest;
import org.trawl.search.SearchRequest.Collapse;
import org.trawl.search.SearchRequest.Counting;
import org.trawl.search.SearchRequest.Page;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchRequest.Sort;
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
  private final Conversation conversation;

  TweetPages(TweetSearch searcher, Duration budget) {
    this.searcher = searcher;
    this.conversation = new Conversation(searcher, budget);
  }

  Optional<TweetView> tweet(long id) throws IOException, QueryRefused {
    return tweet(id, ZoneOffset.UTC);
  }

  /// The same with the times of a zone.
  Optional<TweetView> tweet(long id, ZoneId zone) throws IOException, QueryRefused {
    var found = searcher.tweet(id);
    return found.isEmpty() ? Optional.empty() : Optional.of(view(found.get(), zone));
  }

  /// The number that an address has for a tweet, if it can be one's.
  static Optional<Long> id(String written) {
    return written.matches("[0-9]{1,18}|[1-8][0-9]{18}")
        ? Optional.of(Long.parseLong(written))
        : Optional.empty();
  }

  /// A tweet with what a search marks in it.
  Optional<TweetView> marked(long id, SearchRequest search) throws IOException, QueryRefused {
    var found = searcher.tweet(id);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    var zone = search.counting().zone();
    var alone = QueryAst.and(List.of(search.query(), new QueryAst.Ids(List.of(id))));
    var hits =
        searcher
            .search(
                new SearchRequest(
                    alone,
                    Selection.NONE,
                    new Page(Sort.NEWEST, 1, Optional.empty(), false),
                    new Counting(Set.of(), 1, Optional.empty(), search.counting().budget(), zone)))
            .hits();
    return Optional.of(view(hits.isEmpty() ? found.get() : hits.getFirst(), zone));
  }

  private TweetView view(Hit hit, ZoneId zone) throws IOException, QueryRefused {
    var tweet = hit.tweet();
    var around = SearchPages.around(searcher, List.of(hit));
    var counted = inArchive(tweet);
    var threads = threads(hit, counted, zone);
    var withCopies = hit;
    if (hit.copies().tweets() > 1) {
      var copies =
          conversation.oldest(new QueryAst.CopiesOf(List.of(tweet.id().value())), SHOWN + 1);
      withCopies = counted(hit, copies);
      threads.add(copies(withCopies, copies, zone));
    }
    return new TweetView(
        Card.of(withCopies, around, zone),
        Wording.exact(tweet, zone),
        Wording.secondsOfId(tweet) ? "the seconds are those of its id" : "",
        TweetFacts.of(withCopies),
        threads,
        counted.says(tweet.counts()),
        Citation.of(tweet),
        archived(tweet),
        tweet.source().row());
  }

  private List<Related> threads(Hit hit, InArchive counted, ZoneId zone)
      throws IOException, QueryRefused {
    var threads = new ArrayList<Related>();
    var to = hit.tweet().references();
    var before = conversation.before(hit);
    if (before.size() > 1) {
      var earlier = before.subList(0, before.size() - 1);
      var says = "Earlier in the conversation (" + Wording.number(earlier.size()) + ")";
      threads.add(
          new Related(
              "earlier", says, "the first tweet first", flat(earlier, zone), Optional.empty()));
    }
    before(threads, "replied", "The tweet it answers", Link.REPLY, to.inReplyToTweet(), zone);
    before(threads, "quoted", "The tweet it quotes", Link.QUOTE, to.quotedTweet(), zone);
    before(threads, "retweeted", "The tweet it retweets", Link.RETWEET, to.retweetedTweet(), zone);
    after(threads, "replies", "Replies to it", Link.REPLY, hit.tweet(), counted.replies, zone);
    after(threads, "quotes", "Tweets that quote it", Link.QUOTE, hit.tweet(), counted.quotes, zone);
    after(threads, "retweets", "Retweets of it", Link.RETWEET, hit.tweet(), counted.retweets, zone);
    return threads;
  }

  /// What the archive has of what Twitter counted.
  private record InArchive(SearchResult retweets, SearchResult replies, SearchResult quotes) {
    String says(Tweet.Counts counts) {
      return "In this archive "
          + (retweets.total() + replies.total() + quotes.total() == 1 ? "is " : "are ")
          + part(retweets.total(), "retweet", "retweets")
          + ", "
          + part(replies.total(), "reply", "replies")
          + " and "
          + part(quotes.total(), "quote", "quotes")
          + " of it; Twitter counted "
          + Wording.number(counts.retweets())
          + ", "
          + Wording.number(counts.replies())
          + " and "
          + Wording.number(counts.quotes())
          + ".";
    }

    private static String part(long count, String one, String many) {
      return count == 0 ? "no " + one : Wording.number(count, one, many);
    }
  }

  private InArchive inArchive(Tweet tweet) throws IOException, QueryRefused {
    return new InArchive(
        linked(Link.RETWEET, tweet.id().value()),
        linked(Link.REPLY, tweet.id().value()),
        linked(Link.QUOTE, tweet.id().value()));
  }

  private SearchResult linked(Link link, long id) throws IOException, QueryRefused {
    return conversation.oldest(new QueryAst.LinkTo(link, List.of(id)), SHOWN);
  }

  /// The tweet that this one points to; that it is missing is said too, with what else points
  /// there.
  private void before(
      List<Related> threads, String id, String says, Link link, OptionalLong other, ZoneId zone)
      throws IOException, QueryRefused {
    if (other.isEmpty()) {
      return;
    }
    long missing = other.getAsLong();
    var found = searcher.tweet(missing);
    if (found.isPresent()) {
      threads.add(new Related(id, says, "", flat(List.of(found.get()), zone), Optional.empty()));
      return;
    }
    long pointing = linked(link, missing).total();
    var all =
        pointing > 1
            ? Optional.of(all(pointing, SearchAddress.query(link.key() + ":" + missing).href()))
            : Optional.<All>empty();
    var detail =
        "tweet "
            + missing
            + (pointing > 1
                ? "; " + Wording.number(pointing) + " tweets here, this one included, point to it"
                : "");
    threads.add(new Related(id, says + " is not in the archive", detail, List.of(), all));
  }

  private void after(
      List<Related> threads,
      String id,
      String says,
      Link link,
      Tweet tweet,
      SearchResult result,
      ZoneId zone)
      throws IOException, QueryRefused {
    if (result.total() == 0) {
      return;
    }
    var turns =
        link == Link.RETWEET
            ? flat(result.hits(), zone)
            : turns(conversation.below(result.hits()), zone);
    int further = turns.size() - result.hits().size();
    var detail =
        further == 0
            ? ""
            : further < Conversation.MOST
                ? "with "
                    + Wording.number(further, "further answer", "further answers")
                    + " to these"
                : "with the first " + further + " further answers to these";
    var all = SearchAddress.query(link.key() + ":" + tweet.id()).href();
    threads.add(
        new Related(
            id,
            says + " (" + Wording.number(result.total()) + ")",
            detail,
            turns,
            result.total() > SHOWN ? Optional.of(all(result.total(), all)) : Optional.empty()));
  }

  private static All all(long count, String href) {
    return new All("All " + Wording.number(count) + " as a search", href);
  }

  /// The tweet with its copies and their accounts counted among all tweets of the archive.
  private static Hit counted(Hit hit, SearchResult copies) {
    return hit.withCopies(
        new Copies(
            hit.copies().tweets(),
            hit.similar(),
            copies.total(),
            copies.accounts(),
            Collapse.SAME));
  }

  private Related copies(Hit hit, SearchResult copies, ZoneId zone) throws IOException {
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
        flat(others, zone),
        Optional.of(all(hit.copies().tweets(), same.href())));
  }

  private List<TweetView.Turn> flat(List<Hit> hits, ZoneId zone) throws IOException {
    return turns(hits.stream().map(hit -> new Conversation.Turn(hit, 0)).toList(), zone);
  }

  private List<TweetView.Turn> turns(List<Conversation.Turn> turns, ZoneId zone)
      throws IOException {
    var around = SearchPages.around(searcher, turns.stream().map(Conversation.Turn::hit).toList());
    return turns.stream()
        .map(turn -> new TweetView.Turn(Card.of(turn.hit(), around, zone), turn.depth()))
        .toList();
  }

  /// Where the Internet Archive would have it. It follows handles, which hashed accounts lack.
  private static Optional<String> archived(Tweet tweet) {
    return tweet.account().hashed()
        ? Optional.empty()
        : Citation.address(tweet).map(address -> "https://web.archive.org/web/*/" + address);
  }
}
