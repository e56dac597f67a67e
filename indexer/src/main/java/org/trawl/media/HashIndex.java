package org.trawl.media;

import static org.trawl.media.MediaCatalogue.LONG;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/// Finds all hashes within a distance of one.
///
/// Multi-index hashing (Norouzi, Punjani, Fleet: “Fast Exact Search in Hamming Space with
/// Multi-Index Hashing”, 2014): a hash is cut into 16 pieces of 16 bits. Of two that differ in at
/// most d bits, some piece differs in at most d / 16; so the buckets of each piece's neighbours
/// hold all that can be near, and only those are compared whole. Nothing is missed. Few hashes are
/// compared one by one, as that costs less than looking into buckets.
///
/// In memory 32 bytes a hash, and 64 more where there are buckets. Thread-safe.
public final class HashIndex {
  /// The largest distance that can be asked for: two pieces' bits and less than all of a third.
  public static final int MOST_DISTANCE = 47;

  /// In memory.
  static final int BYTES_A_HASH = 96;

  private static final int PIECES = 16;
  private static final int PIECE_BITS = 16;
  private static final int BUCKETS = 1 << PIECE_BITS;
  private static final int WORDS = PictureHash.BITS / Long.SIZE;
  private static final int PIECES_A_WORD = Long.SIZE / PIECE_BITS;

  /// With fewer, a bucket holds less than one, and all are compared within a millisecond.
  private static final int FEW = 1 << 16;

  private final long[] words;
  private final int size;

  /// For each piece, where each bucket begins among `members`; empty for few hashes.
  private final int[][] buckets;

  private final int[][] members;

  /// The changes of up to two bits of a piece, by how many: those of one end before these of two.
  private final int[] changes = changes();

  private HashIndex(long[] words, int size) {
    this.words = words;
    this.size = size;
    var few = size < FEW;
    buckets = new int[few ? 0 : PIECES][];
    members = new int[few ? 0 : PIECES][];
    for (var piece = 0; piece < buckets.length; piece++) {
      fill(piece);
    }
  }

  static HashIndex of(MemorySegment hashes, int size) {
    var words = new long[size * WORDS];
    for (var i = 0; i < words.length; i++) {
      words[i] = hashes.get(LONG, (long) i * Long.BYTES);
    }
    return new HashIndex(words, size);
  }

  /// An index of hashes as they come; for measurements, as a catalogue has its own.
  public static HashIndex of(java.util.List<PictureHash> hashes) {
    var words = new long[hashes.size() * WORDS];
    for (var i = 0; i < words.length; i++) {
      words[i] = hashes.get(i / WORDS).word(i % WORDS);
    }
    return new HashIndex(words, hashes.size());
  }

  /// Told of a hash that is near.
  @FunctionalInterface
  public interface Found {
    void take(int i, int distance);
  }

  private void fill(int piece) {
    var starts = new int[BUCKETS + 1];
    for (var i = 0; i < size; i++) {
      starts[piece(i, piece) + 1]++;
    }
    for (var b = 0; b < BUCKETS; b++) {
      starts[b + 1] += starts[b];
    }
    var next = starts.clone();
    var all = new int[size];
    for (var i = 0; i < size; i++) {
      all[next[piece(i, piece)]++] = i;
    }
    buckets[piece] = starts;
    members[piece] = all;
  }

  private int piece(int i, int piece) {
    return piece(words[i * WORDS + piece / PIECES_A_WORD], piece);
  }

  private static int piece(long word, int piece) {
    return (int) (word >>> (piece % PIECES_A_WORD * PIECE_BITS)) & (BUCKETS - 1);
  }

  private static int[] changes() {
    var all = new int[1 + PIECE_BITS + PIECE_BITS * (PIECE_BITS - 1) / 2];
    var at = 1;
    for (var i = 0; i < PIECE_BITS; i++) {
      all[at++] = 1 << i;
    }
    for (var i = 0; i < PIECE_BITS; i++) {
      for (var k = 0; k < i; k++) {
        all[at++] = 1 << i | 1 << k;
      }
    }
    return all;
  }

  private static int changesOf(int bits) {
    return switch (bits) {
      case 0 -> 1;
      case 1 -> 1 + PIECE_BITS;
      default -> 1 + PIECE_BITS + PIECE_BITS * (PIECE_BITS - 1) / 2;
    };
  }

  /// Tells of all hashes within a distance, each once, in no order.
  ///
  /// @param most 0 to [#MOST_DISTANCE]
  public void find(PictureHash hash, int most, Found found) {
    if (most < 0 || most > MOST_DISTANCE) {
      throw new IllegalArgumentException("distance must be 0 to " + MOST_DISTANCE);
    }
    if (buckets.length == 0) {
      for (var i = 0; i < size; i++) {
        var distance = distance(hash, i);
        if (distance <= most) {
          found.take(i, distance);
        }
      }
      return;
    }
    find(hash, most, changesOf(most / PIECES), found);
  }

  private void find(PictureHash hash, int most, int tried, Found found) {
    var near = new int[64];
    var count = 0;
    for (var piece = 0; piece < PIECES; piece++) {
      var own = piece(hash.word(piece / PIECES_A_WORD), piece);
      var starts = buckets[piece];
      var all = members[piece];
      for (var change = 0; change < tried; change++) {
        var bucket = own ^ changes[change];
        for (var k = starts[bucket]; k < starts[bucket + 1]; k++) {
          if (distance(hash, all[k]) <= most) {
            near = count == near.length ? Arrays.copyOf(near, 2 * count) : near;
            near[count++] = all[k];
          }
        }
      }
    }
    // One can be in the buckets of several pieces.
    Arrays.sort(near, 0, count);
    for (var k = 0; k < count; k++) {
      if (k == 0 || near[k] != near[k - 1]) {
        found.take(near[k], distance(hash, near[k]));
      }
    }
  }

  private int distance(PictureHash hash, int i) {
    var at = i * WORDS;
    return Long.bitCount(hash.a() ^ words[at])
        + Long.bitCount(hash.b() ^ words[at + 1])
        + Long.bitCount(hash.c() ^ words[at + 2])
        + Long.bitCount(hash.d() ^ words[at + 3]);
  }
}
