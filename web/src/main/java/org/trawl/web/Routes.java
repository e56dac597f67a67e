package org.trawl.web;

import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.util.Optional;
import org.trawl.api.Problem;
import org.trawl.search.QueryRefused;

/// A part of the server. The interface for programs and the pages for people are two of them.
public interface Routes {
  /// Adds this part's routes. Each says what [Work] it is, or else is taken for a search; those
  /// that answer GET answer HEAD too.
  void addTo(JavalinDefaultRoutingApi routes);

  /// Makes ready what first visitors would else wait for, until the thread is interrupted.
  ///
  /// @return how many answers were made
  default int warmUp() throws IOException, QueryRefused {
    return 0;
  }

  /// A page that tells a person of a problem; empty if this part has none. Made on the thread of
  /// the request, under overload too: it must cost next to nothing.
  ///
  /// @param again the address to try again with; empty if the request cannot just be repeated
  default Optional<byte[]> page(Problem problem, Optional<String> again) {
    return Optional.empty();
  }

  /// The same as the content of a page that has begun; empty if this part has none.
  default Optional<byte[]> content(Problem problem, Optional<String> again) {
    return Optional.empty();
  }
}
