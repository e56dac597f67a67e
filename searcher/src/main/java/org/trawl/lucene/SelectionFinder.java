package org.trawl.lucene;

import java.io.IOException;
import java.time.Instant;
import java.util.EnumMap;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.trawl.columns.Columns;
import org.trawl.lucene.names.AccountDirectory;
import org.trawl.query.QueryAst;
import org.trawl.search.Deadline;
import org.trawl.search.Facet;
import org.trawl.search.QueryRefused;
import org.trawl.search.SearchRequest.Selection;

/// Finds the hits of a query within what was chosen beside it: times, lists and values of facets.
///
/// Thread-safe.
final class SelectionFinder {
  private final Columns columns;
  private final QueryCompiler compiler;
  private final SelectionQueries selections;
  private final HitFinder finder;
  private final RecentSearches recent;

  SelectionFinder(
      Columns columns,
      AccountDirectory accounts,
      QueryCompiler compiler,
      HitFinder finder,
      RecentSearches recent) {
    this.columns = columns;
    this.compiler = compiler;
    this.selections = new SelectionQueries(accounts, columns);
    this.finder = finder;
    this.recent = recent;
  }

  /// The hits of a question, if they are remembered; else they are found, and remembered.
  ///
  /// @param query the question's own, compiled
  FoundHits found(RecentSearches.Question question, Query query, Deadline deadline)
      throws IOException, QueryRefused {
    var known = recent.hits(question);
    if (known != null) {
      return known;
    }
    var found = find(query, question.selection(), deadline);
    if (found.complete()) {
      recent.keep(question, found);
    }
    return found;
  }

  /// The hits of a query.
  FoundHits find(Query query, Selection selection, Deadline deadline)
      throws IOException, QueryRefused {
    var base = within(finder.find(inTime(query, selection), deadline), selection, deadline);
    var chosen = new EnumMap<Facet, HitSet>(Facet.class);
    for (var facet : selection.facets()) {
      chosen.put(facet, allowed(facet, selection, deadline));
    }
    var all = base;
    for (var hits : chosen.values()) {
      all = all.and(hits);
    }
    var withoutOwn = new EnumMap<Facet, HitSet>(Facet.class);
    for (var facet : chosen.keySet()) {
      var others = base;
      for (var other : chosen.entrySet()) {
        if (other.getKey() != facet) {
          others = others.and(other.getValue());
        }
      }
      withoutOwn.put(facet, others);
    }
    return new FoundHits(all, withoutOwn);
  }

  private HitSet allowed(Facet facet, Selection selection, Deadline deadline) throws IOException {
    var choice = RecentSearches.Choice.of(facet, selection);
    var known = recent.allowed(choice);
    if (known != null) {
      return known;
    }
    var found = finder.find(selections.of(facet, selection), deadline);
    if (found.complete()) {
      recent.keep(choice, found);
    }
    return found;
  }

  private HitSet within(HitSet hits, Selection selection, Deadline deadline)
      throws IOException, QueryRefused {
    if (selection.within() instanceof QueryAst.All) {
      return hits;
    }
    try {
      // Found apart from the query, ten thousand alternatives are added up as bits.
      var list = compiler.compile(selection.within(), deadline).query();
      return hits.and(finder.find(list, deadline));
    } catch (Deadline.Over e) {
      return finder.none();
    }
  }

  private Query inTime(Query query, Selection selection) {
    if (selection.since().isEmpty() && selection.until().isEmpty()) {
      return query;
    }
    var time =
        new TimeQuery(
            columns.times(),
            selection.since().map(Instant::getEpochSecond).orElse(Long.MIN_VALUE),
            selection.until().map(Instant::getEpochSecond).orElse(Long.MAX_VALUE));
    return new BooleanQuery.Builder()
        .add(query, BooleanClause.Occur.FILTER)
        .add(time, BooleanClause.Occur.FILTER)
        .build();
  }
}
