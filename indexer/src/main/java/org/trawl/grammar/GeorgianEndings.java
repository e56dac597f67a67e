package org.trawl.grammar;

import java.util.List;
import java.util.Set;

/// Georgian without a dictionary: takes off postpositions, the case, the plural and the vowel of
/// the stem, in this order, and of verbs the preverb and the ending of tense and person.
final class GeorgianEndings implements Grammar {
  private static final int SHORTEST_STEM = 3;
  private static final int SHORTEST_ROOT = 2;

  private static final List<String> POSTPOSITIONS =
      List.of(
          "თვის", "დან", "სკენ", "გან", "ში", "ზე", "თან", "მდე", "ვით", "ადმი", "ც", "ვე", "კი");

  /// Longest first.
  private static final List<String> CASES =
      List.of(
          "ებისას", "ებისა", "ებითა", "ებათა", "ებმა", "ების", "ებით", "ებად", "ებსა", "ებში",
          "ებს", "ებო", "ები", "ება", "ებ", "ისას", "ათა", "ნი", "თა", "ისა", "ითა", "ადა", "სა",
          "მა", "მ", "ის", "ით", "ად", "ს", "დ");

  private static final String VOWELS = "აეიოუ";

  /// Longest first.
  private static final List<String> PREVERBS =
      List.of(
          "წარმო", "გადმო", "ჩამო", "წამო", "შემო", "გამო", "გადა", "განა", "დაა", "ამო", "წარ",
          "გან", "აღ", "გა", "და", "მო", "შე", "ჩა", "მი", "წა");

  private static final List<String> PERSONS = List.of("გვ", "ვ", "მ", "გ", "ს", "ჰ");

  private static final List<String> TENSES =
      List.of(
          "ებოდნენ", "ებულიყო", "ებოდეს", "ებდნენ", "ობდნენ", "ავდნენ", "იდნენ", "დნენ", "ებოდა",
          "ებულია", "ებიან", "იათ", "ებენ", "ობენ", "ავენ", "იან", "ებდა", "ობდა", "ავდა", "იდა",
          "ოდა", "ება", "ობს", "ავს", "ებს", "ნენ", "ენ", "ეს", "ოს", "ონ", "და", "დეს", "ია", "ის",
          "ას");

  /// Also nouns end like this: only behind a preverb.
  private static final List<String> SHORT_TENSES = List.of("ა", "ო", "ს", "ე", "ი", "თ");

  @Override
  public void addLemmas(String word, Set<String> lemmas) {
    String bare = without(word, POSTPOSITIONS);
    lemmas.add(stem(without(bare, CASES)));
    // The stem may end as the ergative does: `სისტემა`.
    if (bare.endsWith("მა")) {
      lemmas.add(stem(bare));
    }
    addVerb(word, lemmas);
  }

  /// Verbs have lemmas of their own kind, marked, so that nouns do not meet them: the root without
  /// preverb, person and the vowel of the version.
  private static void addVerb(String word, Set<String> lemmas) {
    String rest = word;
    for (String preverb : PREVERBS) {
      if (word.startsWith(preverb) && word.length() - preverb.length() >= SHORTEST_STEM) {
        rest = word.substring(preverb.length());
        break;
      }
    }
    String root = without(rest, TENSES, SHORTEST_ROOT);
    if (root.equals(rest) && !rest.equals(word)) {
      root = without(rest, SHORT_TENSES, SHORTEST_ROOT);
    }
    if (root.equals(rest)) {
      return;
    }
    for (String person : PERSONS) {
      int length = root.length() - person.length();
      if (root.startsWith(person)
          && length > SHORTEST_ROOT
          && VOWELS.indexOf(root.charAt(person.length())) >= 0) {
        root = root.substring(person.length());
        break;
      }
    }
    if (root.length() > SHORTEST_ROOT && VOWELS.indexOf(root.charAt(0)) >= 0) {
      root = root.substring(1);
    }
    lemmas.add("-" + root);
  }

  /// What is left of a noun without the vowels of its end, and without the last one of its stem,
  /// which is lost before some endings: `მადანი`, `მადნები`; `კედელი`, `კედლები`.
  private static String stem(String noun) {
    String stem = noun;
    while (stem.length() > SHORTEST_STEM && VOWELS.indexOf(stem.charAt(stem.length() - 1)) >= 0) {
      stem = stem.substring(0, stem.length() - 1);
    }
    int last = stem.length() - 1;
    boolean fleeting =
        stem.length() > SHORTEST_STEM
            && "ლრნმ".indexOf(stem.charAt(last)) >= 0
            && "აეო".indexOf(stem.charAt(last - 1)) >= 0
            && VOWELS.indexOf(stem.charAt(last - 2)) < 0;
    return fleeting ? stem.substring(0, last - 1) + stem.charAt(last) : stem;
  }

  private static String without(String word, List<String> endings) {
    return without(word, endings, SHORTEST_STEM);
  }

  private static String without(String word, List<String> endings, int shortest) {
    for (String ending : endings) {
      int length = word.length() - ending.length();
      if (length >= shortest && word.endsWith(ending)) {
        return word.substring(0, length);
      }
    }
    return word;
  }
}
