package org.trawl.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// Reads the word lists and tables that come with the program.
public final class WordFile {
  private WordFile() {}

  /// The lines of a resource in UTF-8, unpacked when its name ends in `.gz` or `.xz`.
  ///
  /// @param path of the resource, as seen from the package of `owner`
  public static List<String> lines(Class<?> owner, String path) {
    try (InputStream file = owner.getResourceAsStream(path)) {
      if (file == null) {
        throw new IOException("no " + path + " beside " + owner.getName() + " on the class path");
      }
      InputStream bytes =
          path.endsWith(".gz")
              ? new GZIPInputStream(file, 1 << 16)
              : path.endsWith(".xz") ? new XZCompressorInputStream(file) : file;
      return new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))
          .lines()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
