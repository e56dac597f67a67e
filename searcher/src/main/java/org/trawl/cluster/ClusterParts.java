package org.trawl.cluster;

import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.trawl.match.TweetMarks;
import org.trawl.query.QueryAst;
import org.trawl.schema.TweetFields;
import org.trawl.search.Deadline;
import org.trawl.search.QueryRefused;
import org.trawl.search.SearchRequest.Collapse;
import org.trawl.search.SearchRequest.Sort;

/// Asks the cluster which tweets of a page it finds for a part of a query: once for each part.
///
/// Not thread-safe: made for one page of one search.
final class ClusterParts implements TweetMarks.PartFinder {
  private final ClusterCompiler.Compiled compiled;
  private final ClusterOrder order;
  private final List<Long> page;
  private final Deadline deadline;
  private final IdentityHashMap<QueryAst, Set<Long>> found = new IdentityHashMap<>();

  /// @param page the ids of its tweets
  ClusterParts(
      ClusterCompiler.Compiled compiled,
      ClusterOrder order,
      Collection<Long> page,
      Deadline deadline) {
    this.compiled = compiled;
    this.order = order;
    this.page = List.copyOf(page);
    this.deadline = deadline;
  }

  @Override
  public boolean found(QueryAst part, long hit) throws IOException {
    var known = found.get(part);
    if (known == null) {
      known = ask(part);
      found.put(part, known);
    }
    return known.contains(hit);
  }

  private Set<Long> ask(QueryAst part) throws IOException {
    try {
      var both = Dsl.every(List.of(compiled.part(part), Dsl.numbers(TweetFields.ID, page)));
      var wanted = ClusterOrder.Ordering.of(both, Sort.NEWEST, Collapse.NONE);
      var ids = new HashSet<Long>();
      order.plain(wanted, page.size(), null, false, deadline).forEach(tweet -> ids.add(tweet.id()));
      return ids;
    } catch (QueryRefused e) {
      throw new IllegalStateException("the whole of the query was not refused", e);
    }
  }
}
