package org.trawl.grammar;

import java.util.HashSet;
import java.util.Set;

/// Greek: what a stemmer leaves, with the consonant of a verb's present for those of its past and
/// passive (`αποκλείω`, `απέκλεισε`, `αποκλείστηκε`; `λείπω`, `λείψει`), and without the vowel that
/// the stemmer takes from one case and leaves in the other (`Ισπανία`, `Ισπανίας`).
final class GreekEndings implements Grammar {
  private static final int SHORTEST_STEM = 3;

  private final Grammar stemmer;

  GreekEndings(Grammar stemmer) {
    this.stemmer = stemmer;
  }

  @Override
  public void addLemmas(String word, Set<String> lemmas) {
    Set<String> stems = new HashSet<>();
    stemmer.addLemmas(word, stems);
    for (String stem : stems) {
      lemmas.add(present(stem));
    }
  }

  private static String present(String stem) {
    String active = cut(stem, "(?:ηθηκ|εθηκ|θηκ|τηκ|ηκ)$");
    active = active.replaceFirst("(?:χθ|χτ|ξ|γ|χ|κ|σσ|ττ)$", "κ");
    active = active.replaceFirst("(?:φθ|φτ|ψ|β|φ|π|πτ|ευ)$", "π");
    active = cut(active, "(?:[ηεα]?σμεν|μεν|ομ|ουμ|οντ|ουσ|ουντ|ετ|[ηεα]θ|[ηεα]σ|στ|σ|ζ|θ)$");
    return cut(active, "[ιεαυηο]+$");
  }

  private static String cut(String word, String ending) {
    String rest = word.replaceFirst(ending, "");
    return rest.length() >= SHORTEST_STEM ? rest : word;
  }
}
