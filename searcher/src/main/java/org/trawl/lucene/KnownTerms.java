package org.trawl.lucene;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.trawl.search.Deadline;

/// Where the terms of queries stand in the index, looked up once and remembered.
///
/// A word in any form is a term for each language of the archive, and most of these no tweet has.
/// Each is looked up in every segment, to find the hits and once more to put them in order; who
/// refines a search asks for the same words again.
///
/// Thread-safe.
public final class KnownTerms {
  /// The most terms that are remembered; some 2 kB for one that every segment has.
  private static final int MOST = 4_096;

  private final IndexReader reader;

  private final Map<Term, TermStates> known =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Term, TermStates> eldest) {
              return size() > MOST;
            }
          });

  /// @param reader the one that all queries are run on
  public KnownTerms(IndexReader reader) {
    this.reader = reader;
  }

  /// The same query with its terms looked up, and without alternatives that no tweet has.
  ///
  /// @param threads how many may look them up, the calling one among them
  /// @throws Deadline.Over if it was over before all were looked up: thousands of words are a
  ///   hundred thousand terms
  public Query resolved(Query query, int threads, Deadline deadline) throws IOException {
    return resolved(query, states(query, threads, deadline));
  }

  /// Where all terms of a query stand. Kept beside what is remembered, which may be less.
  private Map<Term, TermStates> states(Query query, int threads, Deadline deadline)
      throws IOException {
    var states = new HashMap<Term, TermStates>();
    var unknown = new HashSet<Term>();
    collect(query, states, unknown);
    if (!unknown.isEmpty()) {
      var found = TermLookup.of(reader, unknown, threads, deadline);
      known.putAll(found);
      states.putAll(found);
    }
    return states;
  }

  private void collect(Query query, Map<Term, TermStates> states, Set<Term> unknown) {
    switch (query) {
      case TermQuery term -> {
        var there = known.get(term.getTerm());
        if (there == null) {
          unknown.add(term.getTerm());
        } else {
          states.put(term.getTerm(), there);
        }
      }
      case BoostQuery boosted -> collect(boosted.getQuery(), states, unknown);
      case ConstantScoreQuery constant -> collect(constant.getQuery(), states, unknown);
      case BooleanQuery all when all.getMinimumNumberShouldMatch() == 0 -> {
        for (var clause : all.clauses()) {
          collect(clause.query(), states, unknown);
        }
      }
      default -> {}
    }
  }

  private static Query resolved(Query query, Map<Term, TermStates> states) {
    return switch (query) {
      case TermQuery term -> resolved(term.getTerm(), states);
      case BoostQuery boosted ->
          new BoostQuery(resolved(boosted.getQuery(), states), boosted.getBoost());
      case ConstantScoreQuery constant ->
          new ConstantScoreQuery(resolved(constant.getQuery(), states));
      case BooleanQuery all when all.getMinimumNumberShouldMatch() == 0 -> resolved(all, states);
      default -> query;
    };
  }

  private static Query resolved(Term term, Map<Term, TermStates> all) {
    var states = requireNonNull(all.get(term), "collected before");
    return states.docFreq() == 0
        ? new MatchNoDocsQuery("no tweet has " + term)
        : new TermQuery(term, states);
  }

  private static Query resolved(BooleanQuery all, Map<Term, TermStates> states) {
    var plain = all.clauses().stream().allMatch(clause -> clause.occur() == Occur.SHOULD);
    var kept = new ArrayList<BooleanClause>(all.clauses().size());
    for (var clause : all.clauses()) {
      var query = resolved(clause.query(), states);
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
