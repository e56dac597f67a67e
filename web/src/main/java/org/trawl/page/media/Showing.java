package org.trawl.page.media;

import java.util.Locale;
import org.trawl.media.MediaCatalogue;

/// How pages show pictures, until the reader says otherwise.
public enum Showing {
  /// The archive has none.
  NONE,
  SHOWN,
  /// Until they are clicked.
  BLURRED;

  /// What to begin with.
  ///
  /// @param media of the archive
  public Showing of(MediaCatalogue media) {
    return media.size() == 0 ? NONE : this;
  }

  /// The value for the page's scripts and styles; null where there is nothing to choose.
  public @org.jspecify.annotations.Nullable String key() {
    return this == NONE ? null : name().toLowerCase(Locale.ROOT);
  }
}
