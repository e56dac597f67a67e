package org.trawl.media;

import static org.trawl.media.MediaCatalogue.LONG;

import java.lang.foreign.MemorySegment;
import java.util.List;

/// Finds all hashes within a distance of one, by comparing it with each.
///
/// That reads 32 bytes a hash in order, 64 MB for two million, and counts bits: some milliseconds.
/// Multi-index hashing (Norouzi, Punjani, Fleet 2014) looks into buckets instead, and is faster for
/// small distances alone: at [PictureHash#ALIKE], a piece of 16 bits may differ in three, and the
/// buckets of its 697 neighbours, for each of 16 pieces, hold a sixth of all hashes, in no order.
///
/// Nothing is missed. Thread-safe.
public final class HashIndex {
  /// In memory.
  static final int BYTES_A_HASH = PictureHash.BITS / Byte.SIZE;

  private static final int WORDS = PictureHash.BITS / Long.SIZE;

  private final long[] words;

  private HashIndex(long[] words) {
    this.words = words;
  }

  static HashIndex of(MemorySegment hashes, int size) {
    var words = new long[size * WORDS];
    for (var i = 0; i < words.length; i++) {
      words[i] = hashes.get(LONG, (long) i * Long.BYTES);
    }
    return new HashIndex(words);
  }

  /// An index of hashes as they come; for measurements, as a catalogue has its own.
  public static HashIndex of(List<PictureHash> hashes) {
    var words = new long[hashes.size() * WORDS];
    for (var i = 0; i < words.length; i++) {
      words[i] = hashes.get(i / WORDS).word(i % WORDS);
    }
    return new HashIndex(words);
  }

  /// Told of a hash that is near.
  @FunctionalInterface
  public interface Found {
    void take(int i, int distance);
  }

  /// Tells of all hashes within a distance, in their order.
  ///
  /// @param most 0 to [PictureHash#BITS]
  public void find(PictureHash hash, int most, Found found) {
    var a = hash.a();
    var b = hash.b();
    var c = hash.c();
    var d = hash.d();
    for (var at = 0; at < words.length; at += WORDS) {
      var distance =
          Long.bitCount(a ^ words[at])
              + Long.bitCount(b ^ words[at + 1])
              + Long.bitCount(c ^ words[at + 2])
              + Long.bitCount(d ^ words[at + 3]);
      if (distance <= most) {
        found.take(at / WORDS, distance);
      }
    }
  }
}
