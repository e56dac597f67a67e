package org.trawl.search;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What searches are answered from cannot answer now: nothing is wrong with the question, and the
/// same may be answered later. An engine that could only answer in part says this instead.
public final class EngineUnavailable extends IOException {
  private static final long serialVersionUID = 1;

  private final Duration retryAfter;

  /// @param reason a sentence for people, without its full stop
  /// @param retryAfter when to ask again
  public EngineUnavailable(String reason, Duration retryAfter, @Nullable Throwable cause) {
    super(reason, cause);
    this.retryAfter = retryAfter;
  }

  /// When to ask again.
  public Duration retryAfter() {
    return retryAfter;
  }
}
