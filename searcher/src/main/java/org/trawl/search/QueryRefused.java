package org.trawl.search;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trawl.query.ParsedQuery;
import org.trawl.query.QueryAst;
import org.trawl.query.QueryPrinter;
import org.trawl.query.QueryProblem;
import org.trawl.query.TextPattern;
import org.trawl.query.TextSpan;

/// A part of a query would cost more than one search may.
public final class QueryRefused extends Exception {
  private static final long serialVersionUID = 2L;

  private final transient QueryAst part;
  private final transient @Nullable TextPattern pattern;
  private final Reason reason;
  private final int limit;

  private enum Reason {
    BROAD,
    MANY,
    COMPLEX,
    NOT_OFFERED,
    TOO_MANY_CANDIDATES,
    TOO_MANY_PARTS
  }

  private QueryRefused(
      QueryAst part,
      @Nullable TextPattern pattern,
      Reason reason,
      int limit,
      @Nullable Throwable cause) {
    super(what(reason, limit) + ": " + QueryPrinter.print(part), cause);
    this.part = requireNonNull(part, "part");
    this.pattern = pattern;
    this.reason = reason;
    this.limit = limit;
  }

  /// @param part what holds the pattern
  /// @param pattern what is too broad; null if all of the part is
  /// @param limit the most words it may stand for
  public static QueryRefused tooBroad(QueryAst part, @Nullable TextPattern pattern, int limit) {
    return new QueryRefused(part, pattern, Reason.BROAD, limit, null);
  }

  /// @param pattern with which all patterns so far are too broad together
  /// @param limit the most words they may stand for together
  public static QueryRefused tooMany(QueryAst part, TextPattern pattern, int limit) {
    return new QueryRefused(part, pattern, Reason.MANY, limit, null);
  }

  public static QueryRefused tooComplex(
      QueryAst part, @Nullable TextPattern pattern, Throwable cause) {
    return new QueryRefused(part, pattern, Reason.COMPLEX, 0, cause);
  }

  private static String what(Reason reason, int limit) {
    return switch (reason) {
      case BROAD, MANY -> "stands for more than " + limit + " words";
      case COMPLEX -> "too complex";
      case NOT_OFFERED -> "not offered by this engine";
      case TOO_MANY_CANDIDATES -> "would look through more than " + limit + " tweets";
      case TOO_MANY_PARTS -> "has more parts than the cluster lets a query have";
    };
  }

  /// @param part that the engine does not search for, while others do
  public static QueryRefused notOffered(QueryAst part) {
    return new QueryRefused(part, null, Reason.NOT_OFFERED, 0, null);
  }

  /// @param part of which the engine finds the words, but not how they lie
  /// @param limit the most tweets with its words that it looks through
  public static QueryRefused tooManyCandidates(QueryAst part, int limit) {
    return new QueryRefused(part, null, Reason.TOO_MANY_CANDIDATES, limit, null);
  }

  /// @param query that has more parts, with what its words stand for, than the engine takes
  public static QueryRefused tooManyParts(QueryAst query, Throwable cause) {
    return new QueryRefused(query, null, Reason.TOO_MANY_PARTS, 0, cause);
  }

  /// Whether the part stands in a query: the one it was met in, of several that were run.
  public boolean concerns(ParsedQuery query) {
    return query.spans().of(part).isPresent()
        || Optional.ofNullable(pattern).flatMap(query.spans()::of).isPresent();
  }

  /// The same as a problem of the query it was met in, with its place there.
  public QueryProblem problem(ParsedQuery query) {
    var span =
        Optional.ofNullable(pattern)
            .flatMap(query.spans()::of)
            .or(() -> query.spans().of(part))
            .orElse(new TextSpan(0, query.text().length()));
    var found = span.of(query.text());
    return switch (reason) {
      case BROAD -> new QueryProblem.TooBroad(span, found, limit);
      case MANY -> new QueryProblem.TooManyWords(span, found, limit);
      case COMPLEX -> new QueryProblem.TooComplex(span, found);
      case NOT_OFFERED -> new QueryProblem.NotOffered(span, found);
      case TOO_MANY_CANDIDATES -> new QueryProblem.TooManyCandidates(span, found, limit);
      case TOO_MANY_PARTS -> new QueryProblem.TooManyParts(span);
    };
  }
}
