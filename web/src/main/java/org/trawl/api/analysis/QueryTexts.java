package org.trawl.api.analysis;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.trawl.query.QueryAst;
import org.trawl.query.QueryParser;
import org.trawl.query.QueryPrinter;

/// Makes one query of two, for links that lead to what several searches have in common. What was
/// typed stays as it was, and brackets stand only where they must.
///
/// @param zone by whose clocks the queries' dates are read
public record QueryTexts(ZoneId zone) {
  /// A query that finds what two queries both find.
  public String and(String one, String other) {
    if (tree(one) instanceof QueryAst.All) {
      return other;
    }
    if (tree(other) instanceof QueryAst.All) {
      return one;
    }
    var tree = QueryAst.and(List.of(tree(one), tree(other)));
    return shortest(tree, one + " " + other, "(" + one + ") (" + other + ")");
  }

  /// A query that finds what one query finds and another one does not.
  public String without(String one, String other) {
    var not = new QueryAst.Not(tree(other));
    if (tree(one) instanceof QueryAst.All) {
      return shortest(not, "-" + other, "-(" + other + ")");
    }
    return shortest(
        QueryAst.and(List.of(tree(one), not)),
        one + " -" + other,
        one + " -(" + other + ")",
        "(" + one + ") -(" + other + ")");
  }

  /// The first of some texts that is read as a tree; the tree printed if none is.
  private String shortest(QueryAst tree, String... texts) {
    return Stream.of(texts)
        .map(String::strip)
        .filter(text -> tree(text).equals(tree))
        .filter(text -> QueryParser.parse(text, zone).problems().isEmpty())
        .findFirst()
        .orElseGet(() -> QueryPrinter.print(tree));
  }

  private QueryAst tree(String text) {
    return QueryParser.parse(text, zone).ast();
  }
}
