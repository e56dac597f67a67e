package org.trawl.lucene.network;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.trawl.columns.Columns;
import org.trawl.schema.LinkAddress;
import org.trawl.search.Deadline;
import org.trawl.search.Evidence;
import org.trawl.search.Network.Kind;
import org.trawl.search.NetworkRequest;
import org.trawl.search.NetworkType;
import org.trawl.search.SearchResult.Hit;

/// Finds the tweets behind one edge: the same walk over the hits that made it, with an eye on its
/// two nodes alone.
final class EdgeEvidence {
  /// Pairs between two looks at the clock.
  private static final int LOOK = 1 << 14;

  private final Columns columns;
  private final NodeSpace space;
  private final @Nullable UserReferences references;
  private final @Nullable ItemColumn column;
  private final TweetsByDocument tweets;
  private final TweetIds ids;

  /// A tweet, by its document, its id and when it was sent.
  private record Sent(int doc, long id, int time) {}

  /// Two tweets on an item; the same one twice where there is no other.
  private record Docs(int item, Sent first, Sent second) {
    static final Comparator<Docs> IN_TIME =
        Comparator.comparingInt(Docs::later)
            .thenComparingInt(Docs::earlier)
            .thenComparingLong(docs -> docs.first.id)
            .thenComparingLong(docs -> docs.second.id)
            .thenComparingInt(Docs::item);

    int earlier() {
      return Math.min(first.time, second.time);
    }

    int later() {
      return Math.max(first.time, second.time);
    }
  }

  EdgeEvidence(
      Columns columns,
      NodeSpace space,
      @Nullable UserReferences references,
      @Nullable ItemColumn column,
      TweetsByDocument tweets,
      TweetIds ids) {
    this.columns = columns;
    this.space = space;
    this.references = references;
    this.column = column;
    this.tweets = tweets;
    this.ids = ids;
  }

  Optional<Evidence> of(
      NetworkRequest request,
      Evidence.Asked asked,
      HitWalk hits,
      boolean complete,
      Deadline deadline,
      NodeFacts facts,
      int nodes)
      throws IOException {
    var source = node(request.type(), true, asked.source());
    var target = node(request.type(), false, asked.target());
    if (source.isEmpty() || target.isEmpty() || source.getAsInt() == target.getAsInt()) {
      return Optional.empty();
    }
    var found = new Found(asked.from() + asked.size());
    boolean whole =
        request.type().shares()
            ? pairs(request, source.getAsInt(), target.getAsInt(), hits, found, deadline)
            : single(request.type(), source.getAsInt(), target.getAsInt(), hits, found);
    facts.place(source.getAsInt());
    facts.place(target.getAsInt());
    var ends =
        request.type().shares() ? null : new TweetEnds(request.type(), columns, space, references);
    var told = facts.nodes(hits, ends, nodes);
    return Optional.of(
        new Evidence(
            told.getFirst(),
            told.getLast(),
            found.total,
            loaded(request.type(), found.page(asked.from())),
            !(complete && whole)));
  }

  /// The earliest pairs, and how many there are.
  private static final class Found {
    private final int most;
    private final PriorityQueue<Docs> kept = new PriorityQueue<>(Docs.IN_TIME.reversed());
    private long total;

    Found(int most) {
      this.most = most;
    }

    void add(Docs docs) {
      total++;
      if (kept.size() < most) {
        kept.add(docs);
      } else if (Docs.IN_TIME.compare(docs, kept.element()) < 0) {
        kept.poll();
        kept.add(docs);
      }
    }

    List<Docs> page(int from) {
      var ordered = new ArrayList<>(kept);
      ordered.sort(Docs.IN_TIME);
      return ordered.subList(Math.min(from, ordered.size()), ordered.size());
    }
  }

  private OptionalInt node(NetworkType type, boolean source, String id) {
    return switch (type) {
      case COHASHTAG -> space.find(id, Kind.HASHTAG);
      case HASHTAG_ACCOUNT -> space.find(id, source ? Kind.HASHTAG : Kind.ACCOUNT);
      case DOMAIN_ACCOUNT -> space.find(id, source ? Kind.DOMAIN : Kind.ACCOUNT);
      case HASHTAG_DOMAIN -> space.find(id, source ? Kind.HASHTAG : Kind.DOMAIN);
      case MENTION,
          REPLY,
          RETWEET,
          QUOTE,
          ALL,
          SAME_TEXT,
          SIMILAR_TEXT,
          SAME_LINK,
          SAME_DOMAIN,
          SAME_HASHTAG,
          SAME_RETWEET,
          SAME_REPLY ->
          account(id);
    };
  }

  private OptionalInt account(String id) {
    var user = space.find(id, Kind.ACCOUNT);
    if (user.isPresent() || references == null) {
      return user;
    }
    return references.find(id.startsWith("@") ? id.substring(1) : id);
  }

  private boolean single(NetworkType type, int source, int target, HitWalk hits, Found found) {
    var ends = new TweetEnds(type, columns, space, references);
    hits.each(doc -> {
      ends.read(doc);
      for (int i = 0; i < ends.size(); i++) {
        boolean there = ends.source(i) == source && ends.target(i) == target;
        boolean back =
            type == NetworkType.COHASHTAG && ends.source(i) == target && ends.target(i) == source;
        if (there || back) {
          var sent = new Sent(doc, ids.of(doc), columns.times()[doc]);
          found.add(new Docs(-1, sent, sent));
        }
      }
    });
    return true;
  }

  private boolean pairs(
      NetworkRequest request,
      int source,
      int target,
      HitWalk hits,
      Found found,
      Deadline deadline) {
    var ofSource = new TreeMap<Integer, List<Sent>>();
    var ofTarget = new HashMap<Integer, List<Sent>>();
    var shared = new SharedItems(request.type(), columns, column);
    hits.each(doc -> {
      int user = space.user(doc);
      if (user == source || user == target) {
        Map<Integer, List<Sent>> own = user == source ? ofSource : ofTarget;
        var sent = new Sent(doc, ids.of(doc), columns.times()[doc]);
        shared.read(doc);
        for (int i = 0; i < shared.size(); i++) {
          own.computeIfAbsent(shared.item(i), _ -> new ArrayList<>()).add(sent);
        }
      }
    });
    long window = request.rule().window().map(w -> w.toSeconds()).orElse(Long.MAX_VALUE);
    int looked = 0;
    for (var acts : ofSource.entrySet()) {
      for (var first : acts.getValue()) {
        for (var second : ofTarget.getOrDefault(acts.getKey(), List.of())) {
          if (looked++ % LOOK == 0 && deadline.over()) {
            return false;
          }
          if (Math.abs((long) first.time - second.time) <= window) {
            found.add(new Docs(acts.getKey(), first, second));
          }
        }
      }
    }
    return true;
  }

  private List<Evidence.Pair> loaded(NetworkType type, List<Docs> page) throws IOException {
    var docs = new int[2 * page.size()];
    for (int i = 0; i < page.size(); i++) {
      docs[2 * i] = page.get(i).first.doc;
      docs[2 * i + 1] = page.get(i).second.doc;
    }
    var hits = tweets.load(docs);
    var pairs = new ArrayList<Evidence.Pair>(page.size());
    for (int i = 0; i < page.size(); i++) {
      var pair = page.get(i);
      var first = hits.get(2 * i);
      var second = type.shares() ? Optional.of(hits.get(2 * i + 1)) : Optional.<Hit>empty();
      long seconds = (long) pair.second.time - pair.first.time;
      pairs.add(new Evidence.Pair(item(type, pair, first), first, second, seconds));
    }
    return pairs;
  }

  /// What both tweets of a pair share.
  private String item(NetworkType type, Docs pair, Hit hit) {
    var references = hit.tweet().references();
    var dictionaries = columns.dictionaries();
    return switch (type) {
      case SAME_LINK -> link(pair, hit);
      case SAME_DOMAIN -> dictionaries.domains().value(pair.item);
      case SAME_HASHTAG -> '#' + dictionaries.hashtags().value(pair.item);
      case SAME_RETWEET -> text(references.retweetedTweet());
      case SAME_REPLY -> text(references.inReplyToTweet());
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
          SIMILAR_TEXT ->
          "";
    };
  }

  private static String text(OptionalLong id) {
    return id.isPresent() ? Long.toString(id.getAsLong()) : "";
  }

  /// The link of an ordinal: a tweet's links have theirs in the order of their keys.
  private String link(Docs pair, Hit hit) {
    var links = new TreeMap<BytesRef, String>();
    for (var url : hit.tweet().content().urls()) {
      var address = new LinkAddress(url);
      if (!address.canonical().isEmpty()) {
        links.put(address.key(), address.canonical());
      }
    }
    if (column == null) {
      throw new IllegalStateException("the column of links was not read");
    }
    var keyed = List.copyOf(links.values());
    var own = column.fill(pair.first.doc, new int[0]);
    // In the column as in the tree, a tweet's links stand in byte order of their keys.
    for (int i = 0; i < keyed.size() && i < column.size(pair.first.doc); i++) {
      if (own[i] == pair.item) {
        return keyed.get(i);
      }
    }
    return "";
  }
}
