package org.trawl.index;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The files of an index folder:
///
/// - `manifest.json`: what is published ([Manifest]). All below that it does not name is work under
///   way, or left over from work that was cut short, and no reader looks at it.
/// - `tweets/`: Lucene's index. Holds the published commit, and while work is under way the newest
///   checkpoint.
/// - `accounts-N.bin` ([AccountTable]), `cells-N.bin` (shared cells of rows), `columns-N.bin`
///   (facet columns): written once, never changed. Those that are published have N in the manifest.
/// - `media-N.bin` ([org.trawl.media.MediaCatalogue]): where the media files are and what they are;
///   written once, and published by its name in the manifest, which later states may keep.
/// - `media-work.bin`: while work is under way, what was found of media files. Goes away when all
///   is published.
/// - `rejected.csv`: rows that could not be read. Only grows at its end, so that what is published
///   of it is its beginning.
/// - `open-tweets.bin`: while work is under way, tweets whose language is open until all files are
///   read. Only grows at its end, and goes away when all is published.
/// - `index.lock`: held by the one process that writes.
///
/// @param path the folder
public record IndexFolder(Path path) {
  public static final String MANIFEST = "manifest.json";
  public static final String REJECTED = "rejected.csv";
  private static final String OPEN_TWEETS = "open-tweets.bin";
  private static final String MEDIA_WORK = "media-work.bin";
  private static final String TWEETS = "tweets";
  private static final String LOCK = "index.lock";

  /// The files of Lucene's folder, by how Lucene's `IndexFileNames` and its locks name them.
  private static final Pattern LUCENES =
      Pattern.compile("(?:pending_)?segments_\\w+|_\\w+\\.\\w+|write\\.lock");

  private static final Pattern NUMBERED =
      Pattern.compile("(?:accounts|cells|columns)-(\\d{1,18})\\.bin");

  private static final Pattern MEDIA = Pattern.compile("media-(\\d{1,18})\\.bin");

  public IndexFolder {
    requireNonNull(path, "path");
  }

  public Path file(String name) {
    return path.resolve(name);
  }

  public Path manifest() {
    return path.resolve(MANIFEST);
  }

  public Path rejected() {
    return path.resolve(REJECTED);
  }

  /// The tweets whose language is open.
  public Path openTweets() {
    return path.resolve(OPEN_TWEETS);
  }

  /// What was found of media files by a run that is under way.
  public Path mediaWork() {
    return path.resolve(MEDIA_WORK);
  }

  public Path lock() {
    return path.resolve(LOCK);
  }

  /// Lucene's folder.
  public Path tweets() {
    return path.resolve(TWEETS);
  }

  /// A Lucene file's name as the manifest has it.
  public static String tweetsFile(String luceneName) {
    return TWEETS + '/' + luceneName;
  }

  public static String accounts(long number) {
    return "accounts-" + number + ".bin";
  }

  public static String cells(long number) {
    return "cells-" + number + ".bin";
  }

  public static String columns(long number) {
    return "columns-" + number + ".bin";
  }

  /// A name for a media catalogue that no file has yet.
  public String freeMedia() throws IOException {
    var highest = 0L;
    for (var name : names(path)) {
      var match = MEDIA.matcher(name);
      if (match.matches()) {
        highest = Math.max(highest, Long.parseLong(match.group(1)));
      }
    }
    return "media-" + (highest + 1) + ".bin";
  }

  /// Removes media catalogues but for one.
  ///
  /// @param kept a file's name, or empty
  public void removeMediaBut(String kept) throws IOException {
    for (var name : names(path)) {
      if (MEDIA.matcher(name).matches() && !name.equals(kept)) {
        Files.deleteIfExists(path.resolve(name));
      }
    }
  }

  /// Whether the folder holds files and none of them are an index's.
  public boolean isForeign() throws IOException {
    if (Files.exists(manifest()) || Files.exists(tweets()) || Files.exists(lock())) {
      return false;
    }
    try (var files = Files.list(path)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .anyMatch(name -> !name.startsWith(".") && !name.equals("lost+found"));
    }
  }

  /// The files in the folder that no index has, by their names, in order; hidden ones aside. They
  /// are left alone.
  public List<String> foreign() throws IOException {
    var foreign = new ArrayList<String>();
    var own = Set.of(MANIFEST, MANIFEST + ".new", REJECTED, OPEN_TWEETS, MEDIA_WORK, TWEETS, LOCK);
    for (var name : names(path)) {
      if (!own.contains(name)
          && !NUMBERED.matcher(name).matches()
          && !MEDIA.matcher(name).matches()
          && !name.equals("lost+found")) {
        foreign.add(name);
      }
    }
    for (var name : names(tweets())) {
      if (!LUCENES.matcher(name).matches()) {
        foreign.add(tweetsFile(name));
      }
    }
    return foreign;
  }

  private static List<String> names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> !name.startsWith("."))
          .sorted()
          .toList();
    }
  }

  /// A number that no file carries yet.
  public long freeNumber() throws IOException {
    var highest = 0L;
    for (var number : numbered().values()) {
      highest = Math.max(highest, number);
    }
    return highest + 1;
  }

  /// Removes the files that carry a number, but for some numbers.
  public void removeNumbersBut(Set<Long> kept) throws IOException {
    for (var file : numbered().entrySet()) {
      if (!kept.contains(file.getValue())) {
        Files.deleteIfExists(file.getKey());
      }
    }
  }

  private Map<Path, Long> numbered() throws IOException {
    var numbers = new HashMap<Path, Long>();
    try (var files = Files.list(path)) {
      for (var file : (Iterable<Path>) files::iterator) {
        var match = NUMBERED.matcher(String.valueOf(file.getFileName()));
        if (match.matches()) {
          numbers.put(file, Long.parseLong(match.group(1)));
        }
      }
    }
    return numbers;
  }

  /// Puts a file in place of another such that after a power cut one of the two is there, whole.
  ///
  /// @param written complete and synced
  public static void swap(Path written, Path target) throws IOException {
    try {
      Files.move(written, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      throw new IndexRefused(
          target + " is on a file system that cannot replace a file in one step: use another", e);
    }
    sync(requireNonNull(target.toAbsolutePath().getParent()));
  }

  /// Makes the names in a folder survive a power cut.
  public static void sync(Path folder) throws IOException {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
