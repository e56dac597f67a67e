package org.trawl.lucene.network;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.jspecify.annotations.Nullable;
import org.trawl.columns.Columns;
import org.trawl.lucene.names.AccountDirectory;
import org.trawl.schema.TweetFields;
import org.trawl.search.Coordination;
import org.trawl.search.CoordinationRequest;
import org.trawl.search.Deadline;
import org.trawl.search.Evidence;
import org.trawl.search.Network;
import org.trawl.search.Network.Edge;
import org.trawl.search.Network.SetAside;
import org.trawl.search.NetworkRequest;
import org.trawl.search.NetworkTooLarge;
import org.trawl.search.NetworkType;
import org.trawl.search.NetworkType.Shape;

/// Counts networks of hits over the columns.
///
/// What a type needs besides the columns of facets is read of the index when it is first asked for,
/// and kept as long as memory is plenty. Thread-safe.
public final class NetworkFinder {
  private final IndexReader reader;
  private final Columns columns;
  private final AccountDirectory accounts;
  private final NodeSpace space;
  private final TweetById ids;
  private final TweetsByDocument tweets;
  private final Memory memory;
  private final Map<NetworkType, SoftReference<ItemColumn>> items =
      new EnumMap<>(NetworkType.class);
  private SoftReference<UserReferences> references = new SoftReference<>(null);

  /// @param bytes of memory that networks may take together
  public NetworkFinder(
      IndexReader reader,
      Columns columns,
      AccountDirectory accounts,
      TweetById ids,
      TweetsByDocument tweets,
      long bytes) {
    this.reader = reader;
    this.columns = columns;
    this.accounts = accounts;
    this.ids = ids;
    this.tweets = tweets;
    space = new NodeSpace(columns, accounts);
    memory = new Memory(bytes);
  }

  /// The network of hits.
  ///
  /// @param complete whether the hits are all there are
  public Network network(
      NetworkRequest request, HitWalk hits, boolean complete, Parallel parallel, Deadline deadline)
      throws IOException, NetworkTooLarge {
    return request.type().shape() == Shape.SHARES
        ? shared(request, hits, complete, parallel, deadline)
        : direct(request, hits, complete, deadline);
  }

  private Network direct(NetworkRequest request, HitWalk hits, boolean complete, Deadline deadline)
      throws IOException, NetworkTooLarge {
    var whom = request.type().shape() == Shape.ACTS_ON ? references() : null;
    var ends = new TweetEnds(request.type(), columns, space, whom);
    int nodes = nodes(whom);
    var counted = new DirectTies(columns, hits, ends, nodes).count(request, memory, deadline);
    var facts = new NodeFacts(columns, accounts, space, whom);
    return network(
        request,
        hits,
        counted.ties().heaviest(),
        counted.ties().count(),
        counted.told(),
        complete && counted.complete(),
        facts,
        ends,
        nodes);
  }

  private int nodes(@Nullable UserReferences whom) {
    return space.firstName() + (whom == null ? 0 : whom.outside());
  }

  private Network shared(
      NetworkRequest request, HitWalk hits, boolean complete, Parallel parallel, Deadline deadline)
      throws IOException, NetworkTooLarge {
    var shared = new SharedItems(request.type(), columns, items(request.type()));
    try (var _ = memory.take(Acts.bytes(hits, shared, space))) {
      var acts = Acts.of(hits, shared, columns, space);
      var rule = request.rule();
      try (var _ = memory.take(SharedTies.bytes(acts, space.users(), rule, request.size()))) {
        var counted =
            new SharedTies(acts, space.users(), rule, shared.single(), deadline)
                .count(request.size(), parallel);
        return network(
            request,
            hits,
            counted.heaviest(),
            counted.count(),
            acts.told(),
            complete && counted.complete(),
            new NodeFacts(columns, accounts, space, null),
            null,
            nodes(null));
      }
    }
  }

  /// Who acted together among hits.
  ///
  /// @param complete whether the hits are all there are
  public Coordination coordination(
      CoordinationRequest request,
      HitWalk hits,
      boolean complete,
      Parallel parallel,
      Deadline deadline)
      throws IOException, NetworkTooLarge {
    var shared = new SharedItems(request.type(), columns, items(request.type()));
    try (var _ = memory.take(Acts.bytes(hits, shared, space))) {
      var acts = Acts.of(hits, shared, columns, space);
      try (var _ = memory.take(CoordinationFinder.bytes(acts, space.users()))) {
        return new CoordinationFinder(space, tweets)
            .of(request, acts, hits.total(), complete, parallel, deadline);
      }
    }
  }

  private static Network network(
      NetworkRequest request,
      HitWalk hits,
      List<Tie> ties,
      long count,
      SetAside told,
      boolean complete,
      NodeFacts facts,
      @Nullable TweetEnds ends,
      int nodes) {
    var edges = new ArrayList<Edge>(ties.size());
    for (var tie : ties) {
      edges.add(
          new Edge(
              facts.place(tie.source()),
              facts.place(tie.target()),
              tie.weight(),
              tie.items(),
              tie.sourceTweets(),
              tie.targetTweets(),
              Instant.ofEpochSecond(tie.first()),
              Instant.ofEpochSecond(tie.last())));
    }
    return new Network(
        request.type(),
        hits.total(),
        facts.nodes(hits, ends, nodes),
        edges,
        count,
        told,
        !complete);
  }

  /// The tweets behind an edge; empty if there are no such nodes.
  public Optional<Evidence> evidence(
      NetworkRequest request,
      Evidence.Asked asked,
      HitWalk hits,
      boolean complete,
      Deadline deadline)
      throws IOException, NetworkTooLarge {
    var whom = request.type().shape() == Shape.ACTS_ON ? references() : null;
    var column = request.type().shares() ? items(request.type()) : null;
    var evidence = new EdgeEvidence(columns, space, whom, column, tweets, new TweetIds(reader));
    var facts = new NodeFacts(columns, accounts, space, whom);
    return evidence.of(request, asked, hits, complete, deadline, facts, nodes(whom));
  }

  private synchronized UserReferences references() throws IOException, NetworkTooLarge {
    var known = references.get();
    if (known != null) {
      return known;
    }
    try (var _ = memory.take(UserReferences.bytes(reader, columns))) {
      var read = UserReferences.read(reader, columns, accounts, space.firstName(), ids);
      references = new SoftReference<>(read);
      return read;
    }
  }

  /// The items of a type that facets do not have; null for the others.
  private synchronized @Nullable ItemColumn items(NetworkType type)
      throws IOException, NetworkTooLarge {
    var field =
        switch (type) {
          case SAME_LINK -> TweetFields.LINK;
          case SAME_RETWEET -> TweetFields.RETWEETED_TWEET;
          case SAME_REPLY -> TweetFields.REPLY_TO_TWEET;
          case MENTION,
              REPLY,
              RETWEET,
              QUOTE,
              ALL,
              COHASHTAG,
              HASHTAG_ACCOUNT,
              DOMAIN_ACCOUNT,
              HASHTAG_DOMAIN,
              SAME_TEXT,
              SIMILAR_TEXT,
              SAME_DOMAIN,
              SAME_HASHTAG ->
              null;
        };
    if (field == null) {
      return null;
    }
    var kept = items.get(type);
    var known = kept == null ? null : kept.get();
    if (known != null) {
      return known;
    }
    try (var _ = memory.take(ItemColumn.bytes(reader))) {
      var read = ItemColumn.read(reader, field);
      items.put(type, new SoftReference<>(read));
      return read;
    }
  }
}
