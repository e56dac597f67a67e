package org.trawl.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Issue 15, number 27: a charset that the machine lacks loses nothing that was typed.
class ArgumentsTest {
  @Test
  void lastArgumentsOfTheCommandLineAreTaken() throws Exception {
    var line = "java\0-jar\0x.jar\0search\0завод\0\0".getBytes(UTF_8);
    assertArrayEquals(new String[] {"search", "завод", ""}, Arguments.typed(line, 3));
  }

  /// The command line itself, in locales that are not installed here: what is wrong with the query
  /// is said with the query as it was typed.
  @EnabledOnOs(OS.LINUX)
  @Test
  void queryIsReadWhateverTheLocale(@TempDir Path folder) throws Exception {
    // Typed in a script, as this JVM may itself run in a locale that has no such letters.
    var script =
        Files.writeString(
            folder.resolve("ask"), "exec \"$@\" org.trawl.cli.Trawl search form:завод --index .");
    for (var locale : List.of("de_DE.UTF-8", "tr_TR.UTF-8", "ru_RU.KOI8-R", "C", "POSIX")) {
      var command = new ArrayList<>(List.of("/bin/sh", script.toString()));
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(List.of("-cp", System.getProperty("java.class.path")));
      var process = new ProcessBuilder(command).redirectErrorStream(true);
      process.environment().put("LC_ALL", locale);
      var running = process.start();
      var said = new String(running.getInputStream().readAllBytes(), UTF_8);
      assertEquals(2, running.waitFor(), locale + ": " + said);
      assertEquals(true, said.contains("form:завод"), locale + ": " + said);
    }
  }
}
