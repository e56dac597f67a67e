package org.trawl.lucene.accounts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trawl.accounts.AccountTotals;
import org.trawl.accounts.AccountTotals.Together;
import org.trawl.columns.Columns;
import org.trawl.lucene.names.AccountDirectory;

/// The first tweet of each user in the archive, and which users were made and first used on the
/// same days.
final class FirstUse {
  private static final Together ALONE = new Together(1, 1);

  private final Columns columns;
  private final int[] firsts;
  private final Together[] together;

  private record Days(LocalDate created, LocalDate first) {}

  /// @param entries of each user, one for each release it is in
  FirstUse(
      Columns columns, AccountDirectory accounts, int users, Map<Integer, List<Integer>> entries) {
    this.columns = columns;
    firsts = new int[users];
    Arrays.fill(firsts, -1);
    for (int doc = 0; doc < columns.size(); doc++) {
      int user = accounts.user(columns.account(doc));
      int first = firsts[user];
      if (first < 0 || columns.times()[doc] < columns.times()[first]) {
        firsts[user] = doc;
      }
    }
    together = new Together[users];
    Arrays.fill(together, ALONE);
    Map<Days, List<Integer>> groups = new HashMap<>();
    entries.forEach((user, ordinals) ->
        accounts
            .entry(ordinals.getLast())
            .account()
            .profile()
            .created()
            .filter(_ -> firsts[user] >= 0)
            .ifPresent(created ->
                groups
                    .computeIfAbsent(
                        new Days(created, AccountTotals.day(first(user))), _ -> new ArrayList<>())
                    .add(user)));
    groups.values().forEach(this::count);
  }

  private void count(List<Integer> group) {
    Map<Integer, Long> texts = new HashMap<>();
    group.forEach(user -> texts.merge(columns.copies()[firsts[user]], 1L, Long::sum));
    for (int user : group) {
      int text = columns.copies()[firsts[user]];
      long same = text == 0 ? 1 : texts.getOrDefault(text, 1L);
      together[user] = new Together(group.size(), same);
    }
  }

  /// The time of a user's first tweet. Of users that have one.
  Instant first(int user) {
    return Instant.ofEpochSecond(columns.times()[firsts[user]]);
  }

  Together together(int user) {
    return together[user];
  }
}
