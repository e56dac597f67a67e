package org.trawl.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trawl.language.Tokens.Kind;

class TokenizerTest {
  private final Tokenizer tokenizer = new Tokenizer();
  private final Tokens tokens = new Tokens();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "Hello, World! | hello world",
        "end.Start of v3.5 at 10:30, 1,000 people | end start of v3.5 at SIGNED:10:30 10 30"
            + " 1000 people",
        "don't don’t donʼt DON`T | dont dont dont dont",
        "Trump's 'quoted' friends' | trump quoted friends",
        "covid-19 e-mail | covid JOINED:covid19 19 e JOINED:email mail",
        "l'homme L’Italia dell'Europa aujourd'hui | ELIDED:l JOINED:lhomme homme ELIDED:l"
            + " JOINED:litalia italia ELIDED:dell JOINED:delleuropa europa aujourdhui",
        "д'Артаньян п'ять м’яч | дартаньян пять мяч",
        "col·lecció | colleccio",
        "#Brexit #Make_America_Great #выборы2016 ＃Tag | HASHTAG:brexit"
            + " HASHTAG:make_america_great HASHTAG:выборы2016 HASHTAG:tag",
        "#1 we're C# | SIGNED:#1 1 were SIGNED:c# c",
        "#انتخابات_ریاست | HASHTAG:انتخابات_رياست",
        "@TEN_GOP: hi me@example.com | MENTION:ten_gop hi me example com",
        "RT @lBB3gkA9EmH7fWI8N9k3nMO3b4yZ7GpuiOMfC+Pv4Y0=: so | rt"
            + " MENTION:lbb3gka9emh7fwi8n9k3nmo3b4yz7gpuiomfc+pv4y0= so",
        "$AAPL $100 US$ | CASHTAG:aapl SIGNED:$aapl SIGNED:$100 100 us",
        // Abbreviations: letters with dots are one word, whatever stands between them.
        "U.S.A. U.S.A the U.S. a | u.s.a u.s.a the u.s a",
        "J.K. Rowling J. K. Rowling В.В.Путин и т. д. D.Trump | j.k rowling j.k rowling в.в путин и"
            + " т.д d trump",
        "plan B. U.S. troops e.g.this | plan b u.s troops e.g this",
        "AT&T R&B’s M&Ms rock&roll you & me | at&t r&b m&ms rock roll you me",
        // Numbers: what parts thousands is no part of them, a comma else is a point.
        "1,5; 1.5; 15; 0,500; 3,14159 | 1.5 1.5 15 0.500 3.14159",
        "1,000; 1,000,000; 1.000.000; 1'000'000; 10,00,000 | 1000 1000000 1000000 1000000 1000000",
        "1 000 000, 1\u00A0000\u202F000; 10 000 | 1000000 1000000 10000",
        "1.000,50; 1,000.50; 1 000,50 | 1000.50 1000.50 1000.50",
        "1.618; 24.06.2016; 192.168.1.1 | 1.618 24.06.2016 192.168.1.1",
        "1,2,3; 2016,2017; 8 800 555 35 35 | 1 2 3 2016 2017 8 800 555 35 35",
        "٣٫٥ ١٬٠٠٠ | 3.5 1000",
        // Signs: with the word, and the word without.
        "50% or 50 % or $5m or €5 or 5 € or №5 or № 5 or §7 or 5° | SIGNED:50% 50 or"
            + " SIGNED:50% 50 or SIGNED:$5m 5m or SIGNED:€5 5 or SIGNED:€5 5 or SIGNED:№5 5 or"
            + " SIGNED:№5 5 or SIGNED:§7 7 or SIGNED:5° 5",
        "C++ Google+ 18+ a+b | SIGNED:c++ c SIGNED:google+ google SIGNED:18+ 18 a b",
        "9/11 24/7 1/2/2016 and/or | SIGNED:9/11 9 11 SIGNED:24/7 24 7 SIGNED:1/2/2016 1 2 2016 and"
            + " or",
        "MH-17 МН17 MH17 2016-06-24 anti-t-cell | mh JOINED:mh17 17 mh17 mh17 2016 06 24 anti"
            + " JOINED:antitcell t cell",
        "D'Souza L’Oréal O`Reilly Baʿath | ELIDED:d JOINED:dsouza souza ELIDED:l JOINED:loreal"
            + " oreal oreilly baath",
        "#צה״ל #בית־ספר #il·legal | HASHTAG:צהל HASHTAG:ביתספר HASHTAG:illegal",
        "see https://t.co/abc123, then www.x.com/a?b=c. t.co/xyz pic.twitter.com/Q | see LINK:"
            + " then LINK: LINK: LINK:",
        "so https://… http… httpd | so LINK: LINK: httpd",
        "👍🏽 👍 👨‍👩‍👧 🇩🇪🇫🇷 1️⃣ ❤️ | EMOJI:👍 EMOJI:👍"
            + " EMOJI:👨‍👩‍👧 EMOJI:🇩🇪 EMOJI:🇫🇷 EMOJI:1⃣"
            + " EMOJI:❤",
        "😂😂ok | EMOJI:😂 EMOJI:😂 ok",
        "вы\u200Bбо\u00ADры \u200Ftest\u200E | выборы test",
        "می\u200Cروم میروم | ميروم ميروم",
        "ＦＵＬＬ ｗｉｄｔｈ 𝐁𝐨𝐥𝐝 | full width bold",
        "צה\"ל שָׁלוֹם | צהל שלום",
        "हिन्दी में बाढ़ | हिन्दी में बाढ",
        "snake_case __init__ | snake_case init",
        "東 x | CHARACTER:东 x",
        "東京都 | CHARACTER:东 PAIR:东京 CHARACTER:京 PAIR:京都 CHARACTER:都",
        "#東京Tokyo | CHARACTER:东 PAIR:东京 CHARACTER:京 tokyo",
        "ﾃﾞﾓ | CHARACTER:デ PAIR:デモ CHARACTER:モ",
        "เลือกตั้ง | CHARACTER:เลื PAIR:เลือ CHARACTER:อ PAIR:อก CHARACTER:ก PAIR:กตั้"
            + " CHARACTER:ตั้ PAIR:ตั้ง CHARACTER:ง",
        "~~ | ~~",
      })
  void cuts(String text, String expected) {
    tokenizer.tokenize(text, tokens);
    assertEquals(expected.replace("~~", ""), printed(tokens));
  }

  @ParameterizedTest
  @CsvSource({"東, CHARACTER:东", "東京, PAIR:东京", "東京都, PAIR:东京 PAIR:京都", "NHK東京, nhk PAIR:东京"})
  void queriesHavePairsAlone(String query, String expected) {
    tokenizer.tokenizeQuery(query, tokens);
    assertEquals(expected, printed(tokens));
  }

  @Test
  void aWordInsideARunStandsAtTheDistancesOfItsQuery() {
    var document = new Tokens();
    tokenizer.tokenize("今日の東京都知事選挙 NHK", document);
    tokenizer.tokenizeQuery("東京都知事選挙 NHK", tokens);
    var found = positions(document);
    var wanted = positions(tokens);
    assertTrue(found.containsAll(wanted.stream().map(w -> shifted(w, 3)).toList()));
  }

  @Test
  void writtenKeepsCaseAndAccentsAndDropsWhatNobodySees() {
    tokenizer.tokenize("#Éli\u00ADte Trump’s می\u200Cروم Cafe\u0301", tokens);
    assertEquals("Élite", tokens.written(0));
    assertEquals("Trump's", tokens.written(1));
    assertEquals("می\u200Cروم", tokens.written(2));
    assertEquals("Café", tokens.written(3));
  }

  @Test
  void placesAreInTheTextAsGiven() {
    var text = "x 👍🏽 #Tag l'homme";
    tokenizer.tokenize(text, tokens);
    var spans = new ArrayList<String>();
    for (int i = 0; i < tokens.size(); i++) {
      spans.add(text.substring(tokens.start(i), tokens.end(i)));
    }
    assertEquals(List.of("x", "👍🏽", "#Tag", "l", "l'homme", "homme"), spans);
  }

  @Test
  void randomTextsKeepTheLaws() {
    var seed = Long.getLong("trawl.seed", 2018);
    var random = new Random(seed);
    String[] alphabet = {
      "a", "B", "'", "#", "@", "$", "1", ".", " ", "_", "é", "e\u0301", "東", "ก", "เ", "👍", "🏽",
      "\u200D", "\u200C", "\uD83D", "\uDE00", "ي", "ك", "ب", "http://", "\uFE0F", "\u20E3", "🇩",
      "\"", "ש"
    };
    for (int round = 0; round < 20_000; round++) {
      var text = new StringBuilder();
      for (int i = random.nextInt(12); i >= 0; i--) {
        text.append(alphabet[random.nextInt(alphabet.length)]);
      }
      check(text.toString(), "-Dtrawl.seed=" + seed);
    }
  }

  private void check(String text, String seed) {
    tokenizer.tokenize(text, tokens);
    int position = -1;
    int start = 0;
    for (int i = 0; i < tokens.size(); i++) {
      var place = seed + ", text " + text + ", token " + i;
      assertTrue(tokens.position(i) >= position, place);
      assertTrue(tokens.start(i) >= start && tokens.end(i) > tokens.start(i), place);
      assertFalse(splitsPair(text, tokens.start(i)) || splitsPair(text, tokens.end(i)), place);
      var folded = tokens.folded(i);
      var again =
          switch (tokens.kind(i)) {
            case EMOJI -> Emoji.fold(folded);
            case SIGNED -> folded;
            default -> Folding.fold(folded);
          };
      assertEquals(folded, again, place);
      position = tokens.position(i);
      start = tokens.start(i);
    }
    assertTrue(tokens.size() == 0 || tokens.positions() == position + 1, seed);
  }

  private static boolean splitsPair(String text, int at) {
    return at > 0
        && at < text.length()
        && Character.isHighSurrogate(text.charAt(at - 1))
        && Character.isLowSurrogate(text.charAt(at));
  }

  private static List<String> positions(Tokens tokens) {
    var places = new ArrayList<String>();
    for (int i = 0; i < tokens.size(); i++) {
      places.add(tokens.position(i) + " " + tokens.folded(i));
    }
    return places;
  }

  private static String shifted(String place, int by) {
    int space = place.indexOf(' ');
    return (Integer.parseInt(place.substring(0, space)) + by) + place.substring(space);
  }

  private static String printed(Tokens tokens) {
    var line = new StringJoiner(" ");
    for (int i = 0; i < tokens.size(); i++) {
      var kind = tokens.kind(i) == Kind.WORD ? "" : tokens.kind(i) + ":";
      line.add(kind + tokens.folded(i));
    }
    return line.toString();
  }
}
