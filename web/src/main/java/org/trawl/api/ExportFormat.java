package org.trawl.api;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/// How an export is written.
public enum ExportFormat {
  CSV("text/csv; charset=utf-8; header=present"),
  JSONL("application/x-ndjson"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  /// One id a line.
  IDS("text/plain; charset=utf-8");

  private final String mediaType;

  ExportFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /// What HTTP calls it.
  public String mediaType() {
    return mediaType;
  }

  /// The end of a file's name.
  public String extension() {
    return switch (this) {
      case CSV, JSONL, XLSX -> name().toLowerCase(Locale.ROOT);
      case IDS -> "txt";
    };
  }

  /// Whether it shows what of a text matched.
  public boolean marks() {
    return this == JSONL;
  }

  /// Begins an export.
  ///
  /// @param out stays open
  public TweetWriter open(OutputStream out, ExportOptions options) throws IOException {
    return switch (this) {
      case CSV -> new CsvTweets(out, options);
      case JSONL -> new JsonlTweets(out, options);
      case XLSX -> new XlsxTweets(out, options.columns());
      case IDS -> new IdTweets(out);
    };
  }
}
