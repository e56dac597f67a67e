package org.trawl.schema;

import java.util.Set;
import org.trawl.grammar.WordForms;
import org.trawl.language.Tokenizer;
import org.trawl.language.Tokens;
import org.trawl.language.Tokens.Kind;

/// Fills the layers of a text: its tokens, their lemmas, their spelling; see [TweetFields].
///
/// Not thread-safe.
final class TextLayers {
  private final LayerStream text = new LayerStream();
  private final LayerStream forms = new LayerStream();
  private final LayerStream written = new LayerStream();
  private final Tokenizer tokenizer = new Tokenizer();
  private final Tokens tokens = new Tokens();
  private final WordForms wordForms;
  private long copyHash;

  TextLayers(WordForms wordForms) {
    this.wordForms = wordForms;
  }

  LayerStream text() {
    return text;
  }

  LayerStream forms() {
    return forms;
  }

  LayerStream written() {
    return written;
  }

  /// The hash of what copies share: [CopyText#hash].
  long copyHash() {
    return copyHash;
  }

  /// The positions of words that copies need not share: [CopyText#aside].
  Set<Integer> aside() {
    return CopyText.aside(tokens);
  }

  /// Fills the layers with a tweet's text.
  ///
  /// @param language what the tweet was read as, whose grammar its words follow
  void read(String tweet, String language) {
    text.begin();
    forms.begin();
    written.begin();
    tokenizer.tokenize(tweet, tokens);
    for (var i = 0; i < tokens.size(); i++) {
      var kind = tokens.kind(i);
      if (kind != Kind.LINK) {
        add(i, kind, language);
      }
    }
    copyHash = CopyText.hash(tokens);
  }

  private void add(int token, Kind kind, String language) {
    var position = tokens.position(token);
    if (tokens.folded(token).isEmpty()) {
      return;
    }
    if (kind == Kind.JOINED) {
      addJoined(token, position, language);
      return;
    }
    var isWord = kind == Kind.WORD || kind == Kind.HASHTAG;
    var word = terms(token, isWord ? language : "");
    text.add(position, word.text());
    if (word.written() != null) {
      written.add(position, word.written());
    }
    var lemmas = word.forms();
    for (var i = 0; i < lemmas.size(); i++) { // no iterator for each of a tweet's words
      forms.add(position, lemmas.get(i));
    }
  }

  /// Words joined by a hyphen are one in any form, and no more than that.
  private void addJoined(int token, int position, String language) {
    var word = terms(token, language);
    forms.add(position, word.joined());
    var lemmas = word.forms();
    for (var i = 0; i < lemmas.size(); i++) {
      forms.add(position, lemmas.get(i));
    }
  }

  /// Keeps the terms with the token: tweets repeat themselves, and nothing is looked up, joined or
  /// encoded again.
  private TokenTerms terms(int token, String language) {
    if (tokens.note(token) instanceof TokenTerms known && known.language().equals(language)) {
      return known;
    }
    var terms = TokenTerms.of(tokens.folded(token), tokens.written(token), language, wordForms);
    tokens.note(token, terms);
    return terms;
  }
}
