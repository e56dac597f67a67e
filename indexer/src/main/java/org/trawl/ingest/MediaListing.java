package org.trawl.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.lucene.util.ArrayUtil;
import org.trawl.index.IndexRefused;
import org.trawl.schema.MediaFile;

/// The media files of an archive by tweet id. Zips are listed, not unpacked.
///
/// A file belongs to the tweet whose id is all of its name before the first `-`; others (profile
/// pictures) belong to none and are left out. In memory some 20 bytes and its name a file.
final class MediaListing {
  static final MediaListing NONE = new MediaListing();

  private static final int NO_FILE = -1;

  private long[] ids = new long[0];
  private int[] nameStarts = new int[1];
  private byte[] names = new byte[0];
  private int size;

  /// The ids in order, each once.
  private long[] tweets = new long[0];

  /// The last file of each of `tweets`.
  private int[] last = new int[0];

  /// The file before each file of the same tweet, or [#NO_FILE].
  private int[] previous = new int[0];

  private MediaListing() {}

  /// Lists a zip, or a folder with zips and files in it at any depth.
  ///
  /// @throws IndexRefused if a zip cannot be read
  static MediaListing of(Path root) throws IOException {
    var listing = new MediaListing();
    var real = root.toRealPath();
    var names = Files.isDirectory(real) ? real : real.resolveSibling("");
    try (var files = Files.walk(real)) {
      // In a fixed order, so that a tweet's media are the same however the disk lists them.
      for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
        listing.add(names, file);
      }
    }
    listing.order();
    return listing;
  }

  private void add(Path root, Path file) throws IOException {
    var name = root.relativize(file).toString().replace('\\', '/');
    if (!name.toLowerCase(Locale.ROOT).endsWith(".zip")) {
      add(name);
      return;
    }
    try (var zip = new ZipFile(file.toFile())) {
      for (var entry : zip.stream().toList()) {
        if (!entry.isDirectory()) {
          add(name + '/' + entry.getName());
        }
      }
    } catch (ZipException e) {
      throw new IndexRefused(file + " is not a zip that can be read: " + e.getMessage(), e);
    }
  }

  private void add(String name) {
    var id = tweet(name);
    if (id == 0 || kind(name).isEmpty()) {
      return;
    }
    var bytes = name.getBytes(StandardCharsets.UTF_8);
    ids = ArrayUtil.grow(ids, size + 1);
    nameStarts = ArrayUtil.grow(nameStarts, size + 2);
    var start = nameStarts[size];
    names = ArrayUtil.grow(names, Math.addExact(start, bytes.length));
    System.arraycopy(bytes, 0, names, start, bytes.length);
    ids[size++] = id;
    nameStarts[size] = start + bytes.length;
  }

  /// The id before the first dash of a path's last name, or 0.
  private static long tweet(String name) {
    var from = name.lastIndexOf('/') + 1;
    var dash = name.indexOf('-', from);
    if (dash <= from || dash - from > 19) {
      return 0;
    }
    for (var i = from; i < dash; i++) {
      if (name.charAt(i) < '0' || name.charAt(i) > '9') {
        return 0;
      }
    }
    try {
      return Long.parseLong(name, from, dash, 10);
    } catch (NumberFormatException e) {
      return 0; // Nineteen digits can be more than any id.
    }
  }

  private static Optional<MediaFile.Kind> kind(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
      case "jpg", "jpeg", "png", "webp" -> Optional.of(MediaFile.Kind.IMAGE);
      case "mp4", "m4v", "mov", "webm" -> Optional.of(MediaFile.Kind.VIDEO);
      case "gif" -> Optional.of(MediaFile.Kind.GIF);
      default -> Optional.empty();
    };
  }

  private void order() {
    tweets = Arrays.stream(ids, 0, size).sorted().distinct().toArray();
    last = new int[tweets.length];
    Arrays.fill(last, NO_FILE);
    previous = new int[size];
    for (var file = 0; file < size; file++) {
      var tweet = Arrays.binarySearch(tweets, ids[file]);
      previous[file] = last[tweet];
      last[tweet] = file;
    }
    ids = new long[0];
  }

  /// How many files belong to tweets.
  int size() {
    return size;
  }

  /// The files of a tweet, in the order of their names.
  List<MediaFile> of(long id) {
    var tweet = Arrays.binarySearch(tweets, id);
    if (tweet < 0) {
      return List.of();
    }
    var files = new ArrayList<MediaFile>();
    for (var file = last[tweet]; file != NO_FILE; file = previous[file]) {
      var start = nameStarts[file];
      var name = new String(names, start, nameStarts[file + 1] - start, StandardCharsets.UTF_8);
      kind(name).ifPresent(kind -> files.addFirst(new MediaFile(kind, name)));
    }
    return files;
  }
}
