package org.trawl.lucene;

import java.util.Objects;
import java.util.function.IntPredicate;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;

/// Documents that a column decides on, such as those with fifty copies. Looks at every document
/// that no other clause has left out.
final class ColumnQuery extends Query {
  private final String description;
  private final IntPredicate matches;

  /// @param description what is asked; two queries with the same are the same
  /// @param matches decides on a document number of the whole reader
  ColumnQuery(String description, IntPredicate matches) {
    this.description = description;
    this.matches = matches;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public ScorerSupplier scorerSupplier(LeafReaderContext leaf) {
        var size = leaf.reader().maxDoc();
        var all = DocIdSetIterator.all(size);
        var verified =
            new TwoPhaseIterator(all) {
              @Override
              public boolean matches() {
                return matches.test(leaf.docBase + all.docID());
              }

              @Override
              public float matchCost() {
                return 2;
              }
            };
        return ConstantScoreScorerSupplier.fromIterator(
            TwoPhaseIterator.asDocIdSetIterator(verified), score(), scoreMode, size);
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
    return description;
  }

  @Override
  public boolean equals(Object other) {
    return sameClassAs(other) && description.equals(((ColumnQuery) other).description);
  }

  @Override
  public int hashCode() {
    return Objects.hash(classHash(), description);
  }
}
