package org.trawl.search;

import static java.util.Objects.requireNonNull;

import org.trawl.query.QueryAst;

/// A part of a query would cost more than one search may.
public final class QueryRefused extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient QueryAst part;
  private final long limit;

  /// @param part what is too broad
  /// @param limit the most words it may stand for
  public QueryRefused(QueryAst part, long limit) {
    super("stands for more than " + limit + " words: " + part);
    this.part = requireNonNull(part, "part");
    this.limit = limit;
  }

  /// What is too broad.
  public QueryAst part() {
    return part;
  }

  /// The most words it may stand for.
  public long limit() {
    return limit;
  }
}
