package org.trawl.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.trawl.columns.Columns;
import org.trawl.lucene.near.TextGroups;
import org.trawl.schema.TweetFields;
import org.trawl.search.SearchRequest.Sort;

/// Keeps one hit of each group of tweets with the same text, or nearly the same: the one that its
/// order would show first (by relevance the one that [TweetPriors] has higher, as the same words
/// score alike, and nearly the same nearly so).
final class CopyCollapse {
  private final TextGroups groups;
  private final Columns columns;
  private final IndexReader reader;
  private final TweetPriors priors;

  CopyCollapse(TextGroups groups, Columns columns, IndexReader reader, TweetPriors priors) {
    this.groups = groups;
    this.columns = columns;
    this.reader = reader;
    this.priors = priors;
  }

  HitSet collapse(HitSet hits, Sort sort) throws IOException {
    var best = best(hits, sort);
    var segments = new ArrayList<SegmentHits>();
    for (var segment : hits.segments()) {
      var bits = new FixedBitSet(Math.max(1, segment.size()));
      var docs = segment.iterator();
      for (var doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        var group = groups.of(segment.base() + doc);
        if (group == 0 || best[group] == segment.base() + doc) {
          bits.set(doc);
        }
      }
      segments.add(SegmentHits.of(segment.base(), segment.size(), bits));
    }
    return new HitSet(segments, hits.complete());
  }

  /// The document of each group that stands for it, -1 for a group without hits.
  private int[] best(HitSet hits, Sort sort) throws IOException {
    var best = new int[groups.count()];
    Arrays.fill(best, -1);
    var bestKeys = new long[best.length];
    var points = sort == Sort.RELEVANCE ? priors.points() : new byte[0];
    var bestIds = new long[best.length];
    for (var i = 0; i < hits.segments().size(); i++) {
      var segment = hits.segments().get(i);
      var leaf = reader.leaves().get(i).reader();
      var ids = DocValues.getNumeric(leaf, TweetFields.ID);
      var counts =
          DocValues.getNumeric(
              leaf, sort == Sort.RETWEETS ? TweetFields.RETWEETS : TweetFields.LIKES);
      var docs = segment.iterator();
      for (var doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        var global = segment.base() + doc;
        var group = groups.of(global);
        if (group == 0) {
          continue;
        }
        var id = ids.advanceExact(doc) ? ids.longValue() : 0;
        var key =
            switch (sort) {
              case RELEVANCE -> points[global] & 0xFF;
              case NEWEST -> columns.times()[global];
              case COPIES -> columns.copiesOf(global);
              case OLDEST -> -columns.times()[global];
              case LIKES, RETWEETS -> counts.advanceExact(doc) ? counts.longValue() : 0;
            };
        var tie = sort == Sort.OLDEST ? -id : id;
        if (best[group] < 0
            || key > bestKeys[group]
            || (key == bestKeys[group] && tie > bestIds[group])) {
          best[group] = global;
          bestKeys[group] = key;
          bestIds[group] = tie;
        }
      }
    }
    return best;
  }
}
