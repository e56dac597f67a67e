package org.trawl.web;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// Refuses searches while no place is free, told by method and path alone. Under overload most
/// requests end here, before a route is looked for and a body read: what is spent on them is taken
/// from the searches that run.
///
/// It sees only the plainer routes, and only what is so at this moment; [WorkPool] refuses the
/// rest. Thread-safe.
final class EarlyRefusal {
  private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");

  private final WorkPool searches;
  private final Set<String> paths = ConcurrentHashMap.newKeySet();
  private final List<Family> families = new CopyOnWriteArrayList<>();

  /// Paths that differ in their end alone.
  ///
  /// @param deep whether the end may have slashes
  private record Family(String beginning, boolean deep, String pattern) {
    boolean has(String path) {
      return path.startsWith(beginning) && (deep || path.indexOf('/', beginning.length()) < 0);
    }
  }

  EarlyRefusal(WorkPool searches) {
    this.searches = requireNonNull(searches, "searches");
  }

  /// Learns a route that searches. One with a parameter in its middle is left to the router.
  ///
  /// @param pattern such as `/api/search` or `/api/tweets/{id}`
  void add(String pattern) {
    int parameter = pattern.replace('<', '{').indexOf('{');
    if (parameter < 0) {
      paths.add(pattern);
    } else if (pattern.indexOf('/', parameter) < 0) {
      var isDeep = pattern.charAt(parameter) == '<';
      families.add(new Family(pattern.substring(0, parameter), isDeep, pattern));
    }
  }

  /// A refusal that is due.
  ///
  /// @param route the pattern of the route that was asked for
  record Refusal(String route, Overloaded why) {}

  /// The refusal of a request; empty if it may go on.
  Optional<Refusal> of(String method, String path) {
    if (!searches.full() || !METHODS.contains(method)) {
      return Optional.empty();
    }
    return route(path).map(route -> new Refusal(route, searches.refuse()));
  }

  private Optional<String> route(String path) {
    if (paths.contains(path)) {
      return Optional.of(path);
    }
    return families.stream().filter(family -> family.has(path)).map(Family::pattern).findFirst();
  }
}
