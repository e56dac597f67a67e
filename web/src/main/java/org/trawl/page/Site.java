package org.trawl.page;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/// What every page has around its content.
///
/// @param assets where the static files are, a folder named by their content
/// @param indexed the day of the index, such as `24 Jun 2016`
public record Site(String assets, String indexed) {
  public Site {
    requireNonNull(assets, "assets");
    requireNonNull(indexed, "indexed");
  }

  /// The address of a static file.
  public String asset(String name) {
    return assets + name;
  }

  /// The day on which a page is made.
  public String today() {
    return Wording.day(Instant.now());
  }
}
