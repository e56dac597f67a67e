package org.trawl.page;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/// A stretch of a tweet's text: plain, or a hashtag or mention that is a search.
///
/// @param href where it leads, empty for plain text and for outside links
/// @param link whether it is an outside address, shown and never linked
public record TextPart(List<Run> runs, Optional<String> href, boolean link) {
  public TextPart {
    runs = List.copyOf(runs);
    requireNonNull(href, "href");
  }

  /// Characters that the search matched, or did not.
  public record Run(String text, boolean marked) {}
}
