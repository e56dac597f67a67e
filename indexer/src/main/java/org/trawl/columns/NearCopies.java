package org.trawl.columns;

import java.util.Arrays;

/// The tweets that have near-copies ([org.trawl.schema.NearText]) with another text than their own.
/// Most tweets have none, and take no place here.
///
/// Texts that a chain of near-copies links are one *cluster*: near-copies are not transitive, and
/// clusters are what groups can be made of.
public final class NearCopies {
  private final int[] docs;
  private final int[] texts;
  private final int[] tweets;
  private final int[] clusters;
  private final int clusterCount;

  /// A bit for each document; a number for every 64 says how many are set before.
  private final long[] bits;

  private final int[] before;

  /// @param docs the tweets, ascending
  /// @param texts the number of each tweet's text, from 0
  /// @param tweets by text: how many tweets have it or are its near-copies
  /// @param clusters by text: the number of its cluster, from 0
  NearCopies(int[] docs, int[] texts, int[] tweets, int[] clusters) {
    if (docs.length != texts.length || tweets.length != clusters.length) {
      throw new IllegalArgumentException("near-copies of different lengths");
    }
    this.docs = docs;
    this.texts = texts;
    this.tweets = tweets;
    this.clusters = clusters;
    this.clusterCount = Arrays.stream(clusters).max().orElse(-1) + 1;
    var words = docs.length == 0 ? 0 : (docs[docs.length - 1] >>> 6) + 1;
    bits = new long[words];
    before = new int[words];
    for (var doc : docs) {
      bits[doc >>> 6] |= 1L << doc;
    }
    for (var i = 1; i < words; i++) {
      before[i] = before[i - 1] + Long.bitCount(bits[i - 1]);
    }
  }

  int[] docs() {
    return docs;
  }

  int[] texts() {
    return texts;
  }

  int[] tweets() {
    return tweets;
  }

  int[] clusters() {
    return clusters;
  }

  /// How many tweets there are with near-copies of another text.
  public int size() {
    return docs.length;
  }

  /// The tweet at a place from 0 to [#size], ascending.
  public int doc(int place) {
    return docs[place];
  }

  /// How many different texts they have.
  public int textCount() {
    return tweets.length;
  }

  /// How many clusters there are.
  public int clusterCount() {
    return clusterCount;
  }

  /// The number of a tweet's text, from 0; -1 for one without near-copies of another text.
  public int text(int doc) {
    var word = doc >>> 6;
    if (word >= bits.length || (bits[word] & (1L << doc)) == 0) {
      return -1;
    }
    return texts[before[word] + Long.bitCount(bits[word] & ((1L << doc) - 1))];
  }

  /// How many tweets have this text or are its near-copies.
  public int tweets(int text) {
    return tweets[text];
  }

  /// The number of a text's cluster, from 0.
  public int cluster(int text) {
    return clusters[text];
  }
}
