package org.trawl.api;

import java.io.OutputStream;

/// How a batch is written, and its answers.
public enum BatchFormat {
  /// With a header that names parameters of a search, among them `q` or `query`; without one, each
  /// line is a query as it would be typed, quotes and commas and all.
  CSV("text/csv; charset=utf-8; header=present"),
  /// Each line is an object of parameters of a search, or a query as a JSON string.
  JSONL("application/x-ndjson");

  private final String mediaType;

  BatchFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /// What HTTP calls the answers.
  public String mediaType() {
    return mediaType;
  }

  /// Begins the answers.
  ///
  /// @param out stays open
  public BatchWriter writer(OutputStream out) throws java.io.IOException {
    return switch (this) {
      case CSV -> new BatchWriter.Csv(out);
      case JSONL -> new BatchWriter.Jsonl(out);
    };
  }
}
