package org.trawl.grammar;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.trawl.language.WordFile;

/// Indonesian: takes particles, owners, suffixes and prefixes off until a listed root is left.
///
/// The prefixes `meN-` and `peN-` swallow the first consonant of a root (`tulis`, `menulis`), so
/// that both the root with it and the root without it are tried. Of several roots the one that
/// takes the most affixes is meant: `memberikan` is `beri`, not `berik`; `menyediakan` is `sedia`,
/// and neither `dia` nor `akan`.
final class IndonesianGrammar implements Grammar {
  private static final List<String> PARTICLES = List.of("lah", "kah", "pun", "tah");
  private static final List<String> OWNERS = List.of("nya", "ku", "mu");
  private static final List<String> SUFFIXES = List.of("kan", "an", "i", "isasi", "wan", "wati");

  private static final List<String> PREFIXES =
      List.of("di", "ter", "ber", "be", "bel", "ke", "se", "per", "pel", "pe", "te", "ku", "kau");

  /// A swallowing prefix with the consonants that may be gone after it.
  private record Nasal(String prefix, List<String> swallowed) {}

  private static final List<Nasal> NASALS =
      List.of(
          new Nasal("meny", List.of("s", "ny", "c")),
          new Nasal("meng", List.of("", "k", "g")),
          new Nasal("menge", List.of("")),
          new Nasal("mem", List.of("", "p", "m")),
          new Nasal("men", List.of("", "t", "n")),
          new Nasal("me", List.of("")),
          new Nasal("peny", List.of("s", "ny", "c")),
          new Nasal("peng", List.of("", "k", "g")),
          new Nasal("penge", List.of("")),
          new Nasal("pem", List.of("", "p", "m")),
          new Nasal("pen", List.of("", "t", "n")));

  /// As `kebersamaan` has: `ke-` and `ber-`.
  private static final int MAX_PREFIXES = 3;

  /// A listed word with so many affixes is a root, whatever it looks like: `makan` is not `mak`
  /// with `-an`.
  private static final int COMMON = 3;

  /// How many affixes each root takes.
  private final Map<String, Integer> roots = new HashMap<>();

  static IndonesianGrammar read() {
    IndonesianGrammar grammar = new IndonesianGrammar();
    for (String line : WordFile.lines(IndonesianGrammar.class, "dictionaries/id.roots.gz")) {
      int space = line.indexOf(' ');
      grammar.roots.put(line.substring(0, space), Integer.valueOf(line.substring(space + 1)));
    }
    return grammar;
  }

  @Override
  public void addLemmas(String word, Set<String> lemmas) {
    Set<String> found = new TreeSet<>();
    for (String bare : stripped(stripped(Set.of(word), PARTICLES), OWNERS)) {
      addRoots(bare, 0, found);
      for (String suffix : SUFFIXES) {
        addSuffixed(bare, suffix, found);
      }
    }
    int own = roots.getOrDefault(word, -1);
    if (own >= 0) {
      lemmas.add(word);
    }
    if (own < COMMON) {
      int best = found.stream().mapToInt(this::affixes).max().orElse(0);
      found.stream().filter(root -> affixes(root) == best).forEach(lemmas::add);
    }
  }

  private int affixes(String root) {
    return roots.getOrDefault(root, 0);
  }

  private void addSuffixed(String word, String suffix, Set<String> found) {
    int rest = word.length() - suffix.length();
    if (rest >= 3 && word.endsWith(suffix)) {
      addRoots(word.substring(0, rest), 0, found);
    }
  }

  /// The words as they are, and without one of the endings.
  private static Set<String> stripped(Set<String> words, List<String> endings) {
    Set<String> all = new TreeSet<>(words);
    for (String word : words) {
      for (String ending : endings) {
        if (word.endsWith(ending) && word.length() - ending.length() >= 3) {
          all.add(word.substring(0, word.length() - ending.length()));
        }
      }
    }
    return all;
  }

  private void addRoots(String word, int depth, Set<String> found) {
    if (roots.containsKey(word)) {
      found.add(word);
    }
    int hyphen = word.indexOf('-');
    if (hyphen > 2) {
      addRoots(word.substring(0, hyphen), depth, found);
    }
    if (depth == MAX_PREFIXES) {
      return;
    }
    for (String prefix : PREFIXES) {
      if (word.startsWith(prefix) && word.length() - prefix.length() >= 3) {
        addRoots(word.substring(prefix.length()), depth + 1, found);
      }
    }
    for (Nasal nasal : NASALS) {
      if (word.startsWith(nasal.prefix())) {
        for (String consonant : nasal.swallowed()) {
          String root = consonant + word.substring(nasal.prefix().length());
          if (root.length() >= 3) {
            addRoots(root, depth + 1, found);
          }
        }
      }
    }
  }
}
