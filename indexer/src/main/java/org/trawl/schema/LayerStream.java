package org.trawl.schema;

import java.util.Arrays;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.BytesRef;

/// One layer of a text as Lucene reads it: terms with positions, refilled for each tweet.
///
/// Not thread-safe.
final class LayerStream extends TokenStream {
  private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);

  private BytesRef[] terms = new BytesRef[64];
  private int[] positions = new int[64];
  private int count;
  private int next;

  /// Empties the layer for the next tweet.
  void begin() {
    count = 0;
  }

  /// Adds a term; positions must not fall.
  void add(int position, BytesRef text) {
    if (count == terms.length) {
      terms = Arrays.copyOf(terms, count * 2);
      positions = Arrays.copyOf(positions, count * 2);
    }
    terms[count] = text;
    positions[count++] = position;
  }

  boolean isEmpty() {
    return count == 0;
  }

  @Override
  public void reset() {
    next = 0;
  }

  @Override
  public boolean incrementToken() {
    if (next == count) {
      return false;
    }
    term.setBytesRef(terms[next]);
    increment.setPositionIncrement(positions[next] - (next == 0 ? -1 : positions[next - 1]));
    next++;
    return true;
  }
}
