package org.trawl.archive;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.trawl.archive.RecordSplitter.Shape;
import org.trawl.tweet.Layout;

/// Puts the tables of an archive together from the files that are looked at: text without a header
/// is the next part of the table before it, if their names say so.
final class TableJoining {
  /// @param file the first file on disk of its tables
  private record Found(Path file, List<Table> tables) {}

  /// @param inFolder whether it lies in a folder that was given, and was not named itself
  private record Waiting(Part part, String beginning, boolean inFolder) {}

  private final List<Found> found = new ArrayList<>();
  private final List<Waiting> waiting = new ArrayList<>();

  /// How many files with tables there are so far.
  int size() {
    return found.size();
  }

  /// Looks at a file, or at each file of a zip.
  ///
  /// @throws NotAnArchive if nothing in it can be read
  void add(Path file, boolean inFolder) throws IOException {
    var here = new Found(file, new ArrayList<>());
    var others = new ArrayList<String>();
    var headless = new ArrayList<Waiting>();
    var mayHoldTweets = false;
    var parts = Container.parts(file);
    for (var part : parts) {
      if (nested(part)) {
        throw NotAnArchive.unusable(
            part.fullName() + " is an archive in an archive: unpack " + file + " first");
      }
      switch (FirstLook.at(part)) {
        case Finding.Known(var form, var columns) ->
            here.tables.add(new Table(List.of(part), form, columns));
        case Finding.Headless(var beginning) -> {
          var next = new Waiting(part, beginning, inFolder);
          if (here.tables.isEmpty() || !joins(here.tables, next)) {
            headless.add(next);
          }
        }
        case Finding.Other(var words, var holds) -> {
          others.add(part.fullName() + " " + words);
          mayHoldTweets |= holds;
        }
      }
    }
    if (mayHoldTweets) {
      throw NotAnArchive.unusable(String.join("\n", others));
    }
    if (!here.tables.isEmpty()) {
      found.add(here);
      return;
    }
    if (headless.isEmpty()) {
      throw new NotAnArchive(
          parts.size() == 1
              ? others.getFirst()
              : file
                  + " "
                  + FirstLook.noHeader(List.of())
                  + ", in none of its "
                  + parts.size()
                  + " files");
    }
    for (var part : headless) {
      if (!joinsAny(part)) {
        waiting.add(part);
      }
    }
  }

  private static boolean nested(Part part) {
    var name = part.entry().toLowerCase(Locale.ROOT);
    return name.endsWith(".zip")
        || name.endsWith(".gz")
        || name.endsWith(".zst")
        || name.endsWith(".bz2")
        || name.endsWith(".xz")
        || name.endsWith(".7z")
        || name.endsWith(".tar");
  }

  private boolean joinsAny(Waiting next) {
    for (var file : found.reversed()) {
      if (file.tables.getLast().parts().getLast().file().toAbsolutePath().getParent() != null
          && sameFolder(file.tables.getLast(), next)
          && joins(file.tables, next)) {
        return true;
      }
    }
    return !found.isEmpty() && startsAnew(next);
  }

  private static boolean sameFolder(Table table, Waiting next) {
    var last = table.parts().getLast().file().toAbsolutePath().getParent();
    var own = next.part.file().toAbsolutePath().getParent();
    return last != null && last.equals(own);
  }

  /// Adds a part to the last of some tables, if it is the very next one.
  private static boolean joins(List<Table> tables, Waiting next) {
    var last = tables.getLast();
    if (last.form() instanceof TableForm.Parquet
        || !PartName.follows(last.parts().getLast().partName(), next.part.partName())) {
      return false;
    }
    tables.set(tables.size() - 1, last.with(next.part));
    return true;
  }

  /// A table that lacks its header, but begins with a whole row of as many cells as the table
  /// before has columns.
  private boolean startsAnew(Waiting next) {
    var before = found.getLast().tables.getLast();
    if (!(before.form() instanceof TableForm.Csv(var style)) || gap(next).isPresent()) {
      return false;
    }
    try {
      var first =
          new RecordSplitter(
                  new StringReader(next.beginning),
                  new Shape(style, before.columns().size(), Layout.of(before.columns())))
              .next();
      var fits =
          first.isPresent()
              && RecordStart.certain(first.get().text(), Layout.of(before.columns()))
              && new Cells(style)
                  .of(first.get().text())
                  .filter(cells -> cells.size() == before.columns().size())
                  .isPresent();
      if (fits) {
        found.add(
            new Found(
                next.part.file(),
                new ArrayList<>(
                    List.of(new Table(List.of(next.part), before.form(), before.columns())))));
      }
      return fits;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("reading from memory", e);
    }
  }

  /// The table of which this is a later part, if parts between are missing.
  private Optional<String> gap(Waiting next) {
    for (var file : found.reversed()) {
      var last = file.tables.getLast();
      if (sameFolder(last, next)
          && PartName.comesAfter(last.parts().getLast().partName(), next.part.partName())) {
        return Optional.of(last.parts().getLast().fullName());
      }
    }
    return Optional.empty();
  }

  /// Looks at how the cells of every table are written, now that each has all of its parts.
  private void lookAtCells(List<String> refused) throws IOException {
    for (var file : found) {
      for (var i = 0; i < file.tables.size(); i++) {
        try {
          file.tables.set(i, file.tables.get(i).with(RowEvidence.of(file.tables.get(i))));
        } catch (NotAnArchive e) {
          refused.add(String.valueOf(e.getMessage()));
        }
      }
    }
  }

  /// Says what came of the parts that were still waiting for the ones before them.
  void end(List<String> notes, List<String> refused) throws IOException {
    waiting.sort(java.util.Comparator.comparing(part -> part.part.fullName(), Container.NATURAL));
    for (var part : waiting) {
      if (joinsAny(part)) {
        continue;
      }
      var gap = gap(part);
      if (gap.isPresent()) {
        refused.add(
            part.part.fullName()
                + " goes on where another part ended, and what is between it and "
                + gap.get()
                + " is missing: give the missing parts too");
      } else {
        (part.inFolder && !looksLikePart(part) ? notes : refused)
            .add(part.part.fullName() + " " + headless(part));
      }
    }
    lookAtCells(refused);
  }

  private static String headless(Waiting part) {
    return FirstLook.noHeader(List.of())
        + (looksLikePart(part)
            ? ". It looks like a part of a file that was split: give the first part too"
            : "");
  }

  /// Whether any of the first lines begins as only a row of tweets can.
  private static boolean looksLikePart(Waiting part) {
    return part.beginning
        .lines()
        .limit(1_000)
        .anyMatch(line ->
            RecordStart.certain(line, Layout.TWEETS) || RecordStart.certain(line, Layout.CLEMSON));
  }

  List<ArchiveFile> files(Optional<String> operation) {
    return found.stream()
        .map(file ->
            new ArchiveFile(
                operation.orElseGet(
                    () -> OperationName.of(String.valueOf(file.file.getFileName()))),
                file.tables))
        .toList();
  }
}
