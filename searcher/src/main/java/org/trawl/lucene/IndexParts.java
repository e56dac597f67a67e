package org.trawl.lucene;

import java.io.IOException;
import java.util.IdentityHashMap;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.trawl.match.TweetMarks;
import org.trawl.query.QueryAst;

/// Looks in the index whether it finds a tweet for a part of a query.
///
/// Not thread-safe: made for one page of one search.
final class IndexParts implements TweetMarks.PartFinder {
  private final QueryCompiler.Compiled compiled;
  private final IndexSearcher searcher;
  private final IdentityHashMap<QueryAst, Weight> weights = new IdentityHashMap<>();

  IndexParts(QueryCompiler.Compiled compiled, IndexSearcher searcher) {
    this.compiled = compiled;
    this.searcher = searcher;
  }

  @Override
  public boolean found(QueryAst part, long hit) throws IOException {
    int doc = Math.toIntExact(hit);
    var leaves = searcher.getIndexReader().leaves();
    var leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    var weight = weights.get(part);
    if (weight == null) {
      var query = compiled.parts().get(part);
      weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
      weights.put(part, weight);
    }
    var scorer = weight.scorer(leaf);
    return scorer != null && scorer.iterator().advance(doc - leaf.docBase) == doc - leaf.docBase;
  }
}
