package org.trawl.web;

import static java.util.Objects.requireNonNull;

import io.javalin.http.Handler;
import io.javalin.router.Endpoint;
import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trawl.search.TweetSearch;

/// One state of an index in service: what answers from it, and how many answers are under way. Once
/// another has taken its place it is closed, after the last of them. Thread-safe.
final class Generation {
  private static final Logger LOG = LoggerFactory.getLogger("trawl.server");

  private final List<Routes> parts;
  private final List<Endpoint> endpoints;
  private final Map<String, Handler> handlers = new HashMap<>();
  private final Optional<TweetSearch> searcher;
  private final Closeable index;
  private final Instant since = Instant.now();
  private int users = 1;

  /// @param index closed when nobody needs it any more
  Generation(List<Routes> parts, Optional<TweetSearch> searcher, Closeable index) {
    this.parts = List.copyOf(parts);
    this.searcher = requireNonNull(searcher, "searcher");
    this.index = requireNonNull(index, "index");
    endpoints = EndpointList.of(parts);
    endpoints.forEach(endpoint -> handlers.put(key(endpoint), endpoint.handler));
  }

  static String key(Endpoint endpoint) {
    return endpoint.method + " " + endpoint.path;
  }

  List<Routes> parts() {
    return parts;
  }

  List<Endpoint> endpoints() {
    return endpoints;
  }

  Handler handler(String key) {
    return requireNonNull(handlers.get(key), key);
  }

  Optional<TweetSearch> searcher() {
    return searcher;
  }

  /// When it was put into service.
  Instant since() {
    return since;
  }

  /// Begins an answer.
  ///
  /// @return false if it is closed, and there is another one by now
  synchronized boolean enter() {
    if (users == 0) {
      return false;
    }
    users++;
    return true;
  }

  /// Ends an answer, or its time in service.
  void leave() {
    synchronized (this) {
      if (--users > 0) {
        return;
      }
    }
    try {
      index.close();
    } catch (IOException e) {
      LOG.warn("An index that is no longer in service was not closed", e);
    }
  }
}
