package org.trawl.lucene.network;

import java.util.Arrays;
import org.apache.lucene.util.ArrayUtil;
import org.jspecify.annotations.Nullable;
import org.trawl.columns.Columns;
import org.trawl.search.NetworkType;

/// The edges that one tweet makes by itself: whom its account acts on, or what stands in it
/// together. Each edge once. Reused for one tweet after the other; not thread-safe.
final class TweetEnds {
  private final NetworkType type;
  private final Columns columns;
  private final NodeSpace space;
  private final @Nullable UserReferences references;
  private final boolean[] retweetKinds;
  private final boolean[] replyKinds;
  private int[] sources = new int[16];
  private int[] targets = new int[16];
  private int size;
  private int loops;
  private boolean unknown;

  /// @param references for types that act on an account; else null
  TweetEnds(
      NetworkType type, Columns columns, NodeSpace space, @Nullable UserReferences references) {
    this.type = type;
    this.columns = columns;
    this.space = space;
    this.references = references;
    retweetKinds = kinds(columns, "retweet");
    replyKinds = kinds(columns, "reply");
  }

  /// Which ordinals of kinds are the one of a name.
  static boolean[] kinds(Columns columns, String name) {
    var kinds = columns.dictionaries().kinds();
    var are = new boolean[kinds.size()];
    for (int kind = 0; kind < are.length; kind++) {
      are[kind] = kinds.value(kind).equals(name);
    }
    return are;
  }

  /// Finds the edges of a tweet.
  void read(int doc) {
    size = 0;
    loops = 0;
    unknown = false;
    switch (type.shape()) {
      case ACTS_ON -> acts(doc);
      case STANDS_WITH -> stands(doc);
      case SHARES -> throw new IllegalStateException("one tweet shares nothing by itself");
    }
  }

  /// How many edges the tweet makes.
  int size() {
    return size;
  }

  int source(int edge) {
    return sources[edge];
  }

  int target(int edge) {
    return targets[edge];
  }

  /// How many times its account acts on itself.
  int loops() {
    return loops;
  }

  /// Whether it acts on somebody and the archive does not tell on whom.
  boolean unknown() {
    return unknown;
  }

  private void acts(int doc) {
    if (references == null) {
      throw new IllegalStateException("references were not read");
    }
    int kind = columns.traits().kind()[columns.traitSet(doc)];
    boolean retweet = retweetKinds[kind];
    boolean all = type == NetworkType.ALL;
    if (all || type == NetworkType.MENTION) {
      mentions(doc, references);
    }
    // What a retweet answers or quotes, its original answers or quotes.
    if ((all || type == NetworkType.REPLY) && replyKinds[kind]) {
      act(doc, references.answered(doc));
    }
    if ((all || type == NetworkType.RETWEET) && retweet) {
      act(doc, references.retweeted(doc));
    }
    if ((all || type == NetworkType.QUOTE) && !retweet && references.quotes(doc)) {
      act(doc, references.quoted(doc));
    }
    distinctTargets();
    int own = space.user(doc);
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (targets[i] == own) {
        loops++;
      } else {
        sources[kept] = own;
        targets[kept++] = targets[i];
      }
    }
    size = kept;
  }

  private void mentions(int doc, UserReferences whom) {
    int first = columns.dictionaries().firstMention();
    int end = columns.dictionaries().firstDomain();
    for (int at = begin(doc); at < begin(doc + 1); at++) {
      int tag = columns.tags()[at];
      if (tag >= first && tag < end) {
        add(0, whom.mentioned(tag - first));
      }
    }
  }

  private void act(int doc, int nodeAndOne) {
    if (nodeAndOne == 0) {
      unknown = true;
    } else {
      add(space.user(doc), nodeAndOne - 1);
    }
  }

  private void distinctTargets() {
    Arrays.sort(targets, 0, size);
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (kept == 0 || targets[i] != targets[kept - 1]) {
        targets[kept++] = targets[i];
      }
    }
    size = kept;
  }

  private void stands(int doc) {
    int hashtagsEnd = columns.dictionaries().firstMention();
    for (int at = begin(doc); at < begin(doc + 1); at++) {
      int tag = columns.tags()[at];
      boolean hashtag = tag < hashtagsEnd;
      if ((type == NetworkType.HASHTAG_ACCOUNT && hashtag)
          || (type == NetworkType.DOMAIN_ACCOUNT && isDomain(tag))) {
        add(space.tag(tag), space.user(doc));
      } else if (hashtag && (type == NetworkType.COHASHTAG || type == NetworkType.HASHTAG_DOMAIN)) {
        with(doc, tag, type == NetworkType.COHASHTAG);
      }
    }
  }

  /// A hashtag with what stands beside it: hashtags of a higher number, or domains.
  private void with(int doc, int hashtag, boolean hashtags) {
    int hashtagsEnd = columns.dictionaries().firstMention();
    for (int at = begin(doc); at < begin(doc + 1); at++) {
      int other = columns.tags()[at];
      if (hashtags ? other > hashtag && other < hashtagsEnd : isDomain(other)) {
        add(space.tag(hashtag), space.tag(other));
      }
    }
  }

  private boolean isDomain(int tag) {
    return tag >= columns.dictionaries().firstDomain()
        && tag < columns.dictionaries().firstRetweeted();
  }

  private int begin(int doc) {
    return columns.rows()[doc * Columns.STRIDE + Columns.TAGS];
  }

  private void add(int source, int target) {
    sources = ArrayUtil.grow(sources, size + 1);
    targets = ArrayUtil.grow(targets, size + 1);
    sources[size] = source;
    targets[size++] = target;
  }
}
