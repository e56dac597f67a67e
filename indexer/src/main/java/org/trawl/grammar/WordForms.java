package org.trawl.grammar;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.trawl.language.Folding;

/// The grammar of each language: which words are forms of one another.
///
/// Two words of a language are forms of one another when they share a lemma, here the folded
/// spelling of a dictionary's head word or, where no dictionary knows the word, what is left of it
/// without its endings. Documents and queries are asked alike, so what a lemma looks like does not
/// matter, only that it is the same.
///
/// Remembers the words it was asked for, within bounds: asking again takes some 30 ns. Thread-safe.
public final class WordForms {
  private final Map<String, Remembered> languages = new HashMap<>();

  private WordForms() {
    Grammars.BY_LANGUAGE.forEach(
        (language, grammar) -> languages.put(language, new Remembered(language, grammar)));
  }

  /// All grammars; each reads its dictionary when it is first asked.
  public static WordForms load() {
    return new WordForms();
  }

  /// ISO codes of the languages that have a grammar here, in alphabetical order.
  public Set<String> languages() {
    return new TreeSet<>(languages.keySet());
  }

  /// All lemmas of a word in a language, in folded spelling, in a fixed order, at least one. A word
  /// of a language without grammar has its own folded spelling as its only lemma, and so has a word
  /// that is its own lemma. The only lemma of an abbreviation is in capitals: it meets itself only.
  ///
  /// @param language an ISO code; any other text is a language without grammar
  /// @param written the word as it stands in the text, without `#` and the like; accents tell words
  ///   apart where they are written
  public List<String> lemmas(String language, String written) {
    Remembered grammar = languages.get(requireNonNull(language, "language"));
    return grammar == null ? List.of(Folding.fold(written)) : grammar.lemmas(written);
  }

  /// One language's grammar with the words it was asked for before.
  private static final class Remembered {
    /// Words remembered; a power of two.
    private static final int SIZE = 1 << 16;

    private static final char HEBREW_MARK = '\u05F4';

    /// Longer ones are words that shout.
    private static final int LONGEST_ABBREVIATION = 4;

    private record Known(String written, List<String> lemmas) {}

    private final AtomicReferenceArray<@Nullable Known> known = new AtomicReferenceArray<>(SIZE);
    private final Locale locale;
    private final Supplier<Grammar> source;
    private volatile @Nullable Grammar grammar;

    Remembered(String language, Supplier<Grammar> source) {
      this.locale = Locale.of(language);
      this.source = source;
    }

    List<String> lemmas(String written) {
      int hash = written.hashCode();
      // Two places a word, as the tokenizer has them: rare words come and go in the second.
      int first = (hash ^ (hash >>> 16)) & (SIZE - 2);
      Known usual = known.getAcquire(first);
      if (usual != null && usual.written().equals(written)) {
        return usual.lemmas();
      }
      Known other = known.getAcquire(first + 1);
      if (other != null && other.written().equals(written)) {
        known.setRelease(first, other);
        known.setRelease(first + 1, usual);
        return other.lemmas();
      }
      List<String> lemmas = ask(written);
      known.setRelease(usual == null ? first : first + 1, new Known(written, lemmas));
      return lemmas;
    }

    private List<String> ask(String written) {
      String abbreviation = withoutEnding(written);
      if (isAbbreviation(abbreviation)) {
        // In capitals, as no lemma of a common word is.
        return List.of(abbreviation.replace(HEBREW_MARK, '"'));
      }
      Set<String> lemmas = new LinkedHashSet<>();
      String word = written.toLowerCase(locale);
      if (!word.isEmpty()) {
        grammar().addLemmas(word, lemmas);
      }
      Set<String> folded = new LinkedHashSet<>();
      for (String lemma : lemmas) {
        folded.add(Folding.fold(lemma));
      }
      return folded.isEmpty() ? List.of(Folding.fold(written)) : List.copyOf(folded);
    }

    /// `NATO'nun` is `NATO`, `PKK's` is `PKK`: small letters behind an apostrophe are an ending.
    private static String withoutEnding(String written) {
      int apostrophe = written.indexOf('\'');
      boolean ending =
          apostrophe > 1 && written.chars().skip(apostrophe + 1L).allMatch(Character::isLowerCase);
      return ending ? written.substring(0, apostrophe) : written;
    }

    /// `US` is no form of `we` and `NATO` none of `nato` (born): a short word all in capitals is an
    /// abbreviation and meets itself only, and so does a Hebrew word with its mark (`צה"ל`).
    private static boolean isAbbreviation(String written) {
      if (written.length() < 2 || written.length() > LONGEST_ABBREVIATION) {
        return false;
      }
      for (int i = 0; i < written.length(); i++) {
        char c = written.charAt(i);
        if (c == '"' || c == HEBREW_MARK) {
          return i > 0 && i + 2 == written.length();
        }
        if (!Character.isUpperCase(c) && !(c >= '\u05D0' && c <= '\u05EA')) {
          return false;
        }
      }
      return Character.isUpperCase(written.charAt(0));
    }

    private Grammar grammar() {
      Grammar made = grammar;
      if (made == null) {
        synchronized (this) {
          made = grammar;
          if (made == null) {
            made = source.get();
            grammar = made;
          }
        }
      }
      return made;
    }
  }
}
