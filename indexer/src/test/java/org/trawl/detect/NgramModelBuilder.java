package org.trawl.detect;

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
  private final String alphabet;

  /// The runs to choose from, ascending, so that a run comes behind all shorter ones.
  private final long[] candidates;

  /// By candidate: the place of its run without the first character; -1 for a single character.
  private final int[] tails;

  /// By language and candidate: the negative logarithm of its last character's probability.
  private final float[][] costs;

  /// @param languages their names, in the order of the counts
  NgramModelBuilder(List<String> languages, List<NgramCounts> counts) {
    this.languages = List.copyOf(languages);
    this.counts = List.copyOf(counts);
    alphabet = alphabet();
    candidates = candidates();
    tails = new int[candidates.length];
    Arrays.setAll(tails, i -> indexOf(Ngram.tail(candidates[i])));
    costs = new float[counts.size()][];
    IntStream.range(0, costs.length).parallel().forEach(i -> costs[i] = costs(counts.get(i)));
  }

  /// A model of about this many runs.
  NgramModel.Source build(int size) {
    int[] chosen = withBeginnings(best(size));
    byte[][] steps = new byte[costs.length][chosen.length];
    for (int language = 0; language < costs.length; language++) {
      for (int i = 0; i < chosen.length; i++) {
        long cost = Math.round(costs[language][chosen[i]] / NgramModel.STEP);
        steps[language][i] = (byte) Math.min(NgramModel.MAX_COST, cost);
      }
    }
    return new NgramModel.Source(languages, alphabet, runs(chosen), steps);
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
    var result = new StringBuilder();
    for (long letter : letters.sortedKeys()) {
      result.append(Ngram.widen((char) letter));
    }
    return result.toString();
  }

  private long[] candidates() {
    var known = new boolean[Ngram.OTHER + 1];
    alphabet.chars().forEach(c -> known[Ngram.narrow((char) c)] = true);
    var runs = new LongCounts();
    for (NgramCounts language : counts) {
      language.forEach((ngram, share) -> {
        if (share >= RAREST_RUN && isOf(known, ngram)) {
          addWithParts(ngram, runs);
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

  /// A run's beginnings and ends are at least as frequent as it, so most are there already.
  private static void addWithParts(long ngram, LongCounts runs) {
    if (ngram != 0 && runs.get(ngram) == 0) {
      runs.add(ngram, 1);
      addWithParts(Ngram.head(ngram), runs);
      addWithParts(Ngram.tail(ngram), runs);
    }
  }

  private float[] costs(NgramCounts language) {
    double[] probabilities = new double[candidates.length];
    float[] result = new float[candidates.length];
    for (int i = 0; i < candidates.length; i++) {
      long ngram = candidates[i];
      probabilities[i] =
          tails[i] < 0
              ? language.probability(ngram)
              : language.probability(ngram, probabilities[tails[i]]);
      result[i] = (float) -Math.log(probabilities[i]);
    }
    return result;
  }

  private int indexOf(long ngram) {
    return ngram == 0 ? -1 : Arrays.binarySearch(candidates, ngram);
  }

  /// The most useful candidates, by their places.
  private int[] best(int size) {
    double[] worth = new double[candidates.length];
    IntStream.range(0, worth.length).parallel().forEach(i -> worth[i] = worth(i));
    double[] sorted = worth.clone();
    Arrays.sort(sorted);
    double least = sorted[Math.max(0, sorted.length - size)];
    return IntStream.range(0, worth.length).filter(i -> worth[i] >= least).toArray();
  }

  /// How much a run changes what the next shorter one says of the languages, where it is met: for
  /// each language, how far the change of its cost is from the mean change, times how often the
  /// language has the run.
  private double worth(int candidate) {
    long ngram = candidates[candidate];
    int tail = tails[candidate];
    if (tail < 0) {
      return Double.MAX_VALUE;
    }
    double mean = 0;
    for (float[] language : costs) {
      mean += (language[candidate] - language[tail]) / costs.length;
    }
    double worth = 0;
    for (int i = 0; i < costs.length; i++) {
      double change = costs[i][candidate] - costs[i][tail];
      worth += counts.get(i).share(ngram) * Math.abs(change - mean);
    }
    return worth;
  }

  private int[] withBeginnings(int[] chosen) {
    var all = new boolean[candidates.length];
    for (int candidate : chosen) {
      for (long rest = candidates[candidate]; rest != 0; rest = Ngram.head(rest)) {
        all[indexOf(rest)] = true;
      }
    }
    return IntStream.range(0, all.length).filter(i -> all[i]).toArray();
  }

  private long[] runs(int[] chosen) {
    int[] codes = new int[Ngram.OTHER + 1];
    for (int i = 0; i < alphabet.length(); i++) {
      codes[Ngram.narrow(alphabet.charAt(i))] = i + 1;
    }
    long[] runs = new long[chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      long ngram = candidates[chosen[i]];
      for (int index = 0; index < Ngram.length(ngram); index++) {
        runs[i] = (runs[i] << 8) | codes[Ngram.charAt(ngram, index)];
      }
    }
    return runs;
  }
}
