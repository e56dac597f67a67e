package org.trawl.media;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A zip with media files, or a folder that has them as files.
///
/// @param root the folder or zip that was given, absolute
/// @param name the zip's path in that folder; empty for the folder itself, or a zip that was given
/// @param bytes of a zip, when it was looked at
/// @param modified of a zip likewise, milliseconds since 1970
public record MediaContainer(String root, String name, boolean zip, long bytes, long modified) {
  public MediaContainer {
    requireNonNull(root, "root");
    requireNonNull(name, "name");
  }

  static MediaContainer folder(Path root) {
    return new MediaContainer(root.toString(), "", false, 0, 0);
  }

  static MediaContainer zip(Path root, Path file) throws IOException {
    var name = root.equals(file) ? "" : root.relativize(file).toString();
    return new MediaContainer(
        root.toString(),
        name.replace('\\', '/'),
        true,
        Files.size(file),
        Files.getLastModifiedTime(file).toMillis());
  }

  /// Where it lies.
  public Path path() {
    var path = Path.of(root);
    return name.isEmpty() ? path : path.resolve(name);
  }

  /// Where a file of it is to be read.
  Path pathOf(MediaEntry.Place place) {
    return zip ? path() : path().resolve(place.name());
  }

  /// What people call a file of it.
  public String nameOf(MediaEntry.Place place) {
    if (!zip) {
      return place.name();
    }
    return (name.isEmpty() ? String.valueOf(Path.of(root).getFileName()) : name)
        + '/'
        + place.name();
  }
}
