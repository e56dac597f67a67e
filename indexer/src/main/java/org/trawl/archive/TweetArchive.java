package org.trawl.archive;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.trawl.tweet.Dialect;
import org.trawl.tweet.DialectEvidence;
import org.trawl.tweet.Layout;

/// The files of an archive that can be indexed: every source looked at, recognised and put in order
/// before any work begins.
///
/// @param files in reading order
/// @param notes on files of folders that were passed over
public record TweetArchive(List<ArchiveFile> files, List<String> notes) {
  /// The longest header that is looked for.
  private static final int HEADER_CHARS = 1 << 16;

  /// Rows that are looked at before a file is read.
  private static final int FIRST_ROWS = 256;

  /// Folders in folders that are gone into.
  private static final int MAX_DEPTH = 16;

  public TweetArchive {
    files = List.copyOf(files);
    notes = List.copyOf(notes);
  }

  /// Looks at files, zips and folders of them. What lies in a folder and is no archive is noted;
  /// what is named and is none is refused.
  ///
  /// @param operation the release's name for all; empty: from each file's name
  /// @throws NotAnArchive if a source is missing or is no archive, with every such source in the
  ///   message
  public static TweetArchive open(List<Path> sources, Optional<String> operation)
      throws IOException {
    var files = new ArrayList<ArchiveFile>();
    var notes = new ArrayList<String>();
    var refused = new ArrayList<String>();
    for (var source : sources) {
      if (!Files.exists(source)) {
        refused.add(source + " does not exist");
        continue;
      }
      var inFolder = Files.isDirectory(source);
      if (!inFolder && !Files.isRegularFile(source)) {
        refused.add(
            source + " is no file, but a device or pipe: Trawl reads what it indexes twice");
        continue;
      }
      for (var file : inFolder ? within(source) : List.of(source)) {
        try {
          files.add(file(file, operation, files));
        } catch (NotAnArchive e) {
          (inFolder ? notes : refused).add(String.valueOf(e.getMessage()));
        }
      }
      if (inFolder && files.stream().noneMatch(f -> f.path().startsWith(source))) {
        refused.add(source + " holds no archive file");
      }
    }
    if (!refused.isEmpty()) {
      throw new NotAnArchive(String.join("\n", refused));
    }
    return new TweetArchive(files, notes);
  }

  private static List<Path> within(Path folder) throws IOException {
    // Links are not followed, so that a folder that links to itself has an end.
    try (var all = Files.walk(folder, MAX_DEPTH)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
          .sorted(Comparator.comparing(Path::toString, Container.NATURAL))
          .toList();
    }
  }

  private static ArchiveFile file(Path path, Optional<String> operation, List<ArchiveFile> before)
      throws IOException {
    var tables = new ArrayList<ArchiveFile.Table>();
    var found = new ArrayList<String>();
    for (var entry : Container.entries(path)) {
      var name = entry.isEmpty() ? path.toString() : path + "!" + entry;
      if (nested(entry)) {
        throw new NotAnArchive(name + " is an archive in an archive: unpack " + path + " first");
      }
      var previous = previousColumns(tables, before);
      var columns = columns(path, entry, previous);
      if (columns.isPresent()) {
        tables.add(
            new ArchiveFile.Table(entry, columns.get(), dialect(path, entry, name, columns.get())));
      } else {
        found.add(name);
      }
    }
    if (tables.isEmpty()) {
      throw new NotAnArchive(
          path
              + " is no archive file: it begins with no header of tweets or users that Trawl knows"
              + (found.size() > 1 ? ", in none of its " + found.size() + " files" : ""));
    }
    var fileName = String.valueOf(path.getFileName());
    return new ArchiveFile(path, operation.orElseGet(() -> OperationName.of(fileName)), tables);
  }

  private static boolean nested(String entry) {
    var name = entry.toLowerCase(java.util.Locale.ROOT);
    return name.endsWith(".zip") || name.endsWith(".gz") || name.endsWith(".zst");
  }

  private static Optional<List<String>> previousColumns(
      List<ArchiveFile.Table> tables, List<ArchiveFile> before) {
    if (!tables.isEmpty()) {
      return Optional.of(tables.getLast().columns());
    }
    return before.isEmpty()
        ? Optional.empty()
        : Optional.of(before.getLast().tables().getLast().columns());
  }

  /// The columns of a table: its header, or the one before's for a part that `split` made, if its
  /// first row is certainly a row of as many cells.
  private static Optional<List<String>> columns(
      Path path, String entry, Optional<List<String>> previous) throws IOException {
    try (var text = text(path, entry, bytes -> {})) {
      var first = new RecordSplitter(new FirstChars(text), Layout.OTHER).next();
      if (first.isEmpty() || first.get().text().indexOf('\0') >= 0) {
        return Optional.empty();
      }
      var cells = Cells.of(first.get().text());
      if (cells.isEmpty()) {
        return Optional.empty();
      }
      if (Layout.of(cells.get()) != Layout.OTHER) {
        return Optional.of(List.copyOf(cells.get()));
      }
      var unclear = Layout.unclear(cells.get());
      if (unclear.isPresent()) {
        throw new NotAnArchive(
            (entry.isEmpty() ? path.toString() : path + "!" + entry) + ": " + unclear.get());
      }
      var continues =
          previous.isPresent()
              && previous.get().size() == cells.get().size()
              && RecordStart.certain(first.get().text(), Layout.of(previous.get()));
      return continues ? previous : Optional.empty();
    } catch (java.util.zip.ZipException e) {
      throw new NotAnArchive(String.valueOf(e.getMessage()));
    } catch (java.io.EOFException e) {
      throw new NotAnArchive(path + " is damaged (it ends too soon); get it again");
    }
  }

  /// How the cells of a table are written, by its first rows; by all of them where their dates may
  /// have day or month first.
  ///
  /// @throws NotAnArchive if they do, and nothing tells which
  private static Dialect dialect(Path path, String entry, String name, List<String> columns)
      throws IOException {
    var evidence = new DialectEvidence(columns);
    try (var text = text(path, entry, bytes -> {})) {
      var splitter = new RecordSplitter(text, Layout.of(columns));
      var seen = 0;
      for (var piece = splitter.next();
          piece.isPresent() && (seen++ < FIRST_ROWS || evidence.ordered());
          piece = splitter.next()) {
        Cells.of(piece.get().text()).ifPresent(evidence::add);
      }
    } catch (java.io.EOFException e) {
      // Said when its rows are read.
    }
    var undecided = evidence.undecided();
    if (undecided.isPresent()) {
      throw new NotAnArchive(
          name
              + ": its times, such as "
              + undecided.get()
              + ", may have the day or the month first, and no row and no id tells which; write"
              + " them as 2019-04-03 10:00");
    }
    return evidence.dialect();
  }

  /// A file's text from its first letter: UTF-8, a byte order mark left out, other bytes as U+FFFD.
  ///
  /// @param progress is told how many more bytes on disk were read
  static Reader text(Path path, String entry, LongConsumer progress) throws IOException {
    var reader =
        new BufferedReader(
            new InputStreamReader(Container.open(path, entry, progress), StandardCharsets.UTF_8),
            1 << 16);
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
    return reader;
  }

  /// The beginning of a text.
  private static final class FirstChars extends java.io.FilterReader {
    private int left = HEADER_CHARS;

    FirstChars(Reader in) {
      super(in);
    }

    @Override
    public int read(char[] chars, int offset, int length) throws IOException {
      if (left == 0) {
        return -1;
      }
      var count = super.read(chars, offset, Math.min(length, left));
      left -= Math.max(0, count);
      return count;
    }
  }
}
