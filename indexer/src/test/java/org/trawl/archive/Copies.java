package org.trawl.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A release as programs write it anew: each method has the habits of one.
record Copies(List<String> columns, List<List<String>> rows) {
  enum Quotes {
    ALL,
    WHERE_NEEDED,
    NONE,
    SPARK
  }

  /// How a program writes tables.
  record Habit(String delimiter, String lineEnd, Quotes quotes, boolean lastLineEnd) {
    static final Habit TWITTER = new Habit(",", "\n", Quotes.ALL, true);
    static final Habit MINIMAL = new Habit(",", "\n", Quotes.WHERE_NEEDED, true);
  }

  Copies cells(UnaryOperator<String> change) {
    return new Copies(
        columns, rows.stream().map(row -> row.stream().map(change).toList()).toList());
  }

  Copies column(String name, UnaryOperator<String> change) {
    var index = columns.indexOf(name);
    return new Copies(
        columns,
        rows.stream()
            .map(row -> {
              var changed = new ArrayList<>(row);
              changed.set(index, change.apply(row.get(index)));
              return List.copyOf(changed);
            })
            .toList());
  }

  Copies names(UnaryOperator<String> change) {
    return new Copies(columns.stream().map(change).toList(), rows);
  }

  Copies without(String name) {
    var index = columns.indexOf(name);
    UnaryOperator<List<String>> drop =
        cells -> {
          var rest = new ArrayList<>(cells);
          rest.remove(index);
          return List.copyOf(rest);
        };
    return new Copies(drop.apply(columns), rows.stream().map(drop).toList());
  }

  /// With a column in front.
  Copies with(String name, List<String> cells) {
    var all = new ArrayList<List<String>>();
    for (var i = 0; i < rows.size(); i++) {
      var row = new ArrayList<String>();
      row.add(cells.get(i));
      row.addAll(rows.get(i));
      all.add(row);
    }
    var names = new ArrayList<String>();
    names.add(name);
    names.addAll(columns);
    return new Copies(names, all);
  }

  /// Columns from last to first.
  Copies reversed() {
    return new Copies(columns.reversed(), rows.stream().map(List::reversed).toList());
  }

  Copies first(int count) {
    return new Copies(columns, rows.subList(0, count));
  }

  Copies from(int start) {
    return new Copies(columns, rows.subList(start, rows.size()));
  }

  List<String> numbers(int first) {
    return java.util.stream.IntStream.range(first, first + rows.size())
        .mapToObj(Integer::toString)
        .toList();
  }

  String text(Habit habit) {
    var text = new StringBuilder(line(columns, habit)).append(habit.lineEnd);
    for (var row : rows) {
      text.append(line(row, habit)).append(habit.lineEnd);
    }
    if (!habit.lastLineEnd) {
      text.setLength(text.length() - habit.lineEnd.length());
    }
    return text.toString();
  }

  private static String line(List<String> cells, Habit habit) {
    return String.join(habit.delimiter, cells.stream().map(cell -> written(cell, habit)).toList());
  }

  private static String written(String cell, Habit habit) {
    var needed =
        cell.contains(habit.delimiter)
            || cell.contains("\"")
            || cell.contains("\n")
            || cell.contains("\r");
    return switch (habit.quotes) {
      case ALL -> '"' + cell.replace("\"", "\"\"") + '"';
      case WHERE_NEEDED -> needed ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
      case NONE -> cell;
      case SPARK -> needed ? '"' + cell.replace("\\", "\\\\").replace("\"", "\\\"") + '"' : cell;
    };
  }

  /// Tabs, and backslashes for what would break a row: dumps of databases.
  String dump() {
    var text = new StringBuilder(String.join("\t", columns)).append('\n');
    for (var row : rows) {
      var cells =
          row.stream()
              .map(cell ->
                  cell.isEmpty()
                      ? "\\N"
                      : cell.replace("\\", "\\\\")
                          .replace("\t", "\\t")
                          .replace("\n", "\\n")
                          .replace("\r", "\\r"))
              .toList();
      text.append(String.join("\t", cells)).append('\n');
    }
    return text.toString();
  }

  /// An object a line; numbers as numbers, what is empty as null.
  List<String> json() {
    return rows.stream()
        .map(row -> {
          var object = new StringBuilder("{");
          for (var i = 0; i < row.size(); i++) {
            var cell = row.get(i);
            object.append(i > 0 ? "," : "").append(string(columns.get(i))).append(':');
            object.append(
                cell.isEmpty() ? "null" : cell.matches("[1-9][0-9]{0,18}") ? cell : string(cell));
          }
          return object.append('}').toString();
        })
        .toList();
  }

  private static String string(String text) {
    var out = new StringBuilder("\"");
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '/' -> out.append("\\/");
        default -> out.append(c < ' ' || c > 126 ? "\\u%04x".formatted((int) c) : "" + c);
      }
    }
    return out.append('"').toString();
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] marked(String text, Charset charset) {
    return ('\uFEFF' + text).getBytes(charset);
  }

  interface Packer {
    OutputStream pack(OutputStream out) throws IOException;
  }

  static byte[] packed(byte[] bytes, Packer packer) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var packing = packer.pack(out)) {
      packing.write(bytes);
    }
    return out.toByteArray();
  }

  static byte[] zip(String name, byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(bytes);
    }
    return out.toByteArray();
  }

  /// A zip of stored files, which may have one name and may begin where another does.
  static byte[] storedZip(List<String> names, List<byte[]> contents, boolean overlapping) {
    var out = new ByteArrayOutputStream();
    var directory = new ByteArrayOutputStream();
    for (var i = 0; i < names.size(); i++) {
      var offset = overlapping ? 0 : out.size();
      var content = contents.get(overlapping ? 0 : i);
      var crc = new CRC32();
      crc.update(content);
      if (!overlapping || i == 0) {
        header(out, "PK\3\4", names.get(i), content.length, crc.getValue(), -1);
        out.writeBytes(content);
      }
      header(directory, "PK\1\2", names.get(i), content.length, crc.getValue(), offset);
    }
    var at = out.size();
    out.writeBytes(directory.toByteArray());
    out.writeBytes("PK\5\6".getBytes(StandardCharsets.ISO_8859_1));
    little(out, 4, 0);
    little(out, 2, names.size());
    little(out, 2, names.size());
    little(out, 4, directory.size());
    little(out, 4, at);
    little(out, 2, 0);
    return out.toByteArray();
  }

  private static void header(
      ByteArrayOutputStream out, String mark, String name, int size, long crc, int offset) {
    out.writeBytes(mark.getBytes(StandardCharsets.ISO_8859_1));
    if (offset >= 0) {
      little(out, 2, 20);
    }
    little(out, 2, 20);
    little(out, 2, 0);
    little(out, 2, 0);
    little(out, 4, 0x21 << 16);
    little(out, 4, crc);
    little(out, 4, size);
    little(out, 4, size);
    little(out, 2, name.length());
    little(out, 2, 0);
    if (offset >= 0) {
      little(out, 2, 0);
      little(out, 2, 0);
      little(out, 2, 0);
      little(out, 4, 0);
      little(out, 4, offset);
    }
    out.writeBytes(name.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static void little(ByteArrayOutputStream out, int bytes, long value) {
    for (var i = 0; i < bytes; i++) {
      out.write((int) (value >> (8 * i)));
    }
  }

  /// Cuts bytes as `split` does.
  static List<byte[]> split(byte[] bytes, int size) {
    var parts = new ArrayList<byte[]>();
    for (var at = 0; at < bytes.length; at += size) {
      parts.add(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + size)));
    }
    return parts;
  }

  static List<byte[]> splitLines(byte[] bytes, int lines) {
    var parts = new ArrayList<byte[]>();
    var from = 0;
    var count = 0;
    for (var at = 0; at < bytes.length; at++) {
      if (bytes[at] == '\n' && ++count % lines == 0) {
        parts.add(Arrays.copyOfRange(bytes, from, at + 1));
        from = at + 1;
      }
    }
    if (from < bytes.length) {
      parts.add(Arrays.copyOfRange(bytes, from, bytes.length));
    }
    return parts;
  }

  /// Writes parts into a folder; returns it.
  static Path folder(Path folder, List<String> names, List<byte[]> parts) throws IOException {
    Files.createDirectories(folder);
    for (var i = 0; i < parts.size(); i++) {
      Files.write(folder.resolve(names.get(i)), parts.get(i));
    }
    return folder;
  }

  static byte[] joined(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (var part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
