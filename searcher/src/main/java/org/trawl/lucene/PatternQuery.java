package org.trawl.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;
import org.trawl.match.Shape;
import org.trawl.match.ShapeMatcher;
import org.trawl.match.WordSet;

/// Texts in which a shape lies. Another query finds those that have its words at all; of each, the
/// positions of these words are read, from whichever layers they stand in, and the shape is looked
/// for among them.
///
/// Lucene's phrases and intervals are not enough here: intervals keep only the shortest of several
/// ways in which a part matches, and lose longer ones that a phrase would need.
public final class PatternQuery extends Query {
  private final Shape shape;
  private final Query candidates;

  /// @param candidates finds at least all texts that the shape lies in
  PatternQuery(Shape shape, Query candidates) {
    this.shape = shape;
    this.candidates = candidates;
  }

  /// What lies in the texts.
  public Shape shape() {
    return shape;
  }

  /// What finds at least all of its hits.
  public Query candidates() {
    return candidates;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost)
      throws IOException {
    var inner =
        searcher.createWeight(searcher.rewrite(candidates), ScoreMode.COMPLETE_NO_SCORES, 1);
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
        var supplier = inner.scorerSupplier(leaf);
        return supplier == null ? null : new Supplier(leaf, supplier, score(), scoreMode);
      }

      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        return true;
      }
    };
  }

  private final class Supplier extends ScorerSupplier {
    private final LeafReaderContext leaf;
    private final ScorerSupplier candidates;
    private final float score;
    private final ScoreMode mode;

    Supplier(LeafReaderContext leaf, ScorerSupplier candidates, float score, ScoreMode mode) {
      this.leaf = leaf;
      this.candidates = candidates;
      this.score = score;
      this.mode = mode;
    }

    @Override
    public Scorer get(long leadCost) throws IOException {
      var iterator = candidates.get(leadCost).iterator();
      var words = new Words(leaf);
      var verified =
          new TwoPhaseIterator(iterator) {
            @Override
            public boolean matches() throws IOException {
              words.read(iterator.docID());
              return ShapeMatcher.matches(shape, words);
            }

            @Override
            public float matchCost() {
              return 200;
            }
          };
      return new ConstantScoreScorer(score, mode, verified);
    }

    @Override
    public long cost() {
      return candidates.cost();
    }
  }

  /// The positions of the shape's words in one document.
  private final class Words implements ShapeMatcher.Positions {
    private final List<WordPostings> postings = new ArrayList<>();

    /// By identity: comparing sets of words costs more than all the rest. Equal ones share
    /// postings.
    private final IdentityHashMap<WordSet, Integer> indexes = new IdentityHashMap<>();

    private final int[][] positions;

    Words(LeafReaderContext leaf) throws IOException {
      var found = new ArrayList<WordSet>();
      Shape.eachWord(shape, found::add);
      var known = new HashMap<WordSet, Integer>();
      for (var word : found) {
        var index = known.get(word);
        if (index == null) {
          index = postings.size();
          postings.add(new WordPostings(leaf.reader(), word));
          known.put(word, index);
        }
        indexes.put(word, index);
      }
      positions = new int[postings.size()][];
    }

    void read(int doc) throws IOException {
      for (int i = 0; i < positions.length; i++) {
        positions[i] = postings.get(i).positions(doc);
      }
    }

    @Override
    public int[] of(WordSet word) {
      return positions[Objects.requireNonNull(indexes.get(word))];
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return shape.toString();
  }

  @Override
  public boolean equals(Object other) {
    return sameClassAs(other) && shape.equals(((PatternQuery) other).shape);
  }

  @Override
  public int hashCode() {
    return Objects.hash(classHash(), shape);
  }
}
