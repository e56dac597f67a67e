package org.trawl.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The files of issue 15, points 6, 7 and 9, which lie beside the project.
class CaseFilesTest {
  @TempDir Path folder;

  private static Path cases(String name) {
    var path = Path.of(System.getProperty("trawl.shared", "../shared"), "cases", name);
    assumeTrue(Files.exists(path), "no cases beside the project");
    return path;
  }

  /// 6
  @Test
  void partsThatBeginInsideARecordAreOneTable() throws IOException {
    var first = cases("files/split_tweets.csv.aa");
    var second = cases("files/split_tweets.csv.ab");
    var expected =
        List.of(
            "first line 0\nsecond line",
            "first line 1\nsecond line",
            "first line 2\nsecond line",
            "first line 3\nsecond line");
    assertEquals(expected, ReadRows.of(first, second).texts());
    assertEquals(expected, ReadRows.of(second, first).texts());
    for (var part : List.of(first, second)) {
      Files.copy(part, folder.resolve(part.getFileName()));
    }
    Files.writeString(folder.resolve("README.txt"), "about\n");
    var read = ReadRows.of(folder);
    assertEquals(expected, read.texts());
    assertEquals(List.of(), read.rejected);
    var thrown = assertThrows(NotAnArchive.class, () -> ReadRows.of(second));
    assertTrue(
        String.valueOf(thrown.getMessage()).contains("give the first part too"),
        () -> String.valueOf(thrown.getMessage()));
  }

  /// 6
  @Test
  void aLineOfATextThatLooksLikeARowIsText() throws IOException {
    var read = ReadRows.of(cases("files/line_like_row_tweets.csv"));
    assertEquals(List.of(), read.rejected);
    assertTrue(
        read.texts().contains("numbers of the day:\n12,45678,9 and so on"), read.texts()::toString);
  }

  /// 7
  @Test
  void otherDelimitersAndEncodingsAreReadAndNamed() throws IOException {
    for (var name :
        List.of("files/semicolon_tweets.csv", "files/tab_tweets.tsv", "semicolon_tweets.csv")) {
      var read = ReadRows.of(cases(name));
      assertTrue(read.tweets.size() > 3, name);
      assertEquals(List.of(), read.rejected, name);
      assertTrue(read.notes("separated by "), read.notes::toString);
    }
    for (var name : List.of("files/utf16_tweets.csv", "utf16_tweets.csv")) {
      var read = ReadRows.of(cases(name));
      assertTrue(read.tweets.size() > 3, name);
      assertEquals(List.of(), read.rejected, name);
      assertTrue(read.notes("UTF-16"), read.notes::toString);
    }
    var cyrillic = ReadRows.of(cases("cp1251_tweets.csv"));
    assertEquals(List.of(), cyrillic.rejected);
    assertTrue(cyrillic.notes("windows-1251"), cyrillic.notes::toString);
    assertTrue(
        cyrillic.texts().stream().anyMatch(text -> text.matches("(?s).*[а-я]{4}.*")),
        cyrillic.texts()::toString);
  }
}
