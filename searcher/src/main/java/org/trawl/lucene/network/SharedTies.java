package org.trawl.lucene.network;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.trawl.search.Deadline;
import org.trawl.search.NetworkRequest;

/// Counts the edges between accounts that acted on the same items: the sparse matrix of accounts by
/// items times its transpose, row by row (Gustavson 1978), so that memory grows with the acts and
/// the accounts and never with the pairs.
///
/// With a window, an account's acts look at their neighbours in the item's order of time as far as
/// the window reaches. Without one, the acts of an item are first added up by account, so that an
/// item of many tweets costs the square of its accounts and not of its tweets.
///
/// The tweets of each side are counted in a second pass, for the edges that are kept.
final class SharedTies {
  /// Acts between two looks at the clock.
  private static final int LOOK = 256;

  /// Time for the second pass where the first took all there was.
  private static final Duration SHOWING = Duration.ofSeconds(2);

  private final Acts acts;
  private final int users;
  private final NetworkRequest.Rule rule;
  private final boolean single;
  private final ItemUsers itemUsers;
  private final Deadline deadline;
  private volatile boolean cut;

  /// What was counted.
  ///
  /// @param complete whether time sufficed
  record Counted(List<Tie> heaviest, long count, boolean complete) {}

  /// @param single whether a tweet has one item at most
  SharedTies(Acts acts, int users, NetworkRequest.Rule rule, boolean single, Deadline deadline) {
    this.acts = acts;
    this.users = users;
    this.rule = rule;
    this.single = single;
    this.deadline = deadline;
    itemUsers = rule.window().isPresent() ? ItemUsers.NONE : ItemUsers.of(acts);
  }

  Counted count(int size, Parallel parallel) throws IOException {
    var next = new AtomicInteger();
    var parts =
        parallel.together(() -> {
          var ties = new HeaviestTies(size);
          var tallies = new UserTallies(users);
          for (int user = next.getAndIncrement(); user < users; user = next.getAndIncrement()) {
            if (acts.byUser().count(user) > 0 && row(user, tallies)) {
              tallies.edges(user, rule.min(), rule.items(), ties);
            }
            tallies.clear();
          }
          return ties;
        });
    var all = parts.getFirst();
    parts.subList(1, parts.size()).forEach(all::addAll);
    var whole = withTweets(all.heaviest(), parallel);
    return new Counted(whole, all.count(), !cut);
  }

  /// Adds up one account's row.
  ///
  /// @return whether time sufficed
  private boolean row(int user, UserTallies tallies) {
    return rule.window().isPresent() ? inWindow(user, tallies) : atAnyTime(user, tallies);
  }

  private boolean inWindow(int user, UserTallies tallies) {
    long window = rule.window().orElseThrow().toSeconds();
    var own = acts.byUser();
    for (int i = own.starts()[user]; i < own.starts()[user + 1]; i++) {
      if (late(i - own.starts()[user])) {
        return false;
      }
      int act = own.acts()[i];
      int from = reach(act, window, -1);
      int to = reach(act, window, 1);
      for (int other = from; other <= to; other++) {
        if (acts.users()[other] != user) {
          int first = acts.times()[Math.min(act, other)];
          int last = acts.times()[Math.max(act, other)];
          tallies.pairs(acts.users()[other], 1, acts.items()[act], first, last);
        }
      }
    }
    return true;
  }

  /// The furthest act on the same item that the window reaches.
  private int reach(int act, long window, int step) {
    int item = acts.items()[act];
    int least = acts.starts()[item];
    int most = acts.starts()[item + 1] - 1;
    long time = acts.times()[act];
    int at = act;
    while (at + step >= least
        && at + step <= most
        && Math.abs(acts.times()[at + step] - time) <= window) {
      at += step;
    }
    return at;
  }

  private boolean atAnyTime(int user, UserTallies tallies) {
    var own = acts.byUser();
    int looked = 0;
    for (int i = own.starts()[user]; i < own.starts()[user + 1]; ) {
      if (late(looked++)) {
        return false;
      }
      int item = acts.items()[own.acts()[i]];
      int end = i + 1;
      while (end < own.starts()[user + 1] && acts.items()[own.acts()[end]] == item) {
        end++;
      }
      int first = acts.times()[own.acts()[i]];
      int last = acts.times()[own.acts()[end - 1]];
      for (int at = itemUsers.starts()[item]; at < itemUsers.starts()[item + 1]; at++) {
        int other = itemUsers.users()[at];
        if (other != user) {
          tallies.pairs(
              other,
              (long) (end - i) * itemUsers.tweets()[at],
              item,
              Math.min(first, itemUsers.firsts()[at]),
              Math.max(last, itemUsers.lasts()[at]));
        }
      }
      i = end;
    }
    return true;
  }

  private boolean late(int looked) {
    if (looked % LOOK == 0 && deadline.over()) {
      cut = true;
    }
    return cut;
  }

  /// Fills in how many tweets of each side take part. Edges of which time left no number are left
  /// out.
  private List<Tie> withTweets(List<Tie> ties, Parallel parallel) throws IOException {
    var partners = new HashMap<Integer, List<Integer>>();
    for (int edge = 0; edge < ties.size(); edge++) {
      partners.computeIfAbsent(ties.get(edge).source(), _ -> new ArrayList<>()).add(edge);
      partners.computeIfAbsent(ties.get(edge).target(), _ -> new ArrayList<>()).add(edge);
    }
    var sides = List.copyOf(partners.entrySet());
    var tweets = new int[2][ties.size()];
    var next = new AtomicInteger();
    // What was counted when time ran out deserves to be shown.
    var enough = deadline.orIn(SHOWING);
    parallel.together(() -> {
      var tallies = new UserTallies(users);
      for (int i = next.getAndIncrement(); i < sides.size(); i = next.getAndIncrement()) {
        side(sides.get(i), ties, tallies, tweets, enough);
        tallies.clear();
      }
      return true;
    });
    var whole = new ArrayList<Tie>(ties.size());
    for (int edge = 0; edge < ties.size(); edge++) {
      if (tweets[0][edge] > 0 && tweets[1][edge] > 0) {
        whole.add(ties.get(edge).withTweets(tweets[0][edge], tweets[1][edge]));
      }
    }
    return whole;
  }

  private void side(
      Map.Entry<Integer, List<Integer>> side,
      List<Tie> ties,
      UserTallies tallies,
      int[][] tweets,
      Deadline enough) {
    int user = side.getKey();
    if (!tweets(user, tallies, enough)) {
      return;
    }
    for (int edge : side.getValue()) {
      var tie = ties.get(edge);
      boolean source = tie.source() == user;
      tweets[source ? 0 : 1][edge] = tallies.tweets(source ? tie.target() : tie.source());
    }
  }

  /// Counts an account's tweets that make a pair, by the other account.
  ///
  /// @return whether time sufficed
  private boolean tweets(int user, UserTallies tallies, Deadline enough) {
    var own = acts.byUser();
    var order = Arrays.copyOfRange(own.acts(), own.starts()[user], own.starts()[user + 1]);
    if (!single) {
      sortByTweet(order);
    }
    for (int i = 0; i < order.length; i++) {
      if (i % LOOK == 0 && enough.over()) {
        cut = true;
        return false;
      }
      int act = order[i];
      if (rule.window().isPresent()) {
        long window = rule.window().get().toSeconds();
        int to = reach(act, window, 1);
        for (int other = reach(act, window, -1); other <= to; other++) {
          if (acts.users()[other] != user) {
            tallies.tweet(acts.users()[other], acts.docs()[act]);
          }
        }
        continue;
      }
      int item = acts.items()[act];
      for (int at = itemUsers.starts()[item]; at < itemUsers.starts()[item + 1]; at++) {
        if (itemUsers.users()[at] != user) {
          tallies.tweet(itemUsers.users()[at], acts.docs()[act]);
        }
      }
    }
    return true;
  }

  /// Puts the acts of one tweet side by side.
  private void sortByTweet(int[] order) {
    var keys = new long[order.length];
    for (int i = 0; i < order.length; i++) {
      keys[i] = ((long) acts.docs()[order[i]] << 32) | order[i];
    }
    Arrays.sort(keys);
    for (int i = 0; i < order.length; i++) {
      order[i] = (int) keys[i];
    }
  }

  /// Bytes it takes beside the acts.
  static long bytes(Acts acts, int users, NetworkRequest.Rule rule, int size) {
    return (rule.window().isPresent() ? 0 : ItemUsers.bytes(acts))
        + 2 * (UserTallies.bytes(users) + HeaviestTies.bytes(size));
  }
}
