package org.trawl.query;

/// What a query asks for, as a tree.
public sealed interface QueryAst {
  /// Every tweet: an empty query.
  record All() implements QueryAst {}
}
