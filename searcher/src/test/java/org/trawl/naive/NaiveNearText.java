package org.trawl.naive;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What near-copies are, by the words of the definition and nothing else.
public final class NaiveNearText {
  private NaiveNearText() {}

  /// @param one what copies share, words with a space between; empty for a text without words
  public static boolean isNear(String one, String other) {
    if (one.isEmpty() || other.isEmpty()) {
      return false;
    }
    var words = List.of(one.split(" "));
    var otherWords = List.of(other.split(" "));
    if (words.size() < 4 || otherWords.size() < 4) {
      return one.equals(other);
    }
    var either = new HashSet<>(shingles(words));
    either.addAll(shingles(otherWords));
    var both = new HashSet<>(shingles(words));
    both.retainAll(shingles(otherWords));
    return 10 * both.size() >= 7 * either.size();
  }

  private static Set<String> shingles(List<String> words) {
    var shingles = new HashSet<>(words);
    for (int i = 1; i < words.size(); i++) {
      shingles.add(words.get(i - 1) + " " + words.get(i));
    }
    return shingles;
  }
}
