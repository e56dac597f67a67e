package org.trawl.lucene.accounts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trawl.accounts.AccountLife;
import org.trawl.accounts.AccountRow;
import org.trawl.accounts.AccountRows;
import org.trawl.accounts.AccountTotals;
import org.trawl.columns.Columns;
import org.trawl.lucene.names.AccountDirectory;
import org.trawl.lucene.network.HitWalk;
import org.trawl.search.AccountsRequest;
import org.trawl.search.Deadline;

/// Makes rows of the accounts of a search. Totals are counted of all accounts; each tweet of an
/// account is looked at only if its row is shown or ordered by that. Thread-safe.
public final class AccountsFinder {
  private final Columns columns;
  private final AccountDirectory accounts;
  private final Map<Integer, List<Integer>> entries = new LinkedHashMap<>();
  private final Map<String, Integer> byId = new HashMap<>();
  private final int users;
  private final List<String> languages;
  private final List<String> clients;
  private @Nullable FirstUse firstUse;

  public AccountsFinder(Columns columns, AccountDirectory accounts) {
    this.columns = columns;
    this.accounts = accounts;
    for (int account = 0; account < accounts.size(); account++) {
      entries.computeIfAbsent(accounts.user(account), _ -> new ArrayList<>()).add(account);
    }
    users = entries.size();
    entries.keySet().forEach(user -> byId.put(accounts.userId(user), user));
    languages = columns.dictionaries().detectedLanguages().values();
    clients = columns.dictionaries().clients().values();
  }

  /// @param complete whether the hits are all there are
  public AccountRows rows(
      AccountsRequest request, HitWalk hits, boolean complete, Deadline deadline) {
    long started = System.nanoTime();
    var totals = UserTotals.of(columns, accounts, users, hits);
    var wanted =
        totals.all(entries, firstUse()).stream()
            .filter(one -> one.tweets() >= request.least() && named(one, request.name()))
            .toList();
    var userHits = new UserHits(columns, accounts, hits);
    List<AccountRow> page;
    boolean whole;
    if (request.sort().ofChange()) {
      var lives = new HashMap<String, AccountLife.Told>();
      whole = tell(wanted, totals, userHits, deadline, lives);
      page =
          page(
              wanted.stream()
                  .filter(one -> lives.containsKey(one.account().id()))
                  .map(one -> row(one, lives))
                  .sorted(request.sort().rows(request.descending()))
                  .toList(),
              request);
    } else {
      var ordered =
          page(
              wanted.stream().sorted(request.sort().totals(request.descending())).toList(),
              request);
      var lives = new HashMap<String, AccountLife.Told>();
      // What is shown is told, however late it is.
      whole = tell(ordered, totals, userHits, Deadline.in(Duration.ofDays(1)), lives);
      page = ordered.stream().map(one -> row(one, lives)).toList();
    }
    return new AccountRows(
        page,
        wanted.size(),
        hits.total(),
        Duration.ofNanos(System.nanoTime() - started),
        !complete || !whole);
  }

  private static boolean named(AccountTotals totals, String name) {
    var part = name.toLowerCase(Locale.ROOT);
    var account = totals.account();
    return account.id().toLowerCase(Locale.ROOT).contains(part)
        || account.screenName().toLowerCase(Locale.ROOT).contains(part)
        || account.displayName().toLowerCase(Locale.ROOT).contains(part);
  }

  private static <T> List<T> page(List<T> all, AccountsRequest request) {
    int from = Math.min(request.from(), all.size());
    return all.subList(from, (int) Math.min(all.size(), (long) from + request.size()));
  }

  private static AccountRow row(AccountTotals totals, Map<String, AccountLife.Told> lives) {
    var life = lives.get(totals.account().id());
    return new AccountRow(totals, life == null ? new AccountLife().told() : life);
  }

  private boolean tell(
      List<AccountTotals> of,
      UserTotals totals,
      UserHits hits,
      Deadline deadline,
      Map<String, AccountLife.Told> lives) {
    var ids = of.stream().mapToInt(one -> byId.get(one.account().id())).toArray();
    return hits.each(
        ids,
        totals.tweets(),
        deadline,
        (user, docs, from, to) -> lives.put(accounts.userId(user), life(docs, from, to)));
  }

  private AccountLife.Told life(long[] docs, int from, int to) {
    var life = new AccountLife();
    var tags = new HashMap<Integer, String>();
    for (int i = from; i < to; i++) {
      int doc = (int) docs[i];
      life.add(
          columns.times()[doc],
          languages.get(columns.detected()[doc] & 0xFF),
          clients.get(columns.traits().client()[columns.traitSet(doc)]),
          hashtags(doc, tags));
    }
    return life.told();
  }

  /// @param known texts of hashtags that were read before
  private List<String> hashtags(int doc, Map<Integer, String> known) {
    var hashtags = columns.dictionaries().hashtags();
    var found = new ArrayList<String>();
    int end = columns.rows()[(doc + 1) * Columns.STRIDE + Columns.TAGS];
    for (int at = columns.rows()[doc * Columns.STRIDE + Columns.TAGS]; at < end; at++) {
      int tag = columns.tags()[at];
      if (tag < hashtags.size()) {
        found.add(known.computeIfAbsent(tag, hashtags::value));
      }
    }
    return found;
  }

  private synchronized FirstUse firstUse() {
    if (firstUse == null) {
      firstUse = new FirstUse(columns, accounts, users, entries);
    }
    return firstUse;
  }
}
