package org.trawl.lucene;

import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
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
                segment.iterator(), score(), scoreMode, cost(segment));
      }

      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        return false;
      }
    };
  }

  /// Few hits lead the way; many are better looked up where words skip ahead.
  private static int cost(SegmentHits hits) {
    return hits.list() == null ? hits.size() : hits.count();
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
