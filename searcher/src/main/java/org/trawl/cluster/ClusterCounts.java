package org.trawl.cluster;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.trawl.advice.Counts;
import org.trawl.query.QueryAst;
import org.trawl.search.Deadline;
import org.trawl.search.EngineUnavailable;
import org.trawl.search.QueryRefused;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.TimelineSpan;
import tools.jackson.databind.node.ObjectNode;

/// Counts the hits of searches: how many, of how many accounts and texts.
///
/// Thread-safe.
final class ClusterCounts {
  private final ClusterSearches searches;
  private final Map<String, Integer> numbers;

  ClusterCounts(ClusterSearches searches, Map<String, Integer> numbers) {
    this.searches = searches;
    this.numbers = numbers;
  }

  /// What is told of all hits.
  ///
  /// @param span from the first to the last of them
  record Told(long total, long texts, long accounts, Optional<TimelineSpan> span) {}

  Told of(ObjectNode query, Deadline deadline) throws IOException {
    var body = ClusterSearches.counting(query);
    var aggregations = Dsl.object();
    ClusterTimeline.ask(aggregations);
    aggregations.set("accounts", distinct(ClusterSchema.USER_NUMBER));
    aggregations.set("groups", distinct(ClusterSchema.SAME));
    aggregations.set(
        "grouped", Dsl.object("value_count", Dsl.object().put("field", ClusterSchema.SAME)));
    body.set("aggs", aggregations);
    var answer = searches.search(body, deadline);
    var found = answer.path("aggregations");
    long total = ClusterSearches.total(answer);
    long alone = total - found.path("grouped").path("value").asLong();
    return new Told(
        total,
        alone + found.path("groups").path("value").asLong(),
        found.path("accounts").path("value").asLong(),
        ClusterTimeline.span(found));
  }

  private ObjectNode distinct(String field) {
    return Distinct.of(field, numbers.getOrDefault(field, 1));
  }

  /// Makes a query of parts of one.
  interface PartQueries {
    ObjectNode query(QueryAst query, Selection within) throws IOException, QueryRefused;
  }

  /// Counts parts of a query until a deadline.
  Counts parts(PartQueries queries, Deadline deadline) {
    return new Counts() {
      private boolean cut;

      @Override
      public OptionalLong count(List<QueryAst> clauses, Selection within) throws IOException {
        if (deadline.over()) {
          cut = true;
          return OptionalLong.empty();
        }
        try {
          var query = queries.query(QueryAst.and(clauses), within);
          return OptionalLong.of(searches.count(query, deadline));
        } catch (QueryRefused _) {
          return OptionalLong.empty();
        } catch (EngineUnavailable e) {
          if (!deadline.over()) {
            throw e;
          }
          cut = true;
          return OptionalLong.empty();
        }
      }

      @Override
      public boolean cut() {
        return cut;
      }
    };
  }
}
