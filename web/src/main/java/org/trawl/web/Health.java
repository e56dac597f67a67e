package org.trawl.web;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trawl.query.QueryAst;
import org.trawl.search.Facet;
import org.trawl.search.QueryRefused;
import org.trawl.search.SearchRequest;
import org.trawl.search.SearchRequest.Counting;
import org.trawl.search.SearchRequest.Page;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchRequest.Sort;
import org.trawl.search.TweetSearch;

/// Whether searches are answered, and from what. What it says is no older than a second.
/// Thread-safe.
final class Health {
  private static final Duration FRESH = Duration.ofSeconds(1);
  private static final Duration BUDGET = Duration.ofMillis(250);
  private static final Logger LOG = LoggerFactory.getLogger("trawl.server");

  private final Supplier<Generation> current;
  private final Supplier<String> refused;
  private List<String> problems = List.of();
  private Optional<Generation> looked = Optional.empty();
  private long lookedAt;

  /// @param current the generation in service
  /// @param refused why a newer one is not; empty if there is none
  Health(Supplier<Generation> current, Supplier<String> refused) {
    this.current = current;
    this.refused = refused;
  }

  /// What is known.
  ///
  /// @param ready whether searches are answered
  record State(boolean ready, Map<String, Object> json) {}

  /// How many problems there are.
  synchronized double problems() {
    look(current.get());
    return problems.size();
  }

  synchronized State now() {
    var generation = current.get();
    look(generation);
    var json = new LinkedHashMap<String, Object>();
    json.put("status", problems.isEmpty() ? "ready" : "failing");
    generation
        .searcher()
        .ifPresent(searcher -> {
          var archive = searcher.archive();
          json.put("generation", archive.state().generation());
          json.put("tweets", archive.tweets());
          json.put("updated", archive.state().updated().toString());
          json.put("inService", generation.since().toString());
        });
    json.put("problems", problems);
    if (!refused.get().isEmpty()) {
      json.put("newer", refused.get());
    }
    return new State(problems.isEmpty(), json);
  }

  private void look(Generation generation) {
    boolean isFresh =
        looked.equals(Optional.of(generation)) && System.nanoTime() - lookedAt < FRESH.toNanos();
    if (isFresh) {
      return;
    }
    var found = new ArrayList<String>();
    generation.searcher().ifPresent(searcher -> found.addAll(searcher.problems()));
    generation.searcher().flatMap(Health::failure).ifPresent(found::add);
    if (!found.equals(problems) && !found.isEmpty()) {
      LOG.error("The index in service does not answer as it should: {}", String.join("; ", found));
    }
    problems = List.copyOf(found);
    looked = Optional.of(generation);
    lookedAt = System.nanoTime();
  }

  /// What becomes of a search: files that cannot be read show in no other way. A mapped file that
  /// was cut is an error of the machine.
  private static Optional<String> failure(TweetSearch searcher) {
    try {
      searcher.search(
          new SearchRequest(
              new QueryAst.All(),
              Selection.NONE,
              new Page(Sort.OLDEST, 1, Optional.empty(), false),
              new Counting(EnumSet.noneOf(Facet.class), 1, Optional.empty(), BUDGET)));
      return Optional.empty();
    } catch (IOException | QueryRefused | RuntimeException | InternalError e) {
      return Optional.of(
          "a search fails: "
              + Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName()));
    }
  }
}
