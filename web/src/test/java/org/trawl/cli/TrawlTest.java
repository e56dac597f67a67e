package org.trawl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrawlTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    return Trawl.commandLine(OutputStream.nullOutputStream())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }

  @Test
  void noCommandIsWrongUsage() {
    assertEquals(2, run());
    assertEquals("", out.toString());
    assertTrue(err.toString().contains("See: trawl --help"), err.toString());
  }

  @Test
  void everyCommandHasHelp() {
    for (var name : Trawl.commandLine(OutputStream.nullOutputStream()).getSubcommands().keySet()) {
      assertEquals(0, run(name, "--help"), name);
    }
    assertEquals("", err.toString());
  }

  @Test
  void aMistypedOptionIsNamedWithTheRightOne() {
    assertEquals(2, run("generate", "--twets", "5"));
    assertTrue(err.toString().contains("'--twets'"), err.toString());
    assertTrue(err.toString().contains("--tweets"), err.toString());
  }

  @Test
  void aMistypedCommandIsNamedWithTheRightOne() {
    assertEquals(2, run("genrate"));
    assertTrue(err.toString().contains("trawl generate"), err.toString());
  }

  @Test
  void generateListsItsFilesOnStandardOutput(@TempDir Path folder) {
    var archive = folder.resolve("archive");
    assertEquals(
        0, run("generate", "--tweets", "100", "--seed", "1", "--output", archive.toString()));
    for (var line : out.toString().lines().toList()) {
      assertTrue(Files.exists(Path.of(line)), line);
    }
    assertTrue(out.toString().lines().count() > 5, out.toString());
    assertTrue(err.toString().startsWith("100 tweets of "), err.toString());
  }

  @Test
  void generateDoesNotTouchAFolderOfOthers(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("mine.txt"), "mine");
    assertEquals(
        2, run("generate", "--tweets", "100", "--seed", "1", "--output", folder.toString()));
    assertFalse(err.toString().contains("Exception"), err.toString());
  }
}
