package org.trawl.grammar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.trawl.language.WordFile;

/// Arabic: takes off what is written onto a word (article, conjunctions, prepositions, owners and
/// objects) until a noun or a verb of the dictionary is left, and knows the gender, dual and plural
/// of nouns, broken plurals among them.
///
/// Of all readings those count that take off the fewest letters, so that `لبنان` (Lebanon), a noun
/// of the list, is no dual of `لبن` (milk). Lemmas of verbs are marked: without vowels the past of
/// a verb is often written like a noun of its root. A word that is not known at all is a name: it
/// meets itself with what is written in front of it.
final class ArabicGrammar implements Grammar {
  /// In front of nouns, shortest first; those with the article are told apart by its letters.
  private static final List<String> BEFORE_NOUNS =
      List.of(
          "", "ال", "و", "ف", "ب", "ل", "ك", "لل", "وال", "فال", "بال", "كال", "وب", "ول", "وك",
          "فب", "فل", "ولل", "فلل", "وبال", "فبال");

  private static final List<String> BEFORE_VERBS =
      List.of("", "و", "ف", "س", "ل", "وس", "ول", "فس", "فل");

  private static final List<String> OWNERS =
      List.of("", "ه", "ي", "ك", "ها", "هم", "هن", "نا", "كم", "هما");

  /// A noun's own endings and what its head word has instead; nothing, or `ه` of the feminine.
  private static final List<String[]> ENDINGS =
      List.of(
          new String[] {"", ""},
          new String[] {"ا", ""},
          new String[] {"ه", ""},
          new String[] {"ت", "ه"},
          new String[] {"ات", "ه"},
          new String[] {"ات", ""},
          new String[] {"ين", ""},
          new String[] {"ون", ""},
          new String[] {"و", ""},
          new String[] {"يه", "ي"},
          new String[] {"تين", "ه"},
          new String[] {"تان", "ه"},
          new String[] {"تا", "ه"},
          new String[] {"تي", "ه"},
          new String[] {"ان", ""});

  private static final int SHORTEST = 2;
  private static final int LONGEST_TAKEN = 8;

  private final Set<String> nouns = new HashSet<>();
  private final Map<String, Set<String>> singulars = new HashMap<>();
  private final FormDictionary verbs =
      FormDictionary.read("org/trawl/grammar/dictionaries/ar.verbs", "ar", false);

  ArabicGrammar() {
    nouns.addAll(WordFile.lines(ArabicGrammar.class, "dictionaries/ar.nouns.gz"));
    for (String line : WordFile.lines(ArabicGrammar.class, "dictionaries/ar.plurals.txt")) {
      String[] cells = line.split(" ");
      String singular = ArabicSpelling.plain(cells[1]);
      String plural = ArabicSpelling.plain(cells[0]);
      nouns.add(singular);
      nouns.add(plural);
      singulars.computeIfAbsent(plural, word -> new TreeSet<>()).add(bare(singular));
    }
  }

  @Override
  public void addLemmas(String word, Set<String> lemmas) {
    String plain = ArabicSpelling.plain(word);
    List<Set<String>> byLettersTaken = new ArrayList<>();
    for (int i = 0; i <= LONGEST_TAKEN; i++) {
      byLettersTaken.add(new TreeSet<>());
    }
    readAsNoun(plain, byLettersTaken);
    for (Set<String> readings : byLettersTaken) {
      if (!readings.isEmpty()) {
        lemmas.addAll(readings);
        break;
      }
    }
    boolean isNoun = nouns.contains(plain) || plain.startsWith("ال") || word.endsWith("ة");
    readAsVerb(plain, isNoun, lemmas);
    if (lemmas.isEmpty()) {
      addUnknown(plain, lemmas);
    }
  }

  private void readAsNoun(String word, List<Set<String>> byLettersTaken) {
    for (String before : BEFORE_NOUNS) {
      if (!word.startsWith(before)) {
        continue;
      }
      for (String owner : OWNERS) {
        int end = word.length() - owner.length();
        if (end - before.length() < SHORTEST || !word.endsWith(owner)) {
          continue;
        }
        // What has an article has no owner, and the feminine ending is a t before an owner.
        if (before.endsWith("ال") && !owner.isEmpty()) {
          continue;
        }
        // An article costs nothing: few words begin like one.
        int taken = (before.endsWith("ل") ? before.length() - 1 : before.length()) + owner.length();
        addNouns(word.substring(before.length(), end), taken, byLettersTaken);
      }
    }
  }

  private void addNouns(String inflected, int taken, List<Set<String>> byLettersTaken) {
    for (String[] ending : ENDINGS) {
      int length = inflected.length() - ending[0].length();
      int all = taken + Math.max(0, ending[0].length() - ending[1].length());
      if (length < SHORTEST || all > LONGEST_TAKEN || !inflected.endsWith(ending[0])) {
        continue;
      }
      String head = inflected.substring(0, length) + ending[1];
      if (nouns.contains(head)) {
        Set<String> singular = singulars.get(head);
        byLettersTaken.get(all).addAll(singular == null ? Set.of(bare(head)) : singular);
      }
    }
  }

  /// @param isNoun whether the word is a noun as it stands, and a verb only if it is its head word
  private void readAsVerb(String word, boolean isNoun, Set<String> lemmas) {
    for (String before : BEFORE_VERBS) {
      if (!word.startsWith(before)) {
        continue;
      }
      for (String object : OWNERS) {
        int end = word.length() - object.length();
        if (end - before.length() < SHORTEST + 1 || !word.endsWith(object)) {
          continue;
        }
        Set<String> found = new TreeSet<>();
        verbs.addLemmas(word.substring(before.length(), end), found);
        if (found.contains(word)) {
          lemmas.add("-" + word);
          return;
        }
        if (!found.isEmpty() && !isNoun) {
          found.forEach(verb -> lemmas.add("-" + verb));
          return;
        }
      }
    }
  }

  /// The masculine and the feminine of an adjective or a person are one.
  private static String bare(String noun) {
    return noun.length() > SHORTEST + 1 && noun.endsWith("ه")
        ? noun.substring(0, noun.length() - 1)
        : noun;
  }

  private static void addUnknown(String word, Set<String> lemmas) {
    String rest = word;
    for (String before : List.of("وبال", "وال", "بال", "كال", "فال", "ولل", "لل", "ال")) {
      if (word.startsWith(before) && word.length() - before.length() > SHORTEST) {
        rest = word.substring(before.length());
        break;
      }
    }
    lemmas.add(bare(rest));
    if (rest.equals(word) && word.length() > SHORTEST + 2 && "وفبل".indexOf(word.charAt(0)) >= 0) {
      lemmas.add(bare(word.substring(1)));
    }
  }
}
