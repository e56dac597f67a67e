package org.trawl.query;

import java.util.Collection;
import java.util.Optional;

/// Finds the known name that a mistyped one was perhaps meant to be.
final class Nearest {
  private static final int MAX_LENGTH = 40;

  private Nearest() {}

  /// The name with the fewest letters changed, added, dropped or swapped: at most one in a name of
  /// up to four letters, two in a longer one. Of equals, the first in the alphabet.
  static Optional<String> to(String typed, Collection<String> names) {
    if (typed.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    int allowed = typed.length() <= 4 ? 1 : 2;
    return names.stream()
        .sorted()
        .map(name -> new Candidate(name, distance(typed, name)))
        .filter(candidate -> candidate.distance <= allowed)
        .min((a, b) -> Integer.compare(a.distance, b.distance))
        .map(Candidate::name);
  }

  private record Candidate(String name, int distance) {}

  /// Optimal string alignment: an edit distance that counts a swap of neighbours once.
  private static int distance(String a, String b) {
    var rows = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          rows[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best =
            Math.min(Math.min(rows[i - 1][j], rows[i][j - 1]) + 1, rows[i - 1][j - 1] + change);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          best = Math.min(best, rows[i - 2][j - 2] + 1);
        }
        rows[i][j] = best;
      }
    }
    return rows[a.length()][b.length()];
  }
}
