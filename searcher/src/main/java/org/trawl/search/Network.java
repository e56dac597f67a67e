package org.trawl.search;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/// Nodes and edges of a search. Edges are in order of weight, the heaviest first, then by their
/// ends; nodes are those of the edges, and no others.
///
/// @param tweets hits that were looked at
/// @param edgeCount edges that the rule lets through, of which `edges` has the heaviest
/// @param told what was set aside
/// @param partial whether the time budget ended before all was counted
public record Network(
    NetworkType type,
    long tweets,
    List<Node> nodes,
    List<Edge> edges,
    long edgeCount,
    SetAside told,
    boolean partial) {
  public Network {
    requireNonNull(type, "type");
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
    requireNonNull(told, "told");
  }

  /// How many edges were left out, as they are lighter than those here.
  public long left() {
    return edgeCount - edges.size();
  }

  /// What a node stands for.
  public enum Kind {
    /// An account of the archive.
    ACCOUNT,
    /// An account that the archive has no tweets of.
    OUTSIDE,
    HASHTAG,
    DOMAIN
  }

  /// @param id unique among the nodes: a user id, `@handle` of an account outside the archive,
  ///   `#hashtag`, or a host
  /// @param label the handle, the hashtag with `#`, or the host
  /// @param tweets hits that it sent or that have it; hits that lead to it for an account outside
  /// @param first the earliest of them
  /// @param last the latest
  /// @param operations the releases it is in, if it is an account of the archive
  /// @param language the language most of its tweets are marked with, `und` for none; empty unless
  ///   it is an account of the archive
  public record Node(
      String id,
      String label,
      Kind kind,
      long tweets,
      Instant first,
      Instant last,
      List<String> operations,
      String language) {
    public Node {
      requireNonNull(id, "id");
      requireNonNull(label, "label");
      requireNonNull(kind, "kind");
      requireNonNull(first, "first");
      requireNonNull(last, "last");
      operations = List.copyOf(operations);
      requireNonNull(language, "language");
    }
  }

  /// @param source the place of a node in `nodes`
  /// @param target that of another
  /// @param weight tweets that make the edge; of types that share an item, pairs of tweets, one of
  ///   each account, on one item within the window (the weight of CooRTweet)
  /// @param items different items; the tweets where the type has none
  /// @param sourceTweets the source's tweets that are in a pair (the weight of the Coordination
  ///   Network Toolkit from source to target); the tweets where the type has no pairs
  /// @param targetTweets the target's
  /// @param first the earliest tweet that takes part
  /// @param last the latest
  public record Edge(
      int source,
      int target,
      long weight,
      int items,
      int sourceTweets,
      int targetTweets,
      Instant first,
      Instant last) {
    public Edge {
      requireNonNull(first, "first");
      requireNonNull(last, "last");
      if (weight < 1 || items < 1) {
        throw new IllegalArgumentException(
            "an edge must have weight and items, got " + weight + " and " + items);
      }
    }
  }

  /// What takes no part though it might seem to.
  ///
  /// @param loops times that an account acted on itself
  /// @param unknown tweets of which the archive does not tell whom or what they act on
  public record SetAside(long loops, long unknown) {
    public static final SetAside NOTHING = new SetAside(0, 0);
  }
}
