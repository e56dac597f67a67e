package org.trawl.page;

import java.util.regex.Pattern;

/// The hashes that Twitter put in place of the ids and names of small accounts.
final class Hashes {
  /// 64 hex digits in the releases of 2018, later base64 without its slashes.
  private static final Pattern HASH =
      Pattern.compile("[0-9a-f]{64}|[A-Za-z0-9+]{39,43}={1,2}|[A-Za-z0-9+]{43,44}");

  private static final int SHOWN = 6;

  private Hashes() {}

  static boolean looksHashed(String name) {
    return HASH.matcher(name).matches();
  }

  /// A hash short enough to be told from others by eye: its first letters and digits.
  static String label(String hash) {
    var plain = hash.replaceAll("[^A-Za-z0-9]", "");
    return plain.length() <= SHOWN ? plain : plain.substring(0, SHOWN) + "…";
  }
}
