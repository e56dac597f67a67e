package org.trawl.detect;

import java.util.List;
import org.trawl.language.LanguageCode;

/// Tells the languages of one script apart by their runs of letters.
///
/// Immutable, so safe for all threads.
final class ScriptModel {
  /// Characters of a word depend on each other, so the distance between two languages says less
  /// than it would for independent ones: confidence grows with this part of it.
  private static final double TEMPER = 0.4;

  /// What a character of running text costs at most on average in its own language, as a natural
  /// logarithm; other languages, and codes, cost more in any.
  private static final double HIGHEST_MEAN_COST = 3.2;

  /// Characters read before asking again whether that is enough.
  private static final int BLOCK = 16;

  /// A confidence that the rest of a text does not change; measured on `sentences.tsv`, where
  /// reading on to the end is right as often (docs/decisions/detection.md).
  private static final double SURE = 0.9999;

  private final NgramModel model;
  private final List<String> languages;

  /// What a text pays to be in each language, before its first letter.
  private final int[] costs;

  private final Alphabets alphabets;

  /// By two places of languages: whether one text can be in both.
  private final boolean[][] near;

  ScriptModel(Script script, NgramModel model, int[] costs) {
    this.model = model;
    this.alphabets = new Alphabets(script, model.languages());
    this.languages = model.languages();
    this.costs = costs.clone();
    near = new boolean[costs.length][costs.length];
    for (int i = 0; i < costs.length; i++) {
      for (int j = 0; j < costs.length; j++) {
        near[i][j] = LanguageCode.near(languages.get(i), languages.get(j));
      }
    }
  }

  /// The language that explains a text best; not confident where none does so well. Reads on only
  /// until it is sure: most of a long tweet says again what its beginning said.
  ///
  /// @param expected what the text is said to be in; once as confident of it as `enough`, the rest
  ///   is not read either. Any other text where nothing is said
  LanguageDetector.Guess guess(TweetLetters text, String expected, double enough) {
    long excluded = alphabets.excluded(text);
    if (Long.bitCount(excluded) == costs.length) {
      // Several languages in one text.
      return LanguageDetector.Guess.NONE;
    }
    long[] sums = model.newSums();
    int length = Math.min(text.length(), NgramModel.MAX_CHARACTERS);
    int characters = 0;
    LanguageDetector.Guess guess = LanguageDetector.Guess.NONE;
    int start = 0;
    while (start < length - 1
        && guess.confidence() < SURE
        && !(guess.confidence() >= enough && LanguageCode.near(expected, guess.language()))) {
      int end = blockEnd(text.chars, start, length);
      characters += model.add(text.chars, start, end, sums);
      start = end - 1;
      if (characters > 0) {
        guess = guess(sums, characters, excluded);
      }
    }
    return guess;
  }

  /// Behind the first space that is a block away, or behind the last.
  private static int blockEnd(char[] chars, int start, int length) {
    int end = start + BLOCK;
    while (end < length && chars[end - 1] != ' ') {
      end++;
    }
    return Math.min(end, length);
  }

  private LanguageDetector.Guess guess(long[] sums, int characters, long excluded) {
    int best = cheapest(sums, excluded);
    double lead = lead(sums, best, excluded) * NgramModel.STEP;
    double confidence = 1 / (1 + Math.exp(-TEMPER * lead));
    boolean strange = meanCost(sums, best, characters) > HIGHEST_MEAN_COST;
    return new LanguageDetector.Guess(
        languages.get(best), strange ? Math.min(confidence, 0.5) : confidence);
  }

  /// Whether a language lacks letters of a text.
  boolean excludes(String language, TweetLetters text) {
    return alphabets.excludes(language, text);
  }

  /// The place of the language with the lowest cost.
  private int cheapest(long[] sums, long excluded) {
    int best = 0;
    int lowest = Integer.MAX_VALUE;
    for (int i = 0; i < costs.length; i++) {
      int cost = NgramModel.cost(sums, i) + costs[i];
      if (cost < lowest && (excluded >>> i & 1) == 0) {
        lowest = cost;
        best = i;
      }
    }
    return best;
  }

  /// How much more the best language costs that is not near one.
  private int lead(long[] sums, int over, long excluded) {
    boolean[] nearOver = near[over];
    int second = Integer.MAX_VALUE;
    for (int i = 0; i < costs.length; i++) {
      int cost = NgramModel.cost(sums, i) + costs[i];
      if (cost < second && !nearOver[i] && (excluded >>> i & 1) == 0) {
        second = cost;
      }
    }
    return second - NgramModel.cost(sums, over) - costs[over];
  }

  private static double meanCost(long[] sums, int language, int characters) {
    return NgramModel.cost(sums, language) * NgramModel.STEP / characters;
  }
}
