package org.trawl.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.trawl.graph.JointMoments.Joint;

/// Finds users who acted together more often than chance has it, and the groups that they make.
///
/// A pair counts if acting together as often, or more often, has a probability by chance of at most
/// one in a hundred divided by the number of pairs there could be (Bonferroni): among tweets whose
/// times mean nothing, one such pair is to be expected in a hundred archives.
public final class CoordinatedGroups {
  /// What chance may give in all, as minus its decimal logarithm.
  private static final double LEVEL = 2;

  private final DatedActs acts;
  private final int window;
  private final int items;
  private final BooleanSupplier late;
  private final int[][] byUser;
  private final MomentChance chance;
  private final double least;
  private final int active;
  private final AtomicInteger next = new AtomicInteger();

  /// Two users of a group.
  public record Pair(
      int one, int other, int together, double expected, int items, double surprise) {}

  /// Users who acted together, and how.
  ///
  /// @param users the one of the highest surprise first
  /// @param surprises of each of them, the sum of its pairs'
  /// @param pairs the most improbable first
  /// @param surprise the sum of all pairs'
  public record Group(
      List<Integer> users, List<Double> surprises, List<Pair> pairs, double surprise) {
    public Group {
      users = List.copyOf(users);
      surprises = List.copyOf(surprises);
      pairs = List.copyOf(pairs);
    }
  }

  /// When and on what members of a group acted together.
  ///
  /// @param first in seconds since 1970
  /// @param last in seconds since 1970
  /// @param items how many different ones
  /// @param members how many acted together on each of the first items, those of most members first
  /// @param tweets the number of the earliest tweet on each of these
  public record When(
      int first, int last, int days, int items, List<Integer> members, List<Integer> tweets) {
    public When {
      members = List.copyOf(members);
      tweets = List.copyOf(tweets);
    }
  }

  /// @param window seconds, inclusive
  /// @param items least number of different items of a pair
  /// @param late whether time is up
  public CoordinatedGroups(DatedActs acts, int window, int items, BooleanSupplier late) {
    this.acts = acts;
    this.window = window;
    this.items = items;
    this.late = late;
    byUser = JointMoments.byUser(acts);
    chance = MomentChance.of(acts, window);
    int users = 0;
    for (var own : byUser) {
      users += own.length > 0 ? 1 : 0;
    }
    active = users;
    least = LEVEL + Math.log10(Math.max(1, users * (users - 1.0) / 2));
  }

  /// The same acts with their times shuffled within each day, to see what chance gives.
  public CoordinatedGroups shuffled(long seed) {
    return new CoordinatedGroups(acts.shuffled(seed), window, items, late);
  }

  /// How many users acted.
  public int active() {
    return active;
  }

  /// The improbable pairs of users that no other thread has taken yet.
  public List<Pair> pairs() {
    var moments = new JointMoments(acts, byUser, window, chance, late);
    var pairs = new ArrayList<Pair>();
    for (int user = next.getAndIncrement(); user < byUser.length; user = next.getAndIncrement()) {
      for (Joint j : moments.of(user, least, items)) {
        pairs.add(
            new Pair(j.one(), j.other(), j.together(), j.expected(), j.items(), j.surprise()));
      }
    }
    return pairs;
  }

  /// The groups that pairs make, the most improbable first.
  public static List<Group> groups(List<Pair> pairs) {
    if (pairs.isEmpty()) {
      return List.of();
    }
    var users = new TreeSet<Integer>();
    pairs.forEach(pair -> {
      users.add(pair.one);
      users.add(pair.other);
    });
    var nodes = new HashMap<Integer, Integer>();
    users.forEach(user -> nodes.put(user, nodes.size()));
    var communities =
        Communities.of(
            nodes.size(),
            pairs.stream()
                .map(p ->
                    new Communities.Ends(
                        nodes.getOrDefault(p.one, 0), nodes.getOrDefault(p.other, 0), p.surprise)));
    Map<Integer, List<Pair>> inside = new LinkedHashMap<>();
    for (var pair : pairs) {
      int one = communities[nodes.getOrDefault(pair.one, 0)];
      if (one == communities[nodes.getOrDefault(pair.other, 0)]) {
        inside.computeIfAbsent(one, _ -> new ArrayList<>()).add(pair);
      }
    }
    return inside.values().stream()
        .map(CoordinatedGroups::group)
        .sorted(
            Comparator.comparingDouble(Group::surprise)
                .reversed()
                .thenComparing(group -> group.users.getFirst()))
        .toList();
  }

  private static Group group(List<Pair> pairs) {
    var sums = new HashMap<Integer, Double>();
    double sum = 0;
    for (var pair : pairs) {
      sums.merge(pair.one, pair.surprise, Double::sum);
      sums.merge(pair.other, pair.surprise, Double::sum);
      sum += pair.surprise;
    }
    var users =
        sums.entrySet().stream()
            .sorted(
                Map.Entry.<Integer, Double>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .toList();
    return new Group(
        users.stream().map(Map.Entry::getKey).toList(),
        users.stream().map(Map.Entry::getValue).toList(),
        pairs.stream()
            .sorted(
                Comparator.comparingDouble(Pair::surprise)
                    .reversed()
                    .thenComparingInt(Pair::one)
                    .thenComparingInt(Pair::other))
            .toList(),
        sum);
  }

  /// When and on what the members of a group acted together.
  ///
  /// @param most items to tell of
  public When when(Group group, int most) {
    var members = new HashSet<>(group.users);
    var days = new TreeSet<Integer>();
    Map<Integer, TreeSet<Integer>> who = new HashMap<>();
    Map<Integer, Integer> earliest = new HashMap<>();
    int first = Integer.MAX_VALUE;
    int last = Integer.MIN_VALUE;
    for (int user : group.users) {
      for (int act : byUser[user]) {
        if (!isJoint(act, members)) {
          continue;
        }
        int item = acts.items()[act];
        days.add(acts.day(act));
        who.computeIfAbsent(item, _ -> new TreeSet<>()).add(user);
        earliest.merge(item, act, Math::min);
        first = Math.min(first, acts.times()[act]);
        last = Math.max(last, acts.times()[act]);
      }
    }
    var ordered =
        who.entrySet().stream()
            .sorted(
                Comparator.comparingInt(
                        (Map.Entry<Integer, TreeSet<Integer>> e) -> -e.getValue().size())
                    .thenComparing(e -> acts.times()[earliest.getOrDefault(e.getKey(), 0)])
                    .thenComparing(Map.Entry::getKey))
            .toList();
    // A tweet with several items stands for the one of most members.
    Map<Integer, Integer> examples = new LinkedHashMap<>();
    for (var entry : ordered) {
      int tweet = acts.tweets()[earliest.getOrDefault(entry.getKey(), 0)];
      if (examples.size() < most) {
        examples.putIfAbsent(tweet, entry.getValue().size());
      }
    }
    return new When(
        first,
        last,
        days.size(),
        ordered.size(),
        List.copyOf(examples.values()),
        List.copyOf(examples.keySet()));
  }

  /// Whether another member acted on the item of an act within the window, on the same day.
  private boolean isJoint(int act, Set<Integer> members) {
    int item = acts.items()[act];
    for (int step : new int[] {-1, 1}) {
      for (int at = act + step;
          at >= acts.starts()[item]
              && at < acts.starts()[item + 1]
              && acts.day(at) == acts.day(act)
              && Math.abs(acts.times()[at] - acts.times()[act]) <= window;
          at += step) {
        if (acts.users()[at] != acts.users()[act] && members.contains(acts.users()[at])) {
          return true;
        }
      }
    }
    return false;
  }
}
