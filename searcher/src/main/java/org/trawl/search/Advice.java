package org.trawl.search;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.trawl.query.QueryAst;

/// What each part of a search's query does to it; and ways out, if the search found nothing.
///
/// @param clauses the query's parts in their order; the first [#MAX_CLAUSES] of a longer query
/// @param emptied the part that leaves nothing over, if the search found nothing and that is a
///   part's doing: the last one without which something is found, else the rarest
/// @param repairs searches that find something where this one found nothing, the closest to each
///   part first
/// @param cut whether time ran out before all was counted and every way out was tried
public record Advice(
    List<ClauseCount> clauses, Optional<ClauseCount> emptied, List<Repair> repairs, boolean cut) {
  /// Parts that are counted at most: of a longer list, no single one says much.
  public static final int MAX_CLAUSES = 20;

  /// Nothing to say.
  public static final Advice NONE = new Advice(List.of(), Optional.empty(), List.of(), false);

  public Advice {
    clauses = List.copyOf(clauses);
    requireNonNull(emptied, "emptied");
    repairs = List.copyOf(repairs);
  }

  /// How many tweets one part of a query stands for. A number is missing where time ran out or a
  /// part is refused.
  ///
  /// @param clause one of [QueryAst#clauses]
  /// @param alone tweets in the archive that it finds by itself, whatever is clicked beside it
  /// @param without tweets that the search finds without it
  public record ClauseCount(QueryAst clause, OptionalLong alone, OptionalLong without) {
    public ClauseCount {
      requireNonNull(clause, "clause");
      requireNonNull(alone, "alone");
      requireNonNull(without, "without");
    }

    /// Whether no tweet of the archive has it.
    public boolean nowhere() {
      return alone.isPresent() && alone.getAsLong() == 0;
    }

    public boolean counted() {
      return alone.isPresent() && without.isPresent();
    }
  }
}
