package org.trawl.api.analysis;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trawl.query.QueryAst;
import org.trawl.search.Facet;
import org.trawl.search.QueryRefused;
import org.trawl.search.SearchRequest;
import org.trawl.search.SearchRequest.Counting;
import org.trawl.search.SearchRequest.Page;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchRequest.Sort;
import org.trawl.search.SearchResult;
import org.trawl.search.SearchResult.FacetValue;
import org.trawl.search.Timeline;
import org.trawl.search.TweetSearch;
import org.trawl.tweet.Tweet;

/// What the releases of an archive are in numbers, so that they can be held against each other.
/// Each number is one of a search within the release.
///
/// Thread-safe.
public final class OperationFigures {
  /// Values of a facet that are told of each release.
  private static final int VALUES = 10;

  private final TweetSearch searcher;
  private final Duration budget;
  private volatile Optional<Figures> known = Optional.empty();

  /// @param budget how long one search may take
  public OperationFigures(TweetSearch searcher, Duration budget) {
    this.searcher = searcher;
    this.budget = budget;
  }

  /// All releases, those with the most tweets first.
  ///
  /// @param partial whether time ran out, so that counts are lower bounds
  public record Figures(List<Operation> operations, boolean partial) {
    public Figures {
      operations = List.copyOf(operations);
    }
  }

  /// One release.
  ///
  /// @param name as files and searches have it
  /// @param listed its accounts, those without tweets included
  /// @param found the search for its tweets, with what is counted over all of them
  /// @param parts of its tweets
  public record Operation(
      String name,
      long listed,
      SearchResult found,
      Optional<Instant> first,
      Optional<Instant> last,
      List<Part> parts) {
    public Operation {
      requireNonNull(name, "name");
      requireNonNull(found, "found");
      requireNonNull(first, "first");
      requireNonNull(last, "last");
      parts = List.copyOf(parts);
    }
  }

  /// Some of the tweets of a release.
  ///
  /// @param name such as `retweet` or `links`
  /// @param choice the value of a facet that tells them from the others, as `facet:value`
  /// @param isExcluded whether they are those without the value
  public record Part(String name, long count, String choice, boolean isExcluded) {}

  /// The figures; what was counted once stays, as the archive does.
  public Figures get() throws IOException, QueryRefused {
    var before = known;
    if (before.isPresent()) {
      return before.get();
    }
    var operations = new ArrayList<Operation>();
    for (var one : searcher.archive().operations().entrySet()) {
      operations.add(operation(one.getKey(), one.getValue().accounts()));
    }
    operations.sort(
        Comparator.<Operation>comparingLong(one -> one.found().total())
            .reversed()
            .thenComparing(Operation::name));
    var made = new Figures(operations, operations.stream().anyMatch(one -> one.found().partial()));
    if (!made.partial()) {
      known = Optional.of(made);
    }
    return made;
  }

  private Operation operation(String name, long listed) throws IOException, QueryRefused {
    var facets = EnumSet.allOf(Facet.class);
    facets.remove(Facet.OPERATION);
    var timeline = Optional.of(Timeline.Choice.MONTH);
    var newest = search(name, Sort.NEWEST, new Counting(facets, VALUES, timeline, budget));
    var oldest =
        search(
            name,
            Sort.OLDEST,
            new Counting(EnumSet.noneOf(Facet.class), 1, Optional.empty(), budget));
    return new Operation(
        name,
        listed,
        newest,
        oldest.hits().stream().findFirst().map(SearchResult.Hit::tweet).map(Tweet::time),
        newest.hits().stream().findFirst().map(SearchResult.Hit::tweet).map(Tweet::time),
        parts(name, newest));
  }

  private SearchResult search(String name, Sort sort, Counting counting)
      throws IOException, QueryRefused {
    var within =
        new Selection(
            Map.of(Facet.OPERATION, List.of(name)), Map.of(), Optional.empty(), Optional.empty());
    return searcher.search(
        new SearchRequest(
            new QueryAst.All(), within, new Page(sort, 1, Optional.empty(), false), counting));
  }

  private List<Part> parts(String name, SearchResult found) throws IOException, QueryRefused {
    var parts = new ArrayList<Part>();
    var kinds = found.counts().facets().get(Facet.KIND);
    for (var kind : Tweet.Kind.values()) {
      var key = kind.name().toLowerCase(java.util.Locale.ROOT);
      long count =
          kinds == null
              ? 0
              : kinds.values().stream()
                  .filter(value -> value.value().equals(key))
                  .mapToLong(FacetValue::count)
                  .sum();
      parts.add(new Part(key, count, Facet.KIND.key() + ":" + key, false));
    }
    for (var facet : List.of(Facet.HASHTAG, Facet.MENTION, Facet.DOMAIN, Facet.MEDIA)) {
      var key =
          facet == Facet.DOMAIN ? "links" : facet == Facet.MEDIA ? "media" : facet.key() + "s";
      var choice = facet.key() + ":" + Facet.NONE;
      parts.add(new Part(key, found.total() - without(name, facet), choice, true));
    }
    return parts;
  }

  /// Tweets of a release that have no value of a facet.
  private long without(String name, Facet facet) throws IOException, QueryRefused {
    var filters = Map.of(Facet.OPERATION, List.of(name), facet, List.of(Facet.NONE));
    var within = new Selection(filters, Map.of(), Optional.empty(), Optional.empty());
    return searcher.search(SearchRequest.counting(new QueryAst.All(), within, budget)).total();
  }
}
