package org.trawl.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.trawl.lucene.TestArchive.row;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trawl.query.QueryAst;
import org.trawl.query.QueryParser;
import org.trawl.query.QueryPrinter;
import org.trawl.search.Facet;
import org.trawl.search.SearchRequest;
import org.trawl.search.SearchRequest.Counting;
import org.trawl.search.SearchRequest.Page;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchRequest.Sort;
import org.trawl.search.SearchResult;
import org.trawl.search.ValueText;
import org.trawl.tweet.Hashtag;

/// Issue 15, 13: facet, reading, search and marks agree on what a hashtag is, in every script.
class HashtagAgreementTest {
  /// Letters, digits, marks and signs of many scripts, and what ends a hashtag.
  private static final String[] SIGNS = {
    "a", "B", "é", "e\u0301", "ß", "1", "٣", "_", "I", "İ", "ı", "ς", "Σ", "Я", "й", "ド", "ﾄﾞ", "・",
    "政", "治", "～", "ก", "เ", "ั", "ט", "״", "ל", "־", "ס", "·", "l", "ی", "\u200c", "م", "ُ", "मो",
    "द", "ी", "\u200d", "대", "통", "ქ", "Հ", "ਅ", "ஸ்", "ශ්", "Ａ", "ｚ", "\u00ad", "𐐀", "ཀ", "་",
        "ʼn"
  };

  @ParameterizedTest
  @CsvSource({
    "istanbul, İSTANBUL",
    "ISTANBUL, istanbul",
    "İstanbul, ISTANBUL",
    "ışık, IŞIK",
    "maga, ＭＡＧＡ",
    "ΕΛΛΑΔΑΣ, ελλαδας",
    "بیت_المقدس, بیت_المقدس",
    "צה״ל, צה״ל",
    "בית־ספר, בית־ספר",
    "ドナルド・トランプ, ドナルド・トランプ",
    "il·legal, IL·LEGAL",
    "เลือกตั้ง62, เลือกตั้ง62",
    "대통령, 대통령",
    "1, 1",
  })
  void typedTagFindsAndMarks(String typed, String written) throws Exception {
    check("#" + typed, "so #" + written + " it is", written);
  }

  @Test
  void whatFacetsShowFindsAndMarks() throws Exception {
    var seed = Long.getLong("trawl.seed", 2018);
    var random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      var tag = new StringBuilder();
      for (int i = random.nextInt(7); i >= 0; i--) {
        tag.append(SIGNS[random.nextInt(SIGNS.length)]);
      }
      var end = Hashtag.end(tag, 0);
      if (end > 0) {
        var whole = tag.substring(0, end);
        assertEquals(Hashtag.key(whole), Hashtag.key(Hashtag.key(whole)), "-Dtrawl.seed=" + seed);
        var shown = check("#" + Hashtag.key(whole), "so #" + whole + " it is", whole);
        assertEquals(Hashtag.key(whole), shown, "-Dtrawl.seed=" + seed);
      }
    }
  }

  /// @return the hashtag as the facet shows it
  private static String check(String query, String text, String tag) throws Exception {
    var parsed = QueryParser.parse(query);
    assertEquals(List.of(), parsed.problems(), query);
    var again = QueryParser.parse(QueryPrinter.print(parsed.ast()));
    assertEquals(parsed.ast(), again.ast(), query);
    var archive = new TestArchive().add(row(1, text).cell("hashtags", "['" + tag + "']"));
    try (var searcher = archive.open(1)) {
      var result =
          searcher.search(
              new SearchRequest(
                  parsed.ast(),
                  Selection.NONE,
                  new Page(Sort.NEWEST, 2, Optional.empty(), false),
                  new Counting(
                      EnumSet.of(Facet.HASHTAG), 5, Optional.empty(), Duration.ofDays(1))));
      assertEquals(1, result.hits().size(), query + " in " + text);
      var marks = result.hits().getFirst().marks();
      var at = text.indexOf('#');
      assertEquals(List.of(new SearchResult.Span(at, at + 1 + tag.length())), marks, query);
      return searcher
          .facetValues(
              new QueryAst.All(),
              Selection.NONE,
              Facet.HASHTAG,
              ValueText.beginning(""),
              5,
              Duration.ofDays(1))
          .counts()
          .values()
          .getFirst()
          .value();
    }
  }
}
