package org.trawl.lucene.network;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.trawl.graph.CoordinatedGroups;
import org.trawl.graph.DatedActs;
import org.trawl.search.Coordination;
import org.trawl.search.Coordination.Chance;
import org.trawl.search.Coordination.Example;
import org.trawl.search.Coordination.Group;
import org.trawl.search.Coordination.Member;
import org.trawl.search.Coordination.Pair;
import org.trawl.search.CoordinationRequest;
import org.trawl.search.Deadline;

/// Finds who acted together among hits.
final class CoordinationFinder {
  private static final int EXAMPLES = 5;

  /// Pairs that are told of each group.
  private static final int PAIRS = 1_000;

  /// The shuffle is the same each time.
  private static final long SEED = 0;

  private final NodeSpace space;
  private final TweetsByDocument tweets;

  CoordinationFinder(NodeSpace space, TweetsByDocument tweets) {
    this.space = space;
    this.tweets = tweets;
  }

  /// @param hits how many were looked at
  /// @param complete whether they are all there are
  Coordination of(
      CoordinationRequest request,
      Acts acts,
      long hits,
      boolean complete,
      Parallel parallel,
      Deadline deadline)
      throws IOException {
    var dated =
        new DatedActs(
            acts.starts(), acts.items(), acts.docs(), acts.times(), acts.users(), space.users());
    int window = Math.toIntExact(request.window().toSeconds());
    var groups = new CoordinatedGroups(dated, window, request.items(), deadline::over);
    var pairs = pairs(groups, parallel);
    var found = CoordinatedGroups.groups(pairs);
    var byChance = pairs(groups.shuffled(SEED), parallel);
    var told = new ArrayList<Group>();
    for (var group : found.subList(0, Math.min(request.size(), found.size()))) {
      told.add(told(groups, group));
    }
    return new Coordination(
        request.type(),
        hits,
        groups.active(),
        told,
        pairs.size(),
        found.size(),
        new Chance(byChance.size(), CoordinatedGroups.groups(byChance).size()),
        !complete || deadline.over());
  }

  private static List<CoordinatedGroups.Pair> pairs(CoordinatedGroups groups, Parallel parallel)
      throws IOException {
    var pairs = new ArrayList<CoordinatedGroups.Pair>();
    parallel.together(groups::pairs).forEach(pairs::addAll);
    // Threads take users in turn, and an answer is the same each time.
    pairs.sort(
        Comparator.comparingInt(CoordinatedGroups.Pair::one)
            .thenComparingInt(CoordinatedGroups.Pair::other));
    return pairs;
  }

  private Group told(CoordinatedGroups groups, CoordinatedGroups.Group group) throws IOException {
    var when = groups.when(group, EXAMPLES);
    var places = new HashMap<Integer, Integer>();
    var members = new ArrayList<Member>();
    for (int i = 0; i < group.users().size(); i++) {
      int user = group.users().get(i);
      places.put(user, i);
      members.add(new Member(space.userId(user), space.handle(user), group.surprises().get(i)));
    }
    var pairs = new ArrayList<Pair>();
    for (var pair : group.pairs().subList(0, Math.min(PAIRS, group.pairs().size()))) {
      pairs.add(
          new Pair(
              places.getOrDefault(pair.one(), 0),
              places.getOrDefault(pair.other(), 0),
              pair.together(),
              pair.expected(),
              pair.items(),
              pair.surprise()));
    }
    var loaded = tweets.load(when.tweets().stream().mapToInt(Integer::intValue).toArray());
    var examples = new ArrayList<Example>();
    for (int i = 0; i < loaded.size(); i++) {
      examples.add(new Example(when.members().get(i), loaded.get(i)));
    }
    return new Group(
        group.surprise(),
        members,
        pairs,
        Instant.ofEpochSecond(when.first()),
        Instant.ofEpochSecond(when.last()),
        when.days(),
        when.items(),
        examples);
  }

  /// Bytes it takes beside the acts: they are held again, shuffled once, and by user twice.
  static long bytes(Acts acts, int users) {
    return 40L * acts.size() + 2 * 60L * users;
  }
}
