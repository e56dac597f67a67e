package org.trawl.lucene.names;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;
import org.trawl.advice.NameKind;
import org.trawl.advice.NearTerms;
import org.trawl.language.Tokenizer;
import org.trawl.language.Tokens;
import org.trawl.match.Glob;
import org.trawl.schema.TweetFields;

/// Finds what the archive has that is spelled nearly like a word or name that it has not, or
/// hardly.
///
/// Not thread-safe: made for one query.
public final class Spellings implements NearTerms {
  /// A spelling is another's slip of the hand if that one is so many times as frequent.
  private static final int RARER = 10;

  /// Of fewer letters, almost any word is one letter from another.
  private static final int SHORTEST = 4;

  /// What is longer is the hash of a name, or no word.
  private static final int LONGEST = 40;

  /// From so many letters on, two may differ.
  private static final int LONG = 6;

  /// Spellings of one word that are worth a look.
  private static final int MOST = 3;

  /// Words read at most; past them, one nearer to the word may be missed.
  private static final int MAX_TERMS = 5_000;

  private final IndexReader reader;
  private final AccountDirectory accounts;
  private final Tokenizer tokenizer = new Tokenizer();
  private final Tokens tokens = new Tokens();

  public Spellings(IndexReader reader, AccountDirectory accounts) {
    this.reader = reader;
    this.accounts = accounts;
  }

  @Override
  public List<String> ofWord(String word, long own) throws IOException {
    return isWord(word)
        ? near(tokens.folded(0), own, automaton -> terms(TweetFields.TEXT, automaton, this::isWord))
        : List.of();
  }

  private boolean isWord(String text) {
    tokenizer.tokenizeQuery(text, tokens);
    return tokens.size() == 1
        && tokens.kind(0) == Tokens.Kind.WORD
        && tokens.folded(0).codePoints().allMatch(Spellings::isLetter);
  }

  /// Letters, and the vowel signs of scripts that have them.
  private static boolean isLetter(int point) {
    return Character.isLetter(point)
        || Character.getType(point) == Character.NON_SPACING_MARK
        || Character.getType(point) == Character.COMBINING_SPACING_MARK;
  }

  @Override
  public List<String> ofName(NameKind kind, String name) throws IOException {
    return switch (kind) {
      case ACCOUNT -> ofHandle(name);
      case REPLIED_TO -> ofValue(TweetFields.TO, name);
      case MENTIONED -> ofValue(TweetFields.MENTION, name);
      case RETWEETED -> ofValue(TweetFields.RETWEETED_USER, name);
      case HASHTAG -> ofValue(TweetFields.HASHTAG, name);
      case HOST -> ofValue(TweetFields.HOST, name);
      case OPERATION -> ofValue(TweetFields.OPERATION, name);
    };
  }

  /// Near values of a field that has them in lower case.
  private List<String> ofValue(String field, String value) throws IOException {
    var lower = value.toLowerCase(Locale.ROOT);
    var own = reader.docFreq(new Term(field, lower));
    return near(lower, own, automaton -> terms(field, automaton, term -> true));
  }

  /// Near handles, as they are written.
  private List<String> ofHandle(String name) throws IOException {
    var own = accounts.named(name).stream().mapToLong(this::tweets).sum();
    return near(name.toLowerCase(Locale.ROOT), own, this::handles);
  }

  private long tweets(int account) {
    return accounts.entry(account).tweets();
  }

  /// Lists what an automaton accepts, each with the tweets that have it.
  private interface Source {
    Map<String, Long> fitting(Automaton automaton) throws IOException;
  }

  private static List<String> near(String word, long own, Source source) throws IOException {
    int letters = word.codePointCount(0, word.length());
    var found = new ArrayList<String>();
    if (letters < SHORTEST || letters > LONGEST || Glob.isPattern(word)) {
      return found;
    }
    for (int edits = 1; edits <= (letters < LONG ? 1 : 2); edits++) {
      best(source.fitting(fuzzy(word, edits)), word, own)
          .filter(spelling -> !found.contains(spelling))
          .forEach(found::add);
    }
    return found;
  }

  private static Automaton fuzzy(String word, int edits) {
    try {
      return WordPatterns.fuzzy(word, edits);
    } catch (TooComplexToDeterminizeException e) {
      throw new IllegalArgumentException("no word of " + LONGEST + " letters is: " + word, e);
    }
  }

  private static Stream<String> best(Map<String, Long> frequencies, String word, long own) {
    return frequencies.entrySet().stream()
        .filter(entry -> !entry.getKey().equalsIgnoreCase(word))
        .filter(entry -> entry.getValue() > own * RARER)
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST)
        .map(Map.Entry::getKey);
  }

  private Map<String, Long> terms(String field, Automaton automaton, Predicate<String> wanted)
      throws IOException {
    var frequencies = new HashMap<String, Long>();
    var terms = MultiTerms.getTerms(reader, field);
    if (terms == null) {
      return frequencies;
    }
    var fitting = new CompiledAutomaton(automaton, false, true).getTermsEnum(terms);
    for (var term = fitting.next();
        term != null && frequencies.size() < MAX_TERMS;
        term = fitting.next()) {
      var text = term.utf8ToString();
      if (wanted.test(text)) {
        frequencies.put(text, (long) fitting.docFreq());
      }
    }
    return frequencies;
  }

  private Map<String, Long> handles(Automaton automaton) {
    var fits = new CharacterRunAutomaton(automaton);
    var frequencies = new HashMap<String, Long>();
    for (int account = 0; account < accounts.size(); account++) {
      for (var handle : AccountDirectory.handles(accounts.entry(account))) {
        if (fits.run(handle.toLowerCase(Locale.ROOT))) {
          frequencies.merge(handle, tweets(account), Long::sum);
        }
      }
    }
    return frequencies;
  }
}
