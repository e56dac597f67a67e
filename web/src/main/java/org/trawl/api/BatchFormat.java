package org.trawl.api;

import java.io.OutputStream;
import java.util.Locale;

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

  /// The format of a file, by its name or else by how it begins.
  ///
  /// @param start its first bytes; empty if it is empty
  public static BatchFormat of(String name, byte[] start) {
    var lower = name.toLowerCase(Locale.ROOT);
    boolean json = lower.endsWith(".jsonl") || lower.endsWith(".ndjson");
    return json || (start.length > 0 && start[0] == '{') ? JSONL : CSV;
  }

  /// Begins the answers.
  ///
  /// @param out stays open
  /// @param guarded whether in a CSV queries and labels that a spreadsheet would run as formulas
  ///   are kept from being run; else they stand as they were given
  public BatchWriter writer(OutputStream out, boolean guarded) throws java.io.IOException {
    return switch (this) {
      case CSV -> new BatchWriter.Csv(out, guarded);
      case JSONL -> new BatchWriter.Jsonl(out);
    };
  }
}
