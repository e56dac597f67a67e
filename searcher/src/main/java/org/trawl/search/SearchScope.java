package org.trawl.search;

import static java.util.Objects.requireNonNull;

import org.trawl.query.QueryAst;
import org.trawl.search.SearchRequest.Selection;

/// The tweets that a search is about: those its query finds within what was chosen beside it.
public record SearchScope(QueryAst query, Selection selection) {
  public SearchScope {
    requireNonNull(query, "query");
    requireNonNull(selection, "selection");
  }

  /// The dates that were chosen, in the query or beside it.
  public TimeRange range() {
    return TimeRange.of(selection).and(TimeRange.of(query));
  }
}
