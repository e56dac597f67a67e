package org.trawl.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trawl.lucene.Cursor;
import org.trawl.schema.TweetFields;
import org.trawl.search.Deadline;
import org.trawl.search.SearchRequest.Collapse;
import org.trawl.search.SearchRequest.Sort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads tweets in an order, from any place on: by what they are sorted by, and their id. Where
/// tweets of the same text are one hit, each group shows the one that its order has first.
///
/// Thread-safe.
final class ClusterOrder {
  /// Tweets read at a time where groups are one hit: most pages are full after one.
  private static final int AHEAD = 200;

  private final ClusterSearches searches;

  ClusterOrder(ClusterSearches searches) {
    this.searches = searches;
  }

  /// What is put in order.
  ///
  /// @param hits finds them
  /// @param scored the same with points, where the order is by relevance; else `hits`
  record Ordering(ObjectNode hits, ObjectNode scored, Sort sort, Collapse collapse) {
    static Ordering of(ObjectNode hits, Sort sort, Collapse collapse) {
      return new Ordering(hits, hits, sort, collapse);
    }

    String group() {
      return collapse == Collapse.SIMILAR ? ClusterSchema.SIMILAR : ClusterSchema.SAME;
    }
  }

  /// Each tweet by itself.
  ///
  /// @param after the place that they come after; null for the first
  /// @param rows whether their rows are wanted as well
  List<FoundTweet> plain(
      Ordering wanted, int size, @Nullable Cursor after, boolean rows, Deadline deadline)
      throws IOException {
    var search = Dsl.object().put("size", size).put("track_total_hits", false);
    search.set("query", wanted.scored);
    search.set("sort", sort(wanted.sort));
    if (after != null) {
      search.set("search_after", Dsl.array().add(after.key()).add(after.id()));
    }
    FoundTweet.ask(search, wanted.group(), rows);
    var found = new ArrayList<FoundTweet>();
    for (var hit : searches.search(search, deadline).path("hits").path("hits")) {
      found.add(FoundTweet.of(hit, wanted.group()));
    }
    return found;
  }

  private static JsonNode sort(Sort sort) {
    var direction = sort == Sort.OLDEST ? "asc" : "desc";
    return Dsl.array()
        .add(Dsl.object().put(FoundTweet.sortField(sort), direction))
        .add(Dsl.object().put(TweetFields.ID, direction));
  }

  /// The first of each group and all that stand alone.
  List<FoundTweet> firsts(Ordering wanted, int size, @Nullable Cursor after, Deadline deadline)
      throws IOException {
    var firsts = new ArrayList<FoundTweet>();
    var place = after;
    while (firsts.size() < size) {
      var ahead = Math.max(AHEAD, 2 * (size - firsts.size()));
      var read = plain(wanted, ahead, place, false, deadline);
      var groups = new LinkedHashSet<Integer>();
      read.forEach(tweet -> groups.add(tweet.group()));
      groups.remove(0);
      var heads = heads(wanted, groups, deadline);
      for (var tweet : read) {
        if (tweet.group() == 0 || heads.getOrDefault(tweet.group(), 0L) == tweet.id()) {
          firsts.add(tweet);
        }
      }
      if (read.size() < ahead) {
        break;
      }
      var last = read.getLast();
      place = new Cursor(wanted.sort, last.key(), last.id());
    }
    return firsts.subList(0, Math.min(size, firsts.size()));
  }

  /// The tweet of each group that stands for it: the first in its order; by relevance, as the same
  /// words score alike, the one that scores most whatever is searched.
  private Map<Integer, Long> heads(Ordering wanted, Collection<Integer> groups, Deadline deadline)
      throws IOException {
    var heads = new HashMap<Integer, Long>();
    if (groups.isEmpty()) {
      return heads;
    }
    var sort =
        wanted.sort == Sort.RELEVANCE
            ? Dsl.array()
                .add(Dsl.object().put(ClusterSchema.PRIOR, "desc"))
                .add(Dsl.object().put(TweetFields.ID, "desc"))
            : sort(wanted.sort);
    var top = Dsl.object().put("size", 1).put("_source", false).set("sort", sort);
    var aggregation =
        among(wanted.group(), groups).set("aggs", Dsl.object("head", Dsl.object("top_hits", top)));
    var body = Dsl.object().put("size", 0).put("track_total_hits", false);
    body.set("query", wanted.hits);
    body.set("aggs", Dsl.object("groups", aggregation));
    var answer = searches.search(body, deadline);
    for (var bucket : answer.path("aggregations").path("groups").path("buckets")) {
      var head = bucket.path("head").path("hits").path("hits").path(0);
      heads.put(bucket.path("key").asInt(), head.path("sort").path(1).asLong());
    }
    return heads;
  }

  /// Counts some numbers of a field, each exactly.
  static ObjectNode among(String field, Collection<Integer> numbers) {
    var include = Dsl.array();
    numbers.forEach(include::add);
    return Dsl.object(
        "terms",
        Dsl.object()
            .put("field", field)
            .put("size", numbers.size())
            .put("shard_size", numbers.size())
            .set("include", include));
  }
}
