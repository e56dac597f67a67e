package org.trawl.api.analysis;

import static java.util.Objects.requireNonNull;

import org.trawl.query.ParsedQuery;
import org.trawl.query.QueryPrinter;
import org.trawl.search.SearchScope;

/// One of the searches that are compared.
///
/// @param query as it was typed
/// @param text a query that finds what is counted: the typed one, narrowed where shares are of one
///   operation or language
/// @param scope what is counted
/// @param whole what its share is of
public record Compared(ParsedQuery query, String text, SearchScope scope, SearchScope whole) {
  public Compared {
    requireNonNull(query, "query");
    requireNonNull(text, "text");
    requireNonNull(scope, "scope");
    requireNonNull(whole, "whole");
  }

  /// A query that finds what its share is of.
  public String wholeText() {
    return QueryPrinter.print(whole.query());
  }
}
