package org.trawl.schema;

import org.trawl.grammar.WordForms;
import org.trawl.language.Tokenizer;
import org.trawl.language.Tokens;
import org.trawl.language.Tokens.Kind;

/// Fills the layers of a text: its tokens, their lemmas, their spelling; see [TweetFields].
///
/// Not thread-safe.
final class TextLayers {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

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

  /// The hash of the words without mentions and a leading `RT @name:`; 0 without words.
  long copyHash() {
    return copyHash;
  }

  /// Fills the layers with a tweet's text.
  ///
  /// @param language what the tweet was read as, whose grammar its words follow
  void read(String tweet, String language) {
    text.begin();
    forms.begin();
    written.begin();
    tokenizer.tokenize(tweet, tokens);
    var hash = FNV_OFFSET;
    var words = 0;
    for (var i = 0; i < tokens.size(); i++) {
      var kind = tokens.kind(i);
      if (kind == Kind.LINK) {
        continue;
      }
      add(i, kind, language);
      if (isOfCopies(kind) && !isRetweetMark(i)) {
        hash = hash(hash, tokens.folded(i));
        words++;
      }
    }
    // 0 stands for no text: the one hash in 2^64 that is 0 becomes another.
    copyHash = words == 0 ? 0 : Math.max(1, hash & Long.MAX_VALUE);
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

  /// Whether texts that differ in such a token are no copies.
  private static boolean isOfCopies(Kind kind) {
    return switch (kind) {
      case WORD, ELIDED, HASHTAG, CASHTAG, EMOJI, CHARACTER -> true;
      case MENTION, PAIR, SIGNED, JOINED, LINK -> false;
    };
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

  /// Whether a token is the `RT` of a text that begins `RT @name:`.
  private boolean isRetweetMark(int token) {
    return token == 0
        && tokens.size() > 1
        && tokens.kind(1) == Kind.MENTION
        && tokens.folded(0).equals("rt");
  }

  /// FNV-1a over the letters of a word and a mark for its end.
  private static long hash(long before, String word) {
    var hash = before;
    for (var i = 0; i < word.length(); i++) {
      hash = (hash ^ word.charAt(i)) * FNV_PRIME;
    }
    return (hash ^ ' ') * FNV_PRIME;
  }
}
