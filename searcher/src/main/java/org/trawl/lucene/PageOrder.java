package org.trawl.lucene;

import org.trawl.search.SearchRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.trawl.columns.Columns;
import org.trawl.query.QueryAst;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchRequest.Sort;

/// Puts hits in the order that is asked for and cuts a page out of them.
///
/// Thread-safe.
final class PageOrder {
  private final IndexReader reader;
  private final Columns columns;
  private final CountColumns counts;

  PageOrder(IndexReader reader, Columns columns, CountColumns counts) {
    this.reader = reader;
    this.columns = columns;
    this.counts = counts;
  }

  /// A page of hits in order.
  ///
  /// @param before how many hits earlier pages have shown
  record Ordered(List<TopHits.Ranked> page, long before, boolean more, boolean timedOut) {
    static final Ordered NOTHING = new Ordered(List.of(), 0, false, false);

    Optional<String> next() {
      return more && !page.isEmpty()
          ? Optional.of(page.getLast().place().after(before + page.size()).encode())
          : Optional.empty();
    }
  }

  /// Whether a page of hits in their order is found without knowing all hits.
  static boolean ranksAlone(Query query, SearchRequest request) {
    return sort(request.page().sort(), request.query()) == Sort.RELEVANCE
        && !request.page().collapse()
        && request.selection().equals(Selection.NONE)
        && Scoring.isWhole(query);
  }

  Ordered of(
      Query query, Optional<HitSet> found, SearchRequest request, Deadline deadline, int threads)
      throws IOException {
    var page = request.page();
    if (page.size() == 0 || (found.isPresent() && found.get().total() == 0)) {
      return Ordered.NOTHING;
    }
    var sort = sort(page.sort(), request.query());
    var after = page.after().map(text -> Cursor.decode(text, sort)).orElse(null);
    // Before all hits were found, what ranks them could find others.
    if (ranksAlone(query, request) && found.map(HitSet::complete).orElse(true)) {
      return of(Wanted.ranked(Scoring.of(query)), page.size(), after, deadline, threads);
    }
    var hits =
        page.collapse()
            ? new CopyCollapse(columns, reader).collapse(found.orElseThrow(), sort)
            : found.orElseThrow();
    return of(Wanted.of(query, hits, sort), page.size(), after, deadline, threads);
  }

  /// Hits to put in order.
  ///
  /// @param scored what finds and scores them, by relevance
  /// @param hits all of them, by anything else
  /// @param alike whether all of them score the same
  record Wanted(Query scored, HitSet hits, Sort sort, boolean alike) {
    static Wanted ranked(Query scored) {
      return new Wanted(scored, new HitSet(List.of(), true), Sort.RELEVANCE, false);
    }

    /// @param query what all of the hits match, and perhaps others
    static Wanted of(Query query, HitSet hits, Sort sort) {
      return new Wanted(
          sort == Sort.RELEVANCE ? Scoring.of(query, hits) : query,
          hits,
          sort,
          Scoring.tellsNothing(query));
    }
  }

  Ordered of(Wanted wanted, int size, @Nullable Cursor after, Deadline deadline, int threads)
      throws IOException {
    var hits = wanted.hits;
    var sort = wanted.sort;
    var searcher = Processors.searcher(reader, threads);
    searcher.setTimeout(deadline::over);
    var top = new TopHits(searcher);
    var byTime = new TimeOrder(reader, columns);
    // One more than asked says whether there is a next page.
    var ranked =
        switch (sort) {
          // Of equal ones the highest ids come first.
          case RELEVANCE ->
              wanted.alike && byTime.isById(hits)
                  ? byTime.byId(hits, size + 1, after)
                  : top.byRelevance(wanted.scored, size + 1, after);
          case NEWEST -> byTime.byTime(hits, true, size + 1, after);
          case OLDEST -> byTime.byTime(hits, false, size + 1, after);
          case LIKES, RETWEETS -> top.byCount(hits, counts, sort, size + 1, after);
        };
    var more = ranked.size() > size;
    var before = after == null ? 0 : after.shown();
    return new Ordered(more ? ranked.subList(0, size) : ranked, before, more, searcher.timedOut());
  }

  /// Relevance is of words; without any it would be an order of nothing.
  static Sort sort(Sort wanted, QueryAst query) {
    return wanted == Sort.RELEVANCE && !hasWords(query) ? Sort.NEWEST : wanted;
  }

  /// Whether a query asks for words of tweets, which rank them.
  static boolean hasWords(QueryAst query) {
    return switch (query) {
      case QueryAst.And(var children) -> children.stream().anyMatch(PageOrder::hasWords);
      case QueryAst.Or(var children) -> children.stream().anyMatch(PageOrder::hasWords);
      case QueryAst.Text text -> text.field() == QueryAst.TextField.TWEET;
      default -> false;
    };
  }
}
