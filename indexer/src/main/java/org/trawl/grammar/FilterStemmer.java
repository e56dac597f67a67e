package org.trawl.grammar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// Cuts a word's endings by one of Lucene's stemmers that can be had as a token filter alone.
final class FilterStemmer implements Grammar {
  /// A stream of one word, with a filter on it.
  private static final class OneWord extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private String word = "";
    private boolean given;

    void set(String next) {
      word = next;
      given = false;
    }

    @Override
    public boolean incrementToken() {
      if (given) {
        return false;
      }
      given = true;
      term.setEmpty().append(word);
      return true;
    }
  }

  private static final class Filtered {
    final OneWord word = new OneWord();
    final TokenStream filter;
    final CharTermAttribute term;

    Filtered(UnaryOperator<TokenStream> filters) {
      filter = filters.apply(word);
      term = filter.getAttribute(CharTermAttribute.class);
    }

    String stem(String next) throws IOException {
      word.set(next);
      return filter.incrementToken() ? term.toString() : next;
    }
  }

  private final ThreadLocal<Filtered> streams;

  FilterStemmer(UnaryOperator<TokenStream> filters) {
    this.streams = ThreadLocal.withInitial(() -> new Filtered(filters));
  }

  @Override
  public void addLemmas(String word, Set<String> lemmas) {
    try {
      lemmas.add(streams.get().stem(word));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
