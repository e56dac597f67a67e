package org.trawl.naive;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trawl.schema.LinkAddress;
import org.trawl.search.Evidence;
import org.trawl.search.Network;
import org.trawl.search.Network.Edge;
import org.trawl.search.Network.Kind;
import org.trawl.search.Network.Node;
import org.trawl.search.Network.SetAside;
import org.trawl.search.NetworkRequest;
import org.trawl.search.NetworkType;
import org.trawl.search.SearchResult.Hit;
import org.trawl.tweet.Hashtag;
import org.trawl.tweet.Tweet;

/// Networks by comparing every tweet with every other one: slow, and plain enough to be believed.
final class NaiveNetwork {
  private final List<Tweet> archive;
  private final Function<Tweet, Optional<String>> cluster;
  private final Function<Tweet, Optional<String>> copyText;

  /// Two nodes by their ids, each of a kind.
  private record Ends(End source, End target) {}

  private record End(Kind kind, String id) {}

  /// What two tweets share, or one holds by itself.
  private record Act(Tweet first, Optional<Tweet> second, String item) {
    Instant earliest() {
      return Stream.concat(Stream.of(first), second.stream())
          .map(Tweet::time)
          .min(Comparator.naturalOrder())
          .orElseThrow();
    }

    Instant latest() {
      return Stream.concat(Stream.of(first), second.stream())
          .map(Tweet::time)
          .max(Comparator.naturalOrder())
          .orElseThrow();
    }
  }

  /// @param copyText what the copies of a tweet share; empty for a text without words
  /// @param cluster what tweets share that a chain of near-copies links; empty without words
  NaiveNetwork(
      List<Tweet> archive,
      Function<Tweet, Optional<String>> copyText,
      Function<Tweet, Optional<String>> cluster) {
    this.archive = archive;
    this.copyText = copyText;
    this.cluster = cluster;
  }

  private static boolean isRetweet(Tweet tweet) {
    return tweet.kind() == Tweet.Kind.RETWEET;
  }

  /// An account by a name: of the archive, if one has that id or handle.
  private End account(String name) {
    for (var tweet : archive) {
      if (tweet.account().id().equalsIgnoreCase(name)
          || tweet.account().screenName().equalsIgnoreCase(name)) {
        return own(tweet);
      }
    }
    var lower = name.toLowerCase(Locale.ROOT);
    boolean id = lower.length() >= 40 || lower.chars().allMatch(Character::isDigit);
    return new End(Kind.OUTSIDE, id ? lower : "@" + lower);
  }

  private static End own(Tweet tweet) {
    return new End(Kind.ACCOUNT, tweet.account().id());
  }

  /// The account behind an id and a handle of which either may be missing.
  private Optional<End> account(String id, String handle) {
    var byId = id.isEmpty() ? Optional.<End>empty() : Optional.of(account(id));
    var byHandle = handle.isEmpty() ? Optional.<End>empty() : Optional.of(account(handle));
    for (var kind : List.of(Kind.ACCOUNT, Kind.OUTSIDE)) {
      if (byId.isPresent() && byId.get().kind == kind && kind == Kind.ACCOUNT) {
        return byId;
      }
      if (byHandle.isPresent() && byHandle.get().kind == kind) {
        return byHandle;
      }
    }
    return byId;
  }

  private Optional<End> quoted(Tweet tweet) {
    long id = tweet.references().quotedTweet().orElse(0);
    for (var other : archive) {
      if (other.id().value() == id) {
        return Optional.of(own(other));
      }
    }
    for (var url : tweet.content().urls()) {
      var parts = url.split("/", -1);
      if (parts.length == 6
          && parts[2].equals("twitter.com")
          && parts[4].equals("status")
          && parts[5].equals(Long.toString(id))) {
        return Optional.of(account(parts[3]));
      }
    }
    return Optional.empty();
  }

  /// Whom a tweet acts on by itself, each once; an empty one for somebody of whom nothing is told.
  private Set<Optional<End>> targets(NetworkType type, Tweet tweet) {
    var targets = new HashSet<Optional<End>>();
    boolean all = type == NetworkType.ALL;
    var references = tweet.references();
    if (all || type == NetworkType.MENTION) {
      for (var name : tweet.content().mentions()) {
        targets.add(Optional.of(account(name)));
      }
    }
    if ((all || type == NetworkType.REPLY) && tweet.kind() == Tweet.Kind.REPLY) {
      targets.add(account(references.inReplyToUser(), references.inReplyToHandle()));
    }
    if ((all || type == NetworkType.RETWEET) && isRetweet(tweet)) {
      targets.add(account(references.retweetedUser(), references.retweetedHandle()));
    }
    if ((all || type == NetworkType.QUOTE) && !isRetweet(tweet) && references.quote()) {
      targets.add(quoted(tweet));
    }
    return targets;
  }

  private static Set<End> hashtags(Tweet tweet) {
    return tweet.content().hashtags().stream()
        .map(tag -> new End(Kind.HASHTAG, "#" + Hashtag.key(tag)))
        .collect(Collectors.toSet());
  }

  private static Set<End> domains(Tweet tweet) {
    return tweet.content().urls().stream()
        .map(url -> new LinkAddress(url).host())
        .filter(host -> !host.isEmpty())
        .map(host -> new End(Kind.DOMAIN, host))
        .collect(Collectors.toSet());
  }

  /// The items of a tweet that others can share.
  Set<String> items(NetworkType type, Tweet tweet) {
    return switch (type) {
      case SAME_TEXT ->
          isRetweet(tweet) ? Set.of() : copyText.apply(tweet).map(Set::of).orElse(Set.of());
      case SIMILAR_TEXT ->
          isRetweet(tweet) ? Set.of() : cluster.apply(tweet).map(Set::of).orElse(Set.of());
      case SAME_LINK ->
          tweet.content().urls().stream()
              .map(url -> new LinkAddress(url).canonical())
              .filter(url -> !url.isEmpty())
              .collect(Collectors.toSet());
      case SAME_DOMAIN -> domains(tweet).stream().map(End::id).collect(Collectors.toSet());
      case SAME_HASHTAG -> hashtags(tweet).stream().map(End::id).collect(Collectors.toSet());
      case SAME_RETWEET ->
          isRetweet(tweet) ? id(tweet.references().retweetedTweet()) : Set.<String>of();
      case SAME_REPLY ->
          tweet.kind() == Tweet.Kind.REPLY
              ? id(tweet.references().inReplyToTweet())
              : Set.<String>of();
      default -> throw new IllegalArgumentException(type.key());
    };
  }

  private static Set<String> id(java.util.OptionalLong id) {
    return id.isPresent() ? Set.of(Long.toString(id.getAsLong())) : Set.of();
  }

  /// Everything that joins two nodes.
  private Map<Ends, List<Act>> acts(NetworkRequest request, List<Tweet> hits, long[] told) {
    var acts = new TreeMap<Ends, List<Act>>(Comparator.comparing(Ends::toString));
    var type = request.type();
    switch (type.shape()) {
      case ACTS_ON -> {
        for (var tweet : hits) {
          boolean unknown = false;
          for (var target : targets(type, tweet)) {
            unknown |= target.isEmpty();
            if (target.isPresent() && target.get().equals(own(tweet))) {
              told[0]++;
            } else if (target.isPresent()) {
              add(acts, own(tweet), target.get(), new Act(tweet, Optional.empty(), ""));
            }
          }
          told[1] += unknown ? 1 : 0;
        }
      }
      case STANDS_WITH -> {
        for (var tweet : hits) {
          for (var source : type == NetworkType.DOMAIN_ACCOUNT ? domains(tweet) : hashtags(tweet)) {
            for (var target : beside(type, tweet)) {
              if (type != NetworkType.COHASHTAG || source.id.compareTo(target.id) < 0) {
                add(acts, source, target, new Act(tweet, Optional.empty(), ""));
              }
            }
          }
        }
      }
      case SHARES -> {
        for (var first : hits) {
          if ((type == NetworkType.SAME_RETWEET && isRetweet(first))
              || (type == NetworkType.SAME_REPLY && first.kind() == Tweet.Kind.REPLY)) {
            told[1] += items(type, first).isEmpty() ? 1 : 0;
          }
          for (var second : hits) {
            if (first.account().id().compareTo(second.account().id()) >= 0
                || !inWindow(request, first, second)) {
              continue;
            }
            for (var item : items(type, first)) {
              if (items(type, second).contains(item)) {
                add(acts, own(first), own(second), new Act(first, Optional.of(second), item));
              }
            }
          }
        }
      }
    }
    return acts;
  }

  private static Set<End> beside(NetworkType type, Tweet tweet) {
    return switch (type) {
      case COHASHTAG -> hashtags(tweet);
      case HASHTAG_DOMAIN -> domains(tweet);
      default -> Set.of(own(tweet));
    };
  }

  private static boolean inWindow(NetworkRequest request, Tweet first, Tweet second) {
    var between = Duration.between(first.time(), second.time()).abs();
    return request.rule().window().isEmpty()
        || between.compareTo(request.rule().window().get()) <= 0;
  }

  private static void add(Map<Ends, List<Act>> acts, End source, End target, Act act) {
    acts.computeIfAbsent(new Ends(source, target), _ -> new ArrayList<>()).add(act);
  }

  Network of(NetworkRequest request, List<Tweet> hits) {
    var told = new long[2];
    var acts = acts(request, hits, told);
    acts.values().removeIf(list -> list.size() < request.rule().min());
    acts.values().removeIf(list -> items(list) < request.rule().items());
    var ends = new ArrayList<>(acts.keySet());
    ends.sort(Comparator.comparingInt(end -> -requireNonNull(acts.get(end)).size()));
    var nodes = new ArrayList<End>();
    var edges = new ArrayList<Edge>();
    for (var end : ends.subList(0, Math.min(request.size(), ends.size()))) {
      var list = requireNonNull(acts.get(end));
      edges.add(
          new Edge(
              place(nodes, end.source),
              place(nodes, end.target),
              list.size(),
              items(list),
              tweets(list, act -> Optional.of(act.first)),
              tweets(list, act -> act.second.or(() -> Optional.of(act.first))),
              list.stream().map(Act::earliest).min(Comparator.naturalOrder()).orElseThrow(),
              list.stream().map(Act::latest).max(Comparator.naturalOrder()).orElseThrow()));
    }
    var told2 = nodes.stream().map(node -> node(request.type(), node, hits)).toList();
    return new Network(
        request.type(),
        hits.size(),
        told2,
        edges,
        ends.size(),
        new SetAside(told[0], told[1]),
        false);
  }

  private static int place(List<End> nodes, End end) {
    if (!nodes.contains(end)) {
      nodes.add(end);
    }
    return nodes.indexOf(end);
  }

  /// Different items; the tweets themselves where there are none.
  private static int items(List<Act> acts) {
    var items =
        acts.stream()
            .map(act -> act.second.isPresent() ? act.item : act.first.id().toString())
            .distinct()
            .count();
    return (int) items;
  }

  private static int tweets(List<Act> acts, Function<Act, Optional<Tweet>> side) {
    return (int) acts.stream().map(act -> side.apply(act).orElseThrow().id()).distinct().count();
  }

  private Node node(NetworkType type, End end, List<Tweet> hits) {
    var own = hits.stream().filter(tweet -> has(type, tweet, end)).toList();
    var sent = end.kind == Kind.ACCOUNT;
    var label = end.kind == Kind.OUTSIDE && end.id.startsWith("@") ? end.id.substring(1) : end.id;
    return new Node(
        end.id,
        sent ? handle(end.id) : label,
        end.kind,
        own.size(),
        own.stream().map(Tweet::time).min(Comparator.naturalOrder()).orElse(Instant.EPOCH),
        own.stream().map(Tweet::time).max(Comparator.naturalOrder()).orElse(Instant.EPOCH),
        sent ? operations(end.id) : List.of(),
        sent ? language(own) : "");
  }

  private boolean has(NetworkType type, Tweet tweet, End end) {
    return switch (end.kind) {
      case ACCOUNT -> own(tweet).equals(end);
      case OUTSIDE -> targets(type, tweet).contains(Optional.of(end));
      case HASHTAG -> hashtags(tweet).contains(end);
      case DOMAIN -> domains(tweet).contains(end);
    };
  }

  private String handle(String id) {
    return archive.stream()
        .filter(tweet -> tweet.account().id().equals(id))
        .map(tweet -> tweet.account().screenName())
        .findFirst()
        .orElseThrow();
  }

  private List<String> operations(String id) {
    return List.copyOf(
        archive.stream()
            .filter(tweet -> tweet.account().id().equals(id))
            .map(tweet -> tweet.source().operation())
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  private static String language(List<Tweet> own) {
    var counts = new TreeMap<String, Integer>();
    own.forEach(tweet -> counts.merge(tweet.content().language(), 1, Integer::sum));
    var language = "";
    for (var count : counts.entrySet()) {
      if (language.isEmpty() || count.getValue() > requireNonNull(counts.get(language))) {
        language = count.getKey();
      }
    }
    return language;
  }

  Optional<Evidence> evidence(
      NetworkRequest request, Evidence.Asked asked, List<Tweet> hits, Function<Tweet, Hit> hit) {
    var source = end(request.type(), true, asked.source());
    var target = end(request.type(), false, asked.target());
    if (source.isEmpty() || target.isEmpty() || source.equals(target)) {
      return Optional.empty();
    }
    var all = acts(request, hits, new long[2]);
    var there = all.getOrDefault(new Ends(source.get(), target.get()), List.of());
    var found = new ArrayList<>(there);
    if (!request.type().directed()) {
      for (var act : all.getOrDefault(new Ends(target.get(), source.get()), List.of())) {
        found.add(
            act.second.isEmpty()
                ? act
                : new Act(act.second.get(), Optional.of(act.first), act.item));
      }
    }
    found.sort(
        Comparator.comparing(Act::latest)
            .thenComparing(Act::earliest)
            .thenComparingLong(act -> act.first.id().value())
            .thenComparingLong(act -> act.second.map(tweet -> tweet.id().value()).orElse(0L)));
    var page =
        found.stream()
            .skip(asked.from())
            .limit(asked.size())
            .map(act ->
                new Evidence.Pair(
                    isOfText(request.type()) ? "" : act.item,
                    hit.apply(act.first),
                    act.second.map(hit),
                    act.second
                        .map(tweet -> Duration.between(act.first.time(), tweet.time()).toSeconds())
                        .orElse(0L)))
            .toList();
    return Optional.of(
        new Evidence(
            node(request.type(), source.get(), hits),
            node(request.type(), target.get(), hits),
            found.size(),
            page,
            false));
  }

  private static boolean isOfText(NetworkType type) {
    return type == NetworkType.SAME_TEXT || type == NetworkType.SIMILAR_TEXT;
  }

  private Optional<End> end(NetworkType type, boolean source, String id) {
    var all =
        switch (type.shape()) {
          case SHARES -> archive.stream().map(NaiveNetwork::own);
          case ACTS_ON ->
              Stream.concat(
                  archive.stream().map(NaiveNetwork::own),
                  archive.stream()
                      .flatMap(tweet -> targets(NetworkType.ALL, tweet).stream())
                      .flatMap(Optional::stream));
          case STANDS_WITH ->
              archive.stream()
                  .flatMap(tweet ->
                      (source
                              ? type == NetworkType.DOMAIN_ACCOUNT
                                  ? domains(tweet)
                                  : hashtags(tweet)
                              : beside(type, tweet))
                          .stream());
        };
    return all.filter(end -> end.id.equals(id)).findFirst();
  }
}
