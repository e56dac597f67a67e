package org.trawl.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Persian: nouns with plural, owner, indefinite and linking endings, written together, with a
/// non-joiner or apart; adjectives compared; Arabic broken plurals by list; and verbs, whose two
/// stems are listed, with their prefixes and persons.
///
/// The lemma of a verb is its past stem (`رفت` for `می‌روم`). An ending that could be part of the
/// word is taken off when the word list has what is left.
final class PersianGrammar implements Grammar {
  private static final char JOIN = '\u200C';

  /// Longest first, so that an ending is not taken for the end of a longer one.
  private static final List<String> PLURALS =
      List.of(
          "هایمان", "هایتان", "هایشان", "هاشون", "هامون", "هاتون", "هایم", "هایت", "هایش", "هایی",
          "های", "هاي", "هام", "هات", "هاش", "ها");

  /// Endings of words that the word list must have.
  private static final List<String> ENDINGS =
      List.of(
          "ترینشان", "ترین‌ها", "ترین", "تری", "تر", "یشان", "یمان", "یتان", "شان", "مان", "تان",
          "انشان", "انی", "ان", "اتی", "اتشان", "ات", "یات", "یم", "یت", "یش", "یی", "ام", "اش",
          "ای", "م", "ت", "ش", "ی", "ین", "یان", "گان", "گی", "جات", "و", "ه", "رو");

  private static final List<String> DOUBTFUL = List.of("گی", "ین", "و", "ه", "رو", "جات");

  private static final List<String> PARTICLES =
      List.of("بر", "در", "باز", "فرا", "فرو", "وا", "ور");

  private static final List<String> PERSONS = List.of("", "م", "ی", "د", "یم", "ید", "ند");

  private static final List<String> PARTICIPLES =
      List.of("ه", "هام", "های", "هاست", "هایم", "هاید", "هاند", "هاش", "ن");

  /// Words that could be verbs and hardly ever are: people, square, name, bread…
  private static final Set<String> NO_VERBS =
      Set.of(
          "مردم", "میدان", "شاید", "برم", "درم", "بردی", "کشور", "نام", "نامی", "نان", "بند",
          "بندی", "تنها", "باز", "سازی", "رهی", "رسم", "رسمی", "روی", "رویم", "گیری", "خوانی",
          "نشان", "نشانی", "میز", "میزان", "گردان", "کاری", "کارم", "گذاری", "پذیری");

  private final Set<String> words = new HashSet<>();
  private final Map<String, List<String>> plurals = new HashMap<>();
  private final Set<String> pastStems = new HashSet<>();
  private final Map<String, List<String>> presentStems = new HashMap<>();

  private PersianGrammar() {}

  static PersianGrammar read() {
    PersianGrammar grammar = new PersianGrammar();
    grammar.words.addAll(WordList.lines("fa.words.gz"));
    for (String line : WordList.lines("fa.plurals.txt")) {
      String[] cells = line.split(" ");
      grammar.plurals.merge(cells[0], List.of(cells[1]), PersianGrammar::joined);
    }
    for (String line : WordList.lines("fa.verbs.txt")) {
      String[] cells = line.split(" ");
      grammar.pastStems.add(cells[0]);
      grammar.presentStems.merge(cells[1], List.of(cells[0]), PersianGrammar::joined);
    }
    return grammar;
  }

  private static List<String> joined(List<String> one, List<String> other) {
    List<String> all = new ArrayList<>(one);
    all.addAll(other);
    return List.copyOf(all);
  }

  @Override
  public void addLemmas(String word, Set<String> lemmas) {
    String plain = spelled(word);
    if (!NO_VERBS.contains(plain)) {
      addVerbs(plain.replace(String.valueOf(JOIN), ""), lemmas);
    }
    addNouns(plain, lemmas);
  }

  /// A word as Persian keyboards have it, without vowel points.
  private static String spelled(String word) {
    StringBuilder spelled = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      switch (c) {
        case 'ي', 'ى', 'ې' -> spelled.append('ی');
        case 'ك' -> spelled.append('ک');
        case 'ة', 'ۀ', 'ە' -> spelled.append('ه');
        case '\u0640' -> {
          // Stretches a word and says nothing.
        }
        default -> {
          if (Character.getType(c) != Character.NON_SPACING_MARK) {
            spelled.append(c);
          }
        }
      }
    }
    return spelled.toString();
  }

  private void addNouns(String word, Set<String> lemmas) {
    Set<String> heads = new LinkedHashSet<>();
    addHeads(word, heads, 0);
    if (heads.isEmpty()) {
      heads.add(withoutPlural(word));
    }
    for (String head : heads) {
      lemmas.addAll(plurals.getOrDefault(head, List.of(head)));
    }
  }

  /// The listed words that a word can be made of.
  private void addHeads(String word, Set<String> heads, int depth) {
    if (words.contains(word) || plurals.containsKey(word)) {
      heads.add(word);
    }
    if (depth == 3) {
      return;
    }
    String singular = withoutPlural(word);
    if (!singular.equals(word)) {
      addHeads(singular, heads, depth + 1);
      return;
    }
    for (String ending : ENDINGS) {
      int rest = word.length() - ending.length();
      if (rest < 2 || !word.endsWith(ending) || DOUBTFUL.contains(ending)) {
        continue;
      }
      String head = trimmed(word.substring(0, rest));
      if (isOwner(ending) && words.contains(word)) {
        continue;
      }
      if (ending.charAt(0) == 'ا'
          && ending.length() == 2
          && isOwner(ending.substring(1))
          && word.charAt(rest - 1) != 'ه'
          && word.charAt(rest - 1) != JOIN
          && !ending.equals("ات")) {
        continue;
      }
      if (isNoun(head)) {
        heads.add(head);
      } else if ((ending.equals("ات") || ending.equals("اتی")) && isNoun(head + 'ه')) {
        heads.add(head + 'ه');
      } else if (ending.equals("گان") && isNoun(head + 'ه')) {
        heads.add(head + 'ه');
      } else if (ending.length() == 1 && depth < 2) {
        addHeads(head, heads, depth + 2);
      }
    }
  }

  /// Whether an ending is one letter that many words end in.
  private static boolean isOwner(String ending) {
    return ending.equals("م") || ending.equals("ت") || ending.equals("ش");
  }

  private boolean isNoun(String head) {
    return head.length() > 1 && (words.contains(head) || plurals.containsKey(head));
  }

  private String withoutPlural(String word) {
    for (String plural : PLURALS) {
      int rest = word.length() - plural.length();
      boolean apart = rest >= 2 && word.charAt(rest - 1) == JOIN;
      if (rest >= 2 && word.endsWith(plural) && (apart || !words.contains(word))) {
        return trimmed(word.substring(0, rest));
      }
    }
    return word;
  }

  private static String trimmed(String word) {
    int end = word.length();
    while (end > 0 && word.charAt(end - 1) == JOIN) {
      end--;
    }
    return word.substring(0, end);
  }

  private void addVerbs(String word, Set<String> lemmas) {
    addVerb(word, "", lemmas);
    for (String particle : PARTICLES) {
      if (word.startsWith(particle) && word.length() > particle.length() + 2) {
        addVerb(word.substring(particle.length()), particle, lemmas);
      }
    }
  }

  private void addVerb(String word, String particle, Set<String> lemmas) {
    addStem(word, false, particle, lemmas);
    for (String prefix : List.of("نمی", "می", "ن", "ب", "همی")) {
      if (word.startsWith(prefix) && word.length() > prefix.length() + 1) {
        String rest = word.substring(prefix.length());
        addStem(rest, true, particle, lemmas);
        if (rest.charAt(0) == 'ی') {
          // A y stands between a prefix and a vowel: `بیاید`, `نیفتد`.
          String vowel = rest.substring(1);
          addStem('ا' + vowel, true, particle, lemmas);
          if (vowel.startsWith("ا")) {
            addStem(vowel, true, particle, lemmas);
            addStem('آ' + vowel.substring(1), true, particle, lemmas);
          }
        }
      }
    }
  }

  private void addStem(String word, boolean prefixed, String particle, Set<String> lemmas) {
    for (String participle : PARTICIPLES) {
      if (word.endsWith(participle)) {
        addPast(word.substring(0, word.length() - participle.length()), particle, lemmas);
      }
    }
    for (String person : PERSONS) {
      if (!word.endsWith(person) || word.length() == person.length()) {
        continue;
      }
      String stem = word.substring(0, word.length() - person.length());
      addPast(stem, particle, lemmas);
      if (prefixed || !person.isEmpty()) {
        addPresent(stem, !person.isEmpty(), particle, lemmas);
      }
    }
  }

  private void addPast(String stem, String particle, Set<String> lemmas) {
    if (pastStems.contains(stem)) {
      lemmas.add(particle + stem);
    }
  }

  private void addPresent(String stem, boolean person, String particle, Set<String> lemmas) {
    for (String past : presentStems.getOrDefault(stem, List.of())) {
      lemmas.add(particle + past);
    }
    if (person && stem.endsWith("ی")) {
      // A y stands between a vowel and the person: `گوید`.
      String vowel = stem.substring(0, stem.length() - 1);
      if (vowel.endsWith("ا") || vowel.endsWith("و") || vowel.equals("آ")) {
        addPresent(vowel, false, particle, lemmas);
      }
    }
  }
}
