package org.trawl.schema;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import org.apache.lucene.util.BytesRef;
import org.trawl.language.Tokenizer;
import org.trawl.language.Tokens;

/// What is compared to tell whether two texts are nearly the same.
///
/// Of a text as copies have it ([CopyText]: folded words in order, without links, mentions and the
/// hashtags at its end) the *shingles* are each word and each two neighbouring words. Two texts are
/// near-copies if they are copies; or if both have [#LEAST] words or more, and the shingles they
/// share are at least seven tenths of all that one of them has: their resemblance (A. Broder, "On
/// the resemblance and containment of documents", 1997), the Jaccard index of two sets. Tweets are
/// short: words beside pairs let one word of nine be another, where pairs alone would want thirteen
/// and longer shingles more; pairs beside words tell apart what has the same words in another
/// order.
///
/// Shingles are kept as hashes of 32 bits. Two different ones of two texts are taken for one with a
/// chance of some 1 in 7 million, which matters only to texts just below the bound.
///
/// @param copy [TweetFields#COPY] of the text; 0 for one without words
/// @param shingles ascending, each once; empty for a text of fewer than [#LEAST] words
@SuppressWarnings("ArrayRecordComponent") // Read in loops; never compared.
public record NearText(long copy, int[] shingles) {
  /// A text of fewer words has no near-copies but its copies: too little is left to be alike.
  public static final int LEAST = 4;

  /// Near-copies share this many tenths of the shingles that they have together.
  public static final int TENTHS = 7;

  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  public NearText {
    requireNonNull(shingles, "shingles");
  }

  /// What is compared of a tweet's text, by a tokenizer that no other thread uses.
  public static NearText of(String text, Tokenizer tokenizer) {
    var tokens = new Tokens();
    tokenizer.tokenize(text, tokens);
    var terms = CopyText.words(tokens);
    var words = new int[terms.size()];
    Arrays.setAll(words, i -> word(term(terms.get(i))));
    return new NearText(CopyText.hash(tokens), shingles(words, words.length));
  }

  /// The words that are compared of a tweet's text, in order, as terms of [TweetFields#TEXT].
  public static List<BytesRef> words(String text, Tokenizer tokenizer) {
    var tokens = new Tokens();
    tokenizer.tokenize(text, tokens);
    return CopyText.words(tokens).stream().map(NearText::term).toList();
  }

  private static BytesRef term(String word) {
    return new BytesRef(TweetFields.cut(word));
  }

  /// The hash of a word by its term in [TweetFields#TEXT].
  public static int word(BytesRef term) {
    var hash = 0L;
    for (var i = term.offset; i < term.offset + term.length; i++) {
      hash = (hash + (term.bytes[i] & 0xFF) + 1) * GOLDEN;
      hash ^= hash >>> 32;
    }
    return mixed(hash);
  }

  /// The shingles of a text, ascending, each once; none of a text of fewer than [#LEAST] words.
  ///
  /// @param words their hashes, in the text's order
  /// @param count how many of them there are
  public static int[] shingles(int[] words, int count) {
    if (count < LEAST) {
      return new int[0];
    }
    var shingles = new int[2 * count - 1];
    for (var i = 0; i < count; i++) {
      shingles[i] = words[i];
      if (i > 0) {
        shingles[count + i - 1] = mixed((words[i - 1] * GOLDEN) ^ words[i]);
      }
    }
    Arrays.sort(shingles);
    var different = 0;
    for (var i = 0; i < shingles.length; i++) {
      if (i == 0 || shingles[i] != shingles[i - 1]) {
        shingles[different++] = shingles[i];
      }
    }
    return different == shingles.length ? shingles : Arrays.copyOf(shingles, different);
  }

  /// Whether two texts are copies or near-copies. A text without words is neither, of any.
  public boolean isNear(NearText other) {
    if (copy == 0 || other.copy == 0) {
      return false;
    }
    var own = shingles.length;
    var others = other.shingles.length;
    return copy == other.copy
        || suffices(shared(shingles, 0, own, other.shingles, 0, others), own, others);
  }

  /// How many numbers two ascending runs share.
  public static int shared(int[] a, int aFrom, int aTo, int[] b, int bFrom, int bTo) {
    var shared = 0;
    var i = aFrom;
    var j = bFrom;
    while (i < aTo && j < bTo) {
      var one = a[i];
      var other = b[j];
      shared += one == other ? 1 : 0;
      i += one <= other ? 1 : 0;
      j += one >= other ? 1 : 0;
    }
    return shared;
  }

  /// Whether so many shared shingles make near-copies of two texts.
  ///
  /// @param one how many shingles one text has, and `other` the other
  public static boolean suffices(int shared, int one, int other) {
    return shared > 0 && 10L * shared >= TENTHS * ((long) one + other - shared);
  }

  /// How many shingles of a text its near-copies may lack at most.
  ///
  /// @param size how many shingles the text has
  public static int mayLack(int size) {
    return size - Math.ceilDiv(TENTHS * size, 10);
  }

  /// How many of its different words a near-copy of this text may lack at most. Who lacks a word
  /// lacks two shingles, the word itself and the pair that it begins; but for the last word of a
  /// text, which begins none.
  public int mayLackWords() {
    return shingles.length == 0 ? 0 : (mayLack(shingles.length) + 1) / 2;
  }

  /// The upper half of a 64-bit number, once each of its bits depends on all (the finalizer of G.
  /// Steele, D. Lea and C. Flood, "Fast splittable pseudorandom number generators", 2014).
  private static int mixed(long bits) {
    var mixed = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return (int) (mixed >>> 32);
  }
}
