package org.trawl.grammar;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finnish: what a stemmer leaves, without the vowel of the stem, without what makes participles,
/// infinitives and passives of a verb, and with its last consonants in their weak grade: `kieli`,
/// `kielen`, `kieltä`; `auttaa`, `autetaan`, `auttavat`.
final class FinnishEndings implements Grammar {
  private static final int SHORTEST_STEM = 3;

  private static final Pattern OF_VERBS =
      Pattern.compile("(.{3,}?)(?:tt[uyaä]v?|[aäeiouyö](?:m|v|ty|tu|nut|nyt|nee))");

  private static final Pattern VOWELS = Pattern.compile("(.{2,}?)[aäeiouyö]+n?");

  private final Grammar stemmer;

  FinnishEndings(Grammar stemmer) {
    this.stemmer = stemmer;
  }

  @Override
  public void addLemmas(String word, Set<String> lemmas) {
    Set<String> stems = new HashSet<>();
    stemmer.addLemmas(word, stems);
    for (String stem : stems) {
      lemmas.add(weak(cut(cut(stem, VOWELS), OF_VERBS)));
    }
  }

  private static String cut(String word, Pattern ending) {
    Matcher matcher = ending.matcher(word);
    return matcher.matches() && matcher.group(1).length() >= SHORTEST_STEM
        ? matcher.group(1)
        : word;
  }

  private static String weak(String stem) {
    return stem.replaceFirst("(?:kk|k)$", "k")
        .replaceFirst("tt$", "t")
        .replaceFirst("pp$", "p")
        .replaceFirst("(?:nt|nn)$", "n")
        .replaceFirst("(?:lt|ll)$", "l")
        .replaceFirst("(?:rt|rr)$", "r")
        .replaceFirst("(?:mp|mm)$", "m")
        .replaceFirst("(?:nk|ng)$", "nk")
        .replaceFirst("d$", "t")
        .replaceFirst("ks$", "s");
  }
}
