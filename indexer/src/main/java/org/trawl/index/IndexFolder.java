package org.trawl.index;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// The files of an index folder:
///
/// - `manifest.json`: what is published ([Manifest]). All below that it does not name is work under
///   way, or left over from work that was cut short, and no reader looks at it.
/// - `tweets/`: Lucene's index. Holds the published commit, and while work is under way the newest
///   checkpoint.
/// - `accounts-N.bin` ([AccountTable]), `cells-N.bin` (shared cells of rows), `columns-N.bin`
///   (facet columns): written once, never changed. Those that are published have N in the manifest.
/// - `rejected.csv`: rows that could not be read. Only grows at its end, so that what is published
///   of it is its beginning.
/// - `index.lock`: held by the one process that writes.
///
/// @param path the folder
record IndexFolder(Path path) {
  static final String MANIFEST = "manifest.json";
  static final String REJECTED = "rejected.csv";
  private static final String TWEETS = "tweets";

  IndexFolder {
    requireNonNull(path, "path");
  }

  Path file(String name) {
    return path.resolve(name);
  }

  Path manifest() {
    return path.resolve(MANIFEST);
  }

  Path rejected() {
    return path.resolve(REJECTED);
  }

  /// Lucene's folder.
  Path tweets() {
    return path.resolve(TWEETS);
  }

  /// A Lucene file's name as the manifest has it.
  static String tweetsFile(String luceneName) {
    return TWEETS + '/' + luceneName;
  }

  static String accounts(long number) {
    return "accounts-" + number + ".bin";
  }

  static String cells(long number) {
    return "cells-" + number + ".bin";
  }

  static String columns(long number) {
    return "columns-" + number + ".bin";
  }

  /// Whether a file name is one of those that carry a number.
  static boolean numbered(String name) {
    return name.matches("(accounts|cells|columns)-\\d+\\.bin");
  }

  /// Puts a file in place of another such that after a power cut one of the two is there, whole.
  ///
  /// @param written complete and synced
  static void swap(Path written, Path target) throws IOException {
    try {
      Files.move(written, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      throw new IndexRefused(
          target + " is on a file system that cannot replace a file in one step: use another", e);
    }
    sync(requireNonNull(target.toAbsolutePath().getParent()));
  }

  /// Makes the names in a folder survive a power cut.
  static void sync(Path folder) throws IOException {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
