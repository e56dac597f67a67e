package org.trawl.advice;

import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import org.trawl.query.QueryAst;
import org.trawl.search.SearchRequest.Selection;

/// Counts the parts of one query alone and in any company, until time runs out.
public interface Counts {
  /// How many tweets have all of some parts, within a selection; empty if time ran out or a part is
  /// refused.
  OptionalLong count(List<QueryAst> clauses, Selection within) throws IOException;

  /// Whether time ran out for any count.
  boolean cut();
}
