package org.trawl.query;

import static java.util.Objects.requireNonNull;

/// A change to a typed query that takes one problem away.
///
/// @param replacement what to write at the place instead of what stands there
public record Mend(TextSpan span, String replacement) {
  public Mend {
    requireNonNull(span, "span");
    requireNonNull(replacement, "replacement");
  }

  /// The typed query with this change.
  public String apply(String text) {
    return text.substring(0, span.offset()) + replacement + text.substring(span.end());
  }
}
