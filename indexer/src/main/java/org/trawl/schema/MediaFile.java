package org.trawl.schema;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import org.trawl.media.MediaEntry;

/// A picture or video of a tweet, as the archive's media zips or folders list it.
///
/// @param exif whether a camera wrote into it when, where or by which it was taken
/// @param name the file's name with the archive it lies in
public record MediaFile(Kind kind, boolean exif, String name) {
  public MediaFile {
    requireNonNull(kind, "kind");
    requireNonNull(name, "name");
  }

  /// What a file shows.
  public enum Kind {
    IMAGE,
    VIDEO,
    GIF,
    /// Nothing that is shown: it is of no known type.
    NONE;

    /// What a file shows, by its content.
    public static Kind of(MediaEntry entry) {
      if (entry.isAnimated()) {
        return GIF;
      }
      return entry.facts().type().map(type -> type.isVideo() ? VIDEO : IMAGE).orElse(NONE);
    }

    /// The value of the media facet.
    public String facet() {
      return name().toLowerCase(Locale.ROOT) + "s";
    }
  }

  /// As one stored text.
  public String stored() {
    return kind.name() + (exif ? "+" : "") + ' ' + name;
  }

  /// Reads what [#stored] wrote.
  public static MediaFile of(String stored) {
    var space = stored.indexOf(' ');
    var exif = stored.charAt(space - 1) == '+';
    var kind = Kind.valueOf(stored.substring(0, exif ? space - 1 : space));
    return new MediaFile(kind, exif, stored.substring(space + 1));
  }
}
