package org.trawl.page;

import static java.util.Objects.requireNonNull;

/// What every page has around its content.
///
/// @param assets where the static files are, a folder named by their content
public record Site(String assets) {
  public Site {
    requireNonNull(assets, "assets");
  }

  /// The address of a static file.
  public String asset(String name) {
    return assets + name;
  }
}
