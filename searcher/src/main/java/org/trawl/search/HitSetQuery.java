package org.trawl.search;

import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.jspecify.annotations.Nullable;

/// Hits already found, as a filter.
final class HitSetQuery extends Query {
  private final HitSet hits;

  HitSetQuery(HitSet hits) {
    this.hits = hits;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) {
        var segment = hits.segments().get(leaf.ord);
        return segment.count() == 0
            ? null
            : ConstantScoreScorerSupplier.fromIterator(
                iterator(segment), score(), scoreMode, segment.size());
      }

      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        return false;
      }
    };
  }

  static DocIdSetIterator iterator(SegmentHits hits) {
    var bits = hits.bits();
    if (bits != null) {
      return new BitSetIterator(bits, hits.count());
    }
    return hits.isAll() ? DocIdSetIterator.all(hits.size()) : new ListIterator(hits);
  }

  private static final class ListIterator extends DocIdSetIterator {
    private final SegmentHits hits;
    private int doc = -1;

    ListIterator(SegmentHits hits) {
      this.hits = hits;
    }

    @Override
    public int docID() {
      return doc;
    }

    @Override
    public int nextDoc() {
      return advance(doc + 1);
    }

    @Override
    public int advance(int target) {
      var next = hits.next(target);
      doc = next >= hits.size() ? NO_MORE_DOCS : next;
      return doc;
    }

    @Override
    public long cost() {
      return hits.count();
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return hits.total() + " hits";
  }

  @Override
  public boolean equals(Object other) {
    return sameClassAs(other) && hits.equals(((HitSetQuery) other).hits);
  }

  @Override
  public int hashCode() {
    return Objects.hash(classHash(), hits);
  }
}
