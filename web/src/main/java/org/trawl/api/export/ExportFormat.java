package org.trawl.api.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;

/// How an export is written.
public enum ExportFormat {
  CSV("CSV", "text/csv; charset=utf-8; header=present"),
  XLSX("Excel workbook", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  JSONL("JSON lines", "application/x-ndjson"),
  PARQUET("Parquet", "application/vnd.apache.parquet"),
  /// One id a line.
  IDS("Tweet ids", "text/plain; charset=utf-8");

  private final String label;
  private final String mediaType;

  ExportFormat(String label, String mediaType) {
    this.label = label;
    this.mediaType = mediaType;
  }

  /// The name in addresses and on the command line.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The name for people.
  public String label() {
    return label;
  }

  /// The names of all, such as `csv, xlsx, jsonl or ids`.
  public static String keys() {
    var keys = Arrays.stream(values()).map(ExportFormat::key).toList();
    int last = keys.size() - 1;
    return String.join(", ", keys.subList(0, last)) + " or " + keys.get(last);
  }

  /// What HTTP calls it.
  public String mediaType() {
    return mediaType;
  }

  /// The end of a file's name.
  public String extension() {
    return switch (this) {
      case CSV, JSONL, XLSX, PARQUET -> key();
      case IDS -> "txt";
    };
  }

  /// Whether its bytes are packed already.
  public boolean packed() {
    return this == XLSX || this == PARQUET;
  }

  /// Whether the file itself has a place for what it is of.
  public boolean holdsManifest() {
    return this == XLSX || this == PARQUET;
  }

  /// Whether it shows what of a text matched.
  public boolean marks() {
    return this == JSONL;
  }

  /// Begins an export.
  ///
  /// @param out stays open
  public ExportWriter open(OutputStream out, ExportOptions options) throws IOException {
    return switch (this) {
      case CSV -> new CsvTweets(out, options);
      case JSONL -> new JsonlTweets(out, options);
      case XLSX -> new XlsxTweets(out, options);
      case PARQUET -> new ParquetTweets(out, options);
      case IDS -> new IdTweets(out, options.ids());
    };
  }
}
