package org.trawl.schema;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/// A link's address, taken apart for searching. Any text is accepted: the archive's links are what
/// people typed.
public record LinkAddress(String text) {
  /// Longest address that is taken apart; the rest of a longer one is not searched.
  private static final int MAX_LENGTH = 2048;

  /// The host in lower case without `www.`, or empty if the text has none.
  public String host() {
    var scheme = text.indexOf("://");
    var start = scheme < 0 ? 0 : scheme + 3;
    var end = start;
    while (end < text.length() && "/?#\\".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    var host = text.substring(start, end);
    host = host.substring(host.lastIndexOf('@') + 1);
    var port = host.indexOf(':');
    host = (port < 0 ? host : host.substring(0, port)).toLowerCase(Locale.ROOT).strip();
    while (host.endsWith(".")) {
      host = host.substring(0, host.length() - 1);
    }
    host = HostName.readable(unescaped(host));
    host = host.startsWith("www.") ? host.substring(4) : host;
    return host.indexOf('.') > 0 && host.indexOf(' ') < 0 && host.length() <= 253 ? host : "";
  }

  /// The address by which two links are the same: [#host], then path and query as they stand.
  /// Scheme, `www.`, the part after `#` (but not of a `#!` path) and one last `/` are left out, as
  /// they lead to the same page. Empty if the text has no host.
  public String canonical() {
    var host = host();
    if (host.isEmpty()) {
      return "";
    }
    var scheme = text.indexOf("://");
    var at = scheme < 0 ? 0 : scheme + 3;
    while (at < text.length() && "/?#\\".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    var rest = text.substring(at).strip();
    var part = rest.indexOf('#');
    if (part >= 0 && !rest.startsWith("#!", part)) {
      rest = rest.substring(0, part);
    }
    return host + (rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest);
  }

  /// The canonical address as 8 bytes, the same for the same address: a hash of 64 bits, so that
  /// among ten million addresses two different ones share it with a chance of some 3 in a million.
  ///
  /// @throws IllegalStateException if the text has no host
  public BytesRef key() {
    var canonical = canonical();
    if (canonical.isEmpty()) {
      throw new IllegalStateException("a text without a host is no link: " + text);
    }
    var hash = StringHelper.murmurhash3_x64_128(new BytesRef(canonical));
    return new BytesRef(ByteBuffer.allocate(Long.BYTES).putLong(hash[0]).array());
  }

  /// The handle in the address of a tweet, `twitter.com/NAME/status/ID`, in lower case; empty if it
  /// is another tweet's address, or none.
  Optional<String> handleOf(long tweetId) {
    var parts = text.split("[/?#]", -1);
    for (var i = 1; i + 2 < parts.length; i++) {
      if (parts[i + 1].equals("status")
          && parts[i + 2].equals(Long.toString(tweetId))
          && parts[i].matches("[A-Za-z0-9_]{1,30}")
          && !parts[i].equals("web")
          && host().matches("(mobile\\.)?twitter\\.com")) {
        return Optional.of(parts[i].toLowerCase(Locale.ROOT));
      }
    }
    return Optional.empty();
  }

  /// The host and all its parent domains: `a.b.org`, `b.org`, `org`.
  static List<String> withParents(String host) {
    var hosts = new ArrayList<String>();
    var rest = host;
    for (var dot = rest.indexOf('.'); dot > 0; dot = rest.indexOf('.')) {
      hosts.add(rest);
      rest = rest.substring(dot + 1);
    }
    // The last part of an address in numbers is no domain.
    if (!rest.isEmpty() && !Character.isDigit(rest.charAt(0))) {
      hosts.add(rest);
    }
    return hosts;
  }

  /// The runs of letters and digits of the address after its scheme, lower case, percent escapes
  /// resolved.
  public List<String> parts() {
    var plain =
        HostName.readableIn(
            unescaped(text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text));
    var scheme = plain.indexOf("://");
    var parts = new ArrayList<String>();
    var start = -1;
    for (var i = scheme < 0 ? 0 : scheme + 3; i <= plain.length(); ) {
      var point = i < plain.length() ? plain.codePointAt(i) : ' ';
      var inside =
          Character.isLetterOrDigit(point)
              || Character.getType(point) == Character.NON_SPACING_MARK;
      if (inside && start < 0) {
        start = i;
      }
      if (!inside && start >= 0) {
        parts.add(plain.substring(start, i).toLowerCase(Locale.ROOT));
        start = -1;
      }
      i += Character.charCount(point);
    }
    return parts;
  }

  private static String unescaped(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    var bytes = ByteBuffer.allocate(text.length() * 3);
    for (var i = 0; i < text.length(); ) {
      var high = hex(text, i + 1);
      var low = hex(text, i + 2);
      if (text.charAt(i) == '%' && high >= 0 && low >= 0) {
        bytes.put((byte) (high << 4 | low));
        i += 3;
        continue;
      }
      var point = text.codePointAt(i);
      bytes.put(Character.toString(point).getBytes(StandardCharsets.UTF_8));
      i += Character.charCount(point);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
    } catch (CharacterCodingException e) {
      return text; // Escapes of another encoding are searched as they stand.
    }
  }

  private static int hex(String text, int at) {
    return at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
  }
}
