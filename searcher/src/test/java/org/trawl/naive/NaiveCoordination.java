package org.trawl.naive;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trawl.graph.CoordinatedGroups;
import org.trawl.search.Coordination;
import org.trawl.search.Coordination.Chance;
import org.trawl.search.Coordination.Group;
import org.trawl.search.Coordination.Member;
import org.trawl.search.Coordination.Pair;
import org.trawl.search.CoordinationRequest;
import org.trawl.search.SearchResult.Hit;
import org.trawl.tweet.Tweet;

/// Who acted together, by looking at every two accounts on every item on every day.
final class NaiveCoordination {
  private final CoordinationRequest request;
  private final List<Tweet> hits;
  private final Map<String, List<Tweet>> byItem = new TreeMap<>();

  /// @param items what a tweet shares with others
  NaiveCoordination(
      CoordinationRequest request, List<Tweet> hits, Function<Tweet, Set<String>> items) {
    this.request = request;
    this.hits = hits;
    for (var tweet : hits) {
      for (var item : items.apply(tweet)) {
        byItem.computeIfAbsent(item, _ -> new ArrayList<>()).add(tweet);
      }
    }
    byItem.values().removeIf(tweets -> accounts(tweets).size() < 2);
  }

  private static Set<String> accounts(List<Tweet> tweets) {
    return tweets.stream()
        .map(t -> t.account().id())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static LocalDate day(Tweet tweet) {
    return tweet.time().atZone(ZoneOffset.UTC).toLocalDate();
  }

  private boolean near(Tweet one, Tweet other) {
    return day(one).equals(day(other))
        && Duration.between(one.time(), other.time()).abs().compareTo(request.window()) <= 0;
  }

  /// That two tweets of a day lie within the window.
  private double chance(LocalDate day) {
    var tweets = new HashSet<Tweet>();
    byItem.values().forEach(tweets::addAll);
    var own = tweets.stream().filter(tweet -> day(tweet).equals(day)).toList();
    long near = 0;
    long all = 0;
    for (int i = 0; i < own.size(); i++) {
      for (int j = 0; j < i; j++) {
        all++;
        near += near(own.get(i), own.get(j)) ? 1 : 0;
      }
    }
    double even = (2.0 * request.window().toSeconds() + 1) / 86_400;
    return Math.min(1, Math.max(even, all == 0 ? 0 : (double) near / all));
  }

  /// The probability of so many or more.
  private static double tail(int count, double mean) {
    double below = 0;
    double term = Math.exp(-mean);
    for (int i = 0; i < count; i++) {
      below += term;
      term *= mean / (i + 1);
    }
    double above = 0;
    for (int i = count; i < count + 400; i++) {
      above += term;
      term *= mean / (i + 1);
    }
    return below > 0.5 ? above : 1 - below;
  }

  /// Pairs by the places of their accounts among all that acted, in the order of their ids.
  private List<CoordinatedGroups.Pair> pairs(List<String> accounts) {
    var chances = new TreeMap<LocalDate, Double>();
    double possible = accounts.size() * (accounts.size() - 1.0) / 2;
    var pairs = new ArrayList<CoordinatedGroups.Pair>();
    for (int i = 0; i < accounts.size(); i++) {
      for (int j = i + 1; j < accounts.size(); j++) {
        int together = 0;
        double expected = 0;
        var shared = new HashSet<String>();
        for (var entry : byItem.entrySet()) {
          for (var day : days(entry.getValue())) {
            var ofOne = of(entry.getValue(), accounts.get(i), day);
            var ofOther = of(entry.getValue(), accounts.get(j), day);
            if (ofOne.isEmpty() || ofOther.isEmpty()) {
              continue;
            }
            double one = chances.computeIfAbsent(day, this::chance);
            expected += 1 - Math.pow(1 - one, ofOne.size() * ofOther.size());
            if (ofOne.stream().anyMatch(a -> ofOther.stream().anyMatch(b -> near(a, b)))) {
              together++;
              shared.add(entry.getKey());
            }
          }
        }
        if (together > 0 && shared.size() >= request.items() && together >= expected + 1) {
          double tail = tail(together, expected);
          if (tail * Math.max(1, possible) <= 0.01) {
            pairs.add(
                new CoordinatedGroups.Pair(
                    i, j, together, expected, shared.size(), -Math.log10(tail)));
          }
        }
      }
    }
    return pairs;
  }

  private static Set<LocalDate> days(List<Tweet> tweets) {
    return tweets.stream()
        .map(NaiveCoordination::day)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Tweet> of(List<Tweet> tweets, String account, LocalDate day) {
    return tweets.stream()
        .filter(tweet -> tweet.account().id().equals(account) && day(tweet).equals(day))
        .toList();
  }

  /// @param loaded a tweet as a hit
  Coordination of(Function<Tweet, Hit> loaded) {
    var accounts =
        List.copyOf(accounts(byItem.values().stream().flatMap(List::stream).distinct().toList()));
    var pairs = pairs(accounts);
    var groups = CoordinatedGroups.groups(pairs);
    return new Coordination(
        request.type(),
        hits.size(),
        accounts.size(),
        groups.stream().limit(request.size()).map(g -> group(g, accounts, loaded)).toList(),
        pairs.size(),
        groups.size(),
        new Chance(0, 0),
        false);
  }

  private Group group(
      CoordinatedGroups.Group group, List<String> accounts, Function<Tweet, Hit> loaded) {
    var ids = group.users().stream().map(accounts::get).toList();
    var together = new ArrayList<Tweet>();
    var shared = new TreeSet<String>();
    byItem.forEach((item, tweets) -> {
      for (var tweet : tweets) {
        if (ids.contains(tweet.account().id())
            && tweets.stream()
                .anyMatch(other ->
                    ids.contains(other.account().id())
                        && !other.account().id().equals(tweet.account().id())
                        && near(tweet, other))) {
          together.add(tweet);
          shared.add(item);
        }
      }
    });
    var times = together.stream().map(Tweet::time).sorted().toList();
    var members = new ArrayList<Member>();
    for (int i = 0; i < ids.size(); i++) {
      var id = ids.get(i);
      var handle =
          hits.stream()
              .filter(tweet -> tweet.account().id().equals(id))
              .max(Comparator.comparing(Tweet::time))
              .map(tweet -> tweet.account().screenName())
              .orElse(id);
      members.add(new Member(id, handle, group.surprises().get(i)));
    }
    var first = together.stream().min(Comparator.comparing(Tweet::time)).orElseThrow();
    return new Group(
        group.surprise(),
        members,
        group.pairs().stream()
            .map(pair ->
                new Pair(
                    group.users().indexOf(pair.one()),
                    group.users().indexOf(pair.other()),
                    pair.together(),
                    pair.expected(),
                    pair.items(),
                    pair.surprise()))
            .toList(),
        times.isEmpty() ? Instant.EPOCH : times.getFirst(),
        times.isEmpty() ? Instant.EPOCH : times.getLast(),
        days(together).size(),
        shared.size(),
        List.of(new Coordination.Example(2, loaded.apply(first))));
  }
}
