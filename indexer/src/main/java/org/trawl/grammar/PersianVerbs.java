package org.trawl.grammar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Persian verbs: two stems, which are listed, with prefixes, persons, objects and participles by
/// rule. The lemma is the past stem (`رفت` for `می‌روم`).
///
/// Also as people speak: `میگم`, `نمیدونه`, `بشه`. A verb with a particle before it (`برداشت`, to
/// take) is a verb of its own, not a form of the plain one (`داشت`, to have).
final class PersianVerbs {
  /// What stands before a stem.
  private enum Prefix {
    NONE(""),
    LASTING("می"),
    NEVER_LASTING("نمی"),
    OLD_LASTING("همی"),
    WISHED("ب"),
    NEGATED("ن"),
    FORBIDDEN("م");

    private final String letters;

    Prefix(String letters) {
      this.letters = letters;
    }

    boolean isLasting() {
      return letters.endsWith("می");
    }
  }

  private static final List<String> PARTICLES =
      List.of("", "بر", "در", "باز", "فرا", "فرو", "وا", "ور");

  private static final List<String> PERSONS = List.of("", "م", "ی", "د", "یم", "ید", "ند");

  /// `ه`, `ن` and `ین` are he, they and you.
  private static final List<String> SPOKEN_PERSONS =
      List.of("م", "ی", "ه", "د", "یم", "ید", "ین", "ن", "");

  private static final List<String> OBJECTS =
      List.of("شان", "مان", "تان", "شون", "مون", "تون", "ش", "ت", "م");

  private static final List<String> PARTICIPLES =
      List.of("ه", "هام", "های", "هاست", "هایم", "هاید", "هاند", "هاش", "ن");

  private static final List<String> WILL =
      List.of("خواهم", "خواهی", "خواهد", "خواهیم", "خواهید", "خواهند");

  /// To be and must, which have no stems.
  private static final Map<String, String> IRREGULAR = irregular();

  /// Words that could be verbs and hardly ever are: people, square, name, bread…
  private static final Set<String> NO_VERBS =
      Set.of(
          "مردم", "میدان", "میان", "شاید", "برم", "درم", "بردی", "کشور", "نام", "نامی", "نان",
          "بند", "بندی", "تنها", "باز", "سازی", "رهی", "رسم", "رسمی", "روی", "رویم", "گیری",
          "خوانی", "نشان", "نشانی", "میز", "میزان", "گردان", "کاری", "کارم", "گذاری", "پذیری");

  private final Predicate<String> listed;
  private final Set<String> pastStems = new HashSet<>();
  private final Map<String, List<String>> presentStems = new HashMap<>();

  /// Present stems that are words of their own unless a prefix makes them verbs.
  private final Map<String, List<String>> prefixedStems = new HashMap<>();

  private final Map<String, List<String>> spokenStems = new HashMap<>();

  /// @param stems lines of a past and a present stem; `*` marks a present stem that needs a prefix,
  ///   `~` one that is only spoken
  /// @param listed whether a word is in the word list
  PersianVerbs(List<String> stems, Predicate<String> listed) {
    this.listed = listed;
    for (String line : stems) {
      String[] cells = line.split(" ");
      pastStems.add(cells[0]);
      stems(cells.length == 2 ? "" : cells[2])
          .computeIfAbsent(cells[1], stem -> new ArrayList<>())
          .add(cells[0]);
    }
  }

  private Map<String, List<String>> stems(String mark) {
    return switch (mark) {
      case "*" -> prefixedStems;
      case "~" -> spokenStems;
      default -> presentStems;
    };
  }

  private static Map<String, String> irregular() {
    Map<String, String> irregular = new HashMap<>();
    for (String person : PERSONS) {
      irregular.put("هست" + person, "است");
      irregular.put("نیست" + person, "است");
    }
    irregular.put("است", "است");
    irregular.put("اند", "است");
    for (String must : List.of("باید", "بایست", "بایستی")) {
      for (String prefix : List.of("", "ن", "می", "نمی")) {
        irregular.put(prefix + must, "باید");
      }
    }
    return irregular;
  }

  /// @param word without joiners
  void addLemmas(String word, Set<String> lemmas) {
    if (NO_VERBS.contains(word)) {
      return;
    }
    String irregular = IRREGULAR.get(word);
    if (irregular != null) {
      lemmas.add(irregular);
      return;
    }
    addVerbs(word, lemmas);
    if (lemmas.isEmpty() && !listed.test(word)) {
      addWithObject(word, lemmas);
    }
  }

  /// `دیدمش`, I saw him.
  private void addWithObject(String word, Set<String> lemmas) {
    for (String object : OBJECTS) {
      String verb = word.substring(0, Math.max(0, word.length() - object.length()));
      boolean person = PERSONS.stream().anyMatch(p -> !p.isEmpty() && verb.endsWith(p));
      if (word.endsWith(object) && verb.length() > 3 && person && !NO_VERBS.contains(verb)) {
        addVerbs(verb, lemmas);
      }
    }
  }

  private void addVerbs(String word, Set<String> lemmas) {
    for (String particle : PARTICLES) {
      if (word.startsWith(particle) && word.length() > particle.length() + 2) {
        addVerb(word.substring(particle.length()), particle, lemmas);
      }
    }
    for (String will : WILL) {
      if (word.startsWith(will)) {
        addPast(word.substring(will.length()), "", lemmas);
      }
    }
  }

  private void addVerb(String word, String particle, Set<String> lemmas) {
    for (Prefix prefix : Prefix.values()) {
      if (!word.startsWith(prefix.letters) || word.length() < prefix.letters.length() + 2) {
        continue;
      }
      String rest = word.substring(prefix.letters.length());
      addStem(rest, prefix, particle, lemmas);
      if (prefix != Prefix.NONE && rest.charAt(0) == 'ی') {
        // A y stands between a prefix and a vowel: `بیاید`, `نیفتد`.
        String vowel = rest.substring(1);
        addStem('ا' + vowel, prefix, particle, lemmas);
        if (vowel.startsWith("ا")) {
          addStem(vowel, prefix, particle, lemmas);
          addStem('آ' + vowel.substring(1), prefix, particle, lemmas);
        }
      }
    }
  }

  private void addStem(String word, Prefix prefix, String particle, Set<String> lemmas) {
    if (prefix == Prefix.FORBIDDEN) {
      addForbidden(word, particle, lemmas);
      return;
    }
    for (String participle : PARTICIPLES) {
      if (word.endsWith(participle)) {
        addPast(word.substring(0, word.length() - participle.length()), particle, lemmas);
      }
    }
    for (String person : PERSONS) {
      if (word.endsWith(person) && word.length() > person.length()) {
        String stem = word.substring(0, word.length() - person.length());
        addPast(stem, particle, lemmas);
        addWithPerson(stem, person, prefix, particle, lemmas);
      }
    }
    if (prefix != Prefix.NONE && isSpoken(prefix, particle, word)) {
      addSpoken(word, prefix, particle, lemmas);
    }
  }

  /// After `می` every ending may be a spoken one, elsewhere only of what is no other word.
  private boolean isSpoken(Prefix prefix, String particle, String rest) {
    return prefix.isLasting() || !listed.test(particle + prefix.letters + rest);
  }

  private void addSpoken(String word, Prefix prefix, String particle, Set<String> lemmas) {
    for (String person : SPOKEN_PERSONS) {
      if (!word.endsWith(person)) {
        continue;
      }
      String stem = word.substring(0, word.length() - person.length());
      addListed(spokenStems, stem, particle, lemmas);
      addPresent(stem, true, prefix, particle, lemmas);
      if (stem.contains("ون") && !person.equals("د")) {
        // `میدونم`, `میخونه`.
        for (String written : List.of(stem.replace("ون", "ان"), stem.replace("ون", "وان"))) {
          addPast(written, particle, lemmas);
          addListed(presentStems, written, particle, lemmas);
        }
      }
    }
  }

  private void addWithPerson(
      String stem, String person, Prefix prefix, String particle, Set<String> lemmas) {
    boolean asked = prefix == Prefix.WISHED || prefix == Prefix.NEGATED;
    boolean bare = prefix == Prefix.NONE && !particle.isEmpty() && !listed.test(particle + stem);
    if (!person.isEmpty()) {
      addPresent(stem, true, prefix, particle, lemmas);
    } else if (asked || bare) {
      addPresent(stem, false, prefix, particle, lemmas);
    }
  }

  /// `مکن`, do not.
  private void addForbidden(String word, String particle, Set<String> lemmas) {
    if (listed.test(particle + Prefix.FORBIDDEN.letters + word)) {
      return;
    }
    addPresent(word, false, Prefix.FORBIDDEN, particle, lemmas);
    if (word.endsWith("ید")) {
      String stem = word.substring(0, word.length() - 2);
      addPresent(stem, true, Prefix.FORBIDDEN, particle, lemmas);
    }
  }

  private void addPast(String stem, String particle, Set<String> lemmas) {
    // `رسانید` is `رساند`.
    String plain = stem.endsWith("انید") ? stem.substring(0, stem.length() - 2) + 'د' : stem;
    if (pastStems.contains(plain)) {
      lemmas.add(particle + plain);
    }
  }

  private void addPresent(
      String stem, boolean person, Prefix prefix, String particle, Set<String> lemmas) {
    addListed(presentStems, stem, particle, lemmas);
    if (prefix != Prefix.NONE) {
      addListed(prefixedStems, stem, particle, lemmas);
    }
    if (person && stem.endsWith("ی")) {
      // A y stands between a vowel and the person: `گوید`.
      String vowel = stem.substring(0, stem.length() - 1);
      if (vowel.endsWith("ا") || vowel.endsWith("و") || vowel.equals("آ")) {
        addPresent(vowel, false, prefix, particle, lemmas);
      }
    }
  }

  private static void addListed(
      Map<String, List<String>> stems, String stem, String particle, Set<String> lemmas) {
    for (String past : stems.getOrDefault(stem, List.of())) {
      lemmas.add(particle + past);
    }
  }
}
