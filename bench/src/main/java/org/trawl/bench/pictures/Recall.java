package org.trawl.bench.pictures;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.trawl.generate.media.PictureChange;
import org.trawl.generate.media.Poster;
import org.trawl.media.PictureHash;

/// Of generated pictures: in how many bits the hash of a changed one differs from its original's,
/// and those of different pictures from each other.
final class Recall {
  private static final String WORDS =
      "Wake up, they lie to you Проснись, они лгут тебе استيقظ إنهم يكذبون عليك share this now";

  private final int pictures;
  private final int plain;
  private final Map<PictureChange, long[]> changed;
  private final long[] pairs;

  private Recall(int pictures, int plain, Map<PictureChange, long[]> changed, long[] pairs) {
    this.pictures = pictures;
    this.plain = plain;
    this.changed = changed;
    this.pairs = pairs;
  }

  /// How many were drawn.
  int pictures() {
    return pictures;
  }

  /// Of these, too plain for a hash.
  int plain() {
    return plain;
  }

  /// One picture's hash, and those of its changes.
  private record Drawn(Optional<PictureHash> hash, Map<PictureChange, Optional<PictureHash>> of) {}

  /// Draws pictures and measures them, on all processors.
  ///
  /// @param seed other seeds draw other pictures
  static Recall of(int pictures, long seed) {
    var drawn = IntStream.range(0, pictures).parallel().mapToObj(i -> draw(seed + i)).toList();
    var changed = new EnumMap<PictureChange, long[]>(PictureChange.class);
    for (var change : PictureChange.values()) {
      changed.put(change, new long[PictureHash.BITS + 1]);
    }
    var hashes = new ArrayList<PictureHash>();
    for (var one : drawn) {
      if (one.hash.isEmpty()) {
        continue;
      }
      var own = one.hash.get();
      hashes.add(own);
      one.of.forEach((change, hash) -> {
        // One that is too plain after a change is not found again.
        if (hash.isPresent()) {
          requireNonNull(changed.get(change))[own.distance(hash.get())]++;
        }
      });
    }
    return new Recall(pictures, pictures - hashes.size(), changed, pairs(hashes));
  }

  private static Drawn draw(long seed) {
    var from = (int) Math.floorMod(seed, 40L);
    var image = Poster.of(seed, WORDS.substring(from));
    var of = new EnumMap<PictureChange, Optional<PictureHash>>(PictureChange.class);
    for (var change : PictureChange.values()) {
      of.put(change, PictureHash.of(change.of(image)));
    }
    return new Drawn(PictureHash.of(image), of);
  }

  private static long[] pairs(List<PictureHash> hashes) {
    return IntStream.range(0, hashes.size())
        .parallel()
        .mapToObj(i -> {
          var counts = new long[PictureHash.BITS + 1];
          for (var k = 0; k < i; k++) {
            counts[hashes.get(i).distance(hashes.get(k))]++;
          }
          return counts;
        })
        .reduce(new long[PictureHash.BITS + 1], Recall::sum);
  }

  private static long[] sum(long[] a, long[] b) {
    var sum = a.clone();
    for (var i = 0; i < sum.length; i++) {
      sum[i] += b[i];
    }
    return sum;
  }

  /// The part of the pictures that are found again after a change.
  ///
  /// @param most the largest distance that counts as the same
  double recall(PictureChange change, int most) {
    return upTo(requireNonNull(changed.get(change)), most) / (double) (pictures - plain);
  }

  /// Pairs of different pictures that would be taken for the same, in a million pairs.
  double falsePerMillion(int most) {
    return upTo(pairs, most) * 1e6 / upTo(pairs, PictureHash.BITS);
  }

  private static long upTo(long[] counts, int most) {
    var sum = 0L;
    for (var i = 0; i <= most; i++) {
      sum += counts[i];
    }
    return sum;
  }
}
