package org.trawl.lucene;

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
import org.jspecify.annotations.Nullable;

/// Tweets of a span of time: in every segment, which is sorted by time, one range of documents.
final class TimeQuery extends Query {
  private final int[] times;
  private final long since;
  private final long until;

  /// @param times seconds since 1970 by document number of the whole reader
  /// @param since inclusive
  /// @param until exclusive
  TimeQuery(int[] times, long since, long until) {
    this.times = times;
    this.since = since;
    this.until = until;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) {
        var size = leaf.reader().maxDoc();
        var from = TimelineCounter.firstBefore(times, leaf.docBase, size, until);
        var to = TimelineCounter.firstBefore(times, leaf.docBase, size, since);
        return from >= to
            ? null
            : ConstantScoreScorerSupplier.fromIterator(
                DocIdSetIterator.range(from, to), score(), scoreMode, size);
      }

      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        return false;
      }
    };
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return "time:[" + since + " TO " + until + "}";
  }

  @Override
  public boolean equals(Object other) {
    return sameClassAs(other)
        && since == ((TimeQuery) other).since
        && until == ((TimeQuery) other).until;
  }

  @Override
  public int hashCode() {
    return Objects.hash(classHash(), since, until);
  }
}
