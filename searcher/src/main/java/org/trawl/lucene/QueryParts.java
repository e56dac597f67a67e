package org.trawl.lucene;

import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.OptionalLong;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.trawl.advice.Counts;
import org.trawl.query.QueryAst;
import org.trawl.search.Deadline;
import org.trawl.search.QueryRefused;
import org.trawl.search.SearchRequest.Selection;

/// Counts the parts of a query alone and in any company, each compiled once, until a deadline.
///
/// Not thread-safe: made for one query.
final class QueryParts implements Counts {
  /// Finds the hits of a search.
  interface Finder {
    HitSet find(Query query, Selection selection, Deadline deadline)
        throws IOException, QueryRefused;
  }

  private final QueryCompiler compiler;
  private final Finder finder;
  private final Deadline deadline;
  private final IdentityHashMap<QueryAst, Query> compiled = new IdentityHashMap<>();
  private boolean cut;

  QueryParts(QueryCompiler compiler, Finder finder, Deadline deadline) {
    this.compiler = compiler;
    this.finder = finder;
    this.deadline = deadline;
  }

  @Override
  public OptionalLong count(List<QueryAst> clauses, Selection within) throws IOException {
    if (deadline.over()) {
      cut = true;
      return OptionalLong.empty();
    }
    try {
      var hits = finder.find(all(clauses), within, deadline);
      cut |= !hits.complete();
      return hits.complete() ? OptionalLong.of(hits.total()) : OptionalLong.empty();
    } catch (QueryRefused _) {
      return OptionalLong.empty();
    }
  }

  @Override
  public boolean cut() {
    return cut;
  }

  private Query all(List<QueryAst> clauses) throws IOException, QueryRefused {
    var all = new BooleanQuery.Builder();
    boolean only = true;
    for (var clause : clauses) {
      if (clause instanceof QueryAst.Not(var excluded)) {
        all.add(query(excluded), Occur.MUST_NOT);
      } else {
        all.add(query(clause), Occur.FILTER);
        only = false;
      }
    }
    if (only) {
      all.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
    }
    return all.build();
  }

  private Query query(QueryAst clause) throws IOException, QueryRefused {
    var known = compiled.get(clause);
    if (known == null) {
      try {
        known = compiler.compile(clause, deadline).query();
      } catch (Deadline.Over e) {
        // Whoever looks for its hits finds the same deadline over, and says so.
        return new MatchNoDocsQuery("out of time");
      }
      compiled.put(clause, known);
    }
    return known;
  }
}
