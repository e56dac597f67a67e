package org.trawl.search;

import org.trawl.columns.Columns;

/// What is counted over a set of hits: how many each account sent, how many have each trait set,
/// how many carry each tag. All facets are read from these three.
///
/// Not thread-safe; pooled, as the counters of a large archive are megabytes.
final class Tallies {
  private final Columns columns;
  private final Tally accounts;
  private final Tally traits;
  private final Tally tags;

  Tallies(Columns columns) {
    this.columns = columns;
    accounts = new Tally(columns.dictionaries().accounts().size());
    traits = new Tally(columns.traits().size());
    tags = new Tally(columns.dictionaries().tagCount());
  }

  Tally accounts() {
    return accounts;
  }

  Tally traits() {
    return traits;
  }

  Tally tags() {
    return tags;
  }

  void clear() {
    accounts.clear();
    traits.clear();
    tags.clear();
  }

  void addAll(Tallies other) {
    accounts.addAll(other.accounts);
    traits.addAll(other.traits);
    tags.addAll(other.tags);
  }

  /// Takes away another's counts, which must all be counted here too.
  void subtract(Tallies other) {
    accounts.subtract(other.accounts);
    traits.subtract(other.traits);
    tags.subtract(other.tags);
  }

  /// Counts the hits of one segment.
  void add(SegmentHits hits, Needs needs) {
    var bits = hits.bits();
    var list = hits.list();
    if (bits != null) {
      addBits(bits.getBits(), hits.base(), needs);
    } else if (list != null) {
      for (var doc : list) {
        add(hits.base() + doc, needs);
      }
    } else {
      for (var doc = 0; doc < hits.size(); doc++) {
        add(hits.base() + doc, needs);
      }
    }
  }

  private void addBits(long[] words, int base, Needs needs) {
    for (var w = 0; w < words.length; w++) {
      var first = base + (w << 6);
      for (var word = words[w]; word != 0; word &= word - 1) {
        add(first + Long.numberOfTrailingZeros(word), needs);
      }
    }
  }

  private void add(int doc, Needs needs) {
    var rows = columns.rows();
    var row = doc * Columns.STRIDE;
    accounts.add(rows[row + Columns.ACCOUNT]);
    if (needs.traits()) {
      traits.add(rows[row + Columns.TRAITS]);
    }
    if (needs.tags()) {
      var values = columns.tags();
      var end = rows[row + Columns.STRIDE + Columns.TAGS];
      for (var i = rows[row + Columns.TAGS]; i < end; i++) {
        tags.add(values[i]);
      }
    }
  }

  /// Counts every tweet of the archive, from counts known since it was published.
  void addAllTweets() {
    addKnown(accounts, columns.dictionaries().accounts().counts(), 0);
    addKnown(traits, columns.traits().counts(), 0);
    var dictionaries = columns.dictionaries();
    addKnown(tags, dictionaries.hashtags().counts(), 0);
    addKnown(tags, dictionaries.mentions().counts(), dictionaries.firstMention());
    addKnown(tags, dictionaries.domains().counts(), dictionaries.firstDomain());
  }

  private static void addKnown(Tally tally, int[] counts, int first) {
    for (var i = 0; i < counts.length; i++) {
      tally.add(first + i, counts[i]);
    }
  }

  /// Which of the three must be counted; accounts always are.
  record Needs(boolean traits, boolean tags) {}
}
