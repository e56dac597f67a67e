package org.trawl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trawl.index.ManifestFile;

/// Every [HostileFile] is indexed as people do, in one process with [#HEAP] of memory.
class HostileFilesTest {
  private static final String HEAP = "-Xmx192m";

  /// Of processor time.
  private static final int MOST_SECONDS = 20;

  @TempDir static Path temporary;

  @BeforeAll
  static void indexAll() throws Exception {
    for (var kind : HostileFile.values()) {
      var folder = temporary.resolve(kind.name());
      var source = kind.make(Files.createDirectories(folder.resolve("files")));
      Files.writeString(folder.resolve("source"), source.toString());
    }
    var log = temporary.resolve("log");
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                HostileIndexing.class.getName(),
                temporary.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      assertTrue(process.waitFor(4, TimeUnit.MINUTES), "one of them has no end");
      assertEquals(0, process.exitValue(), () -> read(log));
    } finally {
      process.destroyForcibly();
    }
  }

  private static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @EnumSource
  void endsSoonWithAReasonAndTheGoodRows(HostileFile kind) throws IOException {
    var folder = temporary.resolve(kind.name());
    var report = read(folder.resolve("report")).split("\n", 3);
    var said = report[2] + read(folder.resolve("index").resolve("rejected.csv"));
    var shown = said.substring(0, Math.min(4_000, said.length()));
    assertEquals(kind.exit, Integer.parseInt(report[0]), shown);
    assertTrue(Long.parseLong(report[1]) < MOST_SECONDS * 1_000L, () -> report[1] + " ms");
    assertTrue(said.contains(kind.says), shown);
    assertFalse(said.contains("Exception"), shown);
    if (kind.exit == 0) {
      assertEquals(kind.tweets, ManifestFile.read(folder.resolve("index")).tweets(), shown);
    } else {
      assertFalse(Files.exists(folder.resolve("index").resolve("manifest.json")), shown);
    }
  }

  @Test
  void nothingIsWrittenWhereAZipSays() {
    assertFalse(Files.exists(Path.of("/tmp/trawl-was-here.csv")));
  }

  @Test
  void aFileWithoutPermissionIsNamed() throws IOException {
    var folder = Files.createDirectory(temporary.resolve("unreadable"));
    var file = HostileContent.unreadable(folder);
    assumeFalse(Files.isReadable(file), "this user may read everything");
    var printed = new StringWriter();
    int exit =
        Trawl.commandLine(new ByteArrayOutputStream())
            .setErr(new PrintWriter(printed, true))
            .execute("index", folder.toString(), "--index", folder.resolve("index").toString());
    assertEquals(1, exit, printed.toString());
    assertTrue(printed.toString().contains(file.toString()), printed.toString());
  }
}
