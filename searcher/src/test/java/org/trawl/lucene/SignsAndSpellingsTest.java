package org.trawl.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.trawl.lucene.TestArchive.row;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trawl.query.QueryParser;
import org.trawl.search.SearchRequest;
import org.trawl.search.SearchRequest.Counting;
import org.trawl.search.SearchRequest.Page;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchRequest.Sort;
import org.trawl.search.SearchResult;

/// Issue 15, 11 to 18: abbreviations, numbers, signs, hyphens, apostrophes, look-alikes, Chinese. A
/// query finds a text and marks of it what stands in angle quotes; of a text with none of them it
/// finds nothing.
class SignsAndSpellingsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        // 11: abbreviations
        "U.S.A. | made in the ‹U.S.A.› today",
        "U.S.A. | made in ‹USA› today",
        "USA | made in the ‹U.S.A.› today",
        "U.S.A. | he was in the U.S. a veteran",
        "U.S. | troops of the ‹U.S.› left",
        "U.S. | troops of the ‹US› left",
        "U.S. | they told us so",
        "US | troops of the ‹U.S.› left",
        "=U.S. | troops of the ‹U.S.› left",
        "=U.S. | troops of the US left",
        "НАТО | страны ‹Н.А.Т.О.› против",
        "~\"u.s. army\"~ | the ‹U.S. Army› left",
        "J.K. | books of ‹J. K.› Rowling",
        "rowling | books of J.K.‹Rowling›",
        "AT&T | bill of ‹AT&T› again",
        "AT&T | we met at t time",
        "R&B | some ‹r&b› music",
        "R&B | plan r and b",
        "rock | ‹rock›&roll",
        // 11: numbers
        "1,5 | rose by ‹1.5› points",
        "1,5 | 15 people",
        "15 | rose by 1,5 points",
        "1000000 | paid ‹1,000,000› to",
        "1000000 | paid ‹1.000.000› to",
        "1000000 | заплатили ‹1 000 000› рублей",
        "1 000 000 | paid ‹1,000,000› to",
        "1,000,000 | заплатили ‹1 000 000› рублей",
        "1.000.000 | paid ‹1'000'000› to",
        "1000 | sie zahlten ‹1.000› Euro",
        "~\"1 000 000 people\"~ | ‹1,000,000 people› came",
        "1000000 | call 8 800 555 35 35",
        "35 | call 8 800 555 ‹35› ‹35›",
        // 11: signs
        "50% | off by ‹50%› now",
        "50% | off by ‹50 %› now",
        "50% | off by 50 now",
        "50 | off by ‹50›% now",
        "$5m | paid ‹$5m› for it",
        "$5m | runs 5m a day",
        "€5 | only ‹5 €› each",
        "№5 | школа ‹№ 5› города",
        "№5 | школа 5 города",
        "C++ | learn ‹C++› now",
        "C++ | learn c now",
        "C# | learn ‹C#› now",
        "C# | learn C++ now",
        "18+ | only ‹18+› here",
        "$AAPL | sell ‹$AAPL› now",
        "$AAPL | sell AAPL now",
        "AAPL | sell ‹$AAPL› now",
        "=$AAPL | sell ‹$AAPL› now",
        "=$AAPL | sell $aapl now",
        "9/11 | on ‹9/11› they",
        "9/11 | on 9-11 they",
        "24/7 | open ‹24/7› here",
        "~\"9/11 attacks\"~ | the ‹9/11 attacks› were",
        // 12
        "=(Trump OR Clinton) | vote ‹Trump› now",
        "=(Trump OR Clinton) | vote trump now",
        // 14
        "dsouza | by Dinesh ‹D'Souza› today",
        "dsouza | by Dinesh ‹D’Souza's› film",
        "D'Souza | by Dinesh ‹Dsouza› today",
        "loreal | chez ‹L’Oréal› Paris",
        "oreilly | Bill ‹OʼReilly› said",
        "baath | the ‹Baʿath› party",
        "~\"souza\"~ | by Dinesh D'‹Souza› today",
        // 17
        "email | an ‹e-mail› for",
        "email | an ‹e‑mail› for",
        "emails | many ‹e-mails› for",
        "e-mail | an ‹email› for",
        "mail | an e-‹mail› for",
        "~\"email\"~ | an e-mail for",
        "MH17 | flight ‹MH-17› fell",
        "MH17 | рейс ‹МН17› упал",
        "MH-17 | рейс ‹МН17› упал",
        "МН-17 | flight ‹MH17› fell",
        "Россия | вся ‹Pоссия› сегодня",
        "Обама | это ‹Обaмa› сказал",
        "covid19 | about ‹COVID-19› now",
        // 18
        "美國總統 | ‹美国总统›在香港",
        "美国总统 | ‹美國總統›在香港",
        "台湾选举 | ‹臺灣選舉›昨天结束",
        "~=美國~ | 美国总统在香港",
      })
  void findsAndMarks(String query, String marked) throws Exception {
    var text = marked.replaceAll("[‹›]", "");
    var parsed = QueryParser.parse(query);
    assertEquals(java.util.List.of(), parsed.problems());
    try (var searcher = new TestArchive().add(row(1, text)).open(1)) {
      var found = searcher.search(request(parsed.ast())).hits();
      assertEquals(marked.contains("‹") ? 1 : 0, found.size(), query + " in " + text);
      if (!found.isEmpty()) {
        assertEquals(marked, marked(found.getFirst()), query);
      }
    }
  }

  private static SearchRequest request(org.trawl.query.QueryAst ast) {
    return new SearchRequest(
        ast,
        Selection.NONE,
        new Page(Sort.NEWEST, 2, Optional.empty(), false),
        new Counting(Set.of(), 1, Optional.empty(), Duration.ofDays(1)));
  }

  private static String marked(SearchResult.Hit hit) {
    var text = new StringBuilder(hit.tweet().content().text());
    for (var mark : hit.marks().reversed()) {
      text.insert(mark.end(), '›').insert(mark.start(), '‹');
    }
    return text.toString();
  }
}
