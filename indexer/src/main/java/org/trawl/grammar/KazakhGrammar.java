package org.trawl.grammar;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trawl.language.WordFile;

/// Kazakh: a word of a list and what may stand behind it, in the order in which Kazakh sets it:
/// behind a noun plural, owner, case and what makes an adjective of a place; behind a verb voice,
/// negation, tense or participle, and the person or a noun's endings.
///
/// Of several nouns the longest counts, so that `алматы` is no form of `алма`; voices are taken off
/// where they turn a verb of the list.
final class KazakhGrammar implements Grammar {
  private static final int SHORTEST_STEM = 2;

  private static final String BACK = "аоұыя";
  private static final String FRONT = "әеөүі";

  // What stands before an ending chooses its first consonant.
  private static final String AFTER_VOWEL = "(?<=[аәеиоөуүұыіэюяё])";
  private static final String AFTER_CONSONANT = "(?<![аәеиоөүұыіэюяё])";
  private static final String AFTER_VOICELESS = "(?<=[пкқтсшчцщхфһбвгд])";
  private static final String AFTER_VOICED = "(?<![пкқтсшчцщхфһбвгд])";
  private static final String AFTER_NASAL = "(?<=[мнң])";
  private static final String AFTER_BUZZ = "(?<=[зж])";

  private static final String PLURAL =
      either(AFTER_VOICELESS + "т[ае]р", "(?<=[мнңлзж])д[ае]р", "(?<=[аәеиоөуүұыіэюяёрй])л[ае]р");
  private static final String OWNER =
      either(
          AFTER_CONSONANT + "[ыі](?:м[ыі]з|ң[ыі]з(?:д[ае]р)?|[мң])?",
          AFTER_VOWEL + "(?:м[ыі]з|ң[ыі]з(?:д[ае]р)?|[мң]|с[ыі])");
  private static final String CASE =
      either(
          "(?<=[аәеиоөуүұыіэюяёмнң])н[ыі]ң",
          AFTER_VOICELESS + "т[ыі]ң",
          "(?<=[лрйузж])д[ыі]ң",
          AFTER_VOWEL + "н[ыі]",
          AFTER_VOICELESS + "т[ыі]",
          "(?<=[мнңлрйузж])д[ыі]",
          AFTER_VOICELESS + "(?:қа|ке|та|те|т[ае]н|пен(?:ен)?)",
          AFTER_VOICED + "(?:ға|ге|да|де|д[ае]н|мен(?:ен)?)",
          AFTER_NASAL + "н[ае]н",
          AFTER_BUZZ + "бен(?:ен)?",
          "(?<=[ыі])(?:н|н[ае]|нд[ае]|н[ае]н)",
          "(?<=[ыіаәе][мң])[ае]");
  private static final String PLACE =
      either("н?[дт]а[ғқ]ы", "н?[дт]е[гк]і", "[дт][ае]й", "[ндт][ыі]кі", "ш[ае]");
  private static final String COPULA =
      either(
          "[мбп][ыі]н",
          "с[ыі]ң(?:д[ае]р)?",
          "с[ыі]з(?:д[ае]р)?",
          "[мбп][ыі]з",
          "[дт][ыі]р",
          AFTER_VOICED + "м[ае]",
          AFTER_VOICELESS + "п[ае]");
  private static final String OF_NOUNS = PLURAL + OWNER + CASE + PLACE + PLURAL + CASE + COPULA;

  private static final String VOICE =
      "(?:[ыі]?[лнс]|(?<=..[аеийлр])т|[дт][ыі]р|[гк]із|[ғқ]ыз|[мбп][ае])";
  private static final String NOT =
      either("(?<=[аәеиоөуүұыіэюяёлрй])м[ае]", "(?<=[мнңзж])б[ае]", AFTER_VOICELESS + "п[ае]");
  private static final String PERSON =
      either(
          "м[ыі]н",
          "м",
          "ң(?:[ыі]з)?(?:д[ае]р)?",
          "с[ыі]ң(?:д[ае]р)?",
          "с[ыі]з(?:д[ае]р)?",
          "[қк]",
          "[мбп][ыі]з",
          "д[ыі]");
  private static final String PAST = "(?:" + AFTER_VOICELESS + "т[ыі]|" + AFTER_VOICED + "д[ыі])";
  private static final String FINITE =
      "(?:(?:"
          + AFTER_CONSONANT
          + "[ае]|"
          + AFTER_VOWEL
          + "й|и|"
          + PAST
          + "|с[ае]|"
          + AFTER_CONSONANT
          + "[ыі]п(?:т[ыі])?|"
          + AFTER_VOWEL
          + "п(?:т[ыі])?|"
          + AFTER_CONSONANT
          + "[ае]р|"
          + AFTER_VOWEL
          + "р|(?<=м[ае]|б[ае]|п[ае])с)"
          + PERSON
          + ")";
  private static final String PARTICIPLE =
      "(?:"
          + AFTER_VOICELESS
          + "(?:қан|кен|қы|кі)|"
          + AFTER_VOICED
          + "(?:ған|ген|ғы|гі)|[аейи]?т[ыі]н|у(?:ш[ыі])?|[мбп][ае][қк]|[ае]р|"
          + "(?<=м[ае]|б[ае]|п[ае])с|[ыі]?[сш])";
  private static final String WISH =
      "(?:с[ыі]н|[ае]?й[ыі]н|[ае]?й[ыі][қк]|[ғқ]ал[ыі]|[гк]елі|[ыі]?ң[ыі]з(?:д[ае]р)?)";
  private static final Pattern NOUN = Pattern.compile(OF_NOUNS);
  private static final Pattern VERB =
      Pattern.compile(
          VOICE
              + "?"
              + NOT
              + "(?:"
              + FINITE
              + "|"
              + WISH
              + "|"
              + PARTICIPLE
              + OF_NOUNS
              + "(?:[дт][ыі])?)?");
  private static final Pattern TURNED = Pattern.compile("(.{2,})" + VOICE);

  private static final List<String> SOFT = List.of("ғқ", "гк", "бп");

  /// Verbs whose last vowel `у` swallows: `оқу`, `тану`.
  private static final List<String> SWALLOWED =
      List.of("оқы", "таны", "тоқы", "қызы", "сасы", "ері", "жібі", "құры", "шіри", "жыми");

  private final Set<String> nouns = new HashSet<>();
  private final Set<String> verbs = new HashSet<>();
  private final Grammar endings = new KazakhEndings();

  KazakhGrammar() {
    for (String word : WordFile.lines(KazakhGrammar.class, "dictionaries/kk.words.gz")) {
      nouns.add(word);
      if (word.length() > SHORTEST_STEM && word.endsWith("у")) {
        verbs.add(word.substring(0, word.length() - 1));
      }
      if (word.endsWith("ю")) {
        verbs.add(word.substring(0, word.length() - 1) + "й");
      }
    }
    verbs.addAll(SWALLOWED);
  }

  @Override
  public void addLemmas(String word, Set<String> lemmas) {
    // `қоюға` is of `қой`, `тауып` of `тап`.
    boolean isShortNoun =
        word.length() <= SHORTEST_STEM + 1 && nouns.contains(word) && !isVerb(word);
    boolean isVerb =
        !isShortNoun
            && addVerb(word.replaceFirst("(?<=.)ю", "йу").replaceFirst("уып", "пып"), lemmas);
    for (int length = SHORTEST_STEM; length <= word.length(); length++) {
      String stem = word.substring(0, length);
      String soft = startsWithVowel(word, length) ? hardened(stem) : stem;
      String noun = nouns.contains(soft) ? soft : stem;
      boolean verbalNoun = isVerb && noun.endsWith("у");
      if (nouns.contains(noun) && !verbalNoun && fits(NOUN, word, length)) {
        lemmas.add(noun);
        return;
      }
    }
    if (lemmas.isEmpty()) {
      endings.addLemmas(word, lemmas);
    }
  }

  private boolean addVerb(String word, Set<String> lemmas) {
    for (int length = word.length(); length >= SHORTEST_STEM; length--) {
      String stem = word.substring(0, length);
      // `табады` is of `тап`.
      String hard = startsWithVowel(word, length) ? hardened(stem) : stem;
      for (String verb : new LinkedHashSet<>(List.of(hard, stem))) {
        if (isVerb(verb) && fits(VERB, word, length)) {
          lemmas.add(hardened(base(verb)) + "-у");
          return true;
        }
      }
    }
    return false;
  }

  /// Whether what follows a stem is a chain of endings with the stem's kind of vowels.
  private static boolean fits(Pattern endings, String word, int length) {
    Matcher matcher = endings.matcher(word);
    matcher.region(length, word.length()).useTransparentBounds(true);
    if (!matcher.matches()) {
      return false;
    }
    int kind = 0;
    for (int i = length - 1; i >= 0 && kind == 0; i--) {
      kind = kind(word.charAt(i));
    }
    for (int i = length; i < word.length(); i++) {
      // `мен`, `бен` and `пен` have one vowel.
      boolean fixed = word.charAt(i) == 'е' && i > 0 && "мбп".indexOf(word.charAt(i - 1)) >= 0;
      if (!fixed && kind != 0 && kind(word.charAt(i)) == -kind) {
        return false;
      }
    }
    return true;
  }

  private static int kind(char c) {
    return BACK.indexOf(c) >= 0 ? 1 : FRONT.indexOf(c) >= 0 ? -1 : 0;
  }

  private static boolean startsWithVowel(String word, int from) {
    return from < word.length() && "аеыіу".indexOf(word.charAt(from)) >= 0;
  }

  /// A verb's stem is listed before `у`, which softens `п`.
  private boolean isVerb(String stem) {
    return verbs.contains(stem)
        || (stem.endsWith("п") && verbs.contains(stem.substring(0, stem.length() - 1) + "б"));
  }

  /// The verb without its voices.
  private String base(String verb) {
    Matcher turned = TURNED.matcher(verb);
    if (turned.matches()) {
      String rest = turned.group(1);
      boolean tooShort =
          rest.length() <= SHORTEST_STEM && kind(rest.charAt(rest.length() - 1)) != 0;
      for (String stem : List.of(hardened(rest), rest)) {
        if (!tooShort && isVerb(stem)) {
          return base(stem);
        }
      }
    }
    return verb;
  }

  private static String either(String... endings) {
    return "(?:" + String.join("|", endings) + ")?";
  }

  private static String hardened(String stem) {
    int last = stem.length() - 1;
    for (String pair : SOFT) {
      if (stem.charAt(last) == pair.charAt(0)) {
        return stem.substring(0, last) + pair.charAt(1);
      }
    }
    return stem;
  }
}
