package org.trawl.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import org.trawl.query.QueryAst.Feature;
import org.trawl.query.QueryAst.Link;
import org.trawl.query.QueryAst.Metric;
import org.trawl.query.QueryAst.TextField;
import org.trawl.query.TextPattern.Precision;
import org.trawl.tweet.Tweet;

/// Makes random trees of every node and every sign that a query can hold.
public final class RandomTrees {
  private static final String[] WORDS = {
    "a",
    "b",
    "trump",
    "Brexit",
    "выборы",
    "Київ",
    "não",
    "北京",
    "صباح",
    "שלום",
    "😀",
    "👩‍👧",
    "1,000",
    "t.co",
    "a-b",
    "don't",
    "OR",
    "AND",
    "NOT",
    "or",
    "NEAR/5",
    "near/2",
    "-a",
    "!a",
    "+a",
    "=a",
    "#a",
    "@a",
    "a:b",
    "from:a",
    "(a)",
    "a\"b",
    "a\\",
    "\\a",
    "a|b",
    "*",
    "a*",
    "?",
    "a?",
    "~a",
    "a~",
    "a~2",
    "a^2",
    "/a/",
    "/a",
    "a/",
    ":)",
    "www.a",
    "http://a",
    "https://a.b/c?d=e",
    "a b",
    "$a",
    "&&",
    "a&&b",
    "&a",
    "a_",
    "_a",
    ".a",
    "a.",
    "…a",
    "a…",
    "(",
    ")a",
    "\"a",
    "`a",
    "a'",
    "¿a",
    "%a",
    "a%",
    "[a",
    "a]",
    "{a}",
    "<a",
    "a>"
  };
  private static final String[] NAMES = {
    "TEN_GOP",
    "a",
    "b",
    "ten_*",
    "?x",
    "4224729994",
    "abc+DEF1=",
    "x y",
    "OR",
    "not",
    "a\"b",
    "a\\b",
    "a-b",
    "-a",
    "a.b",
    "выборы",
    "a,b",
    "(a)",
    "a|b",
    "[a",
    ">1",
    "a:b",
    "http://a.b/c"
  };
  private static final String[] CODES = {"ru", "en", "und", "he", "zh-cn", "ckb", "qme"};
  private static final String[] HOSTS = {"rt.com", "bbc.co.uk", "a-b.c", "xn--p1ai"};
  private static final String[] REGEXES = {
    "colou?r", "(a|b)+", "[^a-z0-9]x{2,3}", "a\\/b", "\\d+\\.", ".*", "тр.мп"
  };

  private final Random random;

  public RandomTrees(Random random) {
    this.random = random;
  }

  /// A tree at most so many nodes deep.
  public QueryAst tree(int depth) {
    if (depth == 0) {
      return leaf();
    }
    return switch (random.nextInt(5)) {
      case 0 -> QueryAst.and(list(2, 4, () -> tree(depth - 1)));
      case 1 -> QueryAst.or(list(2, 4, () -> tree(depth - 1)));
      case 2 -> new QueryAst.Not(tree(depth - 1));
      default -> leaf();
    };
  }

  private QueryAst leaf() {
    return switch (random.nextInt(30)) {
      case 0 -> new QueryAst.All();
      case 1 -> names(QueryAst.From::new);
      case 2 -> names(QueryAst.To::new);
      case 3 -> names(QueryAst.Mention::new);
      case 4 -> names(QueryAst.Hashtag::new);
      case 5 -> names(QueryAst.RetweetsOf::new);
      case 6 -> names(QueryAst.Client::new);
      case 7 -> names(QueryAst.Operation::new);
      case 8 -> names(QueryAst.Url::new);
      case 9 -> new QueryAst.Domain(list(1, 3, () -> pick(HOSTS)));
      case 10 -> new QueryAst.Language(list(1, 3, () -> pick(CODES)));
      case 11 -> new QueryAst.Detected(list(1, 3, () -> pick(CODES)));
      case 12 -> new QueryAst.AccountLanguage(list(1, 3, () -> pick(CODES)));
      case 13 -> time();
      case 14 -> created();
      case 15 -> count();
      case 16 -> new QueryAst.Is(EnumSet.copyOf(list(1, 3, () -> pick(Tweet.Kind.values()))));
      case 17 -> new QueryAst.Has(EnumSet.copyOf(list(1, 3, () -> pick(Feature.values()))));
      case 18 -> new QueryAst.Ids(list(1, 3, this::id));
      case 19 -> new QueryAst.LinkTo(pick(Link.values()), list(1, 3, this::id));
      case 20 -> ids();
      case 21 -> new QueryAst.CopiesOf(list(1, 3, this::id));
      case 22 -> new QueryAst.SimilarTo(list(1, 3, this::id));
      case 23 -> names(QueryAst.SimilarText::new);
      case 24 -> new QueryAst.SamePicture(list(1, 3, this::id));
      case 25 -> new QueryAst.Text(TextField.BIO, new TextPattern.Wildcard("*"));
      default -> new QueryAst.Text(pick(TextField.values()), pattern());
    };
  }

  private QueryAst time() {
    var since = Instant.ofEpochSecond(random.nextInt());
    var until =
        since.plusSeconds(
            random.nextBoolean() ? 86_400 : 1 + random.nextInt(Integer.MAX_VALUE - 1));
    return switch (random.nextInt(3)) {
      case 0 -> new QueryAst.Time(Optional.of(since), Optional.empty());
      case 1 -> new QueryAst.Time(Optional.empty(), Optional.of(until));
      default -> new QueryAst.Time(Optional.of(since), Optional.of(until));
    };
  }

  private QueryAst created() {
    var since = LocalDate.ofEpochDay(random.nextInt(20_000));
    var until = since.plusDays(1 + random.nextInt(40));
    return switch (random.nextInt(3)) {
      case 0 -> new QueryAst.Created(Optional.of(since), Optional.empty());
      case 1 -> new QueryAst.Created(Optional.empty(), Optional.of(until));
      default -> new QueryAst.Created(Optional.of(since), Optional.of(until));
    };
  }

  private QueryAst count() {
    long min = random.nextInt(3);
    long max = random.nextBoolean() ? Long.MAX_VALUE : min + random.nextInt(3);
    return new QueryAst.Count(pick(Metric.values()), min, max);
  }

  private QueryAst ids() {
    long min = 1L + random.nextInt(3);
    return new QueryAst.IdRange(
        min, random.nextBoolean() ? Long.MAX_VALUE : min + random.nextInt(3));
  }

  private long id() {
    return 1 + (random.nextLong() >>> 1) / 2;
  }

  /// A pattern that can stand by itself.
  private TextPattern pattern() {
    return switch (random.nextInt(4)) {
      case 0 -> phrase(random.nextBoolean() ? Precision.FOLDED : Precision.EXACT);
      case 1 -> near(2);
      default -> single(pick(Precision.values()));
    };
  }

  private TextPattern single(Precision precision) {
    return switch (random.nextInt(8)) {
      case 0 ->
          new TextPattern.Wildcard(
              pick(
                  new String[] {
                    "elect*", "*gate", "a?b", "a?", "?a", "-a*", "a\\*b*", "(*a", "a *b"
                  }));
      case 1 -> new TextPattern.Fuzzy(word(), 1 + random.nextInt(2));
      case 2 -> new TextPattern.Regex(pick(REGEXES));
      default -> new TextPattern.Word(word(), precision);
    };
  }

  private String word() {
    var word = pick(WORDS);
    return QueryChars.isSearchable(word) ? word : word + "x";
  }

  private TextPattern phrase(Precision precision) {
    var slots = new ArrayList<TextPattern>();
    slots.add(slot(precision));
    while (slots.size() < 2 || random.nextInt(3) > 0) {
      if (random.nextInt(6) == 0) {
        slots.add(new TextPattern.AnyWord());
      }
      slots.add(slot(precision));
    }
    return new TextPattern.Phrase(slots);
  }

  private TextPattern slot(Precision precision) {
    if (random.nextInt(4) > 0) {
      return single(precision);
    }
    return new TextPattern.Alternatives(
        list(2, 3, () -> random.nextInt(4) == 0 ? phraseOfSingles(precision) : single(precision)));
  }

  private TextPattern phraseOfSingles(Precision precision) {
    return new TextPattern.Phrase(list(2, 3, () -> single(precision)));
  }

  private TextPattern near(int depth) {
    return new TextPattern.Near(list(2, 3, () -> operand(depth)), random.nextInt(10));
  }

  private TextPattern operand(int depth) {
    return switch (random.nextInt(6)) {
      case 0 -> phrase(random.nextBoolean() ? Precision.FOLDED : Precision.EXACT);
      case 1 -> depth > 0 ? near(depth - 1) : single(Precision.FORMS);
      case 2 -> new TextPattern.Alternatives(list(2, 3, () -> single(pick(Precision.values()))));
      default -> single(pick(Precision.values()));
    };
  }

  private QueryAst names(Function<List<String>, QueryAst> node) {
    return node.apply(list(1, 3, () -> pick(NAMES)));
  }

  private <T> T pick(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private <T> List<T> list(int least, int most, Supplier<T> element) {
    var list = new ArrayList<T>();
    int size = least + random.nextInt(most - least + 1);
    for (int i = 0; i < size; i++) {
      list.add(element.get());
    }
    return list;
  }
}
