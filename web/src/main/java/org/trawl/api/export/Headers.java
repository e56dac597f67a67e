package org.trawl.api.export;

/// What columns are called.
public enum Headers {
  /// As in Trawl's interface: `screen_name`.
  TRAWL,
  /// As in Twitter's own files: `user_screen_name`. What these lack is called as in Trawl.
  ARCHIVE,
  /// For people: `Handle`.
  READABLE;

  String of(ExportColumn column) {
    return switch (this) {
      case TRAWL -> column.key();
      case ARCHIVE -> column.archiveName();
      case READABLE -> column.label();
    };
  }
}
