package org.trawl.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.Query;
import org.trawl.grammar.WordForms;
import org.trawl.language.Tokenizer;
import org.trawl.lucene.Cursor;
import org.trawl.lucene.PatternQuery;
import org.trawl.lucene.QueryCompiler;
import org.trawl.lucene.WordPoints;
import org.trawl.match.Shape;
import org.trawl.match.ShapeMatcher;
import org.trawl.match.TokenView;
import org.trawl.query.QueryAst;
import org.trawl.schema.TweetFields;
import org.trawl.search.Deadline;
import org.trawl.search.EngineUnavailable;
import org.trawl.search.QueryRefused;
import org.trawl.search.SearchRequest.Collapse;
import org.trawl.search.SearchRequest.Sort;
import tools.jackson.databind.node.ObjectNode;

/// Turns a query's tree into what a cluster runs: compiled as for the embedded engine, then put
/// into the cluster's language. What that cannot say, the place of words in some patterns, is
/// looked for here: the tweets that have the words are read, and those in which the pattern lies
/// are named by their ids.
///
/// Thread-safe.
final class ClusterCompiler {
  /// Tweets that are read at most to look how words lie in them.
  static final int MOST_READ = 50_000;

  private static final int READ_AT_ONCE = 2_000;

  private final QueryCompiler compiler;
  private final ClusterSearches searches;
  private final ClusterOrder order;
  private final ClusterRows rows;
  private final WordForms forms;

  ClusterCompiler(
      QueryCompiler compiler,
      ClusterSearches searches,
      ClusterOrder order,
      ClusterRows rows,
      WordForms forms) {
    this.compiler = compiler;
    this.searches = searches;
    this.order = order;
    this.rows = rows;
    this.forms = forms;
  }

  /// A query ready to be sent.
  final class Compiled {
    private final QueryCompiler.Compiled compiled;
    private final Deadline deadline;
    private final ObjectNode query;
    private final IdentityHashMap<Shape, ObjectNode> found = new IdentityHashMap<>();

    private Compiled(QueryCompiler.Compiled compiled, Deadline deadline)
        throws IOException, QueryRefused {
      this.compiled = compiled;
      this.deadline = deadline;
      this.query = dsl(compiled.query());
    }

    /// Finds the hits.
    ObjectNode query() {
      return query;
    }

    QueryAst ast() {
      return compiled.ast();
    }

    Map<QueryAst, Shape> shapes() {
      return compiled.shapes();
    }

    /// Finds what a part of the query does.
    ObjectNode part(QueryAst part) throws IOException, QueryRefused {
      var query = compiled.parts().get(part);
      if (query == null) {
        throw new IllegalArgumentException("no part of the query: " + part);
      }
      return dsl(query);
    }

    /// What its words add to the scores of its hits.
    WordPoints points() throws IOException {
      return compiler.points(compiled, deadline);
    }

    ObjectNode dsl(Query lucene) throws IOException, QueryRefused {
      return new LuceneDsl(this::verified).of(lucene);
    }

    private ObjectNode verified(PatternQuery pattern, ObjectNode candidates)
        throws IOException, QueryRefused {
      var known = found.get(pattern.shape());
      if (known == null) {
        known = Dsl.numbers(TweetFields.ID, ids(pattern, candidates));
        found.put(pattern.shape(), known);
      }
      return known;
    }

    private List<Long> ids(PatternQuery pattern, ObjectNode candidates)
        throws IOException, QueryRefused {
      if (searches.count(candidates, deadline) > MOST_READ) {
        throw QueryRefused.tooManyCandidates(node(pattern.shape()), MOST_READ);
      }
      var ids = new ArrayList<Long>();
      var tokenizer = new Tokenizer();
      var wanted = ClusterOrder.Ordering.of(candidates, Sort.NEWEST, Collapse.NONE);
      Cursor place = null;
      while (true) {
        var read = order.plain(wanted, READ_AT_ONCE, place, true, deadline);
        for (var tweet : read) {
          var hit = rows.hit(tweet.source());
          var text = hit.tweet().content().text();
          var tokens = TokenView.of(text, hit.detected(), forms, tokenizer);
          if (ShapeMatcher.matches(pattern.shape(), tokens)) {
            ids.add(tweet.id());
          }
        }
        if (read.size() < READ_AT_ONCE) {
          return ids;
        }
        place = new Cursor(Sort.NEWEST, read.getLast().key(), read.getLast().id());
      }
    }

    /// The part of the query that a shape is of.
    private QueryAst node(Shape shape) {
      for (var each : compiled.shapes().entrySet()) {
        if (each.getValue().equals(shape)
            || (each.getValue() instanceof Shape.OneOf(var shapes) && shapes.contains(shape))) {
          return each.getKey();
        }
      }
      return compiled.ast();
    }
  }

  /// @throws EngineUnavailable if there was no time left to send it
  Compiled compile(QueryAst ast, Deadline deadline) throws IOException, QueryRefused {
    try {
      return new Compiled(compiler.compile(ast, deadline), deadline);
    } catch (Deadline.Over e) {
      throw new EngineUnavailable(
          "the search's time was over before the cluster was asked", ClusterClient.RETRY_AFTER, e);
    }
  }
}
