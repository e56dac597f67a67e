package org.trawl.schema;

import java.util.Locale;

/// Fills the layers of a text: its tokens, their lemmas, their spelling; see [TweetFields].
///
/// Not thread-safe.
final class TextLayers {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private final LayerStream text = new LayerStream();
  private final LayerStream forms = new LayerStream();
  private final LayerStream written = new LayerStream();
  private long copyHash;

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

  void read(String tweet, String language) {
    text.begin();
    forms.begin();
    written.begin();
    var hash = FNV_OFFSET;
    var position = 0;
    for (var i = 0; i < tweet.length(); ) {
      var start = i;
      while (i < tweet.length() && Character.isLetterOrDigit(tweet.charAt(i))) {
        i++;
      }
      if (i > start) {
        var word = tweet.substring(start, i);
        var folded = word.toLowerCase(Locale.ROOT);
        text.add(position, folded);
        if (!word.equals(folded)) {
          written.add(position, TweetFields.writtenTerm(folded, word));
        }
        for (var c = 0; c < folded.length(); c++) {
          hash = (hash ^ folded.charAt(c)) * FNV_PRIME;
        }
        position++;
      } else {
        i++;
      }
    }
    copyHash = position == 0 ? 0 : hash;
  }
}
