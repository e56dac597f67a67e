package org.trawl.search;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.trawl.query.QueryAst;
import org.trawl.search.SearchRequest.Selection;

/// A search that finds something, made from one that found nothing by changing one thing.
///
/// @param change what is other about it
/// @param clauses the parts of the query that were changed; none if that is the selection alone
/// @param query what to search instead
/// @param selection within what
/// @param total tweets that it finds, 1 or more
public record Repair(
    Change change, List<QueryAst> clauses, QueryAst query, Selection selection, long total) {
  public Repair {
    requireNonNull(change, "change");
    clauses = List.copyOf(clauses);
    requireNonNull(query, "query");
    requireNonNull(selection, "selection");
    if (total < 1) {
      throw new IllegalArgumentException("a repair finds something, got " + total);
    }
  }

  /// What is other about a repaired search.
  public sealed interface Change {
    /// The parts are left out.
    record Drop() implements Change {}

    /// Words or names of the parts are spelled as the archive has them; one or more.
    record Respell(List<Correction> corrections) implements Change {
      public Respell {
        corrections = List.copyOf(corrections);
      }
    }

    /// The part asks less closely.
    record Loosen(Looseness how) implements Change {
      public Loosen {
        requireNonNull(how, "how");
      }
    }

    /// No dates, neither those of the query nor those clicked beside it.
    record AnyDate() implements Change {}

    /// All dates widened to whole years.
    ///
    /// @param since the latest of the beginnings
    /// @param until the earliest of the ends, exclusive
    record WholeYears(Optional<Instant> since, Optional<Instant> until) implements Change {
      public WholeYears {
        requireNonNull(since, "since");
        requireNonNull(until, "until");
      }
    }

    /// Dates that left nothing between them, put right: whole days.
    ///
    /// @param since the beginning of the first day
    /// @param until the end of the last, exclusive
    record WholeDays(Instant since, Instant until) implements Change {
      public WholeDays {
        requireNonNull(since, "since");
        requireNonNull(until, "until");
      }
    }

    /// A facet's choices are given up.
    record Unfilter(Facet facet) implements Change {
      public Unfilter {
        requireNonNull(facet, "facet");
      }
    }

    /// The list is given up, and all else stays.
    record OutsideList() implements Change {}

    /// The query by itself: all filters and dates clicked beside it and the list are given up.
    record QueryAlone() implements Change {}
  }

  /// A word or name that is not in the archive, or hardly, and one that is.
  public record Correction(String typed, String found) {
    public Correction {
      requireNonNull(typed, "typed");
      requireNonNull(found, "found");
    }
  }

  /// How a part can ask less closely.
  public enum Looseness {
    /// Words written exactly so, in any case and with or without accents.
    ANY_CASE,
    /// Words in just this form, in any.
    ANY_FORM,
    /// Names that begin so: the short labels of hashed accounts.
    NAME_BEGINS,
    /// The words of phrases and of nearness, anywhere in the tweet and in any form.
    WORDS_ANYWHERE
  }
}
