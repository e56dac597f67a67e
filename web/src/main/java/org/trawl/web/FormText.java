package org.trawl.web;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Parameters as addresses and forms write them (`application/x-www-form-urlencoded` in the
/// [WHATWG's URL standard](https://url.spec.whatwg.org/#application/x-www-form-urlencoded)), read
/// strictly: servers leave out a parameter they cannot decode, and a search without its query finds
/// everything.
final class FormText {
  /// More than any search has: what has more is a list, and has parameters of its own.
  static final int MAX_PARAMETERS = 1_000;

  private FormText() {}

  /// The parameters cannot be read; the message says what to look for.
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    Unreadable(String message) {
      super(message, null, false, false);
    }
  }

  /// Reads parameters.
  ///
  /// @return names and values, decoded, in their order
  static Map<String, List<String>> read(String text) throws Unreadable {
    var all = new LinkedHashMap<String, List<String>>();
    int count = 0;
    for (int at = 0; at < text.length(); ) {
      int end = text.indexOf('&', at);
      int next = end < 0 ? text.length() : end;
      if (next > at) {
        if (++count > MAX_PARAMETERS) {
          throw tooMany();
        }
        int equals = text.indexOf('=', at);
        int name = equals < 0 || equals > next ? next : equals;
        all.computeIfAbsent(decoded(text.substring(at, name)), key -> new ArrayList<>())
            .add(decoded(text.substring(Math.min(name + 1, next), next)));
      }
      at = next + 1;
    }
    return all;
  }

  /// What is said of a request with more parameters than [#MAX_PARAMETERS].
  static Unreadable tooMany() {
    return new Unreadable(
        "A request has at most "
            + MAX_PARAMETERS
            + " parameters. Many accounts or words go into one: listAccounts or listWords.");
  }

  /// Looks whether a path can be decoded.
  static void checkPath(String path) throws Unreadable {
    decoded(path);
  }

  private static String decoded(String text) throws Unreadable {
    if (text.indexOf('%') < 0) {
      return text.replace('+', ' ');
    }
    var bytes = new ByteArrayOutputStream(text.length());
    for (int at = 0; at < text.length(); ) {
      char sign = text.charAt(at);
      if (sign == '%') {
        bytes.write(hex(text, at + 1) << 4 | hex(text, at + 2));
        at += 3;
      } else {
        int point = text.codePointAt(at);
        var letter = sign == '+' ? " " : Character.toString(point);
        bytes.writeBytes(letter.getBytes(StandardCharsets.UTF_8));
        at += Character.charCount(point);
      }
    }
    return utf8(bytes.toByteArray());
  }

  private static int hex(String text, int at) throws Unreadable {
    if (at >= text.length() || !HexFormat.isHexDigit(text.charAt(at))) {
      throw new Unreadable("Something is not percent-encoded as it must be: look for a stray %.");
    }
    return HexFormat.fromHexDigit(text.charAt(at));
  }

  /// Text of bytes that are UTF-8.
  static String utf8(byte[] bytes) throws Unreadable {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new Unreadable("Something is not UTF-8, as addresses and forms are.");
    }
  }
}
