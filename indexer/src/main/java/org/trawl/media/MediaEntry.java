package org.trawl.media;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.trawl.media.MediaOwner.Role;

/// One media file: whose it is, where it lies, what it is.
public record MediaEntry(MediaOwner owner, Place place, Facts facts) {
  public MediaEntry {
    requireNonNull(owner, "owner");
    requireNonNull(place, "place");
    requireNonNull(facts, "facts");
  }

  /// Where a file lies.
  ///
  /// @param container the folder or zip, a number of [MediaCatalogue#containers]
  /// @param name its path in there, as it stands: for people, and never made a path of
  /// @param start where its bytes begin in the zip; 0 for a file of its own
  /// @param packed how many bytes it takes there
  /// @param deflated whether those are to be unpacked
  /// @param modified when a file of its own was last changed, milliseconds since 1970
  public record Place(
      int container, String name, long start, long packed, boolean deflated, long modified) {
    public Place {
      requireNonNull(name, "name");
      if (container < 0 || start < 0 || packed < 0) {
        throw new IllegalArgumentException("a place must not be negative: " + name);
      }
    }
  }

  /// What a file is.
  ///
  /// @param type by its content; empty if it is none that is shown
  /// @param sha256 of its bytes, lower-case hex; empty if it could not be read to its end
  /// @param bytes how many it has
  /// @param exif what a camera wrote into it
  /// @param refusal why it is not shown, or not drawn small; or empty
  /// @param hash how it looks; empty for videos, for what cannot be decoded, and for pictures that
  ///   are too plain to tell apart
  public record Facts(
      Optional<MediaType> type,
      String sha256,
      long bytes,
      Extent extent,
      Exif exif,
      String refusal,
      Optional<PictureHash> hash) {
    public Facts {
      requireNonNull(type, "type");
      requireNonNull(sha256, "sha256");
      requireNonNull(extent, "extent");
      requireNonNull(exif, "exif");
      requireNonNull(refusal, "refusal");
      requireNonNull(hash, "hash");
    }

    static Facts refused(String sha256, long bytes, String why) {
      return new Facts(
          Optional.empty(), sha256, bytes, Extent.UNKNOWN, Exif.NONE, why, Optional.empty());
    }
  }

  /// How large a picture is and how long a video plays; 0 for what is not known.
  public record Extent(int width, int height, int millis) {
    static final Extent UNKNOWN = new Extent(0, 0, 0);
  }

  /// The name that the file is served by, of its content alone; empty if it is not served.
  public Optional<String> address() {
    return facts
        .type
        .filter(_ -> !facts.sha256.isEmpty())
        .map(type -> facts.sha256 + "." + type.extension());
  }

  /// Whether this is a moving picture without sound: by its type, or by the folder that the release
  /// has such videos in.
  public boolean isAnimated() {
    return facts.type.filter(type -> type == MediaType.GIF).isPresent()
        || (facts.type.filter(MediaType::isVideo).isPresent() && place.name.contains("gif"));
  }

  public boolean isOfTweet() {
    return owner.role() == Role.TWEET;
  }
}
