package org.trawl.page.chart;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// What stands around a drawing, so that it can be printed and checked: what was asked, what was
/// counted, and where from.
///
/// @param title what was asked
/// @param about what was counted, a line each
/// @param source where the numbers are from
public record Caption(String title, List<String> about, String source) {
  public Caption {
    requireNonNull(title, "title");
    about = List.copyOf(about);
    requireNonNull(source, "source");
  }
}
