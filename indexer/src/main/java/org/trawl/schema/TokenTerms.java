package org.trawl.schema;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.trawl.language.WordForms;

/// The terms of words in each layer, as bytes. Remembers the words it was asked for, within bounds,
/// because tweets repeat themselves: nothing is looked up, joined or encoded again.
///
/// Not thread-safe.
final class TokenTerms {
  /// Words remembered; a power of two.
  private static final int REMEMBERED = 1 << 16;

  private final Word[] remembered = new Word[REMEMBERED];
  private final WordForms wordForms;

  TokenTerms(WordForms wordForms) {
    this.wordForms = wordForms;
  }

  /// A token of one language as terms.
  ///
  /// @param text its term in [TweetFields#TEXT]
  /// @param written its term in [TweetFields#WRITTEN], null where the layer needs none
  /// @param forms its terms in [TweetFields#FORMS]
  record Word(
      String folded,
      String spelling,
      String language,
      BytesRef text,
      @Nullable BytesRef written,
      List<BytesRef> forms) {}

  /// The terms of a token.
  ///
  /// @param folded the token folded, not empty
  /// @param spelling the token as written
  /// @param language whose grammar the word follows; empty for a token that is no word
  Word of(String folded, String spelling, String language) {
    var hash = spelling.hashCode() * 31 + language.hashCode();
    var slot = (hash ^ (hash >>> 16)) & (REMEMBERED - 1);
    var known = remembered[slot];
    if (known != null
        && known.spelling.equals(spelling)
        && known.language.equals(language)
        && known.folded.equals(folded)) {
      return known;
    }
    var word = make(folded, spelling, language);
    remembered[slot] = word;
    return word;
  }

  private Word make(String folded, String spelling, String language) {
    var written = spelling.equals(folded) ? null : term(TweetFields.writtenTerm(folded, spelling));
    return new Word(
        folded, spelling, language, term(folded), written, forms(folded, spelling, language));
  }

  private List<BytesRef> forms(String folded, String spelling, String language) {
    if (language.isEmpty()) {
      return List.of();
    }
    var lemmas = wordForms.lemmas(language, spelling);
    if (lemmas.size() == 1 && lemmas.getFirst().equals(folded)) {
      return List.of();
    }
    var forms = new ArrayList<BytesRef>(lemmas.size());
    for (var lemma : lemmas) {
      forms.add(term(TweetFields.formTerm(language, lemma)));
    }
    return List.copyOf(forms);
  }

  private static BytesRef term(String text) {
    return new BytesRef(TweetFields.cut(text));
  }
}
