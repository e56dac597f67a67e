package org.trawl.search;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What joins two nodes of a network.
///
/// The types whose name begins with `SAME` are those of the literature on coordinated behaviour:
/// two accounts are joined where both acted on one item within a window of time. Two programs that
/// papers use define them, and [Network.Edge] has the numbers of both: CooRTweet (Righetti and
/// Balluff) counts pairs of tweets, the Coordination Network Toolkit (QUT Digital Observatory) the
/// tweets of each side. See docs/networks.md.
public enum NetworkType {
  /// An account mentions another in its text; a retweet mentions whom it retweets.
  MENTION("mention", Shape.ACTS_ON, "mentions"),
  /// An account answers another.
  REPLY("reply", Shape.ACTS_ON, "answers"),
  /// An account retweets another.
  RETWEET("retweet", Shape.ACTS_ON, "retweets"),
  /// An account quotes another.
  QUOTE("quote", Shape.ACTS_ON, "quotes"),
  /// An account mentions, answers, retweets or quotes another; one tweet counts once.
  ALL("all", Shape.ACTS_ON, "mentions, answers, retweets or quotes"),
  /// Two hashtags stand in one tweet.
  COHASHTAG("cohashtag", Shape.STANDS_WITH, "stands with"),
  /// A hashtag stands in a tweet of an account.
  HASHTAG_ACCOUNT("hashtag_account", Shape.STANDS_WITH, "is used by"),
  /// A tweet of an account links to a site.
  DOMAIN_ACCOUNT("domain_account", Shape.STANDS_WITH, "is linked by"),
  /// A tweet with a hashtag links to a site.
  HASHTAG_DOMAIN("hashtag_domain", Shape.STANDS_WITH, "stands with links to"),
  /// Two accounts sent the same text, retweets aside: what [SearchResult.Copies] counts.
  SAME_TEXT("same_text", Shape.SHARES, "the same text"),
  /// Two accounts sent texts that a chain of near-copies links, retweets aside.
  SIMILAR_TEXT("similar_text", Shape.SHARES, "nearly the same text"),
  /// Two accounts sent the same link.
  SAME_LINK("same_link", Shape.SHARES, "the same link"),
  /// Two accounts linked to the same site.
  SAME_DOMAIN("same_domain", Shape.SHARES, "the same linked site"),
  /// Two accounts used the same hashtag.
  SAME_HASHTAG("same_hashtag", Shape.SHARES, "the same hashtag"),
  /// Two accounts retweeted the same tweet.
  SAME_RETWEET("same_retweet", Shape.SHARES, "the same retweeted tweet"),
  /// Two accounts answered the same tweet.
  SAME_REPLY("same_reply", Shape.SHARES, "the same answered tweet");

  /// How the two ends of an edge stand to each other.
  public enum Shape {
    /// From the account that acts to the one that it acts on: directed.
    ACTS_ON,
    /// Both stand in one tweet.
    STANDS_WITH,
    /// Both accounts acted on one item, each with a tweet of its own.
    SHARES
  }

  private final String key;
  private final Shape shape;
  private final String words;

  NetworkType(String key, Shape shape, String words) {
    this.key = requireNonNull(key, "key");
    this.shape = requireNonNull(shape, "shape");
    this.words = requireNonNull(words, "words");
  }

  /// The name in addresses, such as `same_text`.
  public String key() {
    return key;
  }

  public Shape shape() {
    return shape;
  }

  /// What joins two nodes, for people: a verb, or the item that both share.
  public String words() {
    return words;
  }

  /// Whether an edge leads from its source to its target, and not back.
  public boolean directed() {
    return shape == Shape.ACTS_ON;
  }

  /// Whether a window, and a least number of items, mean anything.
  public boolean shares() {
    return shape == Shape.SHARES;
  }

  /// The type of a name.
  public static Optional<NetworkType> named(String key) {
    var wanted = key.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(type -> type.key.equals(wanted)).findFirst();
  }
}
