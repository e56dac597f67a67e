package org.trawl.ingest;

/// The ids of all tweets in an index, to drop duplicates: 12 to 16 bytes an id.
///
/// Open addressing in [#SHARDS] tables by the hash's highest bits, each of which grows by itself by
/// a quarter when four fifths full: no moment needs twice the memory, and none stops to move all
/// ids. A hash's place is its product with the capacity, so that a capacity need not be a power of
/// two. Not thread-safe: the reading thread's own.
final class TweetIdSet {
  private static final int SHARDS = 256;
  private static final int FIRST_CAPACITY = 64;

  private final long[][] tables = new long[SHARDS][FIRST_CAPACITY];
  private final int[] sizes = new int[SHARDS];
  private long size;

  /// Takes an id in.
  ///
  /// @param id above 0
  /// @return whether it was new
  boolean add(long id) {
    var hash = hash(id);
    var shard = (int) (hash >>> 56);
    var table = tables[shard];
    var at = slot(hash, table.length);
    while (table[at] != 0) {
      if (table[at] == id) {
        return false;
      }
      at = at + 1 == table.length ? 0 : at + 1;
    }
    table[at] = id;
    size++;
    sizes[shard]++;
    if (sizes[shard] > table.length / 5 * 4) {
      tables[shard] = grown(table);
    }
    return true;
  }

  /// How many ids there are.
  long size() {
    return size;
  }

  /// Bytes of the tables.
  long memory() {
    var slots = 0L;
    for (var table : tables) {
      slots += table.length;
    }
    return slots * Long.BYTES;
  }

  private static long[] grown(long[] table) {
    var larger = new long[table.length + table.length / 4];
    for (var id : table) {
      if (id == 0) {
        continue;
      }
      var at = slot(hash(id), larger.length);
      while (larger[at] != 0) {
        at = at + 1 == larger.length ? 0 : at + 1;
      }
      larger[at] = id;
    }
    return larger;
  }

  /// The bits below the shard's, as a fraction of the capacity.
  private static int slot(long hash, int capacity) {
    return (int) (((hash >>> 24 & 0xFFFF_FFFFL) * capacity) >>> 32);
  }

  /// Spreads ids, whose low bits are few and whose high bits are the time (the finish of
  /// SplitMix64, by Steele, Lea and Flood).
  private static long hash(long id) {
    var mixed = (id ^ (id >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
