package org.trawl.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.trawl.query.QueryAst;
import org.trawl.query.QueryAst.Feature;
import org.trawl.query.QueryAst.TextField;
import org.trawl.query.TextPattern;
import org.trawl.query.TextPattern.Precision;
import org.trawl.query.TextPattern.Word;
import org.trawl.tweet.Tweet;

/// Says in plain English what a query asks for: "the word “brexit” in any form, in English".
///
/// Conditions that must all hold are set apart by commas, alternatives by "or"; what is longer than
/// a person would read is cut and counted.
public final class Reading {
  private Reading() {}

  /// The reading of a whole query.
  public static String of(QueryAst ast) {
    return ast instanceof QueryAst.All ? "every tweet" : any(ast);
  }

  private static String any(QueryAst ast) {
    return switch (ast) {
      case QueryAst.And(var children) -> all(children);
      case QueryAst.Or(var children) -> alternatives(children);
      case QueryAst.All _, QueryAst.Not _, QueryAst.Text _, QueryAst.Operator _ -> one(ast);
    };
  }

  private static String all(List<QueryAst> children) {
    var parts = new ArrayList<String>();
    var words = new ArrayList<QueryAst>();
    for (var child : timesTogether(children)) {
      if (isPlainWord(child)) {
        words.add(child);
      } else {
        parts.add(one(child));
      }
    }
    if (!words.isEmpty()) {
      parts.addFirst(plainWords(words, false));
    }
    return cut(parts, ", ");
  }

  /// `since:2016-06-01 until:2016-07-01` is one span, where it is one.
  private static List<QueryAst> timesTogether(List<QueryAst> children) {
    var from = children.stream().filter(child -> isTime(child, true)).toList();
    var to = children.stream().filter(child -> isTime(child, false)).toList();
    if (from.size() != 1
        || to.size() != 1
        || !(from.getFirst() instanceof QueryAst.Time(var since, _))
        || !(to.getFirst() instanceof QueryAst.Time(_, var until))
        || !since.orElseThrow().isBefore(until.orElseThrow())) {
      return children;
    }
    var together = new ArrayList<>(children);
    together.set(together.indexOf(from.getFirst()), new QueryAst.Time(since, until));
    together.remove(to.getFirst());
    return together;
  }

  /// Whether a condition is a time with its beginning alone, or its end alone.
  private static boolean isTime(QueryAst ast, boolean begins) {
    return ast instanceof QueryAst.Time(var since, var until)
        && since.isPresent() == begins
        && until.isPresent() != begins;
  }

  private static String alternatives(List<QueryAst> children) {
    if (children.stream().allMatch(Reading::isPlainWord)) {
      return plainWords(children, true);
    }
    var parts =
        children.stream()
            .map(child -> child instanceof QueryAst.And ? "(" + any(child) + ")" : one(child))
            .toList();
    return cut(parts, " or ");
  }

  private static String cut(List<String> parts, String between) {
    int most = 12;
    if (parts.size() <= most + 1) {
      return String.join(between, parts);
    }
    return String.join(between, parts.subList(0, most))
        + between
        + Listing.number(parts.size() - most)
        + " more conditions";
  }

  private static boolean isPlainWord(QueryAst ast) {
    return ast instanceof QueryAst.Text(var field, Word(_, var precision))
        && field == TextField.TWEET
        && precision == Precision.FORMS;
  }

  private static String plainWords(List<QueryAst> words, boolean any) {
    if (words.size() == 1) {
      return one(words.getFirst());
    }
    return (any ? "any of the words " : "the words ")
        + (any ? Listing.or(words, Reading::wordOf) : Listing.and(words, Reading::wordOf))
        + " in any form";
  }

  private static String wordOf(QueryAst word) {
    return word instanceof QueryAst.Text(_, Word(var text, _)) ? quoted(text) : "";
  }

  /// A condition that holds together between commas.
  private static String one(QueryAst ast) {
    return switch (ast) {
      case QueryAst.All _ -> "every tweet";
      case QueryAst.And _, QueryAst.Or _ -> "(" + any(ast) + ")";
      case QueryAst.Not(var child) -> not(child);
      case QueryAst.Text(var field, var pattern) -> text(field, pattern);
      case QueryAst.From(var names) -> "sent by " + Listing.or(names, Reading::account);
      case QueryAst.To(var names) -> "in reply to " + Listing.or(names, Reading::account);
      case QueryAst.Mention(var names) -> "mentioning " + Listing.or(names, Reading::account);
      case QueryAst.RetweetsOf(var names) -> "a retweet of " + Listing.or(names, Reading::account);
      case QueryAst.Hashtag(var tags) ->
          isAny(tags)
              ? "with any hashtag"
              : "with the hashtag " + Listing.or(tags, tag -> "#" + tag);
      case QueryAst.Language(var codes) -> "in " + Listing.or(codes, Reading::language);
      case QueryAst.Detected(var codes) -> "detected as " + Listing.or(codes, Reading::language);
      case QueryAst.AccountLanguage(var codes) ->
          "by an account whose language is set to " + Listing.or(codes, Reading::quoted);
      case QueryAst.Time(var since, var until) -> "sent " + DateText.time(since, until);
      case QueryAst.Created(var since, var until) ->
          "by an account created " + DateText.days(since, until);
      case QueryAst.Count(var metric, var min, var max) -> count(metric, min, max);
      case QueryAst.InZone(QueryAst.Count(var metric, var min, var max), var zone) ->
          count(metric, min, max).replace(" UTC", "") + " by the clocks of " + zone;
      case QueryAst.Url(var texts) ->
          "with a link whose address has " + Listing.or(texts, Reading::quoted);
      case QueryAst.Domain(var hosts) -> "with a link to " + Listing.or(hosts, host -> host);
      case QueryAst.Client(var names) -> "sent with " + Listing.or(names, Reading::quoted);
      case QueryAst.Operation(var names) ->
          "from the release " + Listing.or(names, Reading::quoted);
      case QueryAst.Is(var kinds) -> Listing.or(List.copyOf(kinds), Reading::kind);
      case QueryAst.Has(var features) -> "with " + features(features);
      case QueryAst.Ids(var ids) -> "with the id " + Listing.or(ids, id -> Long.toString(id));
      case QueryAst.IdRange(var min, var max) -> "with an id " + idRange(min, max);
      case QueryAst.LinkTo(var link, var ids) ->
          switch (link) {
                case RETWEET -> "a retweet of the tweet ";
                case QUOTE -> "quoting the tweet ";
                case REPLY -> "in reply to the tweet ";
              }
              + Listing.or(ids, id -> Long.toString(id));
      case QueryAst.CopiesOf(var ids) ->
          "with the same text as tweet " + Listing.or(ids, id -> Long.toString(id));
      case QueryAst.SamePicture(var ids) ->
          "with a picture like one of tweet " + Listing.or(ids, id -> Long.toString(id));
      case QueryAst.SimilarTo(var ids) ->
          "with nearly the text of tweet " + Listing.or(ids, id -> Long.toString(id));
      case QueryAst.SimilarText(var texts) ->
          "with nearly the text " + Listing.or(texts, text -> quoted(shortened(text)));
    };
  }

  private static String not(QueryAst child) {
    return switch (child) {
      case QueryAst.All _ -> "no tweet";
      case QueryAst.Text(var field, _) when field == TextField.TWEET -> "without " + one(child);
      case QueryAst.And _, QueryAst.Or _, QueryAst.Not _, QueryAst.Text _, QueryAst.Operator _ ->
          "not " + one(child);
    };
  }

  private static String text(TextField field, TextPattern pattern) {
    var about =
        switch (field) {
          case TWEET -> "";
          case NAME -> "name";
          case BIO -> "bio";
          case LOCATION -> "location";
        };
    if (about.isEmpty()) {
      return pattern(pattern);
    }
    if (pattern instanceof TextPattern.Wildcard(var wildcard) && wildcard.equals("*")) {
      return "by an account that states a " + about;
    }
    return "by an account whose " + about + " has " + pattern(pattern);
  }

  private static String pattern(TextPattern pattern) {
    return switch (pattern) {
      case Word(var text, var precision) ->
          switch (precision) {
            case FORMS -> "the word " + quoted(text) + " in any form";
            case FOLDED -> "the word " + quoted(text) + " in just this form";
            case EXACT -> "the word " + quoted(text) + " written exactly so";
          };
      case TextPattern.Wildcard(var wildcard) -> "a word like " + quoted(wildcard);
      case TextPattern.Fuzzy(var text, int edits) ->
          "a word like " + quoted(text) + " with up to " + letters(edits) + " changed";
      case TextPattern.Regex(var regex) -> "a word that fits the pattern /" + regex + "/";
      case TextPattern.AnyWord() -> "any word";
      case TextPattern.Phrase(var slots) ->
          "the phrase " + quoted(slots(slots)) + (isExact(pattern) ? " written exactly so" : "");
      case TextPattern.Near(var operands, int distance) ->
          Listing.and(operands, Reading::pattern)
              + (distance == 0
                  ? " next to each other"
                  : " with at most " + Listing.count(distance, "word", "words") + " between");
      case TextPattern.Alternatives(var patterns) ->
          "(" + Listing.or(patterns, Reading::pattern) + ")";
    };
  }

  private static String slots(List<TextPattern> slots) {
    return String.join(" ", slots.stream().map(Reading::slot).toList());
  }

  private static String slot(TextPattern slot) {
    return switch (slot) {
      case Word(var text, _) -> text;
      case TextPattern.Wildcard(var wildcard) -> wildcard;
      case TextPattern.Fuzzy(var text, int edits) -> text + "~" + edits;
      case TextPattern.Regex(var regex) -> "/" + regex + "/";
      case TextPattern.AnyWord() -> "…";
      case TextPattern.Alternatives(var patterns) ->
          "(" + Listing.or(patterns, Reading::slot) + ")";
      case TextPattern.Phrase(var inner) -> slots(inner);
      case TextPattern.Near near -> pattern(near);
    };
  }

  private static boolean isExact(TextPattern pattern) {
    return switch (pattern) {
      case Word(_, var precision) -> precision == Precision.EXACT;
      case TextPattern.Phrase(var slots) -> slots.stream().anyMatch(Reading::isExact);
      case TextPattern.Alternatives(var patterns) -> patterns.stream().anyMatch(Reading::isExact);
      case TextPattern.Wildcard _,
          TextPattern.Fuzzy _,
          TextPattern.Regex _,
          TextPattern.AnyWord _,
          TextPattern.Near _ ->
          false;
    };
  }

  private static String letters(int edits) {
    return edits == 1 ? "one letter" : "two letters";
  }

  private static boolean isAny(List<String> names) {
    return names.size() == 1 && names.getFirst().equals("*");
  }

  private static String account(String name) {
    if (name.equals("*")) {
      return "anyone";
    }
    return name.matches("[0-9]+") ? "the user " + name : "@" + name;
  }

  private static String language(String code) {
    if (code.equals("und")) {
      return "no language that could be told";
    }
    var name = Locale.forLanguageTag(code).getDisplayName(Locale.ENGLISH);
    return name.isEmpty() || name.equals(code) ? "the language " + quoted(code) : name;
  }

  private static String kind(Tweet.Kind kind) {
    return switch (kind) {
      case TWEET -> "an original tweet";
      case RETWEET -> "a retweet";
      case REPLY -> "a reply";
      case QUOTE -> "a quote";
    };
  }

  private static String features(Set<Feature> features) {
    return Listing.or(
        List.copyOf(features),
        feature ->
            switch (feature) {
              case MEDIA -> "media";
              case IMAGES -> "images";
              case VIDEOS -> "videos";
              case GIFS -> "GIFs";
              case LINKS -> "links";
              case HASHTAGS -> "hashtags";
              case MENTIONS -> "mentions";
              case GEO -> "a location";
              case EXIF -> "camera data in a picture";
              case POLL -> "a poll";
              case QUOTE -> "a quoted tweet";
            });
  }

  private static String count(QueryAst.Metric metric, long min, long max) {
    var counted =
        switch (metric) {
          case LIKES, RETWEETS, REPLIES, QUOTES ->
              "with " + range(min, max) + " " + unit(metric, min == max && min == 1);
          case FOLLOWERS, FOLLOWING ->
              "by an account "
                  + (metric == QueryAst.Metric.FOLLOWERS ? "with " : "following ")
                  + range(min, max)
                  + (metric == QueryAst.Metric.FOLLOWERS
                      ? min == 1 && max == 1 ? " follower" : " followers"
                      : min == 1 && max == 1 ? " other" : " others");
          case COPIES ->
              "with a text that "
                  + range(min, max)
                  + (min == 1 && max == 1 ? " tweet has" : " tweets have");
          case SIMILAR ->
              "with a text that "
                  + range(min, max)
                  + (min == 1 && max == 1 ? " tweet nearly has" : " tweets nearly have");
          case HOUR -> "sent " + ClockText.hours(min, max);
          case WEEKDAY -> "sent on " + ClockText.weekdays(min, max);
        };
    return counted;
  }

  private static String unit(QueryAst.Metric metric, boolean one) {
    if (!one) {
      return metric.key();
    }
    return switch (metric) {
      case LIKES -> "like";
      case RETWEETS -> "retweet";
      case REPLIES -> "reply";
      case QUOTES -> "quote";
      case FOLLOWERS, FOLLOWING, COPIES, SIMILAR, HOUR, WEEKDAY -> metric.key();
    };
  }

  private static String range(long min, long max) {
    if (min == max) {
      return Listing.number(min);
    }
    if (max == Long.MAX_VALUE) {
      return "at least " + Listing.number(min);
    }
    return min == 0
        ? "at most " + Listing.number(max)
        : Listing.number(min) + " to " + Listing.number(max);
  }

  private static String idRange(long min, long max) {
    if (max == Long.MAX_VALUE) {
      return "from " + min + " on";
    }
    return min == 1 ? "up to " + max : "from " + min + " to " + max;
  }

  /// The beginning of a text that was pasted.
  private static String shortened(String text) {
    var most = 80;
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most)).strip() + "…";
  }

  private static String quoted(String text) {
    return "“" + text + "”";
  }
}
