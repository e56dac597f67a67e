package org.trawl.language;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Chooses which runs of characters tell some languages apart, and makes a [NgramModel] of them.
/// Used when Trawl is built, not when it runs.
final class NgramModelBuilder {
  /// The rarest letter of a language's alphabet, as a share of its letters: below it are the
  /// letters of foreign names.
  private static final double RAREST_LETTER = 2e-5;

  /// The rarest run to look at, as a share of a language's runs.
  private static final double RAREST_RUN = 3e-6;

  private final List<String> languages;
  private final List<NgramCounts> counts;

  /// @param languages their names, in the order of the counts
  NgramModelBuilder(List<String> languages, List<NgramCounts> counts) {
    this.languages = List.copyOf(languages);
    this.counts = List.copyOf(counts);
  }

  /// A model of about this many runs.
  NgramModel.Source build(int size) {
    String alphabet = alphabet();
    long[] ngrams = withBeginnings(best(candidates(alphabet), size), alphabet);
    return new NgramModel.Source(languages, alphabet, runs(ngrams, alphabet), costs(ngrams));
  }

  private String alphabet() {
    var letters = new LongCounts();
    for (NgramCounts language : counts) {
      language.forEach((ngram, share) -> {
        boolean letter = Ngram.length(ngram) == 1 && ngram != Ngram.OTHER;
        if (letter && share > RAREST_LETTER) {
          letters.add(ngram, share);
        }
      });
    }
    var alphabet = new StringBuilder();
    for (long letter : letters.sortedKeys()) {
      alphabet.append(Ngram.widen((char) letter));
    }
    return alphabet.toString();
  }

  private long[] candidates(String alphabet) {
    var known = new boolean[Ngram.OTHER + 1];
    alphabet.chars().forEach(c -> known[Ngram.narrow((char) c)] = true);
    var runs = new LongCounts();
    for (NgramCounts language : counts) {
      language.forEach((ngram, share) -> {
        if (share >= RAREST_RUN && isOf(known, ngram)) {
          runs.add(ngram, share);
        }
      });
    }
    return runs.sortedKeys();
  }

  private static boolean isOf(boolean[] known, long ngram) {
    for (long rest = ngram; rest != 0; rest = Ngram.head(rest)) {
      if (!known[Ngram.last(rest)]) {
        return false;
      }
    }
    return true;
  }

  private long[] best(long[] candidates, int size) {
    if (candidates.length <= size) {
      return candidates;
    }
    double[] worth = new double[candidates.length];
    IntStream.range(0, worth.length).parallel().forEach(i -> worth[i] = worth(candidates[i]));
    double[] sorted = worth.clone();
    Arrays.sort(sorted);
    double least = sorted[sorted.length - size];
    return IntStream.range(0, worth.length)
        .filter(i -> worth[i] >= least)
        .mapToLong(i -> candidates[i])
        .toArray();
  }

  /// How much a run changes what the next shorter one says of the languages, where it is met: for
  /// each language, how far the change of its cost is from the mean change, times how often the
  /// language has the run.
  private double worth(long ngram) {
    if (Ngram.length(ngram) == 1) {
      return Double.MAX_VALUE;
    }
    double[] change = new double[counts.size()];
    double mean = 0;
    for (int i = 0; i < change.length; i++) {
      change[i] = counts.get(i).logarithmicGain(ngram);
      mean += change[i] / change.length;
    }
    double worth = 0;
    for (int i = 0; i < change.length; i++) {
      worth += counts.get(i).share(ngram) * Math.abs(change[i] - mean);
    }
    return worth;
  }

  private static long[] withBeginnings(long[] ngrams, String alphabet) {
    var all = new LongCounts();
    for (long ngram : ngrams) {
      for (long rest = ngram; rest != 0; rest = Ngram.head(rest)) {
        all.add(rest, 1);
      }
    }
    alphabet.chars().forEach(c -> all.add(Ngram.narrow((char) c), 1));
    return all.sortedKeys();
  }

  private static long[] runs(long[] ngrams, String alphabet) {
    int[] codes = new int[Ngram.OTHER + 1];
    for (int i = 0; i < alphabet.length(); i++) {
      codes[Ngram.narrow(alphabet.charAt(i))] = i + 1;
    }
    long[] runs = new long[ngrams.length];
    for (int i = 0; i < ngrams.length; i++) {
      for (int place = 0; place < Ngram.length(ngrams[i]); place++) {
        runs[i] = (runs[i] << 8) | codes[Ngram.charAt(ngrams[i], place)];
      }
    }
    return runs;
  }

  private byte[][] costs(long[] ngrams) {
    byte[][] costs = new byte[counts.size()][ngrams.length];
    IntStream.range(0, costs.length)
        .parallel()
        .forEach(language -> {
          for (int i = 0; i < ngrams.length; i++) {
            double cost = -Math.log(counts.get(language).probability(ngrams[i]));
            long steps = Math.round(cost / NgramModel.STEP);
            costs[language][i] = (byte) Math.min(NgramModel.MAX_COST, steps);
          }
        });
    return costs;
  }
}
