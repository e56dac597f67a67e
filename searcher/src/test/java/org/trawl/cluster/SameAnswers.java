package org.trawl.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trawl.query.QueryAst;
import org.trawl.query.QueryPrinter;
import org.trawl.search.Facet;
import org.trawl.search.QueryRefused;
import org.trawl.search.SearchRequest;
import org.trawl.search.SearchRequest.Collapse;
import org.trawl.search.SearchRequest.Counting;
import org.trawl.search.SearchRequest.Page;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchRequest.Sort;
import org.trawl.search.SearchResult;
import org.trawl.search.SearchResult.Hit;
import org.trawl.search.Timeline;
import org.trawl.search.TweetSearch;

/// Asks two engines the same and compares all of their answers: totals, texts, accounts, facets,
/// timeline, and pages with their hits, marks, copies and cursors.
final class SameAnswers {
  static final List<Sort> SORTS = List.of(Sort.values());
  private static final List<Collapse> COLLAPSES = List.of(Collapse.values());
  private static final Duration BUDGET = Duration.ofMinutes(2);

  private final TweetSearch embedded;
  private final TweetSearch cluster;
  private int refused;
  private int compared;

  SameAnswers(TweetSearch embedded, TweetSearch cluster) {
    this.embedded = embedded;
    this.cluster = cluster;
  }

  @Override
  public String toString() {
    return compared + " pages the same, " + refused + " searches refused";
  }

  int compared() {
    return compared;
  }

  static SearchRequest request(
      QueryAst query, Selection selection, Sort sort, int size, Collapse collapse) {
    return new SearchRequest(
        query,
        selection,
        new Page(sort, size, Optional.empty(), collapse),
        new Counting(EnumSet.allOf(Facet.class), 7, Optional.of(Timeline.Choice.AUTO), BUDGET));
  }

  /// A search in the order, and with copies collapsed or not, whose turn it is.
  ///
  /// @param number of the search, from 0
  static SearchRequest turning(QueryAst query, Selection selection, int number, int size) {
    return request(
        query,
        selection,
        SORTS.get(number % SORTS.size()),
        size,
        COLLAPSES.get(number / 2 % COLLAPSES.size()));
  }

  /// Compares the answers, and so many pages.
  void compare(SearchRequest first, int pages) throws IOException {
    var request = first;
    for (int page = 0; page < pages; page++) {
      var what = what(request) + " page " + page;
      var expected = ask(embedded, request);
      var found = ask(cluster, request);
      if (found == null || expected == null) {
        assertTrue(
            expected == null
                || isNotOffered(request.query())
                || isNotOffered(request.selection().within()),
            what + " is refused");
        assertTrue(found == null, what + " should be refused");
        refused++;
        return;
      }
      same(what, expected, found);
      compared++;
      if (expected.next().isEmpty()) {
        return;
      }
      var own = request.page();
      request = request.page(new Page(own.sort(), own.size(), expected.next(), own.collapse()));
    }
  }

  private static String what(SearchRequest request) {
    return QueryPrinter.print(request.query())
        + " "
        + request.page().sort()
        + " "
        + request.page().collapse()
        + " "
        + request.selection().filters()
        + " -"
        + request.selection().excludes();
  }

  private static void same(String what, SearchResult expected, SearchResult found) {
    assertEquals(expected.total(), found.total(), what + " total");
    assertEquals(expected.texts(), found.texts(), what + " texts");
    assertEquals(expected.accounts(), found.accounts(), what + " accounts");
    assertEquals(expected.counts().timeline(), found.counts().timeline(), what + " timeline");
    for (var facet : expected.counts().facets().keySet()) {
      assertEquals(
          expected.counts().facets().get(facet),
          found.counts().facets().get(facet),
          what + " " + facet);
    }
    assertEquals(ids(expected.hits()), ids(found.hits()), what + " hits");
    for (int i = 0; i < expected.hits().size(); i++) {
      var one = expected.hits().get(i);
      var other = found.hits().get(i);
      var text = what + " " + one.tweet().id() + " " + one.tweet().content().text();
      assertEquals(one.marks(), other.marks(), text + " marks");
      assertEquals(one.copies(), other.copies(), text + " copies");
      assertEquals(one.detected(), other.detected(), text);
      assertEquals(one.tweet().source().row(), other.tweet().source().row(), text);
    }
    assertEquals(expected.page().before(), found.page().before(), what + " before");
    assertEquals(expected.next(), found.next(), what + " next");
    assertEquals(expected.page().held(), found.page().held(), what + " held");
  }

  private static List<String> ids(List<Hit> hits) {
    return hits.stream().map(hit -> hit.tweet().id().toString()).toList();
  }

  private static @Nullable SearchResult ask(TweetSearch engine, SearchRequest request)
      throws IOException {
    try {
      return engine.search(request);
    } catch (QueryRefused e) {
      return null;
    }
  }

  /// Whether a query asks for what is refused by name: docs/cluster.md lists it.
  static boolean isNotOffered(QueryAst ast) {
    return switch (ast) {
      case QueryAst.And(var children) -> children.stream().anyMatch(SameAnswers::isNotOffered);
      case QueryAst.Or(var children) -> children.stream().anyMatch(SameAnswers::isNotOffered);
      case QueryAst.Not(var child) -> isNotOffered(child);
      case QueryAst.SimilarTo _, QueryAst.SimilarText _, QueryAst.SamePicture _ -> true;
      case QueryAst.All _, QueryAst.Text _, QueryAst.Operator _ -> false;
    };
  }
}
