package org.trawl.archive;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import org.trawl.archive.CsvStyle.Quoting;
import org.trawl.archive.RecordSplitter.Shape;
import org.trawl.archive.RecordSplitter.State;
import org.trawl.tweet.Layout;

/// Looks at the beginning of a table: what kind of file it is, in which encoding, how its records
/// are written and which columns it has. Of several ways to read it, the one by which the fewest
/// records come out wrong is the file's.
final class FirstLook {
  /// Bytes that are looked at.
  private static final int SAMPLE = 1 << 18;

  private static final char[] DELIMITERS = {',', ';', '\t', '|'};

  private FirstLook() {}

  static Finding at(Part part) throws IOException {
    byte[] head;
    var whole = false;
    var cut = false;
    try (var in = Container.open(part, bytes -> {})) {
      head = new byte[SAMPLE];
      var length = 0;
      while (length < SAMPLE && !whole) {
        try {
          var count = in.read(head, length, SAMPLE - length);
          whole = count < 0;
          length += Math.max(0, count);
        } catch (EOFException e) {
          whole = true;
          cut = true;
        }
      }
      if (length == 0 && cut) {
        throw NotAnArchive.unusable(
            part.fullName() + " is cut off before any of it can be unpacked; get it again");
      }
      head = java.util.Arrays.copyOf(head, length);
    } catch (ZipException e) {
      throw NotAnArchive.unusable(String.valueOf(e.getMessage()));
    } catch (EOFException e) {
      throw NotAnArchive.unusable(part.fullName() + " is damaged (it ends too soon); get it again");
    }
    return at(part, head, whole);
  }

  private static Finding at(Part part, byte[] head, boolean whole) throws IOException {
    if (head.length >= 4 && new String(head, 0, 4, StandardCharsets.ISO_8859_1).equals("PAR1")) {
      return parquet(part);
    }
    var foreign = ForeignKind.of(head);
    if (foreign.isPresent()) {
      return new Finding.Other(foreign.get().inWords(), foreign.get().holds());
    }
    var decoder = new ArchiveText(new ByteArrayInputStream(head));
    var text = allOf(decoder);
    if (text.isBlank()) {
      return new Finding.Other("is empty", false);
    }
    var found = found(text, whole);
    if (found instanceof Finding.Known && decoder.badBytes() > badAtCut(whole)) {
      var sure = decoder.badBytes() * 50 < text.length() && decoder.guess().isEmpty();
      if (!sure && !mostlyUtf8(head, whole)) {
        return new Finding.Other(unsure(part, decoder.guess()), true);
      }
    }
    return found;
  }

  /// A letter may be cut where the sample ends.
  private static int badAtCut(boolean whole) {
    return whole ? 0 : 3;
  }

  private static boolean mostlyUtf8(byte[] head, boolean whole) {
    return Utf8Count.of(head, 0, head.length, whole).isUtf8();
  }

  private static String unsure(Part part, String guess) {
    var from = guess.isEmpty() ? "ENCODING" : guess;
    var name = part.file().getFileName();
    return "is not UTF-8, and which encoding it is in is not certain"
        + (guess.isEmpty() ? "" : " (maybe " + guess + ")")
        + ": convert it with iconv -f "
        + from
        + " -t UTF-8 "
        + name
        + " > new_"
        + name;
  }

  private static Finding parquet(Part part) throws IOException {
    if (part.index() >= 0 || Container.of(part.file()) != Container.PLAIN) {
      return new Finding.Other("is a Parquet file inside another: unpack it first", true);
    }
    var columns = new ParquetTable(part).columns();
    return Layout.of(columns) == Layout.OTHER
        ? new Finding.Other(noHeader(columns), false)
        : new Finding.Known(new TableForm.Parquet(), columns);
  }

  private static String allOf(ArchiveText text) throws IOException {
    var all = new StringBuilder();
    var buffer = new char[1 << 14];
    for (var count = text.read(buffer); count >= 0; count = text.read(buffer)) {
      all.append(buffer, 0, count);
    }
    return all.toString();
  }

  private static Finding found(String text, boolean whole) throws IOException {
    var start = text.stripLeading();
    if (start.startsWith("{") || start.startsWith("[{") || start.startsWith("[\n")) {
      var columns = JsonTable.columns(start);
      if (Layout.of(columns) != Layout.OTHER) {
        return new Finding.Known(new TableForm.Json(), columns);
      }
      if (!columns.isEmpty()) {
        return new Finding.Other(noHeader(columns), false);
      }
    }
    var csv = csv(text, whole).or(() -> unclear(text));
    if (csv.isPresent()) {
      return csv.get();
    }
    return text.indexOf('\0') >= 0 || ArchiveText.hasBad(text)
        ? new Finding.Other("is no text that Trawl knows", false)
        : new Finding.Headless(text);
  }

  static String noHeader(List<String> columns) {
    return "is no archive file: it begins with no header of tweets or users that Trawl knows"
        + (columns.isEmpty()
            ? ""
            : ", but with "
                + shown(columns)
                + "; tweets need at least the columns tweetid, tweet_text, tweet_time and userid,"
                + " accounts userid and user_screen_name");
  }

  private static String shown(List<String> columns) {
    var shown = String.join(", ", columns.subList(0, Math.min(12, columns.size())));
    return shown.length() > 200 ? shown.substring(0, 200) + "…" : shown;
  }

  /// One way to read the beginning, and what came of it.
  private record Trial(CsvStyle style, List<String> columns, int sound, int wrong, boolean index) {
    boolean better(Optional<Trial> other) {
      return other.isEmpty() || wrong * (other.get().sound + 1L) < other.get().wrong * (sound + 1L);
    }
  }

  private static Optional<Finding> csv(String text, boolean whole) throws IOException {
    Optional<Trial> best = Optional.empty();
    for (var style : styles(text)) {
      var trial = trial(text, whole, style);
      if (trial.isPresent() && trial.get().better(best)) {
        best = trial;
      }
    }
    return best.map(trial -> new Finding.Known(new TableForm.Csv(trial.style), columns(trial)));
  }

  /// A header that means to be one of the archive's and lacks what its rows cannot be read without.
  private static Optional<Finding> unclear(String text) {
    for (var style : styles(text)) {
      try {
        var words = firstCells(text, style, new Cells(style)).flatMap(Layout::unclear);
        if (words.isPresent()) {
          return Optional.of(
              new Finding.Other("has a header that is not clear: " + words.get(), true));
        }
      } catch (IOException e) {
        throw new java.io.UncheckedIOException("reading from memory", e);
      }
    }
    return Optional.empty();
  }

  /// R writes row numbers in front of each row and no name for them.
  private static List<String> columns(Trial trial) {
    if (!trial.index) {
      return trial.columns;
    }
    var columns = new ArrayList<String>();
    columns.add("");
    columns.addAll(trial.columns);
    return List.copyOf(columns);
  }

  /// The ways to write records that may be this text's, likelier ones first.
  private static List<CsvStyle> styles(String text) {
    var line = text.indexOf('\n');
    var carriage = text.indexOf('\r');
    var oldMac = carriage >= 0 && (line < 0 || (carriage < line && carriage + 1 != line));
    var styles = new ArrayList<CsvStyle>();
    // Cells of a backslash and an N stand in dumps alone, which have no quoting at all.
    if (text.contains("\t\\N\t") || text.contains("\t\\N\n")) {
      styles.add(new CsvStyle('\t', '\n', Quoting.BACKSLASH));
    }
    for (var quoting : Quoting.values()) {
      var possible =
          switch (quoting) {
            case DOUBLED -> true;
            case ESCAPED, ESCAPED_QUOTE -> text.contains("\\\"");
            case NONE -> text.indexOf('"') >= 0;
            case BACKSLASH -> false;
          };
      for (var delimiter : DELIMITERS) {
        if (possible && text.indexOf(delimiter) >= 0) {
          if (oldMac) {
            styles.add(new CsvStyle(delimiter, '\r', quoting));
          }
          styles.add(new CsvStyle(delimiter, '\n', quoting));
        }
      }
    }
    return styles;
  }

  private static Optional<Trial> trial(String text, boolean whole, CsvStyle style)
      throws IOException {
    var cells = new Cells(style);
    var header = header(text, style, cells);
    if (header.isEmpty()) {
      return Optional.empty();
    }
    var columns = header.get();
    var splitter =
        new RecordSplitter(
            new StringReader(text), new Shape(style, columns.size(), Layout.of(columns)));
    var sound = 0;
    var wrong = 0;
    var longer = 0;
    var quoted = 0;
    var first = true;
    for (var piece = splitter.next(); piece.isPresent(); piece = splitter.next()) {
      if (!piece.get().ended() && !whole) {
        break;
      }
      var read =
          piece.get().state() == State.WHOLE
              ? cells.of(piece.get().text())
              : Optional.<List<String>>empty();
      if (first) {
        first = false;
      } else if (read.isPresent() && read.get().size() == columns.size()) {
        sound++;
        quoted += read.get().stream().anyMatch(FirstLook::inQuotes) ? 1 : 0;
      } else {
        wrong++;
        longer += read.isPresent() && numbered(read.get(), columns.size()) ? 1 : 0;
      }
    }
    if (style.quoting() == Quoting.NONE && quoted * 2 > sound) {
      // These quotes are no signs of the texts, though some of them are broken.
      return Optional.empty();
    }
    var index = sound == 0 && longer > 0 && longer * 2 > wrong;
    return Optional.of(
        new Trial(style, columns, index ? longer : sound, index ? wrong - longer : wrong, index));
  }

  private static boolean inQuotes(String cell) {
    return cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"");
  }

  private static boolean numbered(List<String> cells, int columns) {
    return cells.size() == columns + 1
        && !cells.getFirst().isEmpty()
        && cells.getFirst().length() < 10
        && cells.getFirst().chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static Optional<List<String>> header(String text, CsvStyle style, Cells cells)
      throws IOException {
    return firstCells(text, style, cells)
        // A quote in a column's name is one that this style does not read.
        .filter(columns -> columns.stream().noneMatch(column -> column.indexOf('"') >= 0))
        .filter(columns -> Layout.of(columns) != Layout.OTHER)
        .map(List::copyOf);
  }

  private static Optional<List<String>> firstCells(String text, CsvStyle style, Cells cells)
      throws IOException {
    var first =
        new RecordSplitter(new StringReader(text), new Shape(style, 0, Layout.OTHER)).next();
    if (first.isEmpty() || first.get().state() != State.WHOLE) {
      return Optional.empty();
    }
    return cells.of(first.get().text());
  }
}
