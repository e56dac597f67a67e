package org.trawl.lucene;

import org.trawl.columns.Columns;

/// What is counted over a set of hits: how many each account sent, how many have each trait set,
/// how many carry each tag. All facets are read from these three.
///
/// Not thread-safe; pooled, as the counters of a large archive are megabytes.
final class Tallies {
  /// Documents counted at a time.
  private static final int BLOCK = 1024;

  /// Hits are counted dense when there is one for so many counters: to walk along those costs less
  /// than to note which were touched.
  private static final int DENSE = 16;

  /// From one hit in so many documents on, one document is counted after another; where hits are
  /// further apart, a block of them has its rows fetched from memory all at once.
  private static final int CROWDED = 8;

  private final Columns columns;
  private final int[] block = new int[BLOCK];
  private final int[] ordinals = new int[BLOCK];
  private final Tally accounts;
  private final Tally traits;
  private final Tally tags;
  private Needs needs = new Needs(false, false);
  private boolean dense;

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

  /// Must be called before counting.
  ///
  /// @param hits how many will be counted, all threads' together
  void begin(long hits, Needs forWhat) {
    needs = forWhat;
    var counters =
        (long) accounts.size()
            + (needs.traits ? traits.size() : 0)
            + (needs.tags ? tags.size() : 0);
    dense = hits >= counters / DENSE;
    if (dense) {
      accounts.countDense();
      if (needs.traits) {
        traits.countDense();
      }
      if (needs.tags) {
        tags.countDense();
      }
    }
  }

  /// Must be called after counting.
  void finish() {
    accounts.finish();
    traits.finish();
    tags.finish();
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

  /// Takes away another's counts, which must all be counted here too. Of what was counted dense.
  void subtract(Tallies other) {
    accounts.subtract(other.accounts);
    traits.subtract(other.traits);
    tags.subtract(other.tags);
  }

  /// Counts the hits of one segment.
  void add(SegmentHits hits) {
    var bits = hits.bits();
    if (bits != null && dense && hits.count() > hits.size() / CROWDED) {
      addDense(bits.getBits(), hits.base());
      return;
    }
    for (var count = hits.fill(0, block); count > 0; ) {
      var next = block[count - 1] + 1;
      addBlock(count, hits.base());
      count = hits.fill(next, block);
    }
  }

  /// One document after another.
  private void addDense(long[] words, int base) {
    var rows = columns.rows();
    var values = columns.tags();
    var accountCounts = accounts.counts();
    var traitCounts = traits.counts();
    var tagCounts = tags.counts();
    for (var w = 0; w < words.length; w++) {
      var first = base + (w << 6);
      for (var word = words[w]; word != 0; word &= word - 1) {
        var row = (first + Long.numberOfTrailingZeros(word)) * Columns.STRIDE;
        accountCounts[rows[row + Columns.ACCOUNT]]++;
        if (needs.traits) {
          traitCounts[rows[row + Columns.TRAITS]]++;
        }
        if (needs.tags) {
          var end = rows[row + Columns.STRIDE + Columns.TAGS];
          for (var at = rows[row + Columns.TAGS]; at < end; at++) {
            tagCounts[values[at]]++;
          }
        }
      }
    }
  }

  /// Counts the first documents of the block: one column after another.
  private void addBlock(int count, int base) {
    var rows = columns.rows();
    for (var i = 0; i < count; i++) {
      block[i] = (base + block[i]) * Columns.STRIDE;
    }
    for (var i = 0; i < count; i++) {
      ordinals[i] = rows[block[i] + Columns.ACCOUNT];
    }
    accounts.add(ordinals, count);
    if (needs.traits) {
      for (var i = 0; i < count; i++) {
        ordinals[i] = rows[block[i] + Columns.TRAITS];
      }
      traits.add(ordinals, count);
    }
    if (needs.tags) {
      addTags(rows, count);
    }
  }

  private void addTags(int[] rows, int count) {
    var values = columns.tags();
    var length = 0;
    for (var i = 0; i < count; i++) {
      var row = block[i];
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
    needs = new Needs(true, true);
    dense = true;
    accounts.countDense();
    traits.countDense();
    tags.countDense();
    var dictionaries = columns.dictionaries();
    accounts.addKnown(dictionaries.accounts().counts(), 0);
    traits.addKnown(columns.traits().counts(), 0);
    tags.addKnown(dictionaries.hashtags().counts(), 0);
    tags.addKnown(dictionaries.mentions().counts(), dictionaries.firstMention());
    tags.addKnown(dictionaries.domains().counts(), dictionaries.firstDomain());
    tags.addKnown(dictionaries.retweeted().counts(), dictionaries.firstRetweeted());
  }

  /// Which of the three must be counted; accounts always are.
  record Needs(boolean traits, boolean tags) {}
}
