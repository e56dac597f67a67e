package org.trawl.lucene.network;

import java.util.Arrays;
import org.apache.lucene.util.ArrayUtil;
import org.jspecify.annotations.Nullable;
import org.trawl.columns.Columns;
import org.trawl.search.NetworkType;

/// The items of one tweet that other tweets can share with it. Reused for one tweet after the
/// other; not thread-safe.
final class SharedItems {
  private final NetworkType type;
  private final Columns columns;
  private final @Nullable ItemColumn column;
  private final boolean[] retweetKinds;
  private final boolean[] replyKinds;
  private int[] items = new int[16];
  private int size;
  private boolean unknown;

  /// @param column of links, or of retweeted or answered tweets, for the types of these; else null
  SharedItems(NetworkType type, Columns columns, @Nullable ItemColumn column) {
    this.type = type;
    this.columns = columns;
    this.column = column;
    retweetKinds = TweetEnds.kinds(columns, "retweet");
    replyKinds = TweetEnds.kinds(columns, "reply");
  }

  /// One more than the highest item.
  int count() {
    return switch (type) {
      case SAME_TEXT -> columns.groupSizes().length;
      case SIMILAR_TEXT -> columns.groupSizes().length + columns.near().clusterCount();
      case SAME_HASHTAG -> columns.dictionaries().hashtags().size();
      case SAME_DOMAIN -> columns.dictionaries().domains().size();
      case SAME_LINK, SAME_RETWEET, SAME_REPLY -> column().count();
      case MENTION,
          REPLY,
          RETWEET,
          QUOTE,
          ALL,
          COHASHTAG,
          HASHTAG_ACCOUNT,
          DOMAIN_ACCOUNT,
          HASHTAG_DOMAIN ->
          throw new IllegalStateException(type + " has no items");
    };
  }

  /// Whether a tweet has one item at most.
  boolean single() {
    return switch (type) {
      case SAME_TEXT, SIMILAR_TEXT, SAME_RETWEET, SAME_REPLY -> true;
      case SAME_LINK, SAME_DOMAIN, SAME_HASHTAG -> false;
      case MENTION,
          REPLY,
          RETWEET,
          QUOTE,
          ALL,
          COHASHTAG,
          HASHTAG_ACCOUNT,
          DOMAIN_ACCOUNT,
          HASHTAG_DOMAIN ->
          throw new IllegalStateException(type + " has no items");
    };
  }

  private ItemColumn column() {
    if (column == null) {
      throw new IllegalStateException("the column of " + type + " was not read");
    }
    return column;
  }

  /// Finds the items of a tweet, ascending.
  void read(int doc) {
    size = 0;
    unknown = false;
    int kind = columns.traits().kind()[columns.traitSet(doc)];
    switch (type) {
      case SAME_TEXT -> {
        if (!retweetKinds[kind] && columns.copies()[doc] != 0) {
          add(columns.copies()[doc]);
        }
      }
      case SIMILAR_TEXT -> {
        if (!retweetKinds[kind]) {
          similar(doc);
        }
      }
      case SAME_LINK -> shared(doc);
      case SAME_RETWEET -> {
        if (retweetKinds[kind]) {
          shared(doc);
          unknown = column().size(doc) == 0;
        }
      }
      case SAME_REPLY -> {
        if (replyKinds[kind]) {
          shared(doc);
          unknown = column().size(doc) == 0;
        }
      }
      case SAME_HASHTAG -> tags(doc, 0, columns.dictionaries().firstMention());
      case SAME_DOMAIN ->
          tags(doc, columns.dictionaries().firstDomain(), columns.dictionaries().firstRetweeted());
      case MENTION,
          REPLY,
          RETWEET,
          QUOTE,
          ALL,
          COHASHTAG,
          HASHTAG_ACCOUNT,
          DOMAIN_ACCOUNT,
          HASHTAG_DOMAIN ->
          throw new IllegalStateException(type + " has no items");
    }
  }

  /// The cluster of a tweet's text, behind all groups of copies; or its copies, where they alone
  /// are alike.
  private void similar(int doc) {
    var text = columns.near().text(doc);
    if (text >= 0) {
      add(columns.groupSizes().length + columns.near().cluster(text));
    } else if (columns.copies()[doc] != 0) {
      add(columns.copies()[doc]);
    }
  }

  private void shared(int doc) {
    items = column().fill(doc, items);
    int own = column().size(doc);
    for (int i = 0; i < own; i++) {
      if (items[i] >= 0) {
        items[size++] = items[i];
      }
    }
    Arrays.sort(items, 0, size);
  }

  private void tags(int doc, int first, int end) {
    int to = columns.rows()[(doc + 1) * Columns.STRIDE + Columns.TAGS];
    for (int at = columns.rows()[doc * Columns.STRIDE + Columns.TAGS]; at < to; at++) {
      int tag = columns.tags()[at];
      if (tag >= first && tag < end) {
        add(tag - first);
      }
    }
    Arrays.sort(items, 0, size);
  }

  private void add(int item) {
    items = ArrayUtil.grow(items, size + 1);
    items[size++] = item;
  }

  /// How many items the tweet has.
  int size() {
    return size;
  }

  int item(int at) {
    return items[at];
  }

  /// Whether it acts on an item that the archive does not tell.
  boolean unknown() {
    return unknown;
  }
}
