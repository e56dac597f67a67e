package org.trawl.query;

import static java.util.Objects.requireNonNull;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/// What a typed query was read as.
///
/// @param text the query as typed
/// @param ast what it asks for, all that could not be read left out
/// @param problems what could not be read; a query that has some is not to be answered
/// @param hints what was read, perhaps not as meant
/// @param spans where the tree's nodes and patterns stood
public record ParsedQuery(
    String text, QueryAst ast, List<QueryProblem> problems, List<QueryHint> hints, Spans spans) {
  public ParsedQuery {
    requireNonNull(text, "text");
    requireNonNull(ast, "ast");
    problems = List.copyOf(problems);
    hints = List.copyOf(hints);
    requireNonNull(spans, "spans");
  }

  /// The parts of the query that narrow it one by one.
  public List<QueryAst> clauses() {
    return ast.clauses();
  }

  /// Where a part of the query stood; all of the query for what is not of it.
  public TextSpan span(QueryAst part) {
    return spans.of(part).orElseGet(() -> new TextSpan(0, text.length()));
  }

  /// A query for a tree: this one as typed where the tree is its own.
  public String retyped(QueryAst other) {
    return other.equals(ast) ? text : QueryPrinter.print(other);
  }

  /// Where nodes and patterns stood in the typed text, told apart by identity: two equal words have
  /// two places.
  public static final class Spans {
    private final IdentityHashMap<Object, TextSpan> spans = new IdentityHashMap<>();

    /// Where a node of this query stood; empty for one that is not of it.
    public Optional<TextSpan> of(QueryAst node) {
      return Optional.ofNullable(spans.get(node));
    }

    /// Where a pattern of this query stood; empty for one that is not of it.
    public Optional<TextSpan> of(TextPattern pattern) {
      return Optional.ofNullable(spans.get(pattern));
    }

    void put(Object nodeOrPattern, TextSpan span) {
      spans.put(nodeOrPattern, span);
    }
  }
}
