package org.trawl.grammar;

import java.util.List;
import java.util.Set;

/// Georgian without a dictionary: takes off postpositions, the case, the plural and the vowel of
/// the stem, in this order, and of verbs the preverb and the ending of tense and person.
final class GeorgianEndings implements Grammar {
  private static final int SHORTEST_STEM = 3;

  private static final List<String> POSTPOSITIONS =
      List.of("თვის", "დან", "ისკენ", "გან", "ში", "ზე", "თან", "მდე", "ვით", "ც", "ვე");

  private static final List<String> CASES =
      List.of(
          "ებისა", "ებითა", "ებმა", "ების", "ებით", "ებად", "ებსა", "ებს", "ებო", "ები", "ება",
          "ებ", "თა", "ისა", "ითა", "ადა", "მა", "მან", "მ", "ის", "ით", "ად", "სა", "ს", "ო", "ი",
          "ა", "ე");

  private static final List<String> PREVERBS =
      List.of(
          "გადა", "გადმო", "გამო", "განა", "დაა", "წარმო", "წამო", "შემო", "ჩამო", "ამო", "აღ",
          "გა", "და", "მო", "შე", "ჩა", "მი", "წა", "გან", "წარ");

  private static final List<String> TENSES =
      List.of(
          "ებოდნენ", "ებოდა", "ებოდნ", "ებულია", "ებიან", "ებენ", "ებდნენ", "ებდა", "ებსა", "ობდა",
          "ობენ", "ობს", "ავს", "ავდა", "ავენ", "ებს", "ება", "ების", "ოდა", "ენ", "ეს", "ნენ",
          "და", "დნენ", "ია", "ა", "ო", "ს");

  @Override
  public void addLemmas(String word, Set<String> lemmas) {
    String bare = without(word, POSTPOSITIONS);
    lemmas.add(syncopated(without(bare, CASES)));
    for (String preverb : PREVERBS) {
      if (word.startsWith(preverb) && word.length() - preverb.length() > SHORTEST_STEM) {
        addVerb(word.substring(preverb.length()), lemmas);
        return;
      }
    }
    addVerb(word, lemmas);
  }

  /// Verbs have lemmas of their own kind, marked, so that nouns do not meet them.
  private static void addVerb(String word, Set<String> lemmas) {
    for (String tense : TENSES) {
      int length = word.length() - tense.length();
      if (tense.length() > 1 && word.endsWith(tense) && length >= SHORTEST_STEM) {
        lemmas.add(word.substring(0, length) + "-ებს");
        return;
      }
    }
  }

  /// A stem's last vowel is lost before an ending: `მადანი`, `მადნები`; `კედელი`, `კედლები`.
  private static String syncopated(String stem) {
    int last = stem.length() - 1;
    boolean fleeting =
        stem.length() > SHORTEST_STEM
            && "ლრნმ".indexOf(stem.charAt(last)) >= 0
            && "აეო".indexOf(stem.charAt(last - 1)) >= 0
            && "აეიოუ".indexOf(stem.charAt(last - 2)) < 0;
    return fleeting ? stem.substring(0, last - 1) + stem.charAt(last) : stem;
  }

  private static String without(String word, List<String> endings) {
    for (String ending : endings) {
      int length = word.length() - ending.length();
      if (length >= SHORTEST_STEM && word.endsWith(ending)) {
        return word.substring(0, length);
      }
    }
    return word;
  }
}
