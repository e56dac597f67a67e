package org.trawl.grammar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trawl.language.WordFile;

/// Persian: nouns with plural, owner, indefinite and linking endings, written together, with a
/// non-joiner or apart; adjectives compared; Arabic plurals, the broken ones by list; and verbs,
/// see [PersianVerbs].
///
/// An ending that could be part of the word is taken off when the word list has what is left.
final class PersianGrammar implements Grammar {
  private static final String OF_NAMES = "انی";

  private static final char JOIN = '\u200C';

  /// How many endings a word has at most.
  private static final int MOST_ENDINGS = 3;

  /// Longest first, so that an ending is not taken for the end of a longer one.
  private static final List<String> PLURALS =
      List.of(
          "هایمان", "هایتان", "هایشان", "هاشون", "هامون", "هاتون", "هایم", "هایت", "هایش", "هایی",
          "های", "هام", "هات", "هاش", "ها");

  /// What people write shorter than `هایم` may as well be the end of a word.
  private static final Set<String> SHORT_PLURALS = Set.of("هام", "هات", "هاش");

  /// Owners and the like.
  private static final List<String> ENDINGS =
      List.of(
          "ترین", "تر", "یشان", "یمان", "یتان", "شان", "مان", "تان", "شون", "مون", "تون", "یم",
          "یت", "یش", "یی", "ام", "اش", "ات", "ای", "م", "ت", "ش", "ی");

  /// One letter that many words end in.
  private static final Set<String> OWNERS = Set.of("م", "ت", "ش");

  /// After an h that is not said, or apart.
  private static final Set<String> APART = Set.of("ام", "اش", "ات", "ای");

  /// Listed words, and whether a plural of them is.
  private final Map<String, Boolean> words = new HashMap<>();

  private final Map<String, List<String>> brokenPlurals = new HashMap<>();
  private final PersianVerbs verbs =
      new PersianVerbs(
          WordFile.lines(PersianGrammar.class, "dictionaries/fa.verbs.txt"), words::containsKey);

  private PersianGrammar() {}

  /// Words that take a plural have a `+` behind them.
  static PersianGrammar read() {
    PersianGrammar grammar = new PersianGrammar();
    for (String line : WordFile.lines(PersianGrammar.class, "dictionaries/fa.words.gz")) {
      boolean inflects = line.endsWith(" +");
      String word = spelled(inflects ? line.substring(0, line.length() - 2) : line);
      grammar.words.merge(word, inflects, Boolean::logicalOr);
    }
    for (String line : WordFile.lines(PersianGrammar.class, "dictionaries/fa.plurals.txt")) {
      String[] cells = line.split(" ");
      grammar.brokenPlurals.computeIfAbsent(cells[0], p -> new ArrayList<>()).add(cells[1]);
    }
    return grammar;
  }

  @Override
  public void addLemmas(String word, Set<String> lemmas) {
    String plain = spelled(word);
    verbs.addLemmas(plain.replace(String.valueOf(JOIN), ""), lemmas);
    Set<String> heads = new LinkedHashSet<>();
    if (lemmas.isEmpty() || words.containsKey(plain)) {
      addHeads(plain, heads, 0);
    } else {
      // A verb's person is no ending of a noun.
      addFirst(heads, withoutPlural(plain));
    }
    if (heads.isEmpty() && lemmas.isEmpty()) {
      heads.add(withoutPlural(plain));
    }
    if (words.containsKey(plain) && plain.endsWith(OF_NAMES)) {
      // A surname such as `روحانی` is no form of the word within it.
      heads.remove(plain.substring(0, plain.length() - OF_NAMES.length()));
    }
    for (String head : heads) {
      lemmas.addAll(brokenPlurals.getOrDefault(head, List.of(head)));
    }
  }

  /// A word as Persian keyboards have it, without vowel points and hamzas.
  private static String spelled(String word) {
    StringBuilder spelled = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      switch (c) {
        case 'ي', 'ى', 'ې', 'ئ' -> spelled.append('ی');
        case 'أ', 'إ' -> spelled.append('ا');
        // `مسؤول` is `مسئول`.
        case 'ؤ' -> spelled.append(word.startsWith("ؤو", i) ? 'ی' : 'و');
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

  /// The listed words that a word can be made of.
  private void addHeads(String word, Set<String> heads, int endings) {
    int before = heads.size();
    if (brokenPlurals.containsKey(word)) {
      heads.add(word);
      return;
    }
    boolean head = words.getOrDefault(word, false);
    if (endings < MOST_ENDINGS) {
      addSingulars(word, head, heads, endings);
      if (heads.size() == before) {
        addWithoutEnding(word, heads, endings);
      }
    }
    if (words.containsKey(word) && (head || heads.size() == before || endings == 0)) {
      heads.add(word);
    }
  }

  private void addSingulars(String word, boolean head, Set<String> heads, int endings) {
    String singular = withoutPlural(word);
    if (!singular.equals(word)) {
      addHeads(singular, heads, endings + 1);
    }
    addArabicPlural(word, head, heads);
    if (!head && word.endsWith("یان") && endsInVowel(cut(word, 3))) {
      addFirst(heads, cut(word, 3));
    } else if (!head && word.endsWith("گان")) {
      addFirst(heads, cut(word, 3) + 'ه', cut(word, 2));
    } else if (!head && word.endsWith("ان")) {
      addFirst(heads, cut(word, 2));
    }
  }

  private static boolean endsInVowel(String word) {
    return word.endsWith("ا") || word.endsWith("و");
  }

  private void addArabicPlural(String word, boolean head, Set<String> heads) {
    int before = heads.size();
    if (word.endsWith("جات")) {
      addFirst(heads, cut(word, 3) + 'ه', cut(word, 3));
    }
    if (word.endsWith("ات") && heads.size() == before) {
      String stem = cut(word, 2);
      addFirst(heads, stem + 'ه', stem + 'ت', stem);
    }
    if (word.endsWith("یات") && heads.size() == before) {
      addFirst(heads, cut(word, 3) + 'ه', cut(word, 3));
    }
    boolean people = !head && (word.endsWith("ین") || word.endsWith("یون"));
    if (people && isArabicPerson(cut(word, 2))) {
      addFirst(heads, cut(word, 2));
    }
  }

  /// Who does or suffers something (`مجرم`, `عامل`, `انقلابی`): other words in `ین` are Persian and
  /// no plurals (`سنگین`).
  private static boolean isArabicPerson(String word) {
    boolean participle = word.length() > 3 && word.charAt(0) == 'م';
    boolean actor = word.length() == 4 && word.charAt(1) == 'ا';
    return participle || actor || (word.length() > 4 && word.endsWith("ی"));
  }

  /// Adds the first of some words that is listed.
  private void addFirst(Set<String> heads, String... candidates) {
    for (String candidate : candidates) {
      if (isNoun(candidate)) {
        heads.add(candidate);
        return;
      }
    }
  }

  private void addWithoutEnding(String word, Set<String> heads, int endings) {
    boolean listed = words.containsKey(word);
    for (String ending : ENDINGS) {
      int rest = word.length() - ending.length();
      if (rest < 2 || !word.endsWith(ending) || (listed && OWNERS.contains(ending))) {
        continue;
      }
      char last = word.charAt(rest - 1);
      if (APART.contains(ending) && last != 'ه' && last != JOIN) {
        continue;
      }
      String stem = trimmed(word.substring(0, rest));
      addHeads(stem, heads, endings + 1);
    }
  }

  private boolean isNoun(String head) {
    return head.length() > 1 && (words.containsKey(head) || brokenPlurals.containsKey(head));
  }

  private String withoutPlural(String word) {
    for (String plural : PLURALS) {
      int rest = word.length() - plural.length();
      if (rest < 2 || !word.endsWith(plural)) {
        continue;
      }
      boolean apart = word.charAt(rest - 1) == JOIN;
      String singular = trimmed(word.substring(0, rest));
      boolean listed = words.containsKey(word);
      if (apart || !listed || (isNoun(singular) && !SHORT_PLURALS.contains(plural))) {
        return singular;
      }
    }
    return word;
  }

  private static String cut(String word, int letters) {
    return trimmed(word.substring(0, word.length() - letters));
  }

  private static String trimmed(String word) {
    int end = word.length();
    while (end > 0 && word.charAt(end - 1) == JOIN) {
      end--;
    }
    return word.substring(0, end);
  }
}
