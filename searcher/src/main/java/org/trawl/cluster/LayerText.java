package org.trawl.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.jspecify.annotations.Nullable;
import org.trawl.language.WordTerms;

/// Terms and their positions as one text, which a cluster's stock analyzer takes apart again: a
/// cluster has no field for a text that is cut already.
///
/// All layers of a tweet's text ([org.trawl.schema.TweetFields]) stand in one field, so that a
/// phrase can take each of its words from another one. The first letter of a term says which: a
/// folded token, the lemma of one, a token as written; and [#PLAIN] for a token that is written
/// just as it is folded, which in an index folder is told by what the layer of spellings lacks.
final class LayerText {
  /// Between two positions.
  static final String NEXT = "\u0001";

  /// Between two terms of one position.
  static final String BESIDE = "\u0002";

  /// A position without a term.
  static final String EMPTY = "\u0003";

  static final char FOLDED = 't';
  static final char FORM = 'f';
  static final char WRITTEN = 'w';
  static final char PLAIN = 'p';

  private final TreeMap<Integer, Set<String>> positions = new TreeMap<>();

  /// Adds a term at a position, 0 or more.
  void add(int position, String term) {
    positions.computeIfAbsent(position, _ -> new LinkedHashSet<>()).add(term);
  }

  /// The layers of a tweet.
  ///
  /// @param forms null if it has none
  /// @param written null if it has none
  static LayerText of(
      @Nullable TokenStream text, @Nullable TokenStream forms, @Nullable TokenStream written)
      throws IOException {
    var layers = new LayerText();
    var respelled = new HashSet<String>();
    for (var token : tokens(written)) {
      layers.add(token.position, WRITTEN + token.term);
      respelled.add(token.position + " " + token.term.substring(0, token.term.indexOf('\0') + 1));
    }
    for (var token : tokens(forms)) {
      layers.add(token.position, FORM + token.term);
    }
    for (var token : tokens(text)) {
      layers.add(token.position, FOLDED + token.term);
      var spelling = token.position + " " + WordTerms.writtenPrefix(token.term);
      if (!respelled.contains(spelling)) {
        layers.add(token.position, PLAIN + token.term);
      }
    }
    return layers;
  }

  /// Terms as they are.
  static LayerText of(TokenStream terms) throws IOException {
    var text = new LayerText();
    for (var token : tokens(terms)) {
      text.add(token.position, token.term);
    }
    return text;
  }

  private record PlacedTerm(int position, String term) {}

  private static List<PlacedTerm> tokens(@Nullable TokenStream stream) throws IOException {
    var tokens = new ArrayList<PlacedTerm>();
    if (stream == null) {
      return tokens;
    }
    var term = stream.getAttribute(TermToBytesRefAttribute.class);
    var increment = stream.getAttribute(PositionIncrementAttribute.class);
    stream.reset();
    for (int position = -1; stream.incrementToken(); ) {
      position += increment.getPositionIncrement();
      tokens.add(new PlacedTerm(position, term.getBytesRef().utf8ToString()));
    }
    stream.end();
    stream.close();
    return tokens;
  }

  boolean isEmpty() {
    return positions.isEmpty();
  }

  /// As it is sent.
  String text() {
    return text(positions.isEmpty() ? 0 : positions.lastKey() + 1);
  }

  /// The same up to a position, exclusive.
  private String text(int end) {
    var text = new StringBuilder();
    for (int position = 0; position < end; position++) {
      var terms = positions.get(position);
      text.append(position == 0 ? "" : NEXT);
      text.append(terms == null ? EMPTY : String.join(BESIDE, terms));
    }
    return text.toString();
  }
}
