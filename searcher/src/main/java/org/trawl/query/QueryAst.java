package org.trawl.query;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.trawl.tweet.Tweet;

/// What a query asks for, as a tree. Trees are equal when they ask the same in the same words;
/// where a node stood in the typed text is kept beside the tree, in [ParsedQuery].
///
/// Operators that take values hold all alternatives of one place in one node: `from:(a OR b)` is
/// one [From] with two handles, so a list of ten thousand stays one node.
public sealed interface QueryAst {
  /// The parts that narrow a query one by one: the operands of its outermost `AND`, or the whole of
  /// it; none for [All].
  default List<QueryAst> clauses() {
    return switch (this) {
      case All _ -> List.of();
      case And(var children) -> children;
      case Or _, Not _, Text _, Operator _ -> List.of(this);
    };
  }

  /// Whether words of tweets are asked for, which rank what is found. Those behind a minus do not.
  default boolean hasWords() {
    return switch (this) {
      case And(var children) -> children.stream().anyMatch(QueryAst::hasWords);
      case Or(var children) -> children.stream().anyMatch(QueryAst::hasWords);
      case Text text -> text.field() == TextField.TWEET;
      case All _, Not _, Operator _ -> false;
    };
  }

  /// Every tweet: an empty query, or `*`.
  record All() implements QueryAst {}

  /// All of these: two or more, none of them an [And] itself. Use [QueryAst#and] to build one.
  record And(List<QueryAst> children) implements QueryAst {
    public And {
      children = List.copyOf(children);
      if (children.size() < 2 || children.stream().anyMatch(And.class::isInstance)) {
        throw new IllegalArgumentException("And takes two or more, none an And, got " + children);
      }
    }
  }

  /// Any of these: two or more, none of them an [Or] itself. Use [QueryAst#or] to build one.
  record Or(List<QueryAst> children) implements QueryAst {
    public Or {
      children = List.copyOf(children);
      if (children.size() < 2 || children.stream().anyMatch(Or.class::isInstance)) {
        throw new IllegalArgumentException("Or takes two or more, none an Or, got " + children);
      }
    }
  }

  /// Every tweet but these.
  record Not(QueryAst child) implements QueryAst {
    public Not {
      requireNonNull(child, "child");
    }
  }

  /// Words, in the tweet or in one of its account's texts.
  record Text(TextField field, TextPattern pattern) implements QueryAst {
    public Text {
      requireNonNull(field, "field");
      requireNonNull(pattern, "pattern");
      if (pattern instanceof TextPattern.Alternatives || pattern instanceof TextPattern.AnyWord) {
        throw new IllegalArgumentException("stands only inside a phrase: " + pattern);
      }
    }
  }

  /// A condition beside the words, such as `from:ann`: it narrows, and says nothing of other nodes.
  ///
  /// Code that treats every operator alike switches over this. Code that tells one from another
  /// names each, so that a new one does not compile until its meaning there is decided.
  sealed interface Operator extends QueryAst {}

  /// A name that stands in the tweet's text behind a sign, `#` or `@`, and can be marked there.
  sealed interface Tag extends Operator {}

  /// What the archive says of a tweet beside its text.
  sealed interface Metadata extends Operator {}

  /// Sent by one of these.
  ///
  /// @param names handles without `@` or user ids, any case; `*` and `?` are wildcards
  record From(List<String> names) implements Metadata {
    public From {
      names = values(names);
    }
  }

  /// A reply to one of these; names as in [From].
  record To(List<String> names) implements Metadata {
    public To {
      names = values(names);
    }
  }

  /// Mentions one of these; names as in [From].
  record Mention(List<String> names) implements Tag {
    public Mention {
      names = values(names);
    }
  }

  /// A retweet of one of these; names as in [From].
  record RetweetsOf(List<String> names) implements Metadata {
    public RetweetsOf {
      names = values(names);
    }
  }

  /// Carries one of these hashtags.
  ///
  /// @param tags without `#`, any case; `*` and `?` are wildcards
  record Hashtag(List<String> tags) implements Tag {
    public Hashtag {
      tags = values(tags);
    }
  }

  /// The archive's language is one of these; ISO codes in lower case, `und` for none.
  record Language(List<String> codes) implements Metadata {
    public Language {
      codes = values(codes);
    }
  }

  /// The language that Trawl read the tweet as is one of these; ISO codes, `und` for none.
  record Detected(List<String> codes) implements Metadata {
    public Detected {
      codes = values(codes);
    }
  }

  /// The interface language of the account is one of these, such as `en-gb`; `*` is a wildcard.
  record AccountLanguage(List<String> codes) implements Metadata {
    public AccountLanguage {
      codes = values(codes);
    }
  }

  /// Sent in this span of time; at least one end is set.
  ///
  /// @param since inclusive
  /// @param until exclusive
  record Time(Optional<Instant> since, Optional<Instant> until) implements Metadata {
    public Time {
      if (since.isEmpty() && until.isEmpty()) {
        throw new IllegalArgumentException("a span of time needs an end");
      }
      if (since.isPresent() && until.isPresent() && !since.get().isBefore(until.get())) {
        throw new IllegalArgumentException("an empty span: " + since + " to " + until);
      }
    }
  }

  /// The account was created in this span of days; at least one end is set.
  ///
  /// @param since inclusive
  /// @param until exclusive
  record Created(Optional<LocalDate> since, Optional<LocalDate> until) implements Metadata {
    public Created {
      if (since.isEmpty() && until.isEmpty()) {
        throw new IllegalArgumentException("a span of days needs an end");
      }
      if (since.isPresent() && until.isPresent() && !since.get().isBefore(until.get())) {
        throw new IllegalArgumentException("an empty span: " + since + " to " + until);
      }
    }
  }

  /// A number of the tweet or its account lies in this range.
  ///
  /// @param min inclusive, 0 or more
  /// @param max inclusive; [Long#MAX_VALUE] for no upper end
  record Count(Metric metric, long min, long max) implements Metadata {
    public Count {
      requireNonNull(metric, "metric");
      if (min < 0 || max < min) {
        throw new IllegalArgumentException("a count from " + min + " to " + max);
      }
    }
  }

  /// An hour or a day of the week by the clocks of a zone, with its summer time.
  ///
  /// @param count of [Metric#HOUR] or [Metric#WEEKDAY]
  record InZone(Count count, ZoneId zone) implements Metadata {
    public InZone {
      requireNonNull(zone, "zone");
      if (count.metric() != Metric.HOUR && count.metric() != Metric.WEEKDAY) {
        throw new IllegalArgumentException("no clock tells " + count.metric());
      }
    }
  }

  /// Carries a link whose address holds all parts of one of these texts, in order.
  record Url(List<String> texts) implements Metadata {
    public Url {
      texts = values(texts);
    }
  }

  /// Carries a link to one of these hosts or a host below it; lower case, without `www.`.
  record Domain(List<String> hosts) implements Metadata {
    public Domain {
      hosts = values(hosts);
    }
  }

  /// Sent from one of these apps; any case; `*` and `?` are wildcards.
  record Client(List<String> names) implements Metadata {
    public Client {
      names = values(names);
    }
  }

  /// Comes from one of these releases; any case; `*` and `?` are wildcards.
  record Operation(List<String> names) implements Metadata {
    public Operation {
      names = values(names);
    }
  }

  /// Is of one of these kinds.
  record Is(Set<Tweet.Kind> kinds) implements Metadata {
    public Is {
      if (kinds.isEmpty()) {
        throw new IllegalArgumentException("no kinds");
      }
      kinds = java.util.Collections.unmodifiableSet(EnumSet.copyOf(kinds));
    }
  }

  /// Carries one of these.
  record Has(Set<Feature> features) implements Metadata {
    public Has {
      if (features.isEmpty()) {
        throw new IllegalArgumentException("no features");
      }
      features = java.util.Collections.unmodifiableSet(EnumSet.copyOf(features));
    }
  }

  /// Has one of these ids.
  record Ids(List<Long> ids) implements Metadata {
    public Ids {
      ids = values(ids);
    }
  }

  /// Has an id in this range, both ends inclusive.
  ///
  /// @param min 1 or more
  /// @param max [Long#MAX_VALUE] for no upper end
  record IdRange(long min, long max) implements Metadata {
    public IdRange {
      if (min < 1 || max < min) {
        throw new IllegalArgumentException("ids from " + min + " to " + max);
      }
    }
  }

  /// Points to one of these tweets.
  record LinkTo(Link link, List<Long> ids) implements Metadata {
    public LinkTo {
      requireNonNull(link, "link");
      ids = values(ids);
    }
  }

  /// Has the same text as one of these tweets, themselves included; texts are compared as for
  /// [Metric#COPIES].
  record CopiesOf(List<Long> ids) implements Metadata {
    public CopiesOf {
      ids = values(ids);
    }
  }

  /// Has a picture that looks like one of these tweets', or the same file; themselves included.
  record SamePicture(List<Long> ids) implements Metadata {
    public SamePicture {
      ids = values(ids);
    }
  }

  /// Has nearly the same text as one of these tweets, themselves included; texts are compared as
  /// for [Metric#SIMILAR].
  record SimilarTo(List<Long> ids) implements Metadata {
    public SimilarTo {
      ids = values(ids);
    }
  }

  /// Has nearly the same text as one of these; texts are compared as for [Metric#SIMILAR].
  record SimilarText(List<String> texts) implements Metadata {
    public SimilarText {
      texts = values(texts);
    }
  }

  /// Which text words are looked for in.
  enum TextField {
    TWEET,
    /// The account's display name and handle.
    NAME,
    BIO,
    /// The place that the account states.
    LOCATION
  }

  /// A number of a tweet or its account.
  enum Metric {
    LIKES,
    RETWEETS,
    REPLIES,
    QUOTES,
    FOLLOWERS,
    FOLLOWING,
    /// Tweets in the archive with the same text, the tweet itself included.
    COPIES,
    /// Tweets in the archive with nearly the same text, the tweet itself and its copies included.
    SIMILAR,
    /// The hour of the day it was sent in, UTC: 0 to 23.
    HOUR,
    /// The day of the week it was sent on, UTC: 1 for Monday to 7 for Sunday.
    WEEKDAY;

    /// The name in queries, such as `likes`.
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What a tweet can carry.
  enum Feature {
    MEDIA,
    IMAGES,
    VIDEOS,
    GIFS,
    LINKS,
    HASHTAGS,
    MENTIONS,
    GEO,
    POLL,
    /// A picture of it has what a camera wrote into it: when, where or by which it was taken.
    EXIF,
    /// It quotes a tweet, whatever its kind: a retweet and a reply can, too.
    QUOTE;

    /// The name in queries, such as `images`.
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// How a tweet points to another.
  enum Link {
    RETWEET("retweets_of_tweet_id"),
    QUOTE("quotes_of_tweet_id"),
    REPLY("in_reply_to_tweet_id");

    private final String key;

    Link(String key) {
      this.key = key;
    }

    /// The name in queries.
    public String key() {
      return key;
    }
  }

  /// All of these, as flat as it can be: nothing is [All], one is itself.
  static QueryAst and(List<? extends QueryAst> children) {
    var flat = new ArrayList<QueryAst>();
    for (var child : children) {
      if (child instanceof And(var inner)) {
        flat.addAll(inner);
      } else {
        flat.add(child);
      }
    }
    return switch (flat.size()) {
      case 0 -> new All();
      case 1 -> flat.getFirst();
      default -> new And(flat);
    };
  }

  /// Any of these, as flat as it can be: one is itself.
  ///
  /// @throws IllegalArgumentException if there are none
  static QueryAst or(List<? extends QueryAst> children) {
    var flat = new ArrayList<QueryAst>();
    for (var child : children) {
      if (child instanceof Or(var inner)) {
        flat.addAll(inner);
      } else {
        flat.add(child);
      }
    }
    return flat.size() == 1 ? flat.getFirst() : new Or(flat);
  }

  private static <T> List<T> values(List<T> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("no values");
    }
    return List.copyOf(values);
  }
}
