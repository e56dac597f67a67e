package org.trawl.search;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.trawl.query.QueryAst;
import org.trawl.search.SearchRequest.Selection;

/// From `since`, inclusive, up to `until`, exclusive; without an end where one is empty.
public record TimeRange(Optional<Instant> since, Optional<Instant> until) {
  /// All times.
  public static final TimeRange ALL = new TimeRange(Optional.empty(), Optional.empty());

  public TimeRange {
    requireNonNull(since, "since");
    requireNonNull(until, "until");
  }

  /// What was chosen beside the query.
  public static TimeRange of(Selection selection) {
    return new TimeRange(selection.since(), selection.until());
  }

  /// What the query's own dates leave, of those that hold for every hit.
  public static TimeRange of(QueryAst query) {
    var range = ALL;
    for (var clause : query.clauses()) {
      if (clause instanceof QueryAst.Time(var since, var until)) {
        range = range.and(new TimeRange(since, until));
      }
    }
    return range;
  }

  /// The times that are in both.
  public TimeRange and(TimeRange other) {
    return new TimeRange(
        Stream.concat(since.stream(), other.since.stream()).max(Comparator.naturalOrder()),
        Stream.concat(until.stream(), other.until.stream()).min(Comparator.naturalOrder()));
  }

  /// Whether no time is in it.
  public boolean isEmpty() {
    return since.isPresent() && until.isPresent() && !since.get().isBefore(until.get());
  }

  /// Whether every time of the other is in it, and some besides.
  public boolean isWiderThan(TimeRange other) {
    return !equals(other) && and(other).equals(other);
  }
}
