package org.trawl.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;

/// Reads the word lists beside this class.
final class WordList {
  private static final String FOLDER = "dictionaries/";

  private WordList() {}

  /// The lines of a list in UTF-8, packed when its name ends in `.gz`.
  static List<String> lines(String name) {
    try (InputStream file = WordList.class.getResourceAsStream(FOLDER + name)) {
      if (file == null) {
        throw new IOException("no " + FOLDER + name + " on the class path");
      }
      InputStream bytes = name.endsWith(".gz") ? new GZIPInputStream(file, 1 << 16) : file;
      return new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))
          .lines()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
