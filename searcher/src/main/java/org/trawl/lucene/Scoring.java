package org.trawl.lucene;

import java.util.ArrayList;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;

/// What is left to run of a query once its hits are known, to put them in order: what says how well
/// each fits. Parts that score all hits alike were for finding them; a nearness, say, would verify
/// each hit a second time.
final class Scoring {
  private Scoring() {}

  /// A query that matches the hits and nothing else, and scores them in the order of the whole
  /// query.
  ///
  /// @param query what all of the hits match
  static Query of(Query query, HitSet hits) {
    return new BooleanQuery.Builder()
        .add(telling(query), Occur.MUST)
        .add(new HitSetQuery(hits), Occur.FILTER)
        .build();
  }

  /// The same for a query of which nothing is left out and whose hits are all it matches: alone, it
  /// skips the documents that cannot reach the page, and hits in the way of that would cost more
  /// than they spare.
  static Query of(Query query) {
    return telling(query);
  }

  /// Whether nothing of a query is left out of what tells.
  static boolean isWhole(Query query) {
    return switch (query) {
      case BooleanQuery all ->
          all.clauses().stream().allMatch(clause -> clause.occur() == Occur.SHOULD);
      default -> !sameForAll(query);
    };
  }

  /// Whether a query scores all of its hits alike.
  static boolean tellsNothing(Query query) {
    return sameForAll(telling(query));
  }

  private static Query telling(Query query) {
    if (sameForAll(query)) {
      return MatchAllDocsQuery.INSTANCE;
    }
    if (!(query instanceof BooleanQuery all) || all.getMinimumNumberShouldMatch() > 0) {
      return query;
    }
    var kept = new ArrayList<BooleanClause>();
    for (var clause : all.clauses()) {
      switch (clause.occur()) {
        case MUST -> {
          var telling = telling(clause.query());
          if (!sameForAll(telling)) {
            kept.add(new BooleanClause(telling, Occur.MUST));
          }
        }
        case SHOULD -> kept.add(clause);
        case FILTER, MUST_NOT -> {}
      }
    }
    if (kept.isEmpty()) {
      return MatchAllDocsQuery.INSTANCE;
    }
    var rest = new BooleanQuery.Builder();
    // Where something must match besides, an alternative need not.
    if (kept.stream().allMatch(c -> c.occur() == Occur.SHOULD)
        && all.clauses().stream().anyMatch(c -> c.occur() != Occur.SHOULD)) {
      rest.add(MatchAllDocsQuery.INSTANCE, Occur.MUST);
    }
    kept.forEach(rest::add);
    return rest.build();
  }

  private static boolean sameForAll(Query query) {
    return switch (query) {
      case BoostQuery boosted -> sameForAll(boosted.getQuery());
      case ConstantScoreQuery _, MatchAllDocsQuery _, PatternQuery _ -> true;
      default -> false;
    };
  }
}
