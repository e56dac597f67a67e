package org.trawl.archive;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a file is that Trawl does not read, told by its first bytes, and how to make one that it
/// reads.
///
/// @param holds whether such a file can hold tweets, so that passing it over would lose some
record ForeignKind(String what, String mend, boolean holds) {
  private static final String AS_CSV = "save it as CSV UTF-8";
  private static final String UNPACK = "unpack it and give the files in it";

  private record Magic(int at, String bytes, ForeignKind kind) {}

  private static final List<Magic> MAGICS =
      List.of(
          magic("7z\u00BC\u00AF'\u001C", "a 7z archive", UNPACK),
          magic("Rar!\u001A\u0007", "a RAR archive", UNPACK),
          new Magic(257, "ustar", new ForeignKind("a tar archive", UNPACK, true)),
          magic("LZIP", "packed by lzip", UNPACK),
          magic("\u0004\"M\u0018", "packed by lz4", UNPACK),
          magic("\u001F\u009D", "packed by compress", UNPACK),
          magic("\u00D0\u00CF\u0011\u00E0", "an Excel workbook", AS_CSV + ", ids as text"),
          magic("SQLite format 3\0", "an SQLite database", "export its table as CSV"),
          magic("Obj\u0001", "an Avro file", "export it as Parquet, JSON lines or CSV"),
          magic("ORC", "an ORC file", "export it as Parquet, JSON lines or CSV"),
          magic("ARROW1", "an Arrow (Feather) file", "export it as Parquet, JSON lines or CSV"),
          magic("\u0089HDF", "an HDF5 file", "export it as Parquet, JSON lines or CSV"),
          magic("X\n\0\0", "an R data file", "write it with write.csv(row.names = FALSE)"),
          magic("RDX", "an R data file", "write it with write.csv(row.names = FALSE)"),
          magic("\u0080\u0004\u0095", "a Python pickle", "write it with to_csv(index=False)"),
          magic("\u0080\u0003c", "a Python pickle", "write it with to_csv(index=False)"),
          magic("\u0080\u0005\u0095", "a Python pickle", "write it with to_csv(index=False)"),
          magic("version https://git-lfs", "a pointer of Git LFS and not the file", "git lfs pull"),
          new Magic(0, "%PDF", new ForeignKind("a PDF", "", false)));

  private static Magic magic(String bytes, String what, String mend) {
    return new Magic(0, bytes, new ForeignKind(what, mend, true));
  }

  static Optional<ForeignKind> of(byte[] head) {
    var text = new String(head, 0, Math.min(head.length, 512), StandardCharsets.ISO_8859_1);
    for (var magic : MAGICS) {
      if (text.startsWith(magic.bytes, magic.at)) {
        return Optional.of(magic.kind);
      }
    }
    var start = text.strip().toLowerCase(Locale.ROOT);
    if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
      return Optional.of(
          new ForeignKind("a web page, not the file that it leads to", "download that", false));
    }
    return Optional.empty();
  }

  /// As the rest of a sentence that begins with the file's name.
  String inWords() {
    return "is " + what + ", which Trawl does not read" + (mend.isEmpty() ? "" : ": " + mend);
  }
}
