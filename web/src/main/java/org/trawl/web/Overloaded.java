package org.trawl.web;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/// The server has as much work as it can take; answered by 503.
public final class Overloaded extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Duration retryAfter;

  /// @param detail why, for people
  /// @param retryAfter when trying again may help
  public Overloaded(String detail, Duration retryAfter) {
    // Thrown by the thousand when it matters, and no place in the code is at fault: no stack trace.
    super(detail, null, false, false);
    this.retryAfter = requireNonNull(retryAfter, "retryAfter");
  }

  /// The value of the header `Retry-After`.
  String retryAfterSeconds() {
    return Long.toString(Math.max(1, retryAfter.toSeconds()));
  }
}
