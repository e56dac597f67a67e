package org.trawl.schema;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/// A picture or video of a tweet, as the archive's media zips or folders list it.
///
/// @param name the file's name with the archive it lies in
public record MediaFile(Kind kind, String name) {
  public MediaFile {
    requireNonNull(kind, "kind");
    requireNonNull(name, "name");
  }

  /// What a file shows.
  public enum Kind {
    IMAGE,
    VIDEO,
    GIF;

    /// The value of the media facet.
    public String facet() {
      return name().toLowerCase(Locale.ROOT) + "s";
    }
  }

  /// As one stored text.
  public String stored() {
    return kind.name() + ' ' + name;
  }

  /// Reads what [#stored] wrote.
  public static MediaFile of(String stored) {
    var space = stored.indexOf(' ');
    return new MediaFile(Kind.valueOf(stored.substring(0, space)), stored.substring(space + 1));
  }
}
