package org.trawl.query;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trawl.query.QueryAst.Feature;
import org.trawl.query.QueryAst.Metric;
import org.trawl.query.ValueReader.Value;
import org.trawl.tweet.Tweet;

/// Reads the values of `is:`, `has:` and X's `filter:`, `exclude:` and `include:`.
final class TraitReader {
  private static final Map<String, Tweet.Kind> KINDS =
      Map.ofEntries(
          entry("tweet", Tweet.Kind.TWEET),
          entry("tweets", Tweet.Kind.TWEET),
          entry("original", Tweet.Kind.TWEET),
          entry("retweet", Tweet.Kind.RETWEET),
          entry("retweets", Tweet.Kind.RETWEET),
          entry("nativeretweets", Tweet.Kind.RETWEET),
          entry("reposts", Tweet.Kind.RETWEET),
          entry("repost", Tweet.Kind.RETWEET),
          entry("rt", Tweet.Kind.RETWEET),
          entry("reply", Tweet.Kind.REPLY),
          entry("replies", Tweet.Kind.REPLY),
          entry("quote", Tweet.Kind.QUOTE),
          entry("quotes", Tweet.Kind.QUOTE));

  private static final Map<String, Feature> FEATURES =
      Map.ofEntries(
          entry("media", Feature.MEDIA),
          entry("image", Feature.IMAGES),
          entry("images", Feature.IMAGES),
          entry("photo", Feature.IMAGES),
          entry("photos", Feature.IMAGES),
          entry("twimg", Feature.IMAGES),
          entry("video", Feature.VIDEOS),
          entry("videos", Feature.VIDEOS),
          entry("video_link", Feature.VIDEOS),
          entry("native_video", Feature.VIDEOS),
          entry("consumer_video", Feature.VIDEOS),
          entry("pro_video", Feature.VIDEOS),
          entry("gif", Feature.GIFS),
          entry("gifs", Feature.GIFS),
          entry("link", Feature.LINKS),
          entry("links", Feature.LINKS),
          entry("url", Feature.LINKS),
          entry("urls", Feature.LINKS),
          entry("hashtag", Feature.HASHTAGS),
          entry("hashtags", Feature.HASHTAGS),
          entry("mention", Feature.MENTIONS),
          entry("mentions", Feature.MENTIONS),
          entry("geo", Feature.GEO),
          entry("exif", Feature.EXIF),
          entry("poll", Feature.POLL),
          entry("polls", Feature.POLL),
          entry("quote", Feature.QUOTE),
          entry("quotes", Feature.QUOTE));

  /// X's filters that stand for links to one place.
  private static final Map<String, String> HOSTS =
      Map.of("vine", "vine.co", "periscope", "periscope.tv");

  /// What X can filter by and the archive does not hold.
  private static final Set<String> NOT_IN_ARCHIVE =
      Set.of(
          "antisocial",
          "blue_verified",
          "card",
          "cards",
          "cashtag",
          "cashtags",
          "follows",
          "identity_verified",
          "news",
          "nullcast",
          "place",
          "profile_geo",
          "safe",
          "self_threads",
          "social",
          "spaces",
          "symbols",
          "trusted",
          "verified");

  private final Scan scan;

  TraitReader(Scan scan) {
    this.scan = scan;
  }

  /// The node for values of `is:`, `has:` or `filter:`, any of which may hold; null if none can be
  /// used.
  @Nullable QueryAst read(Operator operator, int start, List<Value> values) {
    if (operator == Operator.INCLUDE) {
      // Everything is included as it is.
      scan.hint(
          new QueryHint.Ignored(scan.span(start, scan.at), scan.text.substring(start, scan.at)));
      return null;
    }
    var kinds = EnumSet.noneOf(Tweet.Kind.class);
    var features = EnumSet.noneOf(Feature.class);
    var others = new ArrayList<QueryAst>();
    for (var value : values) {
      var name = value.text().toLowerCase(Locale.ROOT);
      if (operator != Operator.HAS && KINDS.containsKey(name)) {
        kinds.add(KINDS.get(name));
      } else if (operator != Operator.IS && FEATURES.containsKey(name)) {
        features.add(FEATURES.get(name));
      } else if (operator != Operator.IS && HOSTS.containsKey(name)) {
        others.add(new QueryAst.Domain(List.of(HOSTS.get(name))));
      } else if (operator != Operator.IS && name.equals("has_engagement")) {
        others.add(engagement());
      } else {
        unknown(operator, start, value, name);
      }
    }
    if (!features.isEmpty()) {
      others.addFirst(new QueryAst.Has(features));
    }
    if (!kinds.isEmpty()) {
      others.addFirst(new QueryAst.Is(kinds));
    }
    if (others.isEmpty()) {
      return null;
    }
    var read = QueryAst.or(others);
    return operator == Operator.EXCLUDE ? new QueryAst.Not(read) : read;
  }

  private static QueryAst engagement() {
    return QueryAst.or(
        Stream.of(Metric.LIKES, Metric.RETWEETS, Metric.REPLIES, Metric.QUOTES)
            .map(metric -> new QueryAst.Count(metric, 1, Long.MAX_VALUE))
            .toList());
  }

  private void unknown(Operator operator, int start, Value value, String name) {
    if (NOT_IN_ARCHIVE.contains(name)) {
      scan.problem(
          new QueryProblem.NotInArchive(
              scan.span(start, scan.at),
              operator.key() + ":" + name,
              scan.leaveOut(value.start(), value.end())));
      return;
    }
    var span = scan.span(value.start(), value.end());
    var elsewhere = elsewhere(operator, name);
    if (elsewhere.isPresent()) {
      var mend = scan.replace(start, value.end(), elsewhere.get());
      scan.problem(new QueryProblem.UnknownValue(span, operator, value.text(), elsewhere, mend));
      return;
    }
    var nearest = nearest(operator, name);
    scan.problem(
        new QueryProblem.UnknownValue(
            span,
            operator,
            value.text(),
            nearest,
            nearest
                .flatMap(near -> scan.replace(value.start(), value.end(), near))
                .or(() -> scan.leaveOut(value.start(), value.end()))));
  }

  /// `has:retweets` is `is:retweet`, `is:media` is `has:media`.
  private static Optional<String> elsewhere(Operator operator, String name) {
    if (operator == Operator.HAS && KINDS.containsKey(name)) {
      return Optional.of("is:" + KINDS.get(name).name().toLowerCase(Locale.ROOT));
    }
    if (operator == Operator.IS && FEATURES.containsKey(name)) {
      return Optional.of("has:" + FEATURES.get(name).key());
    }
    return Optional.empty();
  }

  private static Optional<String> nearest(Operator operator, String name) {
    var names = new ArrayList<String>();
    if (operator != Operator.HAS) {
      names.addAll(KINDS.keySet());
    }
    if (operator != Operator.IS) {
      names.addAll(FEATURES.keySet());
    }
    return Nearest.to(name, names);
  }
}
