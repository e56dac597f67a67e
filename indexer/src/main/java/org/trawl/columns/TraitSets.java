package org.trawl.columns;

import java.util.HashMap;
import org.apache.lucene.util.ArrayUtil;

/// Puts together which traits tweets have at the same time: a tweet's language, kind, media, client
/// and which facets it has no value of. Few such sets cover an archive, so they are counted in one
/// step for all of these facets.
final class TraitSets {
  private TraitSets() {}

  /// Writes each tweet's set into its row.
  ///
  /// @return the sets, the most frequent first
  static Columns.Traits of(
      int[] rows, int[] language, byte[] kind, byte[] media, int[] client, byte[] missing) {
    var found = new HashMap<Long, Integer>();
    var keys = new long[64];
    var counts = new int[64];
    for (var doc = 0; doc < language.length; doc++) {
      var key =
          ((long) client[doc] << 32)
              | ((long) language[doc] << 16)
              | (media[doc] & 0xFFL) << 8
              | (long) kind[doc] << 4
              | missing[doc];
      var known = found.get(key);
      int set;
      if (known == null) {
        set = found.size();
        found.put(key, set);
        keys = ArrayUtil.grow(keys, set + 1);
        counts = ArrayUtil.grow(counts, set + 1);
        keys[set] = key;
      } else {
        set = known;
      }
      counts[set]++;
      rows[doc * 3 + Columns.TRAITS] = set;
    }
    var rank = FrequencyRank.of(counts, found.size());
    var traits =
        new Columns.Traits(
            new int[rank.length],
            new int[rank.length],
            new int[rank.length],
            new int[rank.length],
            new int[rank.length],
            new int[rank.length]);
    for (var set = 0; set < rank.length; set++) {
      var to = rank[set];
      traits.client()[to] = (int) (keys[set] >>> 32);
      traits.language()[to] = (int) (keys[set] >>> 16) & 0xFFFF;
      traits.media()[to] = (int) (keys[set] >>> 8) & 0xFF;
      traits.kind()[to] = (int) (keys[set] >>> 4) & 0xF;
      traits.missing()[to] = (int) keys[set] & 0xF;
      traits.counts()[to] = counts[set];
    }
    for (var doc = 0; doc < language.length; doc++) {
      rows[doc * 3 + Columns.TRAITS] = rank[rows[doc * 3 + Columns.TRAITS]];
    }
    return traits;
  }
}
