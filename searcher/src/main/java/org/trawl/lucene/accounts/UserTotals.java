package org.trawl.lucene.accounts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.trawl.accounts.AccountTotals;
import org.trawl.columns.Columns;
import org.trawl.columns.Dictionary;
import org.trawl.lucene.names.AccountDirectory;
import org.trawl.lucene.network.HitWalk;
import org.trawl.tweet.Tweet;

/// What the hits of each user add up to.
final class UserTotals {
  private final Columns columns;
  private final AccountDirectory accounts;
  private final int[] tweets;
  private final int[] firsts;
  private final int[] lasts;
  private final int[] copies;
  private final int[][] kinds;

  private UserTotals(Columns columns, AccountDirectory accounts, int users) {
    this.columns = columns;
    this.accounts = accounts;
    tweets = new int[users];
    firsts = new int[users];
    lasts = new int[users];
    copies = new int[users];
    kinds = new int[columns.dictionaries().kinds().size()][users];
    Arrays.fill(firsts, Integer.MAX_VALUE);
    Arrays.fill(lasts, Integer.MIN_VALUE);
  }

  static UserTotals of(Columns columns, AccountDirectory accounts, int users, HitWalk hits) {
    var totals = new UserTotals(columns, accounts, users);
    hits.each(totals::count);
    return totals;
  }

  private void count(int doc) {
    int user = accounts.user(columns.account(doc));
    int time = columns.times()[doc];
    tweets[user]++;
    firsts[user] = Math.min(firsts[user], time);
    lasts[user] = Math.max(lasts[user], time);
    copies[user] += columns.copies()[doc] == 0 ? 0 : 1;
    kinds[columns.traits().kind()[columns.traitSet(doc)]][user]++;
  }

  /// Hits by user.
  int[] tweets() {
    return tweets;
  }

  /// The totals of all users that have hits, by user.
  ///
  /// @param entries of each user, one for each release it is in
  List<AccountTotals> all(Map<Integer, List<Integer>> entries, FirstUse use) {
    var all = new ArrayList<AccountTotals>();
    entries.forEach((user, ordinals) -> {
      if (tweets[user] > 0) {
        all.add(
            new AccountTotals(
                accounts.entry(ordinals.getLast()).account(),
                ordinals.stream().map(accounts::operation).distinct().sorted().toList(),
                tweets[user],
                Instant.ofEpochSecond(firsts[user]),
                Instant.ofEpochSecond(lasts[user]),
                kind(Tweet.Kind.RETWEET, user),
                kind(Tweet.Kind.REPLY, user),
                kind(Tweet.Kind.QUOTE, user),
                copies[user],
                use.first(user),
                use.together(user)));
      }
    });
    return all;
  }

  private long kind(Tweet.Kind kind, int user) {
    Dictionary names = columns.dictionaries().kinds();
    var ordinal = names.ordinal(kind.name().toLowerCase(java.util.Locale.ROOT));
    return ordinal.isEmpty() ? 0 : kinds[ordinal.getAsInt()][user];
  }
}
