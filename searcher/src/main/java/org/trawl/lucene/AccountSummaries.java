package org.trawl.lucene;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.trawl.index.AccountTable;
import org.trawl.search.AccountSummary;
import org.trawl.search.AccountSummary.SentAs;

/// What is told of one account, out of its entries: one for each release it is in.
public final class AccountSummaries {
  private AccountSummaries() {}

  /// An account that only users files list.
  public static AccountSummary silent(List<AccountTable.Entry> entries) {
    return of(entries, 0, Optional.empty(), Optional.empty());
  }

  /// An account with tweets.
  ///
  /// @param entries one or more; the last one's profile is told
  /// @param hits its tweets
  static AccountSummary of(List<AccountTable.Entry> entries, HitSet hits, TimeOrder order)
      throws IOException {
    return of(entries, hits.total(), order.first(hits), order.last(hits));
  }

  /// The same where its tweets were counted elsewhere.
  public static AccountSummary of(
      List<AccountTable.Entry> entries,
      long tweets,
      Optional<Instant> first,
      Optional<Instant> last) {
    return new AccountSummary(
        entries.getLast().account(),
        entries.stream().map(AccountTable.Entry::operation).distinct().toList(),
        tweets,
        first,
        last,
        sentAs(entries));
  }

  private static List<SentAs> sentAs(List<AccountTable.Entry> entries) {
    var handles = new LinkedHashMap<String, SentAs>();
    for (var entry : entries) {
      for (var one : entry.handles()) {
        var told =
            new SentAs(
                one.handle(),
                one.tweets(),
                Instant.ofEpochSecond(one.first()),
                Instant.ofEpochSecond(one.last()));
        handles.merge(one.handle(), told, SentAs::and);
      }
    }
    var ordered = new ArrayList<>(handles.values());
    ordered.sort(Comparator.comparing(SentAs::first).thenComparing(SentAs::handle));
    return ordered;
  }
}
