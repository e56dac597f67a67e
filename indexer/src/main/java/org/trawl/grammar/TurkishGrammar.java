package org.trawl.grammar;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.trawl.language.WordFile;

/// Turkish: takes a word's endings off from the right, in the orders that Turkish allows, until a
/// root of the list is left.
///
/// A word is read as a noun with plural, owner, case and copula, or as a verb with voice, ability,
/// negation, tense and person, or as a noun made of such a verb. Roots change before an ending
/// (`kitap`, `kitabı`; `boyun`, `boynu`; `git`, `gidiyor`). Several readings are usual (`alım` is
/// `al` and `alım`), and a word has the roots of those readings that leave the longest root, as a
/// noun and as a verb. A verb in the passive or causative has the root of the plain verb.
///
/// The roots are those of the MIT licensed Hunspell dictionary, without its inflected entries.
final class TurkishGrammar implements Grammar {
  private static final List<TurkishSuffix> VOICES =
      List.of(
          new TurkishSuffix("(I)l"),
          new TurkishSuffix("(I)n"),
          new TurkishSuffix("DIr"),
          new TurkishSuffix("t"));

  /// Be and tell, which are no passive of find and no causative of understand.
  private static final Set<String> OWN_VERBS = Set.of("bulun", "anlat");

  private static final Pattern MADE_NOUN = Pattern.compile("y?[ae]n");

  /// Its forms look like those of `gidermek`.
  private static final String GO = "git";

  /// The last consonants before which a root's own vowel is lost.
  private static final String DROPS_VOWEL = "nrlmzfb";

  private final Set<String> nouns = new HashSet<>();
  private final Set<String> verbs = new HashSet<>();

  private TurkishGrammar() {}

  static TurkishGrammar read() {
    TurkishGrammar grammar = new TurkishGrammar();
    for (String line : WordFile.lines(TurkishGrammar.class, "dictionaries/tr.roots.gz")) {
      (line.charAt(0) == 'v' ? grammar.verbs : grammar.nouns).add(line.substring(2));
    }
    return grammar;
  }

  @Override
  public void addLemmas(String word, Set<String> lemmas) {
    Reading reading = new Reading(word, true);
    reading.readAll();
    if (reading.isEmpty()) {
      reading = new Reading(word, false);
      reading.readAll();
    }
    reading.addTo(lemmas);
  }

  /// The roots found in one word.
  private final class Reading {
    private final String word;
    private final boolean strict;
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Integer> nounRoots = new TreeMap<>();
    private final Map<String, Integer> verbRoots = new TreeMap<>();

    Reading(String word, boolean strict) {
      this.word = word;
      this.strict = strict;
    }

    void readAll() {
      for (TurkishOrder.State last : TurkishOrder.State.values()) {
        if (last == TurkishOrder.State.VERB) {
          addVerb(word);
        } else {
          read(word, last);
        }
      }
    }

    boolean isEmpty() {
      return nounRoots.isEmpty() && verbRoots.isEmpty();
    }

    void addTo(Set<String> lemmas) {
      List<String> nouns = longest(nounRoots);
      lemmas.addAll(nouns);
      for (String verb : verbs()) {
        if (nouns.stream().noneMatch(noun -> isMadeOf(noun, verb))) {
          lemmas.add(infinitive(plainVoice(verb)));
        }
      }
      if (verbRoots.containsKey(GO)) {
        lemmas.add(infinitive(GO));
      }
    }

    /// The longest, and of what could be a command (`yapılan`, be made), the next as well, which is
    /// likelier (what was made).
    private List<String> verbs() {
      Map<String, Integer> shorter = new TreeMap<>(verbRoots);
      if (shorter.remove(word) == null || shorter.isEmpty()) {
        return longest(verbRoots);
      }
      List<String> verbs = new ArrayList<>(longest(shorter));
      verbs.add(word);
      return verbs;
    }

    /// Whether a listed noun is one that means more than its verb: `bakan`, a minister, of `bak`.
    private static boolean isMadeOf(String noun, String verb) {
      return noun.startsWith(verb) && MADE_NOUN.matcher(noun.substring(verb.length())).matches();
    }

    private static List<String> longest(Map<String, Integer> roots) {
      int longest = roots.values().stream().mapToInt(Integer::intValue).max().orElse(0);
      return roots.entrySet().stream()
          .filter(root -> root.getValue() == longest)
          .map(Map.Entry::getKey)
          .toList();
    }

    private void read(String rest, TurkishOrder.State state) {
      if (!seen.add(state.name() + rest)) {
        return;
      }
      if (state == TurkishOrder.State.NOUN) {
        addNoun(rest);
      } else if (state == TurkishOrder.State.VERB) {
        addVerb(rest);
      }
      for (TurkishOrder.Step step : TurkishOrder.steps(state)) {
        for (String shorter : step.suffix().rests(rest, strict)) {
          read(shorter, step.before());
        }
      }
    }

    private void addNoun(String rest) {
      if (nouns.contains(rest)) {
        nounRoots.put(rest, rest.length());
      } else if (!rest.equals(word)) {
        addChanged(rest);
      }
    }

    /// `kitab` is `kitap`, `boyn` is `boyun`, `hakk` is `hak`, where a vowel follows.
    private void addChanged(String rest) {
      int last = rest.length() - 1;
      if (rest.equals("suy")) {
        addListed("su", last);
      }
      char end = rest.charAt(last);
      String before = rest.substring(0, last);
      switch (end) {
        case 'b' -> addListed(before + 'p', last);
        case 'c' -> addListed(before + 'ç', last);
        case 'd' -> addListed(before + 't', last);
        case 'ğ' -> addListed(before + 'k', last);
        case 'g' -> addListed(before + 'k', last);
        default -> {
          // The end stays.
        }
      }
      if (last < 2 || TurkishSuffix.isVowel(end) || TurkishSuffix.isVowel(rest.charAt(last - 1))) {
        return;
      }
      if (end == rest.charAt(last - 1)) {
        addListed(before, last);
      }
      if (DROPS_VOWEL.indexOf(end) >= 0) {
        for (char vowel : new char[] {'ı', 'i', 'u', 'ü'}) {
          addListed(before + vowel + end, last);
        }
      }
    }

    private void addListed(String noun, int letters) {
      if (nouns.contains(noun)) {
        nounRoots.merge(noun, letters, Math::max);
      }
    }

    private void addVerb(String rest) {
      addListedVerb(rest, rest.length());
      if (rest.equals(word)) {
        return;
      }
      String before = rest.substring(0, rest.length() - 1);
      if (rest.endsWith("ed") || rest.equals("gid") || rest.equals("tad") || rest.equals("güd")) {
        addListedVerb(before + 't', rest.length());
      }
      if (rest.equals("di") || rest.equals("yi")) {
        addListedVerb(before + 'e', rest.length());
      }
      char next = word.charAt(rest.length());
      if ("ıiuü".indexOf(next) >= 0 && word.startsWith("yor", rest.length() + 1)) {
        addListedVerb(rest + 'a', rest.length());
        addListedVerb(rest + 'e', rest.length());
      }
    }

    private void addListedVerb(String verb, int letters) {
      if (verbs.contains(verb)) {
        verbRoots.merge(verb, letters, Math::max);
      }
    }
  }

  /// The verb that a verb is the passive, the reflexive or the causative of.
  private String plainVoice(String verb) {
    if (OWN_VERBS.contains(verb)) {
      return verb;
    }
    for (TurkishSuffix voice : VOICES) {
      for (String rest : voice.rests(verb, true)) {
        if (verbs.contains(rest) && isPlainOf(rest, verb)) {
          return plainVoice(rest);
        }
        String hard = rest.substring(0, rest.length() - 1) + 't';
        if (rest.endsWith("d") && verbs.contains(hard)) {
          return hard;
        }
      }
    }
    return verb;
  }

  /// Whether a verb is another in the passive or causative, and not one of its own that begins
  /// alike: `düşün` (think) is not of `düş` (fall), nor `unut` (forget) of a verb.
  private static boolean isPlainOf(String plain, String verb) {
    char last = plain.charAt(plain.length() - 1);
    boolean vowel = TurkishSuffix.isVowel(last);
    return switch (verb.charAt(verb.length() - 1)) {
      case 'n' -> vowel || last == 'l';
      case 't' -> plain.length() > 3 && (vowel || last == 'l' || last == 'r');
      default -> true;
    };
  }

  /// As dictionaries have it: tells a verb from a noun of the same root, and `ol` from `öl` when
  /// the dots are gone.
  private static String infinitive(String verb) {
    return verb + (TurkishSuffix.endsBack(verb) ? "mak" : "mek");
  }
}
