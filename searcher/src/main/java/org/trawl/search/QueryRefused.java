package org.trawl.search;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trawl.query.ParsedQuery;
import org.trawl.query.Place;
import org.trawl.query.QueryAst;
import org.trawl.query.QueryPrinter;
import org.trawl.query.QueryProblem;
import org.trawl.query.RegexSyntax;
import org.trawl.query.TextPattern;

/// A part of a query would cost more than one search may.
public final class QueryRefused extends Exception {
  private static final long serialVersionUID = 2L;

  private final transient QueryAst part;
  private final transient @Nullable TextPattern pattern;
  private final boolean complex;
  private final int limit;

  private QueryRefused(
      QueryAst part,
      @Nullable TextPattern pattern,
      boolean complex,
      int limit,
      @Nullable Throwable cause) {
    super(
        (complex ? "too complex: " : "stands for more than " + limit + " words: ")
            + QueryPrinter.print(part),
        cause);
    this.part = requireNonNull(part, "part");
    this.pattern = pattern;
    this.complex = complex;
    this.limit = limit;
  }

  /// @param part what holds the pattern
  /// @param pattern what is too broad; null if all of the part is
  /// @param limit the most words it may stand for
  static QueryRefused tooBroad(QueryAst part, @Nullable TextPattern pattern, int limit) {
    return new QueryRefused(part, pattern, false, limit, null);
  }

  static QueryRefused tooComplex(QueryAst part, @Nullable TextPattern pattern, Throwable cause) {
    return new QueryRefused(part, pattern, true, 0, cause);
  }

  /// What is too broad.
  public QueryAst part() {
    return part;
  }

  /// The most words it may stand for.
  public long limit() {
    return limit;
  }

  /// The same as a problem of the query it was met in, with its place there.
  public QueryProblem problem(ParsedQuery query) {
    var place =
        Optional.ofNullable(pattern)
            .flatMap(query.places()::of)
            .or(() -> query.places().of(part))
            .orElse(new Place(0, query.text().length()));
    var found = place.of(query.text());
    return complex
        ? new QueryProblem.BadRegex(place, found, RegexSyntax.Fault.TOO_COMPLEX, Optional.empty())
        : new QueryProblem.TooBroad(place, found, limit);
  }
}
