package org.trawl.lucene.names;

import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.trawl.grammar.WordForms;
import org.trawl.language.Folding;
import org.trawl.language.WordTerms;
import org.trawl.schema.TweetFields;
import org.trawl.search.Deadline;
import org.trawl.sound.NameSound;
import org.trawl.sound.SpellingGraph;

/// Finds how tweets spell a name in other scripts, and otherwise in its own.
///
/// The name's sound gives an automaton of its spellings in each script; it runs over the terms of
/// the index. Of what is found, the closest stay, and of them those that look like names: written
/// with a capital where the script has any. Words are no names to anything but that, and most short
/// words sound like some word of another language.
///
/// Thread-safe.
public final class NameFinder {
  /// Most spellings in one script.
  private static final int MOST = 3;

  /// Terms of one script that are looked at.
  private static final int MOST_TERMS = 2_000;

  /// Terms of one script whose writing and forms are looked at.
  private static final int MOST_CANDIDATES = 24;

  /// A spelling that sounds the same and has fewer tweets than one in so many of the script's first
  /// is a slip.
  private static final int SLIP = 200;

  /// One that sounds a little otherwise is another word with fewer than one in so many.
  private static final int UNLIKE = 15;

  /// And with fewer than one in so many of the first of all scripts.
  private static final int FAR = 500;

  /// A spelling less close than the closest that has fewer tweets than one in so many is another
  /// word.
  private static final int RARER = 10;

  /// Letters that a name has at least and at most.
  private static final int SHORTEST = 3;

  private static final int LONGEST = 24;

  private static final Set<UnicodeScript> WITH_CAPITALS =
      Set.of(
          UnicodeScript.LATIN, UnicodeScript.CYRILLIC, UnicodeScript.GREEK, UnicodeScript.ARMENIAN);

  private static final Set<UnicodeScript> WITHOUT_VOWELS =
      Set.of(UnicodeScript.ARABIC, UnicodeScript.HEBREW);

  private final IndexReader reader;
  private final WordForms forms;
  private final List<String> languages;

  /// @param languages that tweets were read as, and that have a grammar
  public NameFinder(IndexReader reader, WordForms forms, List<String> languages) {
    this.reader = reader;
    this.forms = forms;
    this.languages = List.copyOf(languages);
  }

  /// A spelling in the index.
  ///
  /// @param text as tweets write it
  /// @param meant whether what was typed is a slip of the hand for it
  public record Found(String text, UnicodeScript script, boolean meant) {}

  /// What was found.
  ///
  /// @param complete whether every script was looked through
  public record Result(List<Found> found, boolean complete) {}

  /// A term that may be the name.
  private record Candidate(String term, int tweets, int cost, boolean meant) {}

  /// One that is.
  private record Named(Found found, Candidate candidate) {}

  /// The other spellings of a name, in no order among the scripts.
  ///
  /// @param word as typed, of one word
  public Result find(String word, Deadline deadline) throws IOException {
    var folded = Folding.fold(word);
    var sound =
        folded.length() < SHORTEST || folded.length() > LONGEST
            ? Optional.<NameSound>empty()
            : NameSound.of(folded);
    if (sound.isEmpty()) {
      return new Result(List.of(), true);
    }
    var typed = typed(word, folded, sound.get());
    var named = new ArrayList<Named>();
    for (var script : NameSound.scripts()) {
      if (deadline.over()) {
        return new Result(notFar(named, typed), false);
      }
      named.addAll(find(typed, script, deadline));
    }
    return new Result(notFar(named, typed), !deadline.over());
  }

  /// Those that sound the same or are not too rare for what is known of the name.
  private static List<Found> notFar(List<Named> named, Typed typed) {
    long most = typed.tweets;
    for (var one : named) {
      most = Math.max(most, one.candidate.tweets);
    }
    var found = new ArrayList<Found>();
    for (var one : named) {
      if (one.candidate.cost == 0 || one.candidate.tweets * (long) FAR >= most) {
        found.add(one.found);
      }
    }
    return found;
  }

  /// What was typed.
  ///
  /// @param tweets that have it
  /// @param name whether it is written as names are; empty where that cannot be told
  private record Typed(
      String word, String folded, NameSound sound, long tweets, Optional<Boolean> name) {
    /// What a spelling may cost. Few letters allow for little; letters that leave vowels out say
    /// less of a name, and those that must be read into them cost something too.
    int limit(UnicodeScript other) {
      int letters = folded.length();
      if (other == sound.script()) {
        return letters < 6 ? 0 : 1;
      }
      if (isSkeleton()) {
        return 0;
      }
      if (WITHOUT_VOWELS.contains(other)) {
        return letters < 7 ? 1 : 2;
      }
      int extra = WITHOUT_VOWELS.contains(sound.script()) ? 1 : 0;
      return Math.min(3, (letters - 1) / 2 + extra);
    }

    /// Whether it has so few letters, and no vowels, that it sounds like dozens of words.
    boolean isSkeleton() {
      return WITHOUT_VOWELS.contains(sound.script()) && folded.length() <= SHORTEST;
    }

    /// Whether a spelling has letters enough: three where none is a vowel, and one for each of a
    /// skeleton.
    boolean isLongEnough(String spelling, UnicodeScript other) {
      return spelling.length() >= SHORTEST || !(isSkeleton() || WITHOUT_VOWELS.contains(other));
    }

    /// What a spelling may cost more than the closest. Without vowels, what is less close is some
    /// other word.
    int margin(UnicodeScript other) {
      return folded.length() > SHORTEST && !WITHOUT_VOWELS.contains(other) ? 1 : 0;
    }
  }

  private Typed typed(String word, String folded, NameSound sound) throws IOException {
    var written = WrittenForms.of(reader, folded);
    boolean unknown = !WITH_CAPITALS.contains(sound.script()) || written.tweets() == 0;
    var name =
        Character.isUpperCase(word.codePointAt(0))
            ? Optional.of(true)
            : unknown ? Optional.<Boolean>empty() : Optional.of(written.isCapitalised());
    return new Typed(word, folded, sound, written.tweets(), name);
  }

  private List<Named> find(Typed typed, UnicodeScript script, Deadline deadline)
      throws IOException {
    boolean own = script == typed.sound.script();
    var found = new ArrayList<Named>();
    if (own && WITHOUT_VOWELS.contains(script)) {
      return found;
    }
    var lemmas = own ? lemmas(typed.word) : new HashSet<String>();
    for (var candidate : likely(typed, script, candidates(typed, script, deadline))) {
      var written = WrittenForms.of(reader, candidate.term);
      var its = lemmas(written.mostly());
      if (found.size() < MOST
          && isName(typed, candidate, script, written)
          && (candidate.meant || its.stream().noneMatch(lemmas::contains))) {
        lemmas.addAll(its);
        found.add(new Named(new Found(written.mostly(), script, candidate.meant), candidate));
      }
    }
    return found;
  }

  /// The closest, and those a little less close unless they are much rarer; most tweets first.
  private static List<Candidate> likely(
      Typed typed, UnicodeScript script, List<Candidate> candidates) {
    int closest = closest(candidates).orElse(0);
    long most = script == typed.sound.script() ? typed.tweets : 0;
    long mostOfClosest = 0;
    for (var one : candidates) {
      most = Math.max(most, one.tweets);
      mostOfClosest = Math.max(mostOfClosest, one.cost == closest ? one.tweets : 0);
    }
    var likely = new ArrayList<Candidate>();
    for (var one : candidates) {
      boolean near = one.cost <= closest + typed.margin(script);
      long times = one.cost == 0 ? SLIP : UNLIKE;
      boolean rare = one.tweets * times < most;
      boolean rarer = one.cost > closest && one.tweets * (long) RARER < mostOfClosest;
      if (near && !rare && !rarer && typed.isLongEnough(one.term, script)) {
        likely.add(one);
      }
    }
    likely.sort(Comparator.comparingInt(Candidate::tweets).reversed());
    return likely.subList(0, Math.min(likely.size(), MOST_CANDIDATES));
  }

  /// Whether a spelling is a name's. If what was typed seems to be none, it must be sure.
  private static boolean isName(
      Typed typed, Candidate candidate, UnicodeScript script, WrittenForms written) {
    boolean capitals = WITH_CAPITALS.contains(script);
    if (!typed.name.orElse(true)) {
      return capitals && written.isCapitalised() && written.tweets() > typed.tweets;
    }
    if (typed.isSkeleton()) {
      return !capitals || written.isMostlyCapitalised();
    }
    boolean typedIsSure = typed.name.isPresent();
    return !capitals || written.isCapitalised() || (candidate.cost == 0 && typedIsSure);
  }

  /// The lemmas that a word's forms share, each with its language. A word found in any form takes
  /// all of its forms along.
  private Set<String> lemmas(String word) {
    var lemmas = new HashSet<String>();
    for (var language : languages) {
      for (var lemma : forms.lemmas(language, word)) {
        lemmas.add(WordTerms.form(language, lemma));
      }
    }
    return lemmas;
  }

  private List<Candidate> candidates(Typed typed, UnicodeScript script, Deadline deadline)
      throws IOException {
    var terms = MultiTerms.getTerms(reader, TweetFields.TEXT);
    if (terms == null) {
      return List.of();
    }
    var graph = typed.sound.spelledIn(script);
    List<Candidate> candidates = List.of();
    int most = typed.limit(script);
    int margin = typed.margin(script);
    int limit = Math.min(margin, most);
    // Dear spellings are many: they are asked for only where cheaper ones were not found.
    while (true) {
      var automaton = SpellingAutomaton.of(graph, limit);
      if (automaton.isEmpty() || deadline.over()) {
        return withMeant(candidates, typed, script);
      }
      var fitting = new CompiledAutomaton(automaton.get(), false, true).getTermsEnum(terms);
      candidates = candidates(typed, fitting, graph, deadline);
      var closest = closest(candidates);
      int enough = closest.isEmpty() ? limit + 1 : closest.getAsInt() + margin;
      if (limit >= Math.min(enough, most)) {
        return withMeant(candidates, typed, script);
      }
      limit = Math.min(enough, most);
    }
  }

  /// Candidates with the name for which what was typed is a slip of the hand, as close as any.
  private List<Candidate> withMeant(List<Candidate> candidates, Typed typed, UnicodeScript script)
      throws IOException {
    boolean own = script == typed.sound.script() && WITH_CAPITALS.contains(script);
    if (!own || !typed.name.orElse(true)) {
      return candidates;
    }
    var meant = MistypedName.meantBy(typed.folded, typed.tweets, reader);
    if (meant.isEmpty()) {
      return candidates;
    }
    var name = new Candidate(meant.get().term(), meant.get().tweets(), 0, true);
    var all = new ArrayList<>(candidates);
    all.removeIf(one -> one.term.equals(name.term));
    all.add(name);
    return all;
  }

  private static OptionalInt closest(List<Candidate> candidates) {
    return candidates.stream().mapToInt(Candidate::cost).min();
  }

  private static List<Candidate> candidates(
      Typed typed, TermsEnum fitting, SpellingGraph graph, Deadline deadline) throws IOException {
    var candidates = new ArrayList<Candidate>();
    for (var term = fitting.next();
        term != null && candidates.size() < MOST_TERMS && !deadline.over();
        term = fitting.next()) {
      var text = term.utf8ToString();
      if (!text.equals(typed.folded)) {
        candidates.add(new Candidate(text, fitting.docFreq(), graph.cost(text), false));
      }
    }
    return candidates;
  }
}
