package org.trawl.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class QueryParserTest {
  /// What means something in a query, and what people type besides.
  private static final String[] PIECES = {
    "a",
    "b",
    "trump",
    "выборы",
    "北京",
    " ",
    " ",
    " ",
    "\n",
    "\"",
    "“",
    "”",
    "«",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "|",
    "||",
    "&&",
    "&",
    "-",
    "–",
    "!",
    "+",
    "=",
    "*",
    "?",
    "~",
    "~1",
    "~9",
    "/",
    "\\",
    ":",
    ";",
    ",",
    ".",
    "'",
    "''",
    "^2",
    "#",
    "@",
    "$",
    "<",
    ">",
    ">=",
    "..",
    " AND ",
    " OR ",
    " NOT ",
    " NEAR/5 ",
    "NEAR/",
    " TO ",
    "from:",
    "form:",
    "likes:",
    "since:",
    "2016-01-01",
    "time:[",
    "id:",
    "lang:",
    "is:",
    "retweet",
    "filter:",
    "url:",
    "http://",
    "www.",
    "bio:",
    "bio:(",
    "1",
    "99999999999999999999",
    "\u200f",
    "\u200b",
    "\u200c",
    "\u0301",
    "\ud800",
    "\udc00",
    "😀",
    "\u0000",
    "：",
    "（",
    "）",
    "＂",
    "؟",
    "صباح",
    "צה\"ל",
    "conversation_id:",
    "*:*"
  };

  @Test
  void printedTreesAreReadAsTheSameTrees() {
    long seed = Long.getLong("trawl.seed", 2018);
    var random = new Random(seed);
    var trees = new RandomTrees(random);
    for (int i = 0; i < 10_000; i++) {
      var tree = trees.tree(random.nextInt(4));
      var printed = QueryPrinter.print(tree);
      var parsed = QueryParser.parse(printed);
      assertEquals(tree, parsed.ast(), () -> "-Dtrawl.seed=" + seed + " " + printed);
      assertEquals(List.of(), parsed.problems(), () -> "-Dtrawl.seed=" + seed + " " + printed);
    }
  }

  @Test
  void everyTextIsReadWithoutAnException() {
    long seed = Long.getLong("trawl.seed", 2018);
    var random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      var text = randomText(random);
      checkReading(text, "-Dtrawl.seed=" + seed);
    }
  }

  /// Values are tidied as they are read (`www.`, `@`, `#`, a scheme); what is left must not be
  /// tidied again, nor ends at blanks that stood between what was taken off and the rest.
  @Test
  void tidiedValuesArePrintedAsTheSameValues() {
    long seed = Long.getLong("trawl.seed", 2018);
    var random = new Random(seed);
    var pieces = List.of(" ", ".", "*", "www.", "*.", "@", "#", "://", ":80", "/", "_", "x", "en");
    for (var operator : Operator.values()) {
      for (int i = 0; i < 500; i++) {
        var value =
            random
                .ints(random.nextInt(1, 7), 0, pieces.size())
                .mapToObj(pieces::get)
                .collect(Collectors.joining());
        checkReading(operator.key() + ":\"" + value + "\"", "-Dtrawl.seed=" + seed);
        checkReading(operator.key() + ":(en \"" + value + "\")", "-Dtrawl.seed=" + seed);
      }
    }
  }

  /// What holds for any text at all.
  static void checkReading(String text, String context) {
    var parsed = QueryParser.parse(text);
    for (var problem : parsed.problems()) {
      assertTrue(problem.span().end() <= text.length(), () -> context + ": " + text);
      problem.mend().ifPresent(mend -> mend.apply(text));
    }
    for (var hint : parsed.hints()) {
      assertTrue(hint.span().end() <= text.length(), () -> context + ": " + text);
    }
    var printed = QueryPrinter.print(parsed.ast());
    var again = QueryParser.parse(printed);
    assertEquals(parsed.ast(), again.ast(), () -> context + ": " + text + " printed " + printed);
    assertEquals(List.of(), again.problems(), () -> context + ": " + text + " printed " + printed);
  }

  private static String randomText(Random random) {
    int length = random.nextInt(30);
    if (random.nextInt(10) == 0) {
      return random
          .ints(length, 0, Character.MAX_VALUE + 1)
          .mapToObj(sign -> Character.toString((char) sign))
          .collect(Collectors.joining());
    }
    return IntStream.range(0, length)
        .mapToObj(_ -> PIECES[random.nextInt(PIECES.length)])
        .collect(Collectors.joining());
  }

  @Test
  void deepBracketsAreAProblemAndNoOverflow() {
    for (var piece :
        List.of("(", "-(", "NOT ", "(a ", "a OR (b ", "\"((", "bio:(", "from:(", "((\"")) {
      var text = piece.repeat(QueryLimits.MAX_LENGTH / piece.length());
      checkReading(text, "deep");
    }
    var deep = "(a OR b ".repeat(QueryLimits.MAX_DEPTH + 1) + ")".repeat(QueryLimits.MAX_DEPTH + 1);
    assertInstanceOf(QueryProblem.TooDeep.class, QueryParser.parse(deep).problems().getFirst());
    var notes =
        "(a OR (b ".repeat(QueryLimits.MAX_DEPTH / 2) + "))".repeat(QueryLimits.MAX_DEPTH / 2);
    assertEquals(List.of(), QueryParser.parse(notes).problems());
  }

  @Test
  void fourThousandTermsAreReadAndOneMoreIsRefused() {
    var words = IntStream.range(0, QueryLimits.MAX_TERMS).mapToObj(i -> "w" + i).toList();
    var most = QueryParser.parse(String.join(" OR ", words));
    assertEquals(List.of(), most.problems());
    assertEquals(QueryLimits.MAX_TERMS, ((QueryAst.Or) most.ast()).children().size());
    var more = String.join(" OR ", words) + " OR last";
    var problem = QueryParser.parse(more).problems().getFirst();
    assertInstanceOf(QueryProblem.TooManyTerms.class, problem);
    assertEquals("last", problem.span().of(more));
    assertInstanceOf(
        QueryProblem.TooManyTerms.class,
        QueryParser.parse("\"" + String.join(" ", words) + " last\"").problems().getFirst());
  }

  @Test
  void textsUpTo64KiAreReadAndLongerOnesRefused() {
    var longest = "a".repeat(QueryLimits.MAX_LENGTH);
    assertEquals(List.of(), QueryParser.parse(longest).problems());
    assertInstanceOf(
        QueryProblem.TooLong.class, QueryParser.parse(longest + "a").problems().getFirst());
    assertInstanceOf(
        QueryProblem.TooLong.class,
        QueryParser.parse("a".repeat(QueryLimits.MAX_TYPED + 1)).problems().getFirst());
  }

  @Test
  void tenThousandValuesAreOneNodeAndDoNotCountAsLength() {
    var handles =
        IntStream.range(0, QueryLimits.MAX_VALUES).mapToObj(i -> "account_number_" + i).toList();
    var most = QueryParser.parse("from:(" + String.join("\n", handles) + ") brexit");
    assertEquals(List.of(), most.problems());
    assertEquals(handles, ((QueryAst.From) most.clauses().getFirst()).names());
    var more = QueryParser.parse("from:(" + String.join(", ", handles) + ", last)");
    assertInstanceOf(QueryProblem.TooManyValues.class, more.problems().getFirst());
  }

  /// Texts on which careless readers take the square of their length. Time is measured as a ratio
  /// of one length to another eight times as long, so that a slow machine does no harm: linear
  /// would be 8, square 64.
  @Test
  void timeGrowsNoFasterThanTheText() {
    var pieces =
        List.of(
            "\"",
            "(",
            ")",
            "/",
            "/a",
            "-",
            "a:",
            "from:",
            "from:(",
            "likes:[",
            "~",
            "\\",
            "''",
            "((|",
            "\"(|",
            "( \"",
            "http://(",
            "a NEAR/5 ",
            "id:[1 ",
            "é\u0301\u0316",
            "|",
            "@",
            "#a",
            "*?",
            "a,",
            "from:a,",
            "form:( ",
            "OR ",
            "AND ",
            "NOT ",
            "=\"(",
            "/[",
            "x^2",
            "\u200b",
            "time:{a TO ",
            "&&");
    for (var piece : pieces) {
      double ratio = Double.MAX_VALUE;
      for (int attempt = 0; attempt < 8 && ratio > 32; attempt++) {
        ratio = Math.min(ratio, nanos(piece, 64_000) / (double) nanos(piece, 8_000));
      }
      assertTrue(ratio <= 32, "eight times the length took " + ratio + " times as long: " + piece);
    }
  }

  /// Processor time of this thread: what others do on the machine, the JVM's compiler among them,
  /// must not decide.
  private static long nanos(String piece, int length) {
    var text = piece.repeat(length / piece.length());
    var threads = ManagementFactory.getThreadMXBean();
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      long start = threads.getCurrentThreadCpuTime();
      assertFalse(QueryParser.parse(text).text().isEmpty());
      best = Math.min(best, threads.getCurrentThreadCpuTime() - start);
    }
    return Math.max(1, best);
  }

  @Test
  void placesTellTwoEqualWordsApart() {
    var parsed = QueryParser.parse("trump OR (russia trump)");
    var words = (QueryAst.Or) parsed.ast();
    var group = (QueryAst.And) words.children().get(1);
    assertEquals(new TextSpan(0, 5), parsed.spans().of(words.children().getFirst()).orElseThrow());
    assertEquals(new TextSpan(9, 14), parsed.spans().of(group).orElseThrow());
    assertEquals(new TextSpan(17, 5), parsed.spans().of(group.children().get(1)).orElseThrow());
  }

  @Test
  void placesCountTheCharactersThatWereTyped() {
    var text = "\u200f«black lives» ’’rall*’’ ＃maga";
    var parsed = QueryParser.parse(text);
    assertEquals(
        List.of("«black lives»", "’’rall*’’", "＃maga"),
        parsed.clauses().stream()
            .map(clause -> parsed.spans().of(clause).orElseThrow().of(text))
            .toList());
  }

  @Test
  void everyOperatorAndAliasIsKnown() {
    for (var operator : Operator.values()) {
      for (var name :
          IntStream.range(-1, operator.aliases().size())
              .mapToObj(i -> i < 0 ? operator.key() : operator.aliases().get(i))
              .toList()) {
        var problems = QueryParser.parse(name + ":zz").problems();
        assertTrue(
            problems.stream().noneMatch(QueryProblem.UnknownOperator.class::isInstance), name);
      }
    }
  }
}
