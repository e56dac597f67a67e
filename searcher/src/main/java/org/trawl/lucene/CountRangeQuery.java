package org.trawl.lucene;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;

/// Tweets whose count of some kind lies in a range, by the ranks of [CountColumns].
final class CountRangeQuery extends Query {
  private final CountColumns columns;
  private final String field;
  private final long min;
  private final long max;

  /// @param min inclusive
  /// @param max inclusive
  CountRangeQuery(CountColumns columns, String field, long min, long max) {
    this.columns = columns;
    this.field = field;
    this.min = min;
    this.max = max;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost)
      throws IOException {
    var ranks = columns.ranks(field);
    return new ConstantScoreWeight(this, boost) {
      @Override
      public ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
        var size = leaf.reader().maxDoc();
        var matching =
            new Matching(ranks, leaf.docBase, size, DocValues.getNumeric(leaf.reader(), field));
        return ConstantScoreScorerSupplier.fromIterator(matching, score(), scoreMode, size);
      }

      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        return false;
      }
    };
  }

  /// Goes through a segment's documents.
  private final class Matching extends DocIdSetIterator {
    private final byte[] ranks;
    private final int base;
    private final int size;
    private final NumericDocValues counts;
    private final int lowest = CountColumns.rank(min);
    private final int highest = CountColumns.rank(max);
    private int doc = -1;

    Matching(byte[] ranks, int base, int size, NumericDocValues counts) {
      this.ranks = ranks;
      this.base = base;
      this.size = size;
      this.counts = counts;
    }

    @Override
    public int docID() {
      return doc;
    }

    @Override
    public int nextDoc() throws IOException {
      return advance(doc + 1);
    }

    @Override
    public int advance(int target) throws IOException {
      for (var next = target; next < size; next++) {
        var rank = ranks[base + next] & 0xFF;
        if (rank >= lowest && rank <= highest && fits(next, rank)) {
          doc = next;
          return doc;
        }
      }
      doc = NO_MORE_DOCS;
      return doc;
    }

    /// Ranks between those of the bounds need no look at the count itself.
    private boolean fits(int next, int rank) throws IOException {
      if (rank > lowest && rank < highest) {
        return true;
      }
      var count = counts.advanceExact(next) ? counts.longValue() : 0;
      return count >= min && count <= max;
    }

    @Override
    public long cost() {
      return size;
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String ignored) {
    return field + ":[" + min + " TO " + max + "]";
  }

  @Override
  public boolean equals(Object other) {
    return sameClassAs(other)
        && other instanceof CountRangeQuery range
        && field.equals(range.field)
        && min == range.min
        && max == range.max;
  }

  @Override
  public int hashCode() {
    return Objects.hash(classHash(), field, min, max);
  }
}
