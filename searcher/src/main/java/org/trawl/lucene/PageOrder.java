package org.trawl.lucene;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.jspecify.annotations.Nullable;
import org.trawl.columns.Columns;
import org.trawl.lucene.names.AccountDirectory;
import org.trawl.lucene.near.TextGroups;
import org.trawl.search.Deadline;
import org.trawl.search.SearchRequest;
import org.trawl.search.SearchRequest.Collapse;
import org.trawl.search.SearchRequest.Sort;
import org.trawl.search.SearchResult.Standing;

/// Puts hits in the order that is asked for and cuts a page out of them.
///
/// Thread-safe.
final class PageOrder {
  private final IndexReader reader;
  private final Columns columns;
  private final CountColumns counts;
  private final TweetPriors priors;
  private final Relevance relevance;
  private final RecentSearches recent;

  PageOrder(
      IndexReader reader,
      Columns columns,
      CountColumns counts,
      AccountDirectory accounts,
      RecentSearches recent) {
    this.reader = reader;
    this.columns = columns;
    this.counts = counts;
    this.priors = new TweetPriors(reader, columns, counts);
    this.relevance = new Relevance(reader, columns, accounts, priors);
    this.recent = recent;
  }

  /// Reads what the first search by relevance would else wait for.
  void warmUp() throws IOException {
    priors.points();
  }

  /// A page of hits in order.
  ///
  /// @param before how many hits earlier pages have shown
  /// @param held accounts of which hits stand further down than their score has them
  record Ordered(
      List<TopHits.Ranked> page, long before, boolean more, boolean timedOut, Set<Integer> held) {
    static final Ordered NOTHING = new Ordered(List.of(), 0, false, false, Set.of());

    Optional<String> next() {
      return more && !page.isEmpty() ? Optional.of(last().encode()) : Optional.empty();
    }

    /// The place of the last hit.
    Cursor last() {
      return page.getLast().cursor().after(before + page.size());
    }
  }

  /// Hits to put in order.
  ///
  /// @param question what they answer
  /// @param words what the query's words add to their scores
  /// @param collapse which tweets are one hit
  record UnorderedHits(
      RecentSearches.Question question,
      WordPoints words,
      HitSet hits,
      Sort sort,
      Collapse collapse) {}

  /// A page of a request's hits.
  Ordered of(SearchRequest request, WordPoints words, HitSet found, Deadline deadline, int threads)
      throws IOException {
    var page = request.page();
    if (page.size() == 0 || found.total() == 0) {
      return Ordered.NOTHING;
    }
    var sort = request.sort();
    var after = page.after().map(text -> Cursor.decode(text, sort)).orElse(null);
    var question = new RecentSearches.Question(request.query(), request.selection());
    var wanted = new UnorderedHits(question, words, found, sort, page.collapse());
    return of(wanted, page.size(), after, new Relevance.Means(deadline, threads));
  }

  Ordered of(UnorderedHits wanted, int size, @Nullable Cursor after, Relevance.Means means)
      throws IOException {
    // One more than asked says whether there is a next page.
    if (wanted.sort == Sort.RELEVANCE) {
      var ranking = ranking(wanted, means);
      var found = relevance.page(question(wanted), ranking, size + 1, after, means);
      return ordered(found.hits(), size, after, !found.complete(), ranking.held());
    }
    var hits =
        wanted.collapse == Collapse.NONE
            ? wanted.hits
            : new CopyCollapse(groups(wanted), columns, reader, priors)
                .collapse(wanted.hits, wanted.sort);
    var byTime = new TimeOrder(reader, columns);
    var top = new TopHits(reader);
    var ranked =
        switch (wanted.sort) {
          case RELEVANCE -> throw new IllegalStateException("done above");
          case NEWEST -> byTime.byTime(hits, true, size + 1, after);
          case OLDEST -> byTime.byTime(hits, false, size + 1, after);
          case LIKES, RETWEETS -> top.byCount(hits, counts, wanted.sort, size + 1, after);
          case COPIES -> top.byCopies(hits, columns, size + 1, after);
        };
    return ordered(ranked, size, after, false, Set.of());
  }

  private static Ordered ordered(
      List<TopHits.Ranked> ranked,
      int size,
      @Nullable Cursor after,
      boolean timedOut,
      Set<Integer> held) {
    var more = ranked.size() > size;
    var before = after == null ? 0 : after.shown();
    return new Ordered(more ? ranked.subList(0, size) : ranked, before, more, timedOut, held);
  }

  private Relevance.Question question(UnorderedHits wanted) {
    return new Relevance.Question(
        wanted.words, wanted.hits, wanted.collapse != Collapse.NONE, groups(wanted));
  }

  private TextGroups groups(UnorderedHits wanted) {
    return TextGroups.of(columns, wanted.collapse);
  }

  private Ranking ranking(UnorderedHits wanted, Relevance.Means means) throws IOException {
    var ordering = new RecentSearches.Ordering(wanted.question, wanted.collapse);
    var known = recent.ranking(ordering);
    if (known != null) {
      return known;
    }
    var ranking = relevance.ranking(question(wanted), means);
    if (ranking.complete() && wanted.hits.complete()) {
      recent.keep(ordering, ranking);
    }
    return ranking;
  }

  /// Why some hits stand where they stand, by their documents; nothing unless they stand by
  /// relevance.
  Map<Integer, Standing> standings(UnorderedHits wanted, List<Integer> docs, Relevance.Means means)
      throws IOException {
    var standings = new HashMap<Integer, Standing>();
    if (wanted.sort == Sort.RELEVANCE) {
      var ranking = ranking(wanted, means);
      for (var doc : docs) {
        standings.put(doc, relevance.standing(wanted.words, ranking, doc));
      }
    }
    return standings;
  }
}
