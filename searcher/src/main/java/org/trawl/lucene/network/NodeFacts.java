package org.trawl.lucene.network;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.trawl.columns.Columns;
import org.trawl.lucene.names.AccountDirectory;
import org.trawl.search.Network.Kind;
import org.trawl.search.Network.Node;

/// What is told of each node: its tweets among the hits, their first and last, releases, language.
final class NodeFacts {
  private final Columns columns;
  private final AccountDirectory accounts;
  private final NodeSpace space;
  private final @Nullable UserReferences references;
  private final Map<Integer, Integer> places = new LinkedHashMap<>();
  private int[] placeOf = new int[0];
  private long[] tweets = new long[0];
  private int[] firsts = new int[0];
  private int[] lasts = new int[0];
  private int[][] languages = new int[0][];

  NodeFacts(
      Columns columns,
      AccountDirectory accounts,
      NodeSpace space,
      @Nullable UserReferences references) {
    this.columns = columns;
    this.accounts = accounts;
    this.space = space;
    this.references = references;
  }

  /// The place of a node in the answer; a new node takes the next one.
  int place(int node) {
    return places.computeIfAbsent(node, _ -> places.size());
  }

  /// The nodes of the answer in order, after a walk over the hits.
  ///
  /// @param ends the edges of one tweet, for networks that have nodes besides accounts; else null
  /// @param nodes how many there can be
  List<Node> nodes(HitWalk hits, @Nullable TweetEnds ends, int nodes) {
    placeOf = new int[nodes];
    places.forEach((node, place) -> placeOf[node] = place + 1);
    tweets = new long[places.size()];
    firsts = new int[places.size()];
    Arrays.fill(firsts, Integer.MAX_VALUE);
    lasts = new int[places.size()];
    Arrays.fill(lasts, Integer.MIN_VALUE);
    languages = new int[places.size()][];
    hits.each(doc -> {
      int user = placeOf[space.user(doc)];
      if (user > 0) {
        count(user - 1, doc);
        language(user - 1, doc);
      }
      tags(doc);
      if (ends != null) {
        ends.read(doc);
        for (int i = 0; i < ends.size(); i++) {
          if (ends.target(i) >= space.firstName() && placeOf[ends.target(i)] > 0) {
            count(placeOf[ends.target(i)] - 1, doc);
          }
        }
      }
    });
    var operations = operations();
    var told = new ArrayList<Node>(places.size());
    places.forEach((node, place) -> told.add(node(node, place, operations)));
    return told;
  }

  private void count(int place, int doc) {
    tweets[place]++;
    firsts[place] = Math.min(firsts[place], columns.times()[doc]);
    lasts[place] = Math.max(lasts[place], columns.times()[doc]);
  }

  private void language(int place, int doc) {
    if (languages[place] == null) {
      languages[place] = new int[columns.dictionaries().languages().size()];
    }
    languages[place][columns.traits().language()[columns.traitSet(doc)]]++;
  }

  private void tags(int doc) {
    int end = columns.rows()[(doc + 1) * Columns.STRIDE + Columns.TAGS];
    for (int at = columns.rows()[doc * Columns.STRIDE + Columns.TAGS]; at < end; at++) {
      int place = placeOf[space.tag(columns.tags()[at])];
      if (place > 0) {
        count(place - 1, doc);
      }
    }
  }

  /// The releases of the accounts of the answer.
  private Map<Integer, List<String>> operations() {
    var named = new LinkedHashMap<Integer, TreeSet<String>>();
    for (int account = 0; account < accounts.size(); account++) {
      int user = accounts.user(account);
      if (placeOf[user] > 0) {
        named.computeIfAbsent(user, _ -> new TreeSet<>()).add(accounts.operation(account));
      }
    }
    var lists = new LinkedHashMap<Integer, List<String>>();
    named.forEach((user, names) -> lists.put(user, List.copyOf(names)));
    return lists;
  }

  private Node node(int node, int place, Map<Integer, List<String>> operations) {
    var kind = space.kind(node);
    return new Node(
        id(node),
        label(node),
        kind,
        tweets[place],
        tweets[place] == 0 ? Instant.EPOCH : Instant.ofEpochSecond(firsts[place]),
        tweets[place] == 0 ? Instant.EPOCH : Instant.ofEpochSecond(lasts[place]),
        operations.getOrDefault(node, List.of()),
        kind == Kind.ACCOUNT ? mostly(languages[place]) : "");
  }

  private String mostly(int @Nullable [] counts) {
    var language = "";
    int most = 0;
    for (int i = 0; counts != null && i < counts.length; i++) {
      var code = columns.dictionaries().languages().value(i);
      if (counts[i] > most || (counts[i] == most && most > 0 && code.compareTo(language) < 0)) {
        most = counts[i];
        language = code;
      }
    }
    return language;
  }

  String id(int node) {
    return switch (space.kind(node)) {
      case ACCOUNT -> space.userId(node);
      case OUTSIDE -> UserReferences.id(name(node));
      case HASHTAG -> '#' + space.tagText(node);
      case DOMAIN -> space.tagText(node);
    };
  }

  private String label(int node) {
    return switch (space.kind(node)) {
      case ACCOUNT -> space.handle(node);
      case OUTSIDE -> name(node);
      case HASHTAG -> '#' + space.tagText(node);
      case DOMAIN -> space.tagText(node);
    };
  }

  private String name(int node) {
    if (references == null) {
      throw new IllegalStateException("references were not read");
    }
    return references.name(node);
  }
}
