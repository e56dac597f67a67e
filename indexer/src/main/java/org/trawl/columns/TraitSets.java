package org.trawl.columns;

import java.util.ArrayList;
import java.util.HashMap;
import org.apache.lucene.util.ArrayUtil;

/// Puts together which traits tweets have at the same time: a tweet's language, detected language,
/// kind, media, client, how many copies its text has and which facets it has no value of. Few such
/// sets cover an archive, so they are counted in one step for all of these facets.
final class TraitSets {
  private TraitSets() {}

  /// What tweets have, by document.
  ///
  /// @param missing a bit for each facet of which a tweet has no value
  /// @param copies the group of tweets with the same text, 0 for none
  /// @param groupSizes tweets by group
  @SuppressWarnings("ArrayRecordComponent") // Only to hand them on.
  record Of(
      int[] language,
      byte[] detected,
      byte[] kind,
      byte[] media,
      int[] client,
      byte[] missing,
      int[] copies,
      int[] groupSizes) {
    private Set set(int doc) {
      var tweets = copies[doc] == 0 ? 1 : groupSizes[copies[doc]];
      return new Set(
          language[doc],
          client[doc],
          detected[doc],
          kind[doc],
          media[doc],
          missing[doc],
          CopyRange.of(tweets).number());
    }
  }

  private record Set(
      int language, int client, byte detected, byte kind, byte media, byte missing, byte copies) {}

  /// Writes each tweet's set into its row.
  ///
  /// @return the sets, the most frequent first
  static Columns.Traits of(int[] rows, Of tweets) {
    var found = new HashMap<Set, Integer>();
    var sets = new ArrayList<Set>();
    var counts = new int[64];
    var size = tweets.language.length;
    for (var doc = 0; doc < size; doc++) {
      var traits = tweets.set(doc);
      var known = found.putIfAbsent(traits, sets.size());
      var set = known == null ? sets.size() : known;
      if (known == null) {
        sets.add(traits);
        counts = ArrayUtil.grow(counts, set + 1);
      }
      counts[set]++;
      rows[doc * Columns.STRIDE + Columns.TRAITS] = set;
    }
    var rank = FrequencyRank.of(counts, sets.size());
    var traits = Columns.Traits.ofSize(rank.length);
    for (var set = 0; set < rank.length; set++) {
      var to = rank[set];
      var of = sets.get(set);
      traits.language()[to] = of.language;
      traits.detected()[to] = of.detected & 0xFF;
      traits.kind()[to] = of.kind;
      traits.media()[to] = of.media & 0xFF;
      traits.client()[to] = of.client;
      traits.copies()[to] = of.copies;
      traits.missing()[to] = of.missing;
      traits.counts()[to] = counts[set];
    }
    for (var doc = 0; doc < size; doc++) {
      rows[doc * Columns.STRIDE + Columns.TRAITS] =
          rank[rows[doc * Columns.STRIDE + Columns.TRAITS]];
    }
    return traits;
  }
}
