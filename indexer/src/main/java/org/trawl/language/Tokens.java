package org.trawl.language;

import static java.util.Objects.checkIndex;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The tokens of one text, in order. Reused from text to text: [Tokenizer#tokenize] empties it
/// first, and nothing is allocated for a token that was seen before.
///
/// Not thread-safe.
public final class Tokens {
  /// What a token is.
  public enum Kind {
    /// A word or a number.
    WORD,
    /// The article or pronoun in front of an apostrophe, `l` of `l'homme`. A word like others in a
    /// text; a query for any form may leave it out.
    ELIDED,
    /// A hashtag as one word, without its `#`.
    HASHTAG,
    /// A handle or the hash of one, without its `@`.
    MENTION,
    /// A stock's symbol, without its `$`.
    CASHTAG,
    /// An emoji with all that belongs to it.
    EMOJI,
    /// One character of a script that is written without spaces.
    CHARACTER,
    /// Two neighbouring characters of such a script, at the position of the first.
    PAIR,
    /// A word with the sign that belongs to it (`$5`, `50%`, `c++`), at the position of the word;
    /// or numbers with the sign between them (`9/11`), at that of the first.
    SIGNED,
    /// The words that a hyphen or an apostrophe joins, as one (`email` of `e-mail`, `dsouza` of
    /// `D'Souza`), at the position of the first.
    JOINED,
    /// A link: takes a position, and has no text.
    LINK
  }

  private static final int INITIAL = 64;

  private Kind[] kinds = new Kind[INITIAL];
  private int[] starts = new int[INITIAL];
  private int[] ends = new int[INITIAL];
  private int[] positions = new int[INITIAL];
  private Token[] tokens = new Token[INITIAL];
  private int size;
  private int positionCount;

  public int size() {
    return size;
  }

  /// How many positions the text has: one more than the last token's.
  public int positions() {
    return positionCount;
  }

  public Kind kind(int index) {
    return kinds[checkIndex(index, size)];
  }

  /// Where the token begins in the text, in UTF-16 units; with its `#`, `@` or `$`.
  public int start(int index) {
    return starts[checkIndex(index, size)];
  }

  /// Where the token ends in the text, exclusive.
  public int end(int index) {
    return ends[checkIndex(index, size)];
  }

  /// The token's place among the words of the text, from 0; never falls from token to token. Only a
  /// [Kind#PAIR], [Kind#SIGNED] or [Kind#JOINED] stands where another token stands.
  public int position(int index) {
    return positions[checkIndex(index, size)];
  }

  /// The token without case, accents and variants of letters; empty for a link.
  public String folded(int index) {
    return tokens[checkIndex(index, size)].folded();
  }

  /// The token as written, in composed letters and without invisible characters.
  public String written(int index) {
    return tokens[checkIndex(index, size)].written();
  }

  /// What the caller keeps with the token, see [#note(int,Object)]; null at first.
  public @Nullable Object note(int index) {
    return tokens[checkIndex(index, size)].note();
  }

  /// Keeps something with a token for as long as the tokenizer remembers it, to have it at hand
  /// when the same token comes again, of whatever kind.
  public void note(int index, Object note) {
    tokens[checkIndex(index, size)].note(note);
  }

  void clear() {
    size = 0;
    positionCount = 0;
  }

  void add(Kind kind, int start, int end, int position, Token token) {
    if (size == kinds.length) {
      grow();
    }
    kinds[size] = kind;
    starts[size] = start;
    ends[size] = end;
    positions[size] = position;
    tokens[size] = token;
    size++;
    positionCount = Math.max(positionCount, position + 1);
  }

  private void grow() {
    int capacity = size * 2;
    kinds = Arrays.copyOf(kinds, capacity);
    starts = Arrays.copyOf(starts, capacity);
    ends = Arrays.copyOf(ends, capacity);
    positions = Arrays.copyOf(positions, capacity);
    tokens = Arrays.copyOf(tokens, capacity);
  }
}
