package org.trawl.search;

import org.trawl.columns.Columns;

/// What is counted over a set of hits: how many each account sent, how many have each trait set,
/// how many carry each tag. All facets are read from these three.
///
/// Not thread-safe; pooled, as the counters of a large archive are megabytes.
final class Tallies {
  /// Documents counted at a time.
  private static final int BLOCK = 1024;

  private final Columns columns;
  private final int[] block = new int[BLOCK];
  private final int[] ordinals = new int[BLOCK];
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
    if (bits != null) {
      addBits(bits.getBits(), hits.base(), needs);
      return;
    }
    var count = 0;
    for (var doc = hits.next(0); doc < hits.size(); doc = hits.next(doc + 1)) {
      block[count++] = hits.base() + doc;
      if (count == BLOCK) {
        add(count, needs);
        count = 0;
      }
    }
    add(count, needs);
  }

  private void addBits(long[] words, int base, Needs needs) {
    var count = 0;
    for (var w = 0; w < words.length; w++) {
      var first = base + (w << 6);
      for (var word = words[w]; word != 0; word &= word - 1) {
        block[count++] = first + Long.numberOfTrailingZeros(word);
      }
      // The next word has 64 at most.
      if (count > BLOCK - Long.SIZE) {
        add(count, needs);
        count = 0;
      }
    }
    add(count, needs);
  }

  /// Counts the first documents of the block: one column after another.
  private void add(int count, Needs needs) {
    var rows = columns.rows();
    for (var i = 0; i < count; i++) {
      ordinals[i] = rows[block[i] * Columns.STRIDE + Columns.ACCOUNT];
    }
    accounts.add(ordinals, count);
    if (needs.traits()) {
      for (var i = 0; i < count; i++) {
        ordinals[i] = rows[block[i] * Columns.STRIDE + Columns.TRAITS];
      }
      traits.add(ordinals, count);
    }
    if (needs.tags()) {
      addTags(rows, count);
    }
  }

  private void addTags(int[] rows, int count) {
    var values = columns.tags();
    var length = 0;
    for (var i = 0; i < count; i++) {
      var row = block[i] * Columns.STRIDE;
      var end = rows[row + Columns.STRIDE + Columns.TAGS];
      for (var at = rows[row + Columns.TAGS]; at < end; at++) {
        ordinals[length++] = values[at];
        if (length == ordinals.length) {
          tags.add(ordinals, length);
          length = 0;
        }
      }
    }
    tags.add(ordinals, length);
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
