package org.trawl.columns;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.util.FixedBitSet;

/// Puts together which texts have near-copies, how many, and which chains they form. One tweet
/// stands for each different text.
final class NearGroups {
  /// The part of the heap that may hold what texts are compared by.
  private static final int HEAP_PART = 4;

  private final CopyGroups copies;
  private final int[] parents;
  private final int[] tweets;

  private NearGroups(CopyGroups copies) {
    this.copies = copies;
    this.parents = new int[copies.groups().length];
    this.tweets = new int[parents.length];
    Arrays.setAll(parents, doc -> doc);
  }

  /// @param hashes what the copies of each document share
  static NearCopies of(IndexReader reader, long[] hashes, CopyGroups copies) throws IOException {
    var standing = new FixedBitSet(Math.max(1, hashes.length));
    var first = new int[copies.sizes().length];
    Arrays.fill(first, -1);
    for (var doc = 0; doc < hashes.length; doc++) {
      var group = copies.groups()[doc];
      if (hashes[doc] != 0 && first[group] < 0) {
        standing.set(doc);
        // Group 0 is that of all texts that stand alone.
        first[group] = group == 0 ? -1 : doc;
      }
    }
    var groups = new NearGroups(copies);
    new NearJoin(Shingles.of(reader, standing), Runtime.getRuntime().maxMemory() / HEAP_PART)
        .each(groups::join);
    return groups.numbered(first);
  }

  private int copiesOf(int doc) {
    var group = copies.groups()[doc];
    return group == 0 ? 1 : copies.sizes()[group];
  }

  private synchronized void join(int one, int other) {
    tweets[one] += copiesOf(other);
    tweets[other] += copiesOf(one);
    var root = root(one);
    var otherRoot = root(other);
    // The smaller stays, so that clusters are numbered alike however threads take turns.
    parents[Math.max(root, otherRoot)] = Math.min(root, otherRoot);
  }

  private int root(int doc) {
    var at = doc;
    while (parents[at] != at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }

  /// @param first the document that stands for each group of copies
  private NearCopies numbered(int[] first) {
    var texts = new int[parents.length];
    var clusters = new int[parents.length];
    Arrays.fill(texts, -1);
    Arrays.fill(clusters, -1);
    var textTweets = new int[1024];
    var textClusters = new int[1024];
    var docs = new int[1024];
    var docTexts = new int[1024];
    var textCount = 0;
    var clusterCount = 0;
    var count = 0;
    for (var doc = 0; doc < parents.length; doc++) {
      var group = copies.groups()[doc];
      var standing = group == 0 ? doc : first[group];
      if (standing < 0 || tweets[standing] == 0) {
        continue;
      }
      if (texts[standing] < 0) {
        var root = root(standing);
        if (clusters[root] < 0) {
          clusters[root] = clusterCount++;
        }
        if (textCount == textTweets.length) {
          textTweets = Arrays.copyOf(textTweets, textCount * 2);
          textClusters = Arrays.copyOf(textClusters, textCount * 2);
        }
        textTweets[textCount] = tweets[standing] + copiesOf(standing);
        textClusters[textCount] = clusters[root];
        texts[standing] = textCount++;
      }
      if (count == docs.length) {
        docs = Arrays.copyOf(docs, count * 2);
        docTexts = Arrays.copyOf(docTexts, count * 2);
      }
      docs[count] = doc;
      docTexts[count++] = texts[standing];
    }
    return new NearCopies(
        Arrays.copyOf(docs, count),
        Arrays.copyOf(docTexts, count),
        Arrays.copyOf(textTweets, textCount),
        Arrays.copyOf(textClusters, textCount));
  }
}
