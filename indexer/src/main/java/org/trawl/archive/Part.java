package org.trawl.archive;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/// Where the bytes of a table, or of a part of one, lie.
///
/// @param index which file of a zip it is, by its place in the zip's directory, as two may have one
///   name; -1 for a file that is no zip
/// @param entry its name in the zip; empty for a file that is no zip
record Part(Path file, int index, String entry) {
  Part {
    requireNonNull(file, "file");
    requireNonNull(entry, "entry");
  }

  static Part whole(Path file) {
    return new Part(file, -1, "");
  }

  /// What people call it.
  String name() {
    var name = String.valueOf(file.getFileName());
    return entry.isEmpty() ? name : name + "!" + entry;
  }

  /// The same with the folder it lies in.
  String fullName() {
    return entry.isEmpty() ? file.toString() : file + "!" + entry;
  }

  /// The name that tells which part of a table it is.
  String partName() {
    return entry.isEmpty() ? String.valueOf(file.getFileName()) : entry;
  }
}
