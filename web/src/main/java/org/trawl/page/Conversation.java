package org.trawl.page;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.trawl.query.QueryAst;
import org.trawl.query.QueryAst.Link;
import org.trawl.search.QueryRefused;
import org.trawl.search.SearchRequest;
import org.trawl.search.SearchResult;
import org.trawl.search.SearchResult.Hit;
import org.trawl.search.TweetSearch;

/// Finds the conversation around a tweet, as far as the archive has it: what was said before it, up
/// to the first tweet, and what answers the tweets below it, level by level, in two searches each.
final class Conversation {
  /// Answers that are shown below others.
  static final int MOST = 60;

  private static final int MOST_LEVELS = 12;
  private static final int MOST_BEFORE = 30;

  private final TweetSearch searcher;
  private final Duration budget;

  Conversation(TweetSearch searcher, Duration budget) {
    this.searcher = searcher;
    this.budget = budget;
  }

  /// A tweet below others.
  ///
  /// @param depth how many of those it answers stand above it
  record Turn(Hit hit, int depth) {}

  /// The tweets that one answers, or else quotes, and those that these answer, the first one first.
  ///
  /// @param hit itself left out
  List<Hit> before(Hit hit) throws IOException {
    var before = new ArrayList<Hit>();
    var seen = new HashSet<>(Set.of(hit.tweet().id().value()));
    var parent = parent(hit);
    while (parent.isPresent() && before.size() < MOST_BEFORE && seen.add(parent.getAsLong())) {
      var found = searcher.tweet(parent.getAsLong());
      if (found.isEmpty()) {
        break;
      }
      before.addFirst(found.get());
      parent = parent(found.get());
    }
    return before;
  }

  private static OptionalLong parent(Hit hit) {
    var to = hit.tweet().references();
    if (to.inReplyToTweet().isPresent()) {
      return to.inReplyToTweet();
    }
    // What a retweet quotes is quoted by what it retweets.
    return to.retweet() ? OptionalLong.empty() : to.quotedTweet();
  }

  /// Tweets with all that answers or quotes them, and these again, each behind what it answers.
  ///
  /// @param first of one level, in their order
  List<Turn> below(List<Hit> first) throws IOException, QueryRefused {
    var answers = new LinkedHashMap<Long, List<Hit>>();
    var seen = new HashSet<Long>();
    first.forEach(hit -> seen.add(hit.tweet().id().value()));
    var level = first;
    int room = MOST;
    for (int depth = 0; depth < MOST_LEVELS && !level.isEmpty() && room > 0; depth++) {
      var next = new ArrayList<Hit>();
      for (var hit : answers(level, room)) {
        if (seen.add(hit.tweet().id().value())) {
          next.add(hit);
          parent(hit).ifPresent(id -> answers.computeIfAbsent(id, _ -> new ArrayList<>()).add(hit));
        }
      }
      room -= next.size();
      level = next;
    }
    var turns = new ArrayList<Turn>();
    first.forEach(hit -> put(hit, 0, answers, turns));
    return turns;
  }

  private static void put(Hit hit, int depth, Map<Long, List<Hit>> answers, List<Turn> turns) {
    turns.add(new Turn(hit, depth));
    answers
        .getOrDefault(hit.tweet().id().value(), List.of())
        .forEach(answer -> put(answer, depth + 1, answers, turns));
  }

  private List<Hit> answers(List<Hit> tweets, int most) throws IOException, QueryRefused {
    var ids = tweets.stream().map(hit -> hit.tweet().id().value()).toList();
    var all = new ArrayList<Hit>();
    for (var link : List.of(Link.REPLY, Link.QUOTE)) {
      var found = oldest(new QueryAst.LinkTo(link, ids), most).hits();
      // Retweets of a quote have what it quotes; they say nothing of their own.
      found.stream().filter(hit -> !hit.tweet().references().retweet()).forEach(all::add);
    }
    all.sort(Comparator.comparing(hit -> hit.tweet().time()));
    return all.subList(0, Math.min(most, all.size()));
  }

  /// The first tweets that a query finds.
  SearchResult oldest(QueryAst query, int most) throws IOException, QueryRefused {
    return searcher.search(
        new SearchRequest(
            query,
            SearchRequest.Selection.NONE,
            new SearchRequest.Page(SearchRequest.Sort.OLDEST, most, Optional.empty(), false),
            new SearchRequest.Counting(Set.of(), 1, Optional.empty(), budget)));
  }
}
