package org.trawl.api.export;

/// How times stand in a CSV; in UTC always.
public enum Times {
  /// As `2016-06-24T09:11:00Z`.
  ISO,
  /// As `2016-06-24 09:11:00`, which spreadsheets take for a time.
  SHEET
}
