package org.trawl.schema;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.regex.Pattern;

/// A host's name in letters: `xn--e1afmkfd.xn--p1ai` is `пример.рф`, so that both are one host.
///
/// Punycode is resolved as RFC 3492 says, without asking whether a registry would take the name:
/// what stands in an archive was typed, not registered.
public final class HostName {
  private static final String PREFIX = "xn--";
  private static final Pattern LABEL = Pattern.compile("(?i)xn--[a-z0-9-]+");
  private static final int BASE = 36;
  private static final int MIN = 1;
  private static final int MAX = 26;
  private static final int SKEW = 38;
  private static final int DAMP = 700;
  private static final int FIRST_BIAS = 72;
  private static final int FIRST_POINT = 128;

  private HostName() {}

  /// The name in lower case and composed letters, with plain dots.
  public static String readable(String host) {
    for (var i = 0; i < host.length(); i++) {
      if (host.charAt(i) >= 128) {
        var composed = Normalizer.normalize(host.replace('。', '.'), Form.NFKC);
        return readableIn(composed.toLowerCase(Locale.ROOT));
      }
    }
    return readableIn(host.toLowerCase(Locale.ROOT));
  }

  /// A text with the labels of hosts in it in letters.
  static String readableIn(String text) {
    if (!text.contains("n--") && !text.contains("N--")) {
      return text;
    }
    return LABEL
        .matcher(text)
        .replaceAll(label -> java.util.regex.Matcher.quoteReplacement(label(label.group())));
  }

  private static String label(String label) {
    var points = decoded(label.substring(PREFIX.length()).toLowerCase(Locale.ROOT));
    return points.isEmpty()
        ? label
        : Normalizer.normalize(points.toLowerCase(Locale.ROOT), Form.NFC);
  }

  /// The label behind its prefix in letters; empty if it is none.
  private static String decoded(String code) {
    var out = new StringBuilder(code.substring(0, Math.max(0, code.lastIndexOf('-'))));
    var at = code.lastIndexOf('-') + 1;
    long point = FIRST_POINT;
    long index = 0;
    var bias = FIRST_BIAS;
    while (at < code.length()) {
      var before = index;
      long weight = 1;
      for (var k = BASE; ; k += BASE) {
        var digit = at < code.length() ? digit(code.charAt(at++)) : -1;
        if (digit < 0) {
          return "";
        }
        index += digit * weight;
        var threshold = Math.clamp(k - bias, MIN, MAX);
        if (digit < threshold) {
          break;
        }
        weight *= BASE - threshold;
        if (weight > Integer.MAX_VALUE || index > Integer.MAX_VALUE) {
          return "";
        }
      }
      var count = out.codePointCount(0, out.length()) + 1;
      bias = bias(index - before, count, before == 0);
      point += index / count;
      index %= count;
      if (!Character.isDefined((int) Math.min(point, Integer.MAX_VALUE))) {
        return "";
      }
      out.insert(out.offsetByCodePoints(0, (int) index), Character.toString((int) point));
      index++;
    }
    return out.toString();
  }

  private static int digit(char c) {
    return c >= 'a' && c <= 'z' ? c - 'a' : c >= '0' && c <= '9' ? c - '0' + 26 : -1;
  }

  private static int bias(long delta, int count, boolean first) {
    var rest = first ? delta / DAMP : delta / 2;
    rest += rest / count;
    var k = 0;
    while (rest > (BASE - MIN) * MAX / 2) {
      rest /= BASE - MIN;
      k += BASE;
    }
    return (int) (k + (BASE - MIN + 1) * rest / (rest + SKEW));
  }
}
