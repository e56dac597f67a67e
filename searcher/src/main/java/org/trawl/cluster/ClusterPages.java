package org.trawl.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trawl.grammar.WordForms;
import org.trawl.lucene.Cursor;
import org.trawl.lucene.FirstHits;
import org.trawl.lucene.WordPoints;
import org.trawl.match.TweetMarks;
import org.trawl.search.Deadline;
import org.trawl.search.QueryRefused;
import org.trawl.search.SearchRequest;
import org.trawl.search.SearchRequest.Collapse;
import org.trawl.search.SearchRequest.Sort;
import org.trawl.search.SearchResult;
import org.trawl.search.SearchResult.Copies;
import org.trawl.search.SearchResult.Hit;
import tools.jackson.databind.JsonNode;

/// Cuts pages out of the order of a search's hits, reads their rows, and marks what matched.
///
/// Thread-safe.
final class ClusterPages {
  private final ClusterSearches searches;
  private final ClusterOrder order;
  private final ClusterRows rows;
  private final ClusterRelevance relevance;
  private final WordForms forms;
  private final Map<String, Integer> numbers;

  /// @param numbers how many numbers each numbered field can have
  ClusterPages(
      ClusterSearches searches,
      ClusterOrder order,
      ClusterRows rows,
      WordForms forms,
      Map<String, Integer> numbers) {
    this.searches = searches;
    this.order = order;
    this.rows = rows;
    this.relevance = new ClusterRelevance(order, rows, forms);
    this.forms = forms;
    this.numbers = numbers;
  }

  /// A part of the order.
  ///
  /// @param held numbers of users of which hits stand further down than their score has them
  record Part(List<FoundTweet> tweets, Set<Integer> held) {}

  /// Goes through an order.
  final class Walk {
    private final ClusterHits hits;
    private final Sort sort;
    private final Collapse collapse;
    private final long total;
    private ClusterRelevance.@Nullable Question question;
    private ClusterRelevance.@Nullable Ranked ranking;

    Walk(ClusterHits hits, Sort sort, Collapse collapse, long total) {
      this.hits = hits;
      this.sort = sort;
      this.collapse = collapse;
      this.total = total;
    }

    /// Some hits from a place on.
    Part after(@Nullable Cursor place, int size, Deadline deadline)
        throws IOException, QueryRefused {
      if (sort == Sort.RELEVANCE) {
        var asked = question();
        var ranked = ranking(asked, deadline);
        return new Part(relevance.page(asked, ranked, size, place, deadline), ranked.held());
      }
      var ordering = ClusterOrder.Ordering.of(hits.all(), sort, collapse);
      return new Part(
          collapse == Collapse.NONE
              ? order.plain(ordering, size, place, false, deadline)
              : order.firsts(ordering, size, place, deadline),
          Set.of());
    }

    private ClusterRelevance.Question question() throws IOException, QueryRefused {
      var known = question;
      if (known == null) {
        var words = hits.compiled().points();
        var points = new ArrayList<ClusterRelevance.PointsFor>();
        for (WordPoints.Clause clause : words.clauses()) {
          var query = hits.compiled().dsl(clause.query());
          points.add(new ClusterRelevance.PointsFor(query, clause.points()));
        }
        known = new ClusterRelevance.Question(hits.all(), points, words.words(), total, collapse);
        question = known;
      }
      return known;
    }

    private ClusterRelevance.Ranked ranking(ClusterRelevance.Question asked, Deadline deadline)
        throws IOException {
      var known = ranking;
      if (known == null) {
        known = relevance.ranking(asked, deadline);
        ranking = known;
      }
      return known;
    }
  }

  /// The page that a request asks for.
  ///
  /// @param total how many hits there are
  SearchResult.Page page(ClusterHits hits, SearchRequest request, long total, Deadline deadline)
      throws IOException, QueryRefused {
    var page = request.page();
    var sort = request.sort();
    var after = page.after().map(text -> Cursor.decode(text, sort)).orElse(null);
    if (page.size() == 0 || total == 0) {
      return SearchResult.Page.EMPTY;
    }
    var walk = new Walk(hits, sort, page.collapse(), total);
    // One more than asked says whether there is a next page.
    var part = walk.after(after, page.size() + 1, deadline);
    var more = part.tweets().size() > page.size();
    var tweets = more ? part.tweets().subList(0, page.size()) : part.tweets();
    long before = after == null ? 0 : after.shown();
    var next = Optional.<String>empty();
    if (more) {
      var last = tweets.getLast();
      var place = new Cursor(sort, last.key(), last.id()).after(before + tweets.size());
      next = Optional.of(place.encode());
    }
    var shown = marked(tweets, hits, deadline);
    if (page.collapse() == Collapse.NONE) {
      return new SearchResult.Page(shown, before, next, Map.of());
    }
    var beside = beside(tweets, part.held(), hits, page.collapse(), deadline);
    var collapsed = new ArrayList<Hit>();
    for (int i = 0; i < shown.size(); i++) {
      collapsed.add(copies(shown.get(i), tweets.get(i), beside, page.collapse()));
    }
    return new SearchResult.Page(collapsed, before, next, held(shown, tweets, beside));
  }

  /// The rows of some hits with their marks.
  List<Hit> marked(List<FoundTweet> tweets, ClusterHits hits, Deadline deadline)
      throws IOException {
    var ids = tweets.stream().map(FoundTweet::id).toList();
    var read = rows.hits(ids, deadline);
    if (read.size() != ids.size()) {
      throw new IOException("the cluster found tweets of which it does not have the rows");
    }
    var compiled = hits.compiled();
    var parts = new ClusterParts(compiled, order, ids, deadline);
    var marks = new TweetMarks(compiled.ast(), compiled.shapes(), parts, forms, deadline);
    var marked = new ArrayList<Hit>();
    for (int i = 0; i < read.size(); i++) {
      marked.add(marks.on(read.get(i), ids.get(i)));
    }
    return marked;
  }

  /// The rows of some hits as they are.
  List<Hit> unmarked(List<FoundTweet> tweets, Deadline deadline) throws IOException {
    return rows.hits(tweets.stream().map(FoundTweet::id).toList(), deadline);
  }

  /// What is told of a page's hits beside their own.
  ///
  /// @param groups hits and accounts of each group of texts among all hits
  /// @param sent hits of users that are held back
  private record Beside(Map<Integer, long[]> groups, Map<Integer, Long> sent) {}

  private Beside beside(
      List<FoundTweet> page,
      Set<Integer> held,
      ClusterHits hits,
      Collapse collapse,
      Deadline deadline)
      throws IOException {
    var groups = new LinkedHashSet<Integer>();
    var users = new HashSet<Integer>();
    for (var tweet : page) {
      groups.add(tweet.group());
      if (held.contains(tweet.user())) {
        users.add(tweet.user());
      }
    }
    groups.remove(0);
    var aggregations = Dsl.object();
    if (!groups.isEmpty()) {
      var field = collapse == Collapse.SIMILAR ? ClusterSchema.SIMILAR : ClusterSchema.SAME;
      var numbered = numbers.getOrDefault(ClusterSchema.USER_NUMBER, 1);
      aggregations.set(
          "groups",
          ClusterOrder.among(field, groups)
              .set(
                  "aggs",
                  Dsl.object("accounts", Distinct.of(ClusterSchema.USER_NUMBER, numbered))));
    }
    if (!users.isEmpty()) {
      aggregations.set("held", ClusterOrder.among(ClusterSchema.USER_NUMBER, users));
    }
    var counted = new HashMap<Integer, long[]>();
    var sent = new HashMap<Integer, Long>();
    if (aggregations.isEmpty()) {
      return new Beside(counted, sent);
    }
    var body = Dsl.object().put("size", 0).put("track_total_hits", false);
    body.set("query", hits.all());
    body.set("aggs", aggregations);
    var found = searches.search(body, deadline).path("aggregations");
    for (JsonNode group : found.path("groups").path("buckets")) {
      counted.put(
          group.path("key").asInt(),
          new long[] {
            group.path("doc_count").asLong(), group.path("accounts").path("value").asLong()
          });
    }
    for (JsonNode user : found.path("held").path("buckets")) {
      sent.put(user.path("key").asInt(), user.path("doc_count").asLong());
    }
    return new Beside(counted, sent);
  }

  private static Hit copies(Hit hit, FoundTweet tweet, Beside beside, Collapse collapse) {
    var group = beside.groups.get(tweet.group());
    var own = hit.copies();
    return hit.withCopies(
        new Copies(
            own.tweets(),
            own.similar(),
            group == null ? 1 : group[0],
            group == null ? 1 : group[1],
            collapse));
  }

  private static Map<String, Long> held(List<Hit> shown, List<FoundTweet> tweets, Beside beside) {
    var held = new HashMap<String, Long>();
    for (int i = 0; i < shown.size(); i++) {
      var sent = beside.sent.get(tweets.get(i).user());
      if (sent != null && sent > FirstHits.OF_ONE_ACCOUNT) {
        held.put(shown.get(i).tweet().account().id(), sent);
      }
    }
    return held;
  }
}
