package org.trawl.naive;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.trawl.detect.LanguageDetector;
import org.trawl.grammar.WordForms;
import org.trawl.language.Folding;
import org.trawl.language.Tokenizer;
import org.trawl.language.Tokens;
import org.trawl.language.Tokens.Kind;
import org.trawl.language.WordTerms;
import org.trawl.match.WrittenAlike;
import org.trawl.query.QueryAst;
import org.trawl.query.TextPattern;
import org.trawl.query.TextPattern.Precision;
import org.trawl.schema.HostName;
import org.trawl.schema.LinkAddress;
import org.trawl.tweet.Hashtag;
import org.trawl.tweet.Tweet;

/// Decides tweet by tweet what a query asks for, straight from the tweet: no index, no terms, no
/// automata, none of the searcher's classes. Slow, and plain enough to be believed.
public final class NaiveMatcher {
  private final WordForms forms;
  private final LanguageDetector detector;
  private final Tokenizer tokenizer = new Tokenizer();
  private final List<Tweet> archive;
  private final Map<Long, String> copyTexts = new ConcurrentHashMap<>();
  private final Map<Long, String> languages = new ConcurrentHashMap<>();

  public NaiveMatcher(List<Tweet> archive, WordForms forms, LanguageDetector detector) {
    this.archive = archive;
    this.forms = forms;
    this.detector = detector;
  }

  /// A word of a text and where it stands.
  record Occurrence(Kind kind, String folded, String written, int position, int start, int end) {}

  public boolean matches(QueryAst ast, Tweet tweet) {
    var content = tweet.content();
    return switch (ast) {
      case QueryAst.All _ -> true;
      case QueryAst.And(var children) -> children.stream().allMatch(c -> matches(c, tweet));
      case QueryAst.Or(var children) -> children.stream().anyMatch(c -> matches(c, tweet));
      case QueryAst.Not(var child) -> !matches(child, tweet);
      case QueryAst.Text(var field, var pattern) ->
          switch (field) {
            case TWEET -> !spans(pattern, content.text(), language(tweet)).isEmpty();
            case BIO -> inAccount(pattern, tweet.account().profile().bio());
            case LOCATION -> inAccount(pattern, tweet.account().profile().location());
            case NAME ->
                inAccount(pattern, tweet.account().displayName())
                    || inAccount(pattern, tweet.account().screenName())
                    || inAccount(pattern, tweet.account().screenName().replace('_', ' '));
          };
      case QueryAst.From(var names) ->
          any(names, List.of(tweet.account().id(), tweet.account().screenName()));
      case QueryAst.To(var names) ->
          any(
              names,
              List.of(tweet.references().inReplyToUser(), tweet.references().inReplyToHandle()));
      case QueryAst.Mention(var names) -> any(names, content.mentions());
      case QueryAst.RetweetsOf(var names) ->
          any(
              names,
              List.of(tweet.references().retweetedUser(), tweet.references().retweetedHandle()));
      case QueryAst.Hashtag(var tags) ->
          any(
              tags.stream().map(Hashtag::key).toList(),
              content.hashtags().stream().map(Hashtag::key).toList());
      case QueryAst.Language(var codes) -> codes.contains(content.language());
      case QueryAst.Detected(var codes) -> codes.contains(language(tweet));
      case QueryAst.AccountLanguage(var codes) ->
          any(codes, List.of(tweet.account().profile().language()));
      case QueryAst.Time(var since, var until) ->
          since.map(t -> !tweet.time().isBefore(t)).orElse(true)
              && until.map(t -> tweet.time().isBefore(t)).orElse(true);
      case QueryAst.Created(var since, var until) ->
          tweet
              .account()
              .profile()
              .created()
              .filter(day -> since.map(d -> !day.isBefore(d)).orElse(true))
              .filter(day -> until.map(day::isBefore).orElse(true))
              .isPresent();
      case QueryAst.Count(var metric, var min, var max) -> {
        long count = count(metric, tweet);
        yield count >= min && count <= max;
      }
      case QueryAst.InZone(QueryAst.Count(var metric, var min, var max), var zone) -> {
        var there = tweet.time().atZone(zone);
        int told =
            metric == QueryAst.Metric.HOUR ? there.getHour() : there.getDayOfWeek().getValue();
        yield told >= min && told <= max;
      }
      case QueryAst.Url(var texts) ->
          texts.stream()
              .anyMatch(text -> content.urls().stream().anyMatch(url -> holds(url, text)));
      case QueryAst.Domain(var hosts) ->
          content.urls().stream()
              .map(url -> new LinkAddress(url).host())
              .anyMatch(h ->
                  hosts.stream()
                      .map(HostName::readable)
                      .anyMatch(host -> h.equals(host) || h.endsWith("." + host)));
      case QueryAst.Client(var names) ->
          any(
              names.stream().map(name -> name.replace('_', ' ')).toList(),
              List.of(content.client().replace('_', ' ')));
      case QueryAst.Operation(var names) -> any(names, List.of(tweet.source().operation()));
      case QueryAst.Is(var kinds) -> kinds.contains(tweet.kind());
      case QueryAst.Has(var features) ->
          features.stream()
              .anyMatch(feature ->
                  switch (feature) {
                    case LINKS -> !content.urls().isEmpty();
                    case HASHTAGS -> !content.hashtags().isEmpty();
                    case MENTIONS -> !content.mentions().isEmpty();
                    case GEO -> !(content.location() instanceof Tweet.Location.None);
                    case POLL -> !content.poll().isEmpty();
                    case QUOTE -> tweet.references().quote();
                    case MEDIA, IMAGES ->
                        content.urls().stream().anyMatch(url -> url.contains("pic.twitter.com/"));
                    case VIDEOS, GIFS, EXIF -> false;
                  });
      case QueryAst.Ids(var ids) -> ids.contains(tweet.id().value());
      case QueryAst.IdRange(var min, var max) ->
          tweet.id().value() >= min && tweet.id().value() <= max;
      case QueryAst.LinkTo(var link, var ids) ->
          ids.stream()
              .anyMatch(id ->
                  switch (link) {
                    case RETWEET -> equal(tweet.references().retweetedTweet(), id);
                    case QUOTE -> equal(tweet.references().quotedTweet(), id);
                    case REPLY -> equal(tweet.references().inReplyToTweet(), id);
                  });
      case QueryAst.CopiesOf(var ids) -> ids.stream().anyMatch(id -> sameText(tweet, id));
      // Its tweets have no media files: each has its own pictures alone.
      case QueryAst.SamePicture(var ids) -> ids.contains(tweet.id().value());
      case QueryAst.SimilarTo(var ids) ->
          archive.stream()
              .filter(other -> ids.contains(other.id().value()))
              .anyMatch(other -> nearText(tweet, other));
      case QueryAst.SimilarText(var texts) ->
          texts.stream().anyMatch(text -> NaiveNearText.isNear(copyText(text), copyText(tweet)));
    };
  }

  boolean nearText(Tweet tweet, Tweet other) {
    return tweet.id().equals(other.id()) || NaiveNearText.isNear(copyText(tweet), copyText(other));
  }

  private boolean sameText(Tweet tweet, long id) {
    var own = copyText(tweet);
    return tweet.id().value() == id
        || (!own.isEmpty()
            && archive.stream()
                .anyMatch(other -> other.id().value() == id && copyText(other).equals(own)));
  }

  private static boolean equal(java.util.OptionalLong found, long id) {
    return found.isPresent() && found.getAsLong() == id;
  }

  String language(Tweet tweet) {
    return languages.computeIfAbsent(tweet.id().value(), _ -> detected(tweet));
  }

  private String detected(Tweet tweet) {
    return detector.detect(tweet.content().text(), tweet.content().language());
  }

  private boolean inAccount(TextPattern pattern, String text) {
    if (pattern instanceof TextPattern.Wildcard(var wildcard) && wildcard.equals("*")) {
      return !text.isBlank();
    }
    return !spans(pattern, text, detector.guess(text).language()).isEmpty();
  }

  private long count(QueryAst.Metric metric, Tweet tweet) {
    return switch (metric) {
      case LIKES -> tweet.counts().likes();
      case RETWEETS -> tweet.counts().retweets();
      case REPLIES -> tweet.counts().replies();
      case QUOTES -> tweet.counts().quotes();
      case FOLLOWERS -> tweet.account().profile().followers();
      case FOLLOWING -> tweet.account().profile().following();
      case HOUR -> tweet.time().atOffset(java.time.ZoneOffset.UTC).getHour();
      case WEEKDAY -> tweet.time().atOffset(java.time.ZoneOffset.UTC).getDayOfWeek().getValue();
      case SIMILAR -> archive.stream().filter(other -> nearText(tweet, other)).count();
      case COPIES -> {
        var own = copyText(tweet);
        yield own.isEmpty()
            ? 1
            : archive.stream().filter(other -> copyText(other).equals(own)).count();
      }
    };
  }

  String copyText(Tweet tweet) {
    return copyTexts.computeIfAbsent(tweet.id().value(), _ -> copyText(tweet.content().text()));
  }

  private String copyText(String text) {
    var words = new ArrayList<String>();
    var withoutTags = 0; // How many words there are up to the last one that is no hashtag.
    var occurrences = occurrences(text);
    for (int i = 0; i < occurrences.size(); i++) {
      var occurrence = occurrences.get(i);
      boolean mark =
          i == 0
              && occurrence.folded.equals("rt")
              && occurrences.size() > 1
              && occurrences.get(1).kind == Kind.MENTION;
      boolean beside =
          switch (occurrence.kind) {
            case MENTION, PAIR, LINK, SIGNED, JOINED -> true;
            default -> false;
          };
      if (!beside && !mark) {
        words.add(occurrence.folded);
        withoutTags = occurrence.kind == Kind.HASHTAG ? withoutTags : words.size();
      }
    }
    return String.join(" ", withoutTags < 4 ? words : words.subList(0, withoutTags));
  }

  private static boolean any(List<String> wanted, List<String> found) {
    return wanted.stream()
        .anyMatch(value ->
            found.stream()
                .filter(text -> !text.isEmpty())
                .anyMatch(
                    text -> glob(value.toLowerCase(Locale.ROOT), text.toLowerCase(Locale.ROOT))));
  }

  private static boolean glob(String pattern, String text) {
    var regex = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char sign = pattern.charAt(i);
      regex.append(sign == '*' ? ".*" : sign == '?' ? "." : Pattern.quote("" + sign));
    }
    return text.matches(regex.toString());
  }

  /// Whether the parts of a text follow each other among those of an address.
  private static boolean holds(String url, String text) {
    var parts = new LinkAddress(text).parts();
    return !parts.isEmpty()
        && java.util.Collections.indexOfSubList(new LinkAddress(url).parts(), parts) >= 0;
  }

  List<Occurrence> occurrences(String text) {
    var tokens = new Tokens();
    tokenizer.tokenize(text, tokens);
    var occurrences = new ArrayList<Occurrence>();
    for (int i = 0; i < tokens.size(); i++) {
      occurrences.add(
          new Occurrence(
              tokens.kind(i),
              tokens.folded(i),
              tokens.written(i),
              tokens.position(i),
              tokens.start(i),
              tokens.end(i)));
    }
    return occurrences;
  }

  /// Positions `start` to `end`, and those of them that are words of the pattern.
  public record Found(int start, int end, TreeSet<Integer> words) {}

  /// Everywhere that a pattern lies in a text.
  public List<Found> spans(TextPattern pattern, String text, String language) {
    return spans(pattern, occurrences(text), language);
  }

  /// The characters of a text that a pattern marks.
  public Set<Integer> marked(TextPattern pattern, String text, String language) {
    var occurrences = occurrences(text);
    var marked = new HashSet<Integer>();
    for (var found : spans(pattern, occurrences, language)) {
      for (int position : found.words) {
        for (var occurrence : occurrences) {
          boolean beside = occurrence.kind == Kind.SIGNED || occurrence.kind == Kind.JOINED;
          if (occurrence.position == position
              && occurrence.kind != Kind.PAIR
              && (!beside || isFoundBeside(pattern, occurrence, language))) {
            for (int at = occurrence.start; at < occurrence.end; at++) {
              marked.add(at);
            }
          }
        }
      }
    }
    return marked;
  }

  /// Whether one of a pattern's words is this one with its sign, or joined.
  private boolean isFoundBeside(TextPattern pattern, Occurrence occurrence, String language) {
    return switch (pattern) {
      case TextPattern.Word(var text, var precision) -> {
        var query = new Tokens();
        tokenizer.tokenizeQuery(text, query);
        boolean found = false;
        for (int i = 0; i < query.size(); i++) {
          found |=
              (query.kind(i) == Kind.SIGNED || occurrence.kind == Kind.JOINED)
                  && fits(query.folded(i), query.written(i), precision, occurrence, language);
        }
        yield found;
      }
      case TextPattern.Phrase(var slots) ->
          slots.stream().anyMatch(slot -> isFoundBeside(slot, occurrence, language));
      case TextPattern.Alternatives(var patterns) ->
          patterns.stream().anyMatch(each -> isFoundBeside(each, occurrence, language));
      case TextPattern.Near(var operands, _) ->
          operands.stream().anyMatch(operand -> isFoundBeside(operand, occurrence, language));
      case TextPattern.Wildcard _,
          TextPattern.Fuzzy _,
          TextPattern.Regex _,
          TextPattern.AnyWord _ ->
          occurrence.kind == Kind.SIGNED
              && !spans(pattern, List.of(occurrence), language).isEmpty();
    };
  }

  private List<Found> spans(TextPattern pattern, List<Occurrence> occurrences, String language) {
    return switch (pattern) {
      case TextPattern.Word(var text, var precision) -> {
        var query = new Tokens();
        tokenizer.tokenizeQuery(text, query);
        var all = new ArrayList<Found>();
        for (int start = 0; start < positions(occurrences) && query.size() > 0; start++) {
          all.addAll(wordAt(query, 0, start, precision, occurrences, language));
          if (precision == Precision.FORMS && query.size() > 1 && query.kind(0) == Kind.ELIDED) {
            all.addAll(wordAt(query, 1, start, precision, occurrences, language));
          }
          if (precision == Precision.FORMS) {
            all.addAll(joinedAt(query, start, occurrences, language));
          }
        }
        yield all;
      }
      case TextPattern.Wildcard(var wildcard) ->
          single(occurrences, folded -> glob(Folding.fold(wildcard), folded));
      case TextPattern.Fuzzy(var text, int edits) ->
          single(occurrences, folded -> distance(Folding.fold(text), folded) <= edits);
      case TextPattern.Regex(var regex) -> single(occurrences, folded -> folded.matches(regex));
      case TextPattern.AnyWord _ -> {
        var all = new ArrayList<Found>();
        for (int at = 0; at < positions(occurrences); at++) {
          all.add(new Found(at, at + 1, new TreeSet<>(Set.of(at))));
        }
        yield all;
      }
      case TextPattern.Phrase(var slots) -> {
        var chains = spans(slots.getFirst(), occurrences, language);
        for (var slot : slots.subList(1, slots.size())) {
          var longer = new ArrayList<Found>();
          for (var chain : chains) {
            for (var next : spans(slot, occurrences, language)) {
              if (next.start == chain.end) {
                longer.add(joined(List.of(chain, next)));
              }
            }
          }
          chains = longer;
        }
        yield chains.stream().map(NaiveMatcher::solid).toList();
      }
      case TextPattern.Alternatives(var patterns) ->
          patterns.stream().flatMap(each -> spans(each, occurrences, language).stream()).toList();
      case TextPattern.Near(var operands, int distance) -> {
        List<List<Found>> chosen = List.of(List.of());
        for (var operand : operands) {
          var longer = new ArrayList<List<Found>>();
          for (var before : chosen) {
            for (var next : spans(operand, occurrences, language)) {
              if (before.stream().noneMatch(b -> b.words.stream().anyMatch(next.words::contains))) {
                var together = new ArrayList<>(before);
                together.add(next);
                longer.add(together);
              }
            }
          }
          chosen = longer;
        }
        yield chosen.stream()
            .filter(together -> gaps(together) <= distance)
            .map(NaiveMatcher::joined)
            .toList();
      }
    };
  }

  private static int positions(List<Occurrence> occurrences) {
    return occurrences.stream().mapToInt(occurrence -> occurrence.position + 1).max().orElse(0);
  }

  private static Found joined(List<Found> parts) {
    var words = new TreeSet<Integer>();
    parts.forEach(part -> words.addAll(part.words));
    return new Found(
        parts.stream().mapToInt(Found::start).min().orElseThrow(),
        parts.stream().mapToInt(Found::end).max().orElseThrow(),
        words);
  }

  /// A phrase marks all from its first word to its last.
  private static Found solid(Found chain) {
    var words = new TreeSet<Integer>();
    for (int at = chain.start; at < chain.end; at++) {
      words.add(at);
    }
    return new Found(chain.start, chain.end, words);
  }

  private static int gaps(List<Found> parts) {
    var all = joined(parts);
    int gaps = 0;
    for (int at = all.start; at < all.end; at++) {
      int position = at;
      if (parts.stream().noneMatch(part -> part.start <= position && position < part.end)) {
        gaps++;
      }
    }
    return gaps;
  }

  private interface Test {
    boolean of(String folded);
  }

  private static List<Found> single(List<Occurrence> occurrences, Test test) {
    return occurrences.stream()
        .filter(occurrence -> !occurrence.folded.isEmpty() && test.of(occurrence.folded))
        .map(occurrence ->
            new Found(
                occurrence.position,
                occurrence.position + 1,
                new TreeSet<>(Set.of(occurrence.position))))
        .toList();
  }

  /// Where all of a query stands as one word.
  private List<Found> joinedAt(
      Tokens query, int start, List<Occurrence> occurrences, String language) {
    int last = query.size() - 1;
    for (int i = 0; i <= last; i++) {
      boolean whole =
          query.kind(i) == Kind.JOINED
              && query.start(i) == query.start(0)
              && query.end(i) == query.end(last);
      var folded = query.folded(i);
      var written = query.written(i);
      if (whole
          && occurrences.stream()
              .anyMatch(occurrence ->
                  occurrence.position == start
                      && fits(folded, written, Precision.FORMS, occurrence, language))) {
        return List.of(solid(new Found(start, start + 1, new TreeSet<>())));
      }
    }
    return List.of();
  }

  private List<Found> wordAt(
      Tokens query,
      int from,
      int start,
      Precision precision,
      List<Occurrence> occurrences,
      String language) {
    int end = start;
    for (int i = from; i < query.size(); i++) {
      if (query.kind(i) == Kind.JOINED) {
        continue;
      }
      boolean signed = query.kind(i) == Kind.SIGNED;
      int at = start + query.position(i) - query.position(from);
      var wanted = query.folded(i);
      var asWritten = query.written(i);
      boolean here =
          occurrences.stream()
              .filter(occurrence ->
                  occurrence.position == at
                      && (occurrence.kind == Kind.SIGNED || !signed)
                      && (occurrence.kind == Kind.PAIR) == (query.kind(from) == Kind.PAIR))
              .anyMatch(occurrence -> fits(wanted, asWritten, precision, occurrence, language));
      if (!here) {
        return List.of();
      }
      end = Math.max(end, at + (query.kind(i) == Kind.PAIR ? 2 : 1));
    }
    return List.of(solid(new Found(start, end, new TreeSet<>())));
  }

  private boolean fits(
      String folded, String written, Precision precision, Occurrence occurrence, String language) {
    if (occurrence.kind == Kind.JOINED) {
      return precision == Precision.FORMS
          && (folded.equals(occurrence.folded)
              || forms.languages().stream()
                  .anyMatch(l -> forms.lemmas(l, written).contains(occurrence.folded))
              || forms.lemmas(language, written).stream()
                  .anyMatch(forms.lemmas(language, occurrence.written)::contains));
    }
    return switch (precision) {
      case EXACT -> written.equals(occurrence.written);
      case FOLDED -> WrittenAlike.inThisForm(folded).contains(occurrence.folded);
      case FORMS ->
          WrittenAlike.inAnyForm(folded).contains(occurrence.folded)
              || WrittenAlike.inCapitals(folded)
                  .contains(WordTerms.written(occurrence.folded, occurrence.written))
              || ((occurrence.kind == Kind.WORD || occurrence.kind == Kind.HASHTAG)
                  && forms.lemmas(language, written).stream()
                      .anyMatch(forms.lemmas(language, occurrence.written)::contains));
    };
  }

  /// Letters changed, added, dropped or swapped with their neighbour.
  public static int distance(String a, String b) {
    var rows = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          rows[i][j] = i + j;
          continue;
        }
        rows[i][j] =
            Math.min(
                Math.min(rows[i - 1][j], rows[i][j - 1]) + 1,
                rows[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
        }
      }
    }
    return rows[a.length()][b.length()];
  }
}
