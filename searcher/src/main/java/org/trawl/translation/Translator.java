package org.trawl.translation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.trawl.grammar.WordForms;
import org.trawl.language.Folding;
import org.trawl.search.Deadline;
import org.trawl.search.QueryRefused;
import org.trawl.search.Translations;
import org.trawl.search.Translations.Translation;

/// Finds what a word is in other languages, of all that dictionaries say what tweets have.
///
/// A dictionary tells what a word may be elsewhere, in some order; the archive tells which of that
/// people write. A word counts by its place in the dictionary and, less, by how many tweets have
/// it; only tweets that were read as the word's own language count for it, so that `Gift` (poison)
/// is not chosen for all the gifts in English tweets.
///
/// Thread-safe.
public final class Translator {
  /// Words in one language.
  private static final int MOST = 2;

  /// Words in one language whose tweets are counted.
  private static final int MOST_COUNTED = 3;

  /// Languages of which what was typed is taken for a word.
  private static final int MOST_SOURCES = 2;

  /// English words by way of which others are found.
  private static final int MOST_SENSES = 3;

  /// A word with fewer tweets than one in so many of its language's first is left out.
  private static final int RARER = 30;

  /// What was typed is a word of another language, too, if one in so many of its tweets is.
  private static final int OTHER_SOURCE = 5;

  /// A word that counts less than this part of its language's best is another sense's.
  private static final double WORSE = 0.3;

  /// A second word that means the same is nearly as good as the first.
  private static final double NEARLY = 0.6;

  /// What the name of a country, language, month or day counts.
  private static final double NAMED = 1.5;

  /// Languages that are one to the dictionary.
  private static final Map<String, List<String>> TOGETHER = Map.of("sr", List.of("sr", "hr", "bs"));

  private final WordForms forms;
  private final Set<String> archive;

  /// @param forms the grammars that documents were made with
  /// @param languages that tweets were read as
  public Translator(WordForms forms, Collection<String> languages) {
    this.forms = forms;
    archive = Set.copyOf(languages);
  }

  /// Counts tweets.
  public interface Counter {
    /// How many tweets have a text in any form, read as one of these languages; none for all.
    ///
    /// @throws Deadline.Over if it was over before
    long tweets(String text, List<String> languages) throws IOException, QueryRefused;

    /// How many tweets have a word as it is typed, folded, read as one of these languages.
    long typed(String word, List<String> languages) throws IOException, QueryRefused;

    /// No less than the tweets that have a word in any form and were read as a language; cheap.
    long atMost(String word, String language) throws IOException;
  }

  /// What was typed as a word of one language.
  ///
  /// @param words it in dictionary spelling, folded
  private record Source(String language, Set<String> words, long tweets) {}

  /// What is said in one language, with how good it is.
  private static final class Candidate {
    final String text;
    final Set<String> senses = new LinkedHashSet<>();
    double good;
    boolean byEnglish = true;

    Candidate(String text) {
      this.text = text;
    }
  }

  /// The word in all other languages that the archive has.
  ///
  /// @param word one word
  public Translations of(String word, Counter counter, Deadline deadline)
      throws IOException, QueryRefused {
    var first = new ArrayList<Translation>();
    var further = new ArrayList<Translation>();
    var complete = false;
    try {
      var typed = new HashSet<String>();
      typed.add(Folding.fold(word));
      var sources = sources(word, counter);
      for (var source : sources) {
        typed.addAll(source.words);
      }
      for (var source : sources) {
        for (var language : targets()) {
          if (!language.equals(source.language)) {
            deadline.check();
            var its = chosen(candidates(source, language), source, language, typed, counter);
            first.addAll(its.subList(0, Math.min(1, its.size())));
            further.addAll(its.subList(Math.min(1, its.size()), its.size()));
          }
        }
      }
      complete = true;
    } catch (Deadline.Over e) {
      // What was found by then is right all the same.
    }
    return new Translations(sorted(first, further), complete);
  }

  /// The best word of each language before the others, most tweets first; each text once unless it
  /// is kept to a language.
  private static List<Translation> sorted(List<Translation> first, List<Translation> further) {
    var order =
        Comparator.comparingLong(Translation::tweets)
            .reversed()
            .thenComparing(Translation::byEnglish)
            .thenComparing(Translation::language)
            .thenComparing(Translation::text);
    var seen = new HashSet<List<String>>();
    return Stream.concat(first.stream().sorted(order), further.stream().sorted(order))
        .filter(one -> {
          var key = new ArrayList<>(one.within());
          key.add(Folding.fold(one.text()));
          return seen.add(key);
        })
        .toList();
  }

  /// The languages that there are words and tweets of.
  private Set<String> targets() {
    var targets = new TreeSet<String>();
    for (var language : TranslationDictionary.get().languages()) {
      if (codes(language).stream().anyMatch(archive::contains)) {
        targets.add(language);
      }
    }
    for (var language : PlaceNames.LANGUAGES) {
      if (archive.contains(language) && !List.of("hr", "bs").contains(language)) {
        targets.add(language);
      }
    }
    return targets;
  }

  private static List<String> codes(String language) {
    return TOGETHER.getOrDefault(language, List.of(language));
  }

  /// The languages of which the word is one, that of most tweets first; where no tweet has it, as
  /// the dictionary has it, English first.
  private List<Source> sources(String word, Counter counter) throws IOException, QueryRefused {
    var sources = new ArrayList<Source>();
    var languages = new LinkedHashSet<String>();
    languages.add(TranslationDictionary.ENGLISH);
    languages.addAll(TranslationDictionary.get().languages());
    languages.addAll(PlaceNames.LANGUAGES);
    languages.removeAll(List.of("hr", "bs"));
    for (var language : languages) {
      var words = known(language, word);
      if (!words.isEmpty()) {
        sources.add(new Source(language, words, counter.typed(word, codes(language))));
      }
    }
    sources.sort(Comparator.comparingLong(Source::tweets).reversed());
    if (sources.isEmpty()) {
      return sources;
    }
    long most = sources.getFirst().tweets;
    return sources.stream()
        .filter(source -> source.tweets * OTHER_SOURCE >= most)
        .limit(most > 0 ? MOST_SOURCES : 1)
        .toList();
  }

  /// The words of the dictionary that a word is a form of; itself, if it is one.
  private Set<String> known(String language, String word) {
    var folded = Folding.fold(word);
    if (isKnown(language, folded)) {
      return Set.of(folded);
    }
    var words = new LinkedHashSet<String>();
    for (var lemma : forms.lemmas(language, word)) {
      var plain = Folding.fold(lemma);
      if (isKnown(language, plain)) {
        words.add(plain);
      }
    }
    return words;
  }

  private static boolean isKnown(String language, String folded) {
    var dictionary = TranslationDictionary.get();
    return !PlaceNames.get().called(language, folded).isEmpty()
        || (language.equals(TranslationDictionary.ENGLISH)
            ? dictionary.english(folded).isPresent()
            : !dictionary.senses(language, folded).isEmpty());
  }

  /// What dictionaries say, the best first.
  private static List<Candidate> candidates(Source source, String language) {
    var dictionary = TranslationDictionary.get();
    var candidates = new LinkedHashMap<String, Candidate>();
    for (var word : source.words) {
      for (var named : PlaceNames.get().called(source.language, word)) {
        var name = named.names().get(language);
        if (name != null) {
          add(candidates, name, NAMED, named.kind().sense, false);
        }
      }
      var spelled = new LinkedHashSet<>(Set.of(word));
      var senses = senses(source.language, word);
      for (int i = 0; i < senses.size() && i < MOST_SENSES; i++) {
        var entry = senses.get(i).entry();
        entry.in(source.language).stream()
            .filter(one -> Folding.fold(one).equals(word))
            .forEach(spelled::add);
        double sense = 1.0 / (1 + 0.5 * (senses.get(i).behind() - senses.getFirst().behind()));
        if (language.equals(TranslationDictionary.ENGLISH)) {
          add(candidates, entry.english(), sense, "", false);
          continue;
        }
        var words = entry.in(language);
        var seen = new HashSet<String>();
        for (int place = 0; place < words.size(); place++) {
          // Two spellings of one word are no two reasons for it.
          if (!seen.add(Folding.fold(words.get(place)))) {
            continue;
          }
          boolean byEnglish = !source.language.equals(TranslationDictionary.ENGLISH);
          double good = sense / (1 + 0.4 * place);
          add(candidates, words.get(place), good, byEnglish ? entry.english() : "", byEnglish);
        }
      }
      var direct = dictionary.direct(source.language, language, spelled);
      for (int place = 0; place < direct.size(); place++) {
        add(candidates, direct.get(place), 1.0 / (1 + 0.4 * place), "", false);
      }
    }
    var best = new ArrayList<>(candidates.values());
    best.sort(Comparator.comparingDouble((Candidate one) -> one.good).reversed());
    return best;
  }

  private static List<TranslationDictionary.Sense> senses(String language, String word) {
    var dictionary = TranslationDictionary.get();
    return language.equals(TranslationDictionary.ENGLISH)
        ? dictionary.english(word).stream()
            .map(entry -> new TranslationDictionary.Sense(entry, 0, 0))
            .toList()
        : dictionary.senses(language, word);
  }

  private static void add(
      Map<String, Candidate> candidates,
      String text,
      double good,
      String sense,
      boolean byEnglish) {
    var candidate = candidates.computeIfAbsent(Folding.fold(text), t -> new Candidate(text));
    candidate.good += good;
    candidate.byEnglish &= byEnglish;
    if (!sense.isEmpty()) {
      candidate.senses.add(sense);
    }
  }

  /// A candidate with its tweets.
  private record Counted(Candidate candidate, long tweets) {
    double rank() {
      return candidate.good * (4 + Math.log10(1.0 + tweets));
    }
  }

  private List<Translation> chosen(
      List<Candidate> candidates,
      Source source,
      String language,
      Set<String> typed,
      Counter counter)
      throws IOException, QueryRefused {
    if (candidates.isEmpty() || typed.contains(Folding.fold(candidates.getFirst().text))) {
      // It is written alike there, and what else it may be is worse.
      return List.of();
    }
    var counted = new ArrayList<Counted>();
    var lemmas = new HashSet<String>();
    for (var candidate : candidates) {
      boolean isTyped = typed.contains(Folding.fold(candidate.text));
      if (counted.size() == MOST_COUNTED
          || candidate.good < candidates.getFirst().good * WORSE
          || isTyped
          || !isHeld(candidate.text, language, counter)) {
        continue;
      }
      // Forms of one word find each other.
      var its = forms.lemmas(language, candidate.text);
      if (its.stream().noneMatch(lemmas::contains)) {
        long tweets = counter.tweets(candidate.text, codes(language));
        if (tweets > 0) {
          lemmas.addAll(its);
          counted.add(new Counted(candidate, tweets));
        }
      }
    }
    counted.sort(Comparator.comparingDouble(Counted::rank).reversed());
    var found = new ArrayList<Translation>();
    for (var one : counted) {
      if (found.isEmpty()
          || (found.size() < MOST
              && one.tweets * RARER >= counted.getFirst().tweets
              && isOfSense(one.candidate, language))) {
        var translation = translation(one, source, language, counter);
        if (found.isEmpty()
            || translation.sense().isPresent()
            || one.candidate.good >= counted.getFirst().candidate.good * NEARLY) {
          found.add(translation);
        }
      }
    }
    return found;
  }

  private static boolean isHeld(String text, String language, Counter counter) throws IOException {
    if (text.codePoints().allMatch(Character::isLetter)
        && text.codePoints().noneMatch(Character::isIdeographic)) {
      long most = 0;
      for (var code : codes(language)) {
        most += counter.atMost(text, code);
      }
      return most > 0;
    }
    return true;
  }

  private static Translation translation(
      Counted counted, Source source, String language, Counter counter)
      throws IOException, QueryRefused {
    var text = counted.candidate.text;
    long all = counter.tweets(text, List.of());
    // Elsewhere it is another word, if most tweets that have it are of other languages.
    boolean apart = counted.tweets * 2 < all;
    return new Translation(
        text,
        source.language,
        language,
        sense(counted.candidate, source, language),
        counted.candidate.byEnglish,
        apart ? codes(language) : List.of(),
        apart ? counted.tweets : all);
  }

  /// Whether a word found by way of English stands for one of the English words before any other:
  /// else it has gone from one meaning to the next.
  private static boolean isOfSense(Candidate candidate, String language) {
    if (!candidate.byEnglish) {
      return true;
    }
    var senses = TranslationDictionary.get().senses(language, Folding.fold(candidate.text));
    int best = bestPlace(senses);
    return senses.stream()
        .filter(sense -> sense.place() == best)
        .anyMatch(sense -> candidate.senses.contains(sense.entry().english()));
  }

  /// What it means, where that is not plain: by the English words by way of which it was found, or,
  /// for one of an English word, by the English word that it stands for before that one.
  private static Optional<String> sense(Candidate candidate, Source source, String language) {
    if (language.equals(TranslationDictionary.ENGLISH)) {
      return Optional.empty();
    }
    var dictionary = TranslationDictionary.get();
    if (!source.language.equals(TranslationDictionary.ENGLISH)) {
      var all = new HashMap<String, Integer>();
      for (var word : source.words) {
        senses(source.language, word)
            .forEach(sense -> all.merge(sense.entry().english(), sense.place(), Math::min));
      }
      return all.size() > 1 ? candidate.senses.stream().findFirst() : Optional.empty();
    }
    if (!candidate.senses.isEmpty()) {
      // Where the dictionary gives the same name there is no other thing of that name.
      boolean several =
          candidate.good <= NAMED
              && source.words.stream().anyMatch(word -> dictionary.english(word).isPresent());
      return several ? candidate.senses.stream().findFirst() : Optional.empty();
    }
    var senses = dictionary.senses(language, Folding.fold(candidate.text));
    int own =
        senses.stream()
            .filter(sense -> source.words.contains(sense.entry().english()))
            .mapToInt(TranslationDictionary.Sense::place)
            .min()
            .orElse(0);
    int best = bestPlace(senses);
    if (senses.isEmpty() || best >= own) {
      return Optional.empty();
    }
    // They are in order of how usual they are, too.
    return senses.stream()
        .filter(sense -> sense.place() == best)
        .map(sense -> sense.entry().english())
        .findFirst();
  }

  private static int bestPlace(List<TranslationDictionary.Sense> senses) {
    return senses.stream().mapToInt(TranslationDictionary.Sense::place).min().orElse(0);
  }
}
