package org.trawl.archive;

import java.util.List;

/// What a look at the beginning of some bytes gave.
sealed interface Finding {
  /// A table with a header of its own.
  record Known(TableForm form, List<String> columns) implements Finding {}

  /// Text without a header, which may be a later part of a table that was split.
  ///
  /// @param beginning the first characters
  record Headless(String beginning) implements Finding {}

  /// Nothing that Trawl reads.
  ///
  /// @param words the rest of a sentence that begins with the name
  /// @param mayHoldTweets whether passing it over may lose tweets
  record Other(String words, boolean mayHoldTweets) implements Finding {}
}
