package org.trawl.web.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {
  @TempDir private Path folder;

  private Credentials given(String... lines) throws IOException {
    return Credentials.read(
        Files.writeString(folder.resolve("passwords"), String.join("\n", lines)));
  }

  private static String basic(String name, String password) {
    return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(UTF_8));
  }

  @Test
  void knowsNameAndPasswordAndTheTokenAlone() throws IOException {
    var credentials = given("# the desk", "", Credentials.line("desk", "pa:ss wörd", 1_000));
    assertEquals(Optional.of("desk"), credentials.name(basic("desk", "pa:ss wörd")));
    assertEquals(Optional.of("desk"), credentials.name("Bearer pa:ss wörd"));
    assertTrue(credentials.name(basic("desk", "pa:ss")).isEmpty());
    assertTrue(credentials.name(basic("other", "pa:ss wörd")).isEmpty());
    assertTrue(credentials.name("Basic %%%").isEmpty());
    assertTrue(credentials.name("").isEmpty());
    assertTrue(credentials.name("Digest x").isEmpty());
  }

  @Test
  void whatWasRightOnceIsAnsweredFast() throws IOException {
    var credentials = given(Credentials.line("desk", "secret", 100_000));
    assertTrue(credentials.name(basic("desk", "secret")).isPresent());
    var threads = ManagementFactory.getThreadMXBean();
    long began = threads.getCurrentThreadCpuTime();
    for (int i = 0; i < 100; i++) {
      assertTrue(credentials.name(basic("desk", "secret")).isPresent());
    }
    long spent = threads.getCurrentThreadCpuTime() - began;
    assertTrue(spent < 1_000_000_000L, "100 checks took " + spent + " ns of processor time");
  }

  @Test
  void fileHoldsNoPassword() {
    assertFalse(Credentials.line("desk", "secret").contains("secret"));
  }

  /// As `openssl passwd -6 -salt abcdefgh`, `-5` and the scheme's own paper write them.
  @Test
  void linesOfOtherProgramsAreRead() throws IOException {
    var credentials =
        given(
            "ann:$6$abcdefgh$wF3vRcA.3z5zIFrdpDH7RoLkd0jqnghVSE0NrxUey.TI4ASQ"
                + "bzlO7u5BPU2wGsRITHKIsQ/3mfbdtYf/x8yEg/",
            "bob:$5$abcdefgh$gruCpC7VkOTspMQTTSAR8mtlO9Upms.fwqE5y16JVM.",
            "paper:$6$rounds=10000$saltstringsaltst$OW1/O6BYHV6BcXZu8QVeXbDWra3Oeqh0sbHbbMCVNSn"
                + "CM/UrjmM0Dp8vOuZeHBy/YTBmSK6H9qs/y3RnOaw5v.");
    assertEquals(Optional.of("ann"), credentials.name(basic("ann", "пароль")));
    assertEquals(Optional.of("bob"), credentials.name(basic("bob", "secret")));
    assertEquals(Optional.of("paper"), credentials.name(basic("paper", "Hello world!")));
    assertTrue(credentials.name(basic("ann", "secret")).isEmpty());
  }

  @Test
  void hashesThatAreTooQuickToGuessOrTooSlowToCheckAreRefused() {
    for (var hash :
        List.of(
            "$apr1$abcdefgh$Qt0oBfCTgZW5ZUcIlDxK4/",
            "{SHA}5en6G6MezRroT3XKqkdPOmY/BfQ=",
            "$2y$05$abcdefghijklmnopqrstuuJ8W8hYkHk4bq5V6J1w6H3k0b2fYv1bC",
            "600000:0011223344556677:" + "ab".repeat(32),
            "$6$rounds=999$abcdefgh$" + "a".repeat(86),
            "$6$rounds=99999999$abcdefgh$" + "a".repeat(86))) {
      var e = assertThrows(IOException.class, () -> given("desk:" + hash), hash);
      assertTrue(String.valueOf(e.getMessage()).contains("trawl password"), e.getMessage());
    }
  }

  @Test
  void brokenFileIsRefusedWithItsLine() {
    var e = assertThrows(IOException.class, () -> given("# none", "desk:secret"));
    assertTrue(String.valueOf(e.getMessage()).contains("line 2"), e.getMessage());
    assertThrows(IOException.class, () -> given("# nobody"));
  }
}
