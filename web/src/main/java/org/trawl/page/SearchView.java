package org.trawl.page;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/// The search page after a search, or with a query that could not be read.
///
/// @param answer empty if the query could not be read
public record SearchView(SearchAddress address, QueryBox box, Optional<Answer> answer) {
  public SearchView {
    requireNonNull(address, "address");
    requireNonNull(box, "box");
    requireNonNull(answer, "answer");
  }

  /// The page's title.
  public String title() {
    var query = address.query().strip();
    return query.isEmpty() ? "All tweets" : query;
  }

  /// What was found.
  ///
  /// @param refine the controls at the left
  public record Answer(
      Totals totals,
      List<Chip> chips,
      Refine refine,
      Optional<TimelineChart> timeline,
      List<Card> cards,
      Tools tools,
      List<Repair> repairs) {
    public Answer {
      requireNonNull(totals, "totals");
      chips = List.copyOf(chips);
      requireNonNull(refine, "refine");
      requireNonNull(timeline, "timeline");
      cards = List.copyOf(cards);
      requireNonNull(tools, "tools");
      repairs = List.copyOf(repairs);
    }
  }

  /// The line above the results.
  ///
  /// @param says such as `11,637 tweets`
  /// @param partial whether time ran out, so that numbers are lower bounds
  public record Totals(long total, String says, String accounts, String took, boolean partial) {}

  /// An active filter.
  ///
  /// @param remove the search without it
  public record Chip(String facet, String value, boolean excluded, String remove) {}

  /// The facets.
  ///
  /// @param kept fields of the search that no tick box stands for
  public record Refine(List<FacetBox> boxes, List<SearchAddress.Field> kept) {
    public Refine {
      boxes = List.copyOf(boxes);
      kept = List.copyOf(kept);
    }
  }

  /// A link among alternatives.
  public record Option(String label, String href, boolean current) {}

  /// How results are shown, and what can be done with them.
  ///
  /// @param next the page after this one, empty after the last
  /// @param first the first page, empty on it
  public record Tools(
      List<Option> sorts,
      List<Option> views,
      List<Option> sizes,
      Option collapse,
      List<Option> exports,
      Optional<String> next,
      Optional<String> first) {
    public Tools {
      sorts = List.copyOf(sorts);
      views = List.copyOf(views);
      sizes = List.copyOf(sizes);
      requireNonNull(collapse, "collapse");
      exports = List.copyOf(exports);
      requireNonNull(next, "next");
      requireNonNull(first, "first");
    }

    /// The order in use.
    public String sort() {
      return sorts.stream().filter(Option::current).map(Option::label).findFirst().orElse("");
    }

    /// Whether results are a table.
    public boolean table() {
      return views.get(1).current();
    }
  }

  /// A way out of an empty result.
  ///
  /// @param says what was found out, such as `The word “brexitt” in any form: no tweet in the
  ///   archive.`; empty for another way out of the one before
  /// @param label the mend with what it finds, such as `Leave it out: 12 tweets`; empty for none
  public record Repair(String says, String label, String href) {}
}
