package org.trawl.bench.libraries;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.trawl.advice.NearTerms;
import org.trawl.schema.TweetFields;

/// Words of the archive with a slip of the hand, as Trawl's own finder and Lucene's checker mend
/// them.
final class NearSpellings {
  private static final int WORDS = 300;
  private static final int LEAST_TWEETS = 50;
  private static final int LEAST_LETTERS = 5;

  private final IndexReader reader;
  private final NearTerms own;
  private final DirectSpellChecker theirs = new DirectSpellChecker();
  private final Random random = new Random(1);

  NearSpellings(IndexReader reader, NearTerms own) {
    this.reader = reader;
    this.own = own;
  }

  private record Slip(String word, String typed) {}

  String markdown() throws IOException {
    var slips = slips();
    theirs.setMinPrefix(0);
    var ownFinder = measured(slips, typed -> own.ofWord(typed, 0));
    var checker = measured(slips, this::theirs);
    theirs.setMinPrefix(1);
    var likeFirst = measured(slips, this::theirs);
    return String.format(
        Locale.ROOT,
        """
        %d words of the index with one letter changed, left out, put in or swapped.

        | | Trawl | DirectSpellChecker | of the same first letter only, its default |
        | --- | ---: | ---: | ---: |
        | the word meant comes first | %.1f %% | %.1f %% | %.1f %% |
        | ms a word | %.2f | %.2f | %.2f |
        """,
        slips.size(),
        ownFinder.right,
        checker.right,
        likeFirst.right,
        ownFinder.millis,
        checker.millis,
        likeFirst.millis);
  }

  private interface Finder {
    List<String> near(String typed) throws IOException;
  }

  private record Measured(double right, double millis) {}

  private static Measured measured(List<Slip> slips, Finder finder) throws IOException {
    int right = 0;
    long started = System.nanoTime();
    for (var slip : slips) {
      right +=
          finder.near(slip.typed).stream().findFirst().filter(slip.word::equals).isPresent()
              ? 1
              : 0;
    }
    return new Measured(
        100.0 * right / slips.size(), (System.nanoTime() - started) / 1e6 / slips.size());
  }

  private List<String> theirs(String typed) throws IOException {
    var term = new Term(TweetFields.TEXT, typed);
    return Arrays.stream(theirs.suggestSimilar(term, 3, reader, SuggestMode.SUGGEST_ALWAYS))
        .map(word -> word.string)
        .toList();
  }

  private List<Slip> slips() throws IOException {
    var words = new ArrayList<String>();
    var terms = MultiTerms.getTerms(reader, TweetFields.TEXT).iterator();
    while (terms.next() != null) {
      var word = terms.term().utf8ToString();
      if (terms.docFreq() >= LEAST_TWEETS
          && word.length() >= LEAST_LETTERS
          && word.chars().allMatch(Character::isLetter)) {
        words.add(word);
      }
    }
    var slips = new ArrayList<Slip>();
    while (slips.size() < WORDS) {
      var word = words.get(random.nextInt(words.size()));
      var typed = slipped(word);
      if (reader.docFreq(new Term(TweetFields.TEXT, typed)) == 0) {
        slips.add(new Slip(word, typed));
      }
    }
    return slips;
  }

  private String slipped(String word) {
    int at = random.nextInt(word.length() - 1);
    char other = word.charAt(random.nextInt(word.length()));
    return switch (random.nextInt(4)) {
      case 0 -> word.substring(0, at) + other + word.substring(at + 1);
      case 1 -> word.substring(0, at) + word.substring(at + 1);
      case 2 -> word.substring(0, at) + other + word.substring(at);
      default ->
          word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
    };
  }
}
