package org.trawl.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trawl.web.access.Credentials;

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

  private String password(String typed, int exit) {
    var before = System.in;
    System.setIn(new ByteArrayInputStream(typed.getBytes(UTF_8)));
    try {
      assertEquals(exit, run("password", "ann"), err.toString());
      return out.toString();
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void aPasswordsLineLetsItsNameIn(@TempDir Path folder) throws Exception {
    var line = password("длинный пароль\n", 0);
    assertFalse(line.contains("пароль"), line);
    var file = Files.writeString(folder.resolve("passwords"), line);
    assertTrue(Credentials.read(file).knows("Bearer длинный пароль"));
    assertFalse(Credentials.read(file).knows("Bearer other"));
  }

  @Test
  void aShortPasswordIsWrongUsage() {
    assertEquals("", password("secret\n", 2));
    assertEquals("", password("", 2));
  }

  @Test
  void serverOptionsOutOfBoundsAreWrongUsage(@TempDir Path folder) {
    for (var options :
        List.of(
            List.of("--port", "70000"),
            List.of("--budget", "0"),
            List.of("--requests-per-minute", "-1"),
            List.of("--passwords", folder.resolve("gone").toString()))) {
      var args = new ArrayList<>(List.of("serve", "--index", folder.toString()));
      args.addAll(options);
      assertEquals(2, run(args.toArray(String[]::new)), options::toString);
    }
  }
}
