package org.trawl.search;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trawl.query.QueryAst;

/// What to find, and how much of it to return.
public record SearchRequest(QueryAst query, Selection selection, Page page, Counting counting) {
  public SearchRequest {
    requireNonNull(query, "query");
    requireNonNull(selection, "selection");
    requireNonNull(page, "page");
    requireNonNull(counting, "counting");
  }

  /// The same search, counted otherwise.
  public SearchRequest counting(Counting other) {
    return new SearchRequest(query, selection, page, other);
  }

  /// Another page of the same search.
  public SearchRequest page(Page other) {
    return new SearchRequest(query, selection, other, counting);
  }

  /// The order its hits have. Relevance is of words: without any it would be an order of nothing,
  /// and the newest come first.
  public Sort sort() {
    return sort(page.sort, query);
  }

  /// The order that hits of a query have if one is wanted.
  public static Sort sort(Sort wanted, QueryAst query) {
    return wanted == Sort.RELEVANCE && !query.hasWords() ? Sort.NEWEST : wanted;
  }

  /// A search that asks for the total alone.
  public static SearchRequest counting(QueryAst query, Selection selection, Duration budget) {
    return new SearchRequest(
        query,
        selection,
        new Page(Sort.NEWEST, 0, Optional.empty(), false),
        new Counting(Set.of(), 1, Optional.empty(), budget));
  }

  /// What narrows a search beside its query: what was clicked, and a list.
  ///
  /// @param filters chosen values; those of one facet are alternatives; [Facet#NONE] is "has none"
  /// @param excludes values that must not be there
  /// @param since inclusive
  /// @param until exclusive
  /// @param within what every hit must fit besides; [QueryAst.All] for nothing
  public record Selection(
      Map<Facet, List<String>> filters,
      Map<Facet, List<String>> excludes,
      Optional<Instant> since,
      Optional<Instant> until,
      QueryAst within) {
    /// Everything.
    public static final Selection NONE =
        new Selection(Map.of(), Map.of(), Optional.empty(), Optional.empty());

    /// What was clicked, and no list.
    public Selection(
        Map<Facet, List<String>> filters,
        Map<Facet, List<String>> excludes,
        Optional<Instant> since,
        Optional<Instant> until) {
      this(filters, excludes, since, until, new QueryAst.All());
    }

    /// The same within these tweets only.
    public Selection within(QueryAst within) {
      return new Selection(filters, excludes, since, until, within);
    }

    public Selection {
      filters = Map.copyOf(filters);
      excludes = Map.copyOf(excludes);
      requireNonNull(since, "since");
      requireNonNull(until, "until");
      requireNonNull(within, "within");
    }

    /// The facets that have a choice, in the order of [Facet].
    public Set<Facet> facets() {
      var facets = EnumSet.noneOf(Facet.class);
      facets.addAll(filters.keySet());
      facets.addAll(excludes.keySet());
      return facets;
    }

    /// The same without a facet's choices.
    public Selection without(Facet facet) {
      return new Selection(but(filters, facet), but(excludes, facet), since, until, within);
    }

    private static Map<Facet, List<String>> but(Map<Facet, List<String>> all, Facet facet) {
      var others = new HashMap<>(all);
      others.remove(facet);
      return others;
    }

    /// The same between other times.
    public Selection between(Optional<Instant> otherSince, Optional<Instant> otherUntil) {
      return new Selection(filters, excludes, otherSince, otherUntil, within);
    }
  }

  /// Which hits, in which order.
  ///
  /// @param size most hits to return, 0 to [#MAX_SIZE]
  /// @param after a cursor of an earlier answer to the same search
  /// @param collapse which tweets are one hit; if any are, the first hits by relevance are varied
  ///   by account as well
  public record Page(Sort sort, int size, Optional<String> after, Collapse collapse) {
    public static final int MAX_SIZE = 100;

    /// A page with each tweet by itself, or with tweets of the same text as one hit.
    public Page(Sort sort, int size, Optional<String> after, boolean collapse) {
      this(sort, size, after, collapse ? Collapse.SAME : Collapse.NONE);
    }

    public Page {
      requireNonNull(sort, "sort");
      requireNonNull(after, "after");
      requireNonNull(collapse, "collapse");
      if (size < 0 || size > MAX_SIZE) {
        throw new IllegalArgumentException("size must be 0 to " + MAX_SIZE + ", got " + size);
      }
    }
  }

  /// Which tweets are one hit.
  public enum Collapse {
    /// None.
    NONE,
    /// Those of the same text.
    SAME,
    /// Those whose texts a chain of near-copies links.
    SIMILAR
  }

  /// The order of hits; ties are broken by id, the newest first (the oldest first for `OLDEST`).
  /// `COPIES` is by how many tweets of the archive have the same text.
  public enum Sort {
    RELEVANCE,
    NEWEST,
    OLDEST,
    LIKES,
    RETWEETS,
    COPIES
  }

  /// What is counted over all hits.
  ///
  /// @param facetSize most values of one facet, 1 to [#MAX_FACET_SIZE]
  /// @param budget how long the search may take before it answers with what it has
  /// @param zone whose days and hours the timeline has
  public record Counting(
      Set<Facet> facets,
      int facetSize,
      Optional<Timeline.Choice> timeline,
      Duration budget,
      ZoneId zone) {
    public static final int MAX_FACET_SIZE = 1000;

    /// Counts by UTC.
    public Counting(
        Set<Facet> facets, int facetSize, Optional<Timeline.Choice> timeline, Duration budget) {
      this(facets, facetSize, timeline, budget, ZoneOffset.UTC);
    }

    public Counting {
      facets = facets.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(facets));
      requireNonNull(timeline, "timeline");
      requireNonNull(budget, "budget");
      requireNonNull(zone, "zone");
      if (facetSize < 1 || facetSize > MAX_FACET_SIZE) {
        throw new IllegalArgumentException(
            "facetSize must be 1 to " + MAX_FACET_SIZE + ", got " + facetSize);
      }
    }
  }
}
