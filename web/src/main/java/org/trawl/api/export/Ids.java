package org.trawl.api.export;

/// How ids stand in an export.
public enum Ids {
  /// As Twitter has them: `911950344484143606`.
  PLAIN,
  /// With a letter before them, as many programs read digits as a number and round it: tweets as
  /// `t911950344484143606`, accounts as `u98336677`. The hash of an account stays as it is.
  LETTER;

  String of(ExportColumn.Cell.Id id) {
    return switch (this) {
      case PLAIN -> id.digits();
      case LETTER -> id.letter() + id.digits();
    };
  }
}
