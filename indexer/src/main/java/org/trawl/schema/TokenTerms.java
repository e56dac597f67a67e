package org.trawl.schema;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.trawl.grammar.WordForms;
import org.trawl.language.WordTerms;

/// A token's terms in each layer, as bytes.
///
/// @param language whose grammar the word followed; empty for a token that is no word
/// @param text its term in [TweetFields#TEXT]
/// @param written its term in [TweetFields#WRITTEN], null where the layer needs none
/// @param forms its terms in [TweetFields#FORMS]
record TokenTerms(
    String language, BytesRef text, @Nullable BytesRef written, List<BytesRef> forms) {

  /// The terms of a token.
  ///
  /// @param folded the token folded, not empty
  /// @param spelling the token as written
  /// @param language whose grammar the word follows; empty for a token that is no word
  static TokenTerms of(String folded, String spelling, String language, WordForms wordForms) {
    var written = spelling.equals(folded) ? null : term(WordTerms.written(folded, spelling));
    var forms =
        language.isEmpty() ? List.<BytesRef>of() : forms(folded, spelling, language, wordForms);
    return new TokenTerms(language, term(folded), written, forms);
  }

  private static List<BytesRef> forms(
      String folded, String spelling, String language, WordForms wordForms) {
    var lemmas = wordForms.lemmas(language, spelling);
    var itself = List.of(folded);
    // A query for another form knows the lemma, which is folded: the layer can do without only if
    // that leads here too.
    if (lemmas.equals(itself) && wordForms.lemmas(language, folded).equals(itself)) {
      return List.of();
    }
    var forms = new ArrayList<BytesRef>(lemmas.size());
    for (var lemma : lemmas) {
      forms.add(term(WordTerms.form(language, lemma)));
    }
    return List.copyOf(forms);
  }

  /// Its term in [TweetFields#FORMS] as words that are joined.
  BytesRef joined() {
    return term(WordTerms.joined(text.utf8ToString()));
  }

  private static BytesRef term(String text) {
    return new BytesRef(TweetFields.cut(text));
  }
}
