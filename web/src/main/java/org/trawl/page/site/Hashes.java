package org.trawl.page.site;

import java.util.regex.Pattern;

/// The hashes that Twitter put in place of the ids and names of small accounts.
public final class Hashes {
  /// 64 hex digits in the releases of 2018, later base64 without its slashes.
  private static final Pattern HASH =
      Pattern.compile("[0-9a-f]{64}|[A-Za-z0-9+]{39,43}={1,2}|[A-Za-z0-9+]{43,44}");

  private static final int SHOWN = 6;

  private static final String[] FIRST =
      words(
          """
          amber ashen azure beige birch blue brass brick bronze brown cedar chalk cherry clay cobalt
          copper coral cotton cream dawn dusk ebony fern flint frost glass gold granite green grey
          hazel honey indigo iron ivory jade khaki lemon lilac lime linen maple marble mauve mint
          navy ochre olive opal pearl pine plum purple quartz rose ruby rust saffron sand silver
          slate teal topaz umber\
          """);

  private static final String[] SECOND =
      words(
          """
          anchor arch barrel basket bell bench bottle bowl bridge brush bucket button cabin candle
          canoe chair clock coat comb compass cup door drum fence ferry flute gate glove hammer harp
          hinge kettle key ladder lamp lantern ledger lever loom mast mirror needle oar paddle pillar
          plate pulley quill raft ribbon rope rudder saddle sail scarf shelf shovel spade spoon stool
          table thimble wheel whistle\
          """);

  private Hashes() {}

  private static String[] words(String text) {
    return text.split("\\s+");
  }

  public static boolean looksHashed(String name) {
    return HASH.matcher(name).matches();
  }

  /// A hash short enough to be read, and told from others by eye: a nickname and its first letters
  /// and digits, such as `amber heron 4fe187…`. Both are of the hash alone, the same everywhere.
  public static String label(String hash) {
    var plain = hash.replaceAll("[^A-Za-z0-9]", "");
    var start = plain.length() <= SHOWN ? plain : plain.substring(0, SHOWN) + "…";
    return looksHashed(hash) ? nickname(hash) + " " + start : start;
  }

  /// Two words that stand for a hash: 4,096 pairs, so that few of a page's accounts share one. They
  /// say nothing of the account, and no account was called so.
  private static String nickname(String hash) {
    // By FNV-1a: of `hashCode`, the lowest bits are those of the last letters.
    int mixed = 0x811C9DC5;
    for (int i = 0; i < hash.length(); i++) {
      mixed = (mixed ^ hash.charAt(i)) * 0x01000193;
    }
    mixed ^= mixed >>> 15;
    return FIRST[mixed & 63] + " " + SECOND[mixed >>> 6 & 63];
  }
}
