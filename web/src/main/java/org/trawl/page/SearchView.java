package org.trawl.page;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.trawl.page.site.Wording;

/// The search page after a search, or with a query that could not be read.
///
/// @param answer empty if the query could not be read
/// @param open the tweet beside the results, if one is open
public record SearchView(
    SearchAddress address, QueryBox box, Optional<Answer> answer, Optional<TweetView> open) {
  public SearchView {
    requireNonNull(address, "address");
    requireNonNull(box, "box");
    requireNonNull(answer, "answer");
    requireNonNull(open, "open");
  }

  /// A search that was not run, for what its box says.
  static SearchView unread(SearchAddress address, QueryBox box) {
    return new SearchView(address, box, Optional.empty(), Optional.empty());
  }

  /// The page's title.
  public String title() {
    return title(address);
  }

  /// The title of a search's page, known before the search is done.
  static String title(SearchAddress address) {
    var query = address.query().strip();
    if (!query.isEmpty()) {
      return Wording.cut(query, 200);
    }
    return address.list().isPresent() ? "Tweets of a list" : "All tweets";
  }

  /// What was found.
  ///
  /// @param refine the controls at the left
  /// @param insights what stands out among the tweets, with no tweet open
  public record Answer(
      Totals totals,
      List<Chip> chips,
      Refine refine,
      Optional<TimelineChart> timeline,
      List<Card> cards,
      Tools tools,
      Clauses parts,
      List<TopList> insights) {
    public Answer {
      requireNonNull(totals, "totals");
      chips = List.copyOf(chips);
      requireNonNull(refine, "refine");
      requireNonNull(timeline, "timeline");
      cards = List.copyOf(cards);
      requireNonNull(tools, "tools");
      requireNonNull(parts, "parts");
      insights = List.copyOf(insights);
    }
  }

  /// The line above the results.
  ///
  /// @param says such as `11,637 tweets`
  /// @param texts such as `8,920 texts`; empty if each tweet has its own
  /// @param dates such as `Jun 2016 – Mar 2017`, or empty
  /// @param partial whether time ran out, so that numbers are lower bounds
  public record Totals(
      long total,
      String says,
      String texts,
      String accounts,
      String dates,
      String took,
      boolean partial) {}

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

  /// The pages of a search.
  ///
  /// @param where which of the hits this one shows, in words; empty if it shows none
  /// @param next the page after this one, empty after the last
  /// @param previous the page before this one, where the address knows it
  /// @param first the first page, empty on it
  public record Paging(
      String where,
      Optional<String> next,
      Optional<String> previous,
      Optional<String> first,
      List<Option> sizes) {
    public Paging {
      requireNonNull(where, "where");
      requireNonNull(previous, "previous");
      requireNonNull(next, "next");
      requireNonNull(first, "first");
      sizes = List.copyOf(sizes);
    }
  }

  /// How results are shown, and what can be done with them.
  ///
  /// @param similar whether near-copies are one as well, where those of the same text are
  /// @param held accounts of which no more than three tweets come first, each with all they sent
  public record Tools(
      List<Option> sorts,
      List<Option> views,
      Option collapse,
      Optional<Option> similar,
      List<Option> exports,
      List<Option> held,
      Paging paging) {
    public Tools {
      sorts = List.copyOf(sorts);
      views = List.copyOf(views);
      requireNonNull(collapse, "collapse");
      requireNonNull(similar, "similar");
      exports = List.copyOf(exports);
      held = List.copyOf(held);
      requireNonNull(paging, "paging");
    }

    /// The order in use.
    public String sort() {
      return sorts.stream().filter(Option::current).map(Option::label).findFirst().orElse("");
    }

    /// Whether results are a table.
    public boolean table() {
      return views.get(1).current();
    }

    /// Whether results are pictures.
    public boolean pictures() {
      return views.size() > 2 && views.get(2).current();
    }
  }

  /// What is said of the query's parts, and of what was clicked beside it.
  ///
  /// @param said empty unless it was asked for or nothing was found
  /// @param count asks for it, or no longer; empty where there is nothing to tell apart
  public record Clauses(List<Part> said, Optional<Option> count) {
    public Clauses {
      said = List.copyOf(said);
      requireNonNull(count, "count");
    }

    /// Whether any part has a way out of an empty result.
    public boolean mendable() {
      return said.stream().anyMatch(part -> !part.ways().isEmpty());
    }

    /// Whether a way out of an empty result is this search, however its timeline is cut.
    public boolean leadsTo(SearchAddress address) {
      var href = address.without("timeline").href();
      return said.stream()
          .flatMap(part -> part.ways().stream())
          .anyMatch(way -> way.href().equals(href));
    }
  }

  /// What is said of one part of the query, or of a filter.
  ///
  /// @param says such as `The word “brexitt” in any form: no tweet in the archive.`
  /// @param ways out of an empty result, each with what it finds, such as `Leave it out: 12 tweets`
  public record Part(String says, List<Option> ways) {
    public Part {
      requireNonNull(says, "says");
      ways = List.copyOf(ways);
    }
  }
}
