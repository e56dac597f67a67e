package org.trawl.page;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trawl.query.ParsedQuery;
import org.trawl.query.QueryAst;
import org.trawl.query.QueryAst.Metric;
import org.trawl.query.QueryAst.TextField;
import org.trawl.query.QueryParser;
import org.trawl.query.QueryPrinter;
import org.trawl.query.TextPattern;
import org.trawl.query.TextPattern.Precision;
import org.trawl.query.TextPattern.Word;
import org.trawl.tweet.Tweet;

/// A query as fields to fill in. It opens from a query and writes one; what no field can show is
/// kept in [Field#REST] as it is written in queries.
///
/// @param values what stands in the fields; those that are empty are left out
public record AdvancedForm(Map<Field, String> values) {
  /// Kinds of tweet that people leave out rather than ask for.
  static final Set<Tweet.Kind> LEFT_OUT =
      Collections.unmodifiableSet(EnumSet.of(Tweet.Kind.RETWEET, Tweet.Kind.REPLY));

  /// The fields, named in addresses in lower case.
  public enum Field {
    ALL,
    PHRASE,
    ANY,
    NONE,
    FROM,
    TO,
    MENTIONS,
    HASHTAGS,
    SIMILAR,
    LANGUAGES,
    SINCE,
    UNTIL,
    KIND,
    HAS,
    LIKES,
    RETWEETS,
    REST;

    /// The name in addresses; `since` and `until` are taken there by the timeline.
    String key() {
      var day = this == SINCE || this == UNTIL;
      return name().toLowerCase(Locale.ROOT) + (day ? "_day" : "");
    }
  }

  public AdvancedForm {
    requireNonNull(values, "values");
    var filled = new LinkedHashMap<Field, String>();
    for (var field : Field.values()) {
      var value = values.getOrDefault(field, "").strip();
      if (!value.isEmpty()) {
        filled.put(field, value);
      }
    }
    values = Collections.unmodifiableMap(filled);
  }

  /// What stands in a field, perhaps nothing.
  public String value(Field field) {
    return values.getOrDefault(field, "");
  }

  /// What was filled in, from the parameters of an address.
  static AdvancedForm of(Map<String, List<String>> parameters) {
    var values = new LinkedHashMap<Field, String>();
    for (var field : Field.values()) {
      values.put(field, String.join(" ", parameters.getOrDefault(field.key(), List.of())));
    }
    return new AdvancedForm(values);
  }

  /// The form that shows a query.
  static AdvancedForm of(ParsedQuery query) {
    return of(query, ZoneOffset.UTC);
  }

  /// The form that shows a query whose days are those of a zone.
  static AdvancedForm of(ParsedQuery query, ZoneId zone) {
    var values = new LinkedHashMap<Field, String>();
    var rest = new ArrayList<QueryAst>();
    for (var clause : query.clauses()) {
      var shown = shown(clause, zone);
      var taken = shown.isPresent() && takes(values, shown.get());
      if (!taken) {
        rest.add(clause);
      }
    }
    values.put(Field.REST, QueryPrinter.print(QueryAst.and(rest)));
    return new AdvancedForm(values);
  }

  private record Shown(Field field, String value) {}

  /// Words that must all or must not occur gather in one field; every other field holds one clause.
  private static boolean takes(Map<Field, String> values, Shown shown) {
    var gathers = shown.field() == Field.ALL || shown.field() == Field.NONE;
    if (values.containsKey(shown.field()) && !gathers) {
      return false;
    }
    values.merge(shown.field(), shown.value(), (before, more) -> before + " " + more);
    return true;
  }

  private static Optional<Shown> shown(QueryAst clause, ZoneId zone) {
    return switch (clause) {
      case QueryAst.Text text -> shownText(text);
      case QueryAst.Or(var children) -> shownWords(Field.ANY, children);
      case QueryAst.Not(var child) -> shownNot(child);
      case QueryAst.From(var names) -> names(Field.FROM, names);
      case QueryAst.To(var names) -> names(Field.TO, names);
      case QueryAst.Mention(var names) -> names(Field.MENTIONS, names);
      case QueryAst.Hashtag(var tags) -> names(Field.HASHTAGS, tags);
      case QueryAst.SimilarText(var texts) when texts.size() == 1 ->
          Optional.of(new Shown(Field.SIMILAR, texts.getFirst()));
      case QueryAst.Language(var codes) -> names(Field.LANGUAGES, codes);
      case QueryAst.Time(var since, var until) -> shownTime(since, until, zone);
      case QueryAst.Is(var kinds) when kinds.size() == 1 ->
          key(Field.KIND, kinds.iterator().next());
      case QueryAst.Has(var features) when features.size() == 1 ->
          key(Field.HAS, features.iterator().next());
      case QueryAst.Count(var metric, var min, var max)
          when metric == Metric.LIKES && max == Long.MAX_VALUE ->
          Optional.of(new Shown(Field.LIKES, Long.toString(min)));
      case QueryAst.Count(var metric, var min, var max)
          when metric == Metric.RETWEETS && max == Long.MAX_VALUE ->
          Optional.of(new Shown(Field.RETWEETS, Long.toString(min)));
      case QueryAst.All _, QueryAst.And _, QueryAst.Metadata _ -> Optional.empty();
    };
  }

  private static Optional<Shown> shownNot(QueryAst child) {
    if (child instanceof QueryAst.Is(var kinds) && LEFT_OUT.containsAll(kinds)) {
      return leftOut(kinds);
    }
    return shownWords(
        Field.NONE, child instanceof QueryAst.Or(var children) ? children : List.of(child));
  }

  /// One kind that is left out; two of them have no field.
  private static Optional<Shown> leftOut(Set<Tweet.Kind> kinds) {
    return kinds.size() == 1
        ? key(Field.KIND, kinds.iterator().next())
            .map(kind -> new Shown(kind.field(), "-" + kind.value()))
        : Optional.empty();
  }

  private static Optional<Shown> key(Field field, Enum<?> value) {
    return Optional.of(new Shown(field, value.name().toLowerCase(Locale.ROOT)));
  }

  private static Optional<Shown> shownText(QueryAst.Text text) {
    if (text.field() == TextField.TWEET
        && text.pattern() instanceof TextPattern.Phrase(var slots)
        && slots.stream()
            .allMatch(slot -> slot instanceof Word(_, var p) && p == Precision.FOLDED)) {
      var words = slots.stream().map(slot -> ((Word) slot).text()).toList();
      return Optional.of(new Shown(Field.PHRASE, String.join(" ", words)));
    }
    return shownWords(Field.ALL, List.of(text));
  }

  /// Words as they are written in queries, where each of them is one without a space.
  private static Optional<Shown> shownWords(Field field, List<QueryAst> words) {
    var written = new ArrayList<String>();
    for (var word : words) {
      var one = QueryPrinter.print(word);
      if (!isWord(word) || !one.equals(word(one))) {
        return Optional.empty();
      }
      written.add(one);
    }
    return Optional.of(new Shown(field, String.join(" ", written)));
  }

  private static Optional<Shown> names(Field field, List<String> names) {
    var plain = names.stream().allMatch(name -> name.matches("[\\p{L}\\p{M}\\p{N}_*?+=-]+"));
    return plain ? Optional.of(new Shown(field, String.join(" ", names))) : Optional.empty();
  }

  /// Whole days only, as the form asks for dates; one end may be open.
  private static Optional<Shown> shownTime(
      Optional<Instant> since, Optional<Instant> until, ZoneId zone) {
    if (since.isPresent() == until.isPresent()) {
      return Optional.empty();
    }
    var time = since.or(() -> until).orElseThrow().atZone(zone);
    return time.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? Optional.of(
            new Shown(since.isPresent() ? Field.SINCE : Field.UNTIL, time.toLocalDate().toString()))
        : Optional.empty();
  }

  /// The query that asks for what stands in the fields.
  public String query() {
    return values.entrySet().stream()
        .map(entry -> clause(entry.getKey(), entry.getValue()))
        .filter(clause -> !clause.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String clause(Field field, String value) {
    return switch (field) {
      case ALL -> String.join(" ", words(value));
      case PHRASE -> '"' + value.replace("\"", " ").strip() + '"';
      case ANY -> {
        var words = words(value);
        yield words.size() == 1 ? words.getFirst() : "(" + String.join(" OR ", words) + ")";
      }
      case NONE -> words(value).stream().map(word -> "-" + word).collect(Collectors.joining(" "));
      case FROM -> list("from", value, "[@,;\\s]+");
      case TO -> list("to", value, "[@,;\\s]+");
      case MENTIONS -> list("mention", value, "[@,;\\s]+");
      case HASHTAGS -> list("hashtag", value, "[#,;\\s]+");
      case SIMILAR -> QueryPrinter.print(new QueryAst.SimilarText(List.of(value)));
      case LANGUAGES -> list("lang", value, "[,;\\s]+");
      case SINCE -> "since:" + value;
      case UNTIL -> "until:" + value;
      case KIND -> value.startsWith("-") ? "-is:" + value.substring(1) : "is:" + value;
      case HAS -> "has:" + value;
      case LIKES -> "likes:>=" + value;
      case RETWEETS -> "retweets:>=" + value;
      case REST ->
          QueryParser.parse(value).ast() instanceof QueryAst.Or ? "(" + value + ")" : value;
    };
  }

  private static String list(String operator, String value, String between) {
    var names =
        Stream.of(value.split(between))
            .filter(name -> !name.isEmpty())
            .map(name -> name.matches("[\\p{L}\\p{N}_*?]+") ? name : Card.quoted(name))
            .toList();
    return switch (names.size()) {
      case 0 -> "";
      case 1 -> operator + ":" + names.getFirst();
      default -> operator + ":(" + String.join(" OR ", names) + ")";
    };
  }

  private static List<String> words(String value) {
    return Arrays.stream(value.split("\\s+"))
        .filter(word -> !word.isEmpty())
        .map(AdvancedForm::word)
        .toList();
  }

  /// A word as a query wants it: what would be anything but a word there is quoted.
  private static String word(String typed) {
    var read = QueryParser.parse(typed);
    return read.problems().isEmpty()
            && !typed.matches("AND|OR|NOT|NEAR.*|\\W")
            && isWord(read.ast())
        ? typed
        : '"' + typed.replace("\"", "") + '"';
  }

  /// A word in any precision, a hashtag or a mention: what stands without a space.
  private static boolean isWord(QueryAst ast) {
    return switch (ast) {
      case QueryAst.Text(var field, var pattern) ->
          field == TextField.TWEET
              && (pattern instanceof Word
                  || pattern instanceof TextPattern.Wildcard
                  || pattern instanceof TextPattern.Fuzzy);
      case QueryAst.Hashtag(var tags) -> tags.size() == 1;
      case QueryAst.Mention(var names) -> names.size() == 1;
      case QueryAst.All _, QueryAst.And _, QueryAst.Or _, QueryAst.Not _, QueryAst.Metadata _ ->
          false;
    };
  }
}
