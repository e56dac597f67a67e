package org.trawl.page;

import static java.util.Objects.requireNonNull;

/// A chart alone, for the frame of another site.
///
/// @param says the chart in a sentence
/// @param href the page that has it and its numbers
/// @param light the drawing in the colours of print
/// @param dark the drawing in light colours on dark
public record EmbedView(String title, String says, String href, String light, String dark) {
  public EmbedView {
    requireNonNull(title, "title");
    requireNonNull(says, "says");
    requireNonNull(href, "href");
    requireNonNull(light, "light");
    requireNonNull(dark, "dark");
  }
}
