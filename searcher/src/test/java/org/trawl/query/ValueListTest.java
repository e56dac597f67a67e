package org.trawl.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trawl.query.ValueList.Kind;
import org.trawl.query.ValueList.Reason;
import org.trawl.query.ValueList.Role;
import org.trawl.query.ValueList.Value;
import org.trawl.query.ValueList.Words;

class ValueListTest {
  private static final String DIGEST = "Zq3k+Vb0nHh7pT1yXw5mLc9RsJ2dKfA8eGuOiQ4tBvM=";

  private static ValueList read(String text) {
    return ValueList.read(text, Words.ACCOUNTS);
  }

  private static String told(ValueList list) {
    return list.values().stream()
        .map(value -> value.kind() + " " + value.text())
        .collect(Collectors.joining(", "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          TEN_GOP                                          | ACCOUNT TEN_GOP
          @TEN_GOP                                         | ACCOUNT TEN_GOP
          ＠TEN_GOP                                        | ACCOUNT TEN_GOP
          @4224729994                                      | ACCOUNT 4224729994
          HAOIf6BsJMIBNgKCmL87jFe+bi0SW0uhlnM9mqa0mE=      | ACCOUNT HAOIf6BsJMIBNgKCmL87jFe+bi0SW0uhlnM9mqa0mE=
          @Zq3k+Vb0nHh7pT1y/w5mLc9RsJ2dKfA8eGuOiQ4tBvM=    | ACCOUNT Zq3k+Vb0nHh7pT1y/w5mLc9RsJ2dKfA8eGuOiQ4tBvM=
          #Brexit                                          | HASHTAG Brexit
          ＃выборы                                         | HASHTAG выборы
          #انتخابات_بندر                                   | HASHTAG انتخابات_بندر
          746272130992644096                               | ID 746272130992644096
          0007                                             | ID 7
          https://twitter.com/TEN_GOP                      | ACCOUNT TEN_GOP
          http://www.twitter.com/@TEN_GOP/                 | ACCOUNT TEN_GOP
          mobile.twitter.com/TEN_GOP/media?x=1             | ACCOUNT TEN_GOP
          https://x.com/TEN_GOP                            | ACCOUNT TEN_GOP
          https://x.com/TEN_GOP/status/746272130992644096  | ID 746272130992644096
          twitter.com/a/statuses/7?s=20                    | ID 7
          https://twitter.com/i/web/status/7/photo/1       | ID 7
          https://twitter.com/i/user/4224729994            | ACCOUNT 4224729994
          https://twitter.com/hashtag/Brexit?src=hash      | HASHTAG Brexit
          https://twitter.com/hashtag/%D0%B0               | HASHTAG а
          https://x.com                                    | SITE x.com
          example.com                                      | SITE example.com
          HTTPS://www.Example.com:8080/                    | SITE example.com
          пример.рф                                        | SITE пример.рф
          http://example.com/a,b;c?d=e                     | LINK example.com/a,b;c?d=e
          www.example.com/a                                | LINK example.com/a
          "http://example.com/a,"                          | LINK example.com/a
          https://nottwitter.com/TEN_GOP                   | LINK nottwitter.com/TEN_GOP
          """)
  void valueIsKnownByItsShape(String typed, String told) {
    assertEquals(told, told(read(typed)));
    assertEquals(List.of(), read(typed).unread());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          выборы                                | NO_HANDLE
          jane.doe!                             | NO_HANDLE
          @a*                                   | NO_HANDLE
          #                                     | NO_HASHTAG
          #a*                                   | NO_HASHTAG
          0                                     | NO_ID
          99999999999999999999                  | NO_ID
          7.46272E+17                           | ROUNDED_ID
          https://twitter.com/search?q=a        | NO_ADDRESS
          https://twitter.com/i/lists/1         | NO_ADDRESS
          http://                               | NO_ADDRESS
          http://localhost/a                    | NO_ADDRESS
          """)
  void whatStandsForNothingIsToldWithItsReason(String typed, Reason reason) {
    assertEquals(List.of(new ValueList.Unread(typed, reason)), read(typed).unread());
    assertEquals(List.of(), read(typed).values());
  }

  @Test
  void valuesStandApartByAnyOfTheUsualSigns() {
    var told = "ACCOUNT a, ACCOUNT b, HASHTAG c, ID 7, LINK e.com/f,g, SITE h.com";
    for (var list :
        List.of(
            "a b #c 7 http://e.com/f,g h.com",
            "a,b,#c,7,http://e.com/f,g\nh.com",
            "\"a\",\"b\"\r\n\"#c\",\"7\"\r\n\"http://e.com/f,g\"\r\n'h.com'\r\n",
            "\ufeffa;b;#c;7\t<http://e.com/f,g>,  [h.com]",
            "@a\u00a0@b\u2028#c\u200b|7،http://e.com/f,g “h.com”")) {
      assertEquals(told, told(read(list)), list);
    }
    assertEquals(
        "LINK a.com/b, LINK c.com/d, ACCOUNT e", told(read("http://a.com/b,http://c.com/d;@e")));
  }

  @Test
  void wordsAreWhatTheReaderSaysTheyAre() {
    assertEquals("HASHTAG a, HASHTAG выборы", told(ValueList.read("a выборы", Words.HASHTAGS)));
    assertEquals("ACCOUNT a, ID 7", told(ValueList.read("@a 7", Words.HASHTAGS)));
  }

  @Test
  void valueStandsOnceWhateverItsCase() {
    var list = read("Ann @ann ANN #Ann http://x.org/Ann x.org/ann 7 07");
    assertEquals("ACCOUNT Ann, HASHTAG Ann, LINK x.org/Ann, ID 7", told(list));
    assertEquals(4, list.repeated());
    var other = DIGEST.replace('Z', 'z');
    assertEquals(2, read(DIGEST + " " + other).values().size(), "digests differ by case");
  }

  @Test
  void headingOfATableIsNoValueUnlessItStandsAlone() {
    assertEquals("ACCOUNT ann", told(read("user_screen_name\nann")));
    assertEquals("ACCOUNT ann, ACCOUNT id", told(read("ann\nid")));
    assertEquals("ACCOUNT id", told(read("id")));
  }

  @Test
  void numberIsATweetOrAnAccountAndKindsAreAlternatives() {
    var ids = new QueryAst.Ids(List.of(7L));
    assertEquals(
        new QueryAst.Or(List.of(new QueryAst.From(List.of("7")), ids)), read("7").ast(Role.FROM));
    assertEquals(
        new QueryAst.Or(
            List.of(
                new QueryAst.Mention(List.of("ann", "7")),
                new QueryAst.Hashtag(List.of("b")),
                ids,
                new QueryAst.Url(List.of("c.org/d")),
                new QueryAst.Domain(List.of("e.org")))),
        read("#b ann 7 c.org/d e.org").ast(Role.MENTION));
    assertEquals(new QueryAst.To(List.of("ann")), read("ann").ast(Role.TO));
    assertEquals(4, ((QueryAst.Or) read("ann").ast(Role.ANY)).children().size());
    assertThrows(IllegalArgumentException.class, () -> read("").ast(Role.FROM));
  }

  @Test
  void writtenListIsReadAsTheSame() {
    long seed = Long.getLong("trawl.seed", 2018);
    var random = new Random(seed);
    var signs = "aB0_я#@.:/,;\"' \n%=+-()http://x.com/".codePoints().toArray();
    for (int i = 0; i < 3_000; i++) {
      var typed = new StringBuilder();
      for (int n = random.nextInt(40); n >= 0; n--) {
        typed.appendCodePoint(signs[random.nextInt(signs.length)]);
        typed.append(random.nextInt(20) == 0 ? "http://x.com/" : "");
        typed.append(random.nextInt(30) == 0 ? "https://twitter.com/" : "");
      }
      var list = read(typed.toString());
      var again = read(list.written());
      assertEquals(list.values(), again.values(), () -> typed + " -Dtrawl.seed=" + seed);
      assertEquals(List.of(), again.unread(), () -> typed + " -Dtrawl.seed=" + seed);
    }
  }

  @Test
  void orderOfTheListChangesNoValue() {
    var typed = new ArrayList<>(List.of("a", "#b", "7", "c.org", "d.org/e", DIGEST, "яя"));
    var kept = List.copyOf(read(String.join("\n", typed)).values());
    Collections.shuffle(typed, new Random(3));
    var values = new ArrayList<>(read(String.join("\n", typed)).values());
    values.sort(java.util.Comparator.comparingInt(kept::indexOf));
    assertEquals(kept, values);
  }

  @Test
  void tenThousandValuesAreReadAndNoMore() {
    var list =
        read(
            IntStream.range(0, 10_003).mapToObj(i -> "user_" + i).collect(Collectors.joining(",")));
    assertEquals(10_000, list.values().size());
    assertEquals(3, list.excess());
    assertEquals(new Value(Kind.ACCOUNT, "user_9999"), list.values().getLast());
  }

  @Test
  void noTextTakesLong() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          for (var unit :
              List.of("a", "a.", "(", "http://", "1", "#", "\"", "/", "a/status/", ",")) {
            var list = read(unit.repeat(200_000));
            assertEquals(true, list.values().size() + list.unread().size() <= 10_000);
          }
        });
  }
}
