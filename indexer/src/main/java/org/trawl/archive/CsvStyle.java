package org.trawl.archive;

import static java.util.Objects.requireNonNull;

/// How a table writes its records.
///
/// @param delimiter between cells
/// @param lineBreak what ends a record: a line feed (a carriage return before it is no matter), or
///   the carriage return of old Macs
/// @param quoting how a delimiter, a quote or a line break stands in a cell
record CsvStyle(char delimiter, char lineBreak, Quoting quoting) {
  /// What the archive's own files use.
  static final CsvStyle USUAL = new CsvStyle(',', '\n', Quoting.DOUBLED);

  CsvStyle {
    requireNonNull(quoting, "quoting");
  }

  enum Quoting {
    /// Cells in quotes, a quote inside them doubled: RFC 4180.
    DOUBLED,
    /// Cells in quotes, a backslash before a quote and before a backslash inside them: Spark.
    ESCAPED,
    /// Cells in quotes, a backslash before a quote; every other backslash is itself.
    ESCAPED_QUOTE,
    /// No quoting: no cell holds a delimiter or a line break.
    NONE,
    /// No quoting, but `\t`, `\n`, `\r`, `\\`, and `\N` for nothing: dumps of databases.
    BACKSLASH
  }

  /// How it differs from the archive's own files, in words; empty if it does not.
  String inWords() {
    var words = new StringBuilder();
    switch (delimiter) {
      case ',' -> {}
      case '\t' -> words.append("separated by tabs");
      case ';' -> words.append("separated by semicolons");
      default -> words.append("separated by “").append(delimiter).append('”');
    }
    if (lineBreak == '\r') {
      words.append(words.isEmpty() ? "" : ", ").append("with the line ends of old Macs");
    }
    switch (quoting) {
      case DOUBLED -> {}
      case ESCAPED, ESCAPED_QUOTE ->
          words.append(words.isEmpty() ? "" : ", ").append("with a backslash before quotes");
      case NONE -> words.append(words.isEmpty() ? "" : ", ").append("without quoting");
      case BACKSLASH ->
          words.append(words.isEmpty() ? "" : ", ").append("with backslashes instead of quotes");
    }
    return words.toString();
  }
}
