package org.trawl.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// Where the terms of queries stand in the index, looked up once and remembered.
///
/// A word in any form is a term for each language of the archive, and most of these no tweet has.
/// Each is looked up in every segment, to find the hits and once more to put them in order; who
/// refines a search asks for the same words again.
///
/// Thread-safe.
final class KnownTerms {
  /// The most terms that are remembered; some 2 kB for one that every segment has.
  private static final int MOST = 4_096;

  private final IndexSearcher searcher;

  private final Map<Term, TermStates> known =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Term, TermStates> eldest) {
              return size() > MOST;
            }
          });

  /// @param searcher of the one reader that all queries are run on
  KnownTerms(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  /// The same query with its terms looked up, and without alternatives that no tweet has.
  ///
  /// @throws Deadline.Over if it was over before all were looked up: thousands of words are a
  ///   hundred thousand terms
  Query resolved(Query query, Deadline deadline) throws IOException {
    return switch (query) {
      case TermQuery term -> resolved(term.getTerm(), deadline);
      case BoostQuery boosted ->
          new BoostQuery(resolved(boosted.getQuery(), deadline), boosted.getBoost());
      case ConstantScoreQuery constant ->
          new ConstantScoreQuery(resolved(constant.getQuery(), deadline));
      case BooleanQuery all when all.getMinimumNumberShouldMatch() == 0 -> resolved(all, deadline);
      default -> query;
    };
  }

  private Query resolved(Term term, Deadline deadline) throws IOException {
    var states = known.get(term);
    if (states == null) {
      deadline.check();
      states = TermStates.build(searcher, term, true);
      known.put(term, states);
    }
    return states.docFreq() == 0
        ? new MatchNoDocsQuery("no tweet has " + term)
        : new TermQuery(term, states);
  }

  private Query resolved(BooleanQuery all, Deadline deadline) throws IOException {
    var plain = all.clauses().stream().allMatch(clause -> clause.occur() == Occur.SHOULD);
    var kept = new ArrayList<BooleanClause>(all.clauses().size());
    for (var clause : all.clauses()) {
      var query = resolved(clause.query(), deadline);
      // Beside other kinds of clauses an alternative without tweets is Lucene's to judge.
      if (!plain || !(query instanceof MatchNoDocsQuery)) {
        kept.add(new BooleanClause(query, clause.occur()));
      }
    }
    if (kept.isEmpty()) {
      return new MatchNoDocsQuery("no tweet has any of the alternatives");
    }
    return plain && kept.size() == 1
        ? kept.getFirst().query()
        : new BooleanQuery.Builder().add(kept).build();
  }
}
