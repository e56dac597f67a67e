package org.trawl.language;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

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
  /// What a word is as far as its beginning has been read.
  private enum State {
    NOUN,
    PLURAL,
    OWNED,
    CASE,
    RELATED,
    COPULA,
    VERB,
    ABLE,
    NEGATED,
    TENSE,
    ADVERB,
    MADE_NOUN
  }

  private record Step(TurkishSuffix suffix, State before) {}

  private static final Map<State, List<Step>> STEPS = steps();

  private static final List<TurkishSuffix> VOICES =
      List.of(new TurkishSuffix("(I)l"), new TurkishSuffix("(I)n"), new TurkishSuffix("DIr"));

  /// The last consonants before which a root's own vowel is lost.
  private static final String DROPS_VOWEL = "nrlmzfb";

  private final Set<String> nouns = new HashSet<>();
  private final Set<String> verbs = new HashSet<>();

  private TurkishGrammar() {}

  static TurkishGrammar read() {
    TurkishGrammar grammar = new TurkishGrammar();
    for (String line : WordList.lines("tr.roots.gz")) {
      (line.charAt(0) == 'v' ? grammar.verbs : grammar.nouns).add(line.substring(2));
    }
    return grammar;
  }

  private static Map<State, List<Step>> steps() {
    Map<State, List<Step>> steps = new EnumMap<>(State.class);
    for (State state : State.values()) {
      steps.put(state, new ArrayList<>());
    }
    for (State nominal : List.of(State.NOUN, State.MADE_NOUN)) {
      join(steps, nominal, State.PLURAL, "lAr");
    }
    for (State nominal : List.of(State.NOUN, State.MADE_NOUN, State.PLURAL)) {
      join(steps, nominal, State.OWNED, "(I)m (I)n (s)I (I)mIz (I)nIz lArI");
      join(steps, nominal, State.CASE, "(y)I (y)A DA DAn (n)In (y)lA CA");
    }
    join(steps, State.OWNED, State.CASE, "nI nA nDA nDAn nIn ylA nCA I A DA DAn In lA");
    join(steps, State.CASE, State.RELATED, "ki");
    join(steps, State.RELATED, State.PLURAL, "lAr");
    join(steps, State.RELATED, State.CASE, "nI nA nDA nDAn nIn ylA");
    List<State> said =
        List.of(
            State.NOUN,
            State.MADE_NOUN,
            State.PLURAL,
            State.OWNED,
            State.CASE,
            State.RELATED,
            State.COPULA,
            State.TENSE);
    for (State state : said) {
      join(steps, state, State.COPULA, "(y)DI (y)mIş (y)sA DIr (y)Im sIn (y)Iz sInIz lAr (y)ken");
    }
    for (State state : List.of(State.COPULA, State.TENSE)) {
      join(steps, state, State.COPULA, "m n k nIz");
    }
    join(steps, State.VERB, State.VERB, "(I)l (I)n DIr t Ir Ar (I)ş (I)t");
    join(steps, State.VERB, State.ABLE, "(y)Abil (y)AmA (y)Iver");
    for (State state : List.of(State.VERB, State.ABLE)) {
      join(steps, state, State.NEGATED, "mA");
      join(steps, state, State.TENSE, "mIyor (y)AmIyor");
    }
    for (State state : List.of(State.VERB, State.ABLE, State.NEGATED)) {
      join(steps, state, State.TENSE, "(I)yor (y)AcAK DI mIş (A)r (I)r z sA mAlI (y)A mAktA");
      join(steps, state, State.TENSE, "sIn (y)In (y)InIz (y)AyIm (y)AlIm sAnA sAnIzA");
      join(steps, state, State.MADE_NOUN, "mAK mA (y)Iş (y)An DIK (y)AcAK mIş (y)IcI");
      join(steps, state, State.ADVERB, "(y)Ip (y)ArAk (y)IncA DIkçA mAdAn (y)AlI mAksIzIn CAsInA");
    }
    return steps;
  }

  private static void join(
      Map<State, List<Step>> steps, State before, State after, String suffixes) {
    for (String suffix : suffixes.split(" ")) {
      requireNonNull(steps.get(after)).add(new Step(new TurkishSuffix(suffix), before));
    }
  }

  @Override
  public void addLemmas(String word, Set<String> lemmas) {
    int apostrophe = word.indexOf('\'');
    if (apostrophe > 1) {
      // The endings of a name stand behind an apostrophe.
      lemmas.add(word.substring(0, apostrophe));
      return;
    }
    Reading reading = new Reading(true);
    reading.readAll(word);
    if (reading.isEmpty()) {
      reading = new Reading(false);
      reading.readAll(word);
    }
    reading.addTo(lemmas);
  }

  /// The roots found in one word.
  private final class Reading {
    private final boolean strict;
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Integer> nounRoots = new TreeMap<>();
    private final Map<String, Integer> verbRoots = new TreeMap<>();

    Reading(boolean strict) {
      this.strict = strict;
    }

    void readAll(String word) {
      for (State last : State.values()) {
        read(word, last, word);
      }
    }

    boolean isEmpty() {
      return nounRoots.isEmpty() && verbRoots.isEmpty();
    }

    void addTo(Set<String> lemmas) {
      longest(nounRoots).forEach(lemmas::add);
      longest(verbRoots).forEach(verb -> lemmas.add(infinitive(plainVoice(verb))));
    }

    private static List<String> longest(Map<String, Integer> roots) {
      int longest = roots.values().stream().mapToInt(Integer::intValue).max().orElse(0);
      return roots.entrySet().stream()
          .filter(root -> root.getValue() == longest)
          .map(Map.Entry::getKey)
          .toList();
    }

    private void read(String rest, State state, String word) {
      if (!seen.add(state.name() + rest)) {
        return;
      }
      if (state == State.NOUN) {
        addNoun(rest, word);
      } else if (state == State.VERB) {
        addVerb(rest, word);
      }
      for (Step step : requireNonNull(STEPS.get(state))) {
        for (String shorter : step.suffix().rests(rest, strict)) {
          read(shorter, step.before(), word);
        }
      }
    }

    private void addNoun(String rest, String word) {
      if (nouns.contains(rest)) {
        nounRoots.put(rest, rest.length());
      } else if (!rest.equals(word)) {
        addChanged(rest);
      }
    }

    /// `kitab` is `kitap`, `boyn` is `boyun`, `hakk` is `hak`, where a vowel follows.
    private void addChanged(String rest) {
      int last = rest.length() - 1;
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

    private void addVerb(String rest, String word) {
      addListedVerb(rest, rest.length());
      if (rest.equals(word)) {
        return;
      }
      String before = rest.substring(0, rest.length() - 1);
      if (rest.endsWith("d")) {
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
    for (TurkishSuffix voice : VOICES) {
      for (String rest : voice.rests(verb, true)) {
        if (verbs.contains(rest)) {
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

  /// As dictionaries have it: tells a verb from a noun of the same root, and `ol` from `öl` when
  /// the dots are gone.
  private static String infinitive(String verb) {
    return verb + (TurkishSuffix.endsBack(verb) ? "mak" : "mek");
  }
}
