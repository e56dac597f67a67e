package org.trawl.lucene;

import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.apache.lucene.search.Query;
import org.trawl.index.AccountTable;
import org.trawl.query.QueryAst;
import org.trawl.search.Deadline;
import org.trawl.search.QueryRefused;

/// Turns what a query asks beside its words into what an engine runs. The words themselves are read
/// alike by all engines: [QueryCompiler].
public interface OperatorCompiler {
  /// An operator such as `from:ann` or `likes:>=10`.
  ///
  /// @throws Deadline.Over if it was over before
  /// @throws QueryRefused if it would cost more than a search may
  Query of(QueryAst.Operator ast, Deadline deadline) throws IOException, QueryRefused;

  /// The tweets of some accounts, by their ordinals.
  Query accounts(List<Integer> ordinals);

  /// The tweets of the accounts whose entry is as wanted.
  ///
  /// @throws Deadline.Over if it was over before all accounts were looked at
  Query accountsWhere(Predicate<AccountTable.Entry> wanted, Deadline deadline) throws Deadline.Over;
}
