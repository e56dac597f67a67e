package org.trawl.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What was typed behind the command. The JVM reads it in the environment's charset, and where that
/// is none that the machine has, every letter beyond ASCII is lost: a query then finds nothing and
/// looks right. The system still has the bytes, where it shows them.
final class Arguments {
  /// What the JVM read arguments and names of files in.
  private static final String CHARSET = "sun.jnu.encoding";

  private static final Path TYPED = Path.of("/proc/self/cmdline");

  private Arguments() {}

  /// Arguments that cannot be read; the message says what helps.
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    Unreadable(String message) {
      super(message);
    }
  }

  /// The arguments as they were typed.
  ///
  /// @param args as the JVM read them
  static String[] read(String[] args) throws Unreadable {
    var charset = System.getProperty(CHARSET, "UTF-8");
    if (charset.equalsIgnoreCase("UTF-8") || isAscii(args)) {
      return args;
    }
    try {
      return typed(Files.readAllBytes(TYPED), args.length);
    } catch (IOException e) {
      throw new Unreadable(
          "the environment's language settings name a charset ("
              + charset
              + ") in which what was typed cannot be read; say LC_ALL=C.UTF-8 before the command");
    }
  }

  private static boolean isAscii(String[] args) {
    for (var arg : args) {
      // What could not be read stands as this sign, or as a question mark.
      if (!US_ASCII.newEncoder().canEncode(arg) || arg.indexOf('?') >= 0) {
        return false;
      }
    }
    return true;
  }

  /// The last arguments of a command line.
  ///
  /// @param line each argument of it ends with a NUL
  static String[] typed(byte[] line, int count) throws IOException {
    List<String> all = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < line.length; i++) {
      if (line[i] == 0) {
        all.add(text(ByteBuffer.wrap(line, start, i - start)));
        start = i + 1;
      }
    }
    if (all.size() < count) {
      throw new IOException("the command line has fewer arguments than the command");
    }
    return all.subList(all.size() - count, all.size()).toArray(String[]::new);
  }

  private static String text(ByteBuffer bytes) throws CharacterCodingException {
    return UTF_8.newDecoder().decode(bytes).toString();
  }
}
