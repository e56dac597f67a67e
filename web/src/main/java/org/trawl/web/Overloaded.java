package org.trawl.web;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/// The server has as much work as it can take; answered by 503.
public final class Overloaded extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Duration retryAfter;

  /// @param retryAfter when trying again may help
  Overloaded(Duration retryAfter) {
    // Thrown by the thousand when it matters, and no place in the code is at fault: no stack trace.
    super("the server is busy", null, false, false);
    this.retryAfter = requireNonNull(retryAfter, "retryAfter");
  }

  Duration retryAfter() {
    return retryAfter;
  }
}
