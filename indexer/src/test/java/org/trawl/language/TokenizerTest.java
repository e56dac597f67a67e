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
        "end.Start of v3.5 at 10:30, 1,000 people | end start of v3.5 at 10 30 1000 people",
        "don't don’t donʼt DON`T | dont dont dont dont",
        "Trump's 'quoted' friends' | trump quoted friends",
        "covid-19 e-mail | covid 19 e mail",
        "l'homme L’Italia dell'Europa aujourd'hui | ELIDED:l homme ELIDED:l italia ELIDED:dell"
            + " europa aujourdhui",
        "д'Артаньян п'ять м’яч | дартаньян пять мяч",
        "col·lecció | colleccio",
        "#Brexit #Make_America_Great #выборы2016 ＃Tag | HASHTAG:brexit"
            + " HASHTAG:make_america_great HASHTAG:выборы2016 HASHTAG:tag",
        "#1 we're C# | 1 were c",
        "#انتخابات_ریاست | HASHTAG:انتخابات_رياست",
        "@TEN_GOP: hi me@example.com | MENTION:ten_gop hi me example com",
        "RT @lBB3gkA9EmH7fWI8N9k3nMO3b4yZ7GpuiOMfC+Pv4Y0=: so | rt"
            + " MENTION:lbb3gka9emh7fwi8n9k3nmo3b4yz7gpuiomfc+pv4y0= so",
        "$AAPL $100 US$ | CASHTAG:aapl 100 us",
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
        "東 x | CHARACTER:東 x",
        "東京都 | CHARACTER:東 PAIR:東京 CHARACTER:京 PAIR:京都 CHARACTER:都",
        "#東京Tokyo | CHARACTER:東 PAIR:東京 CHARACTER:京 tokyo",
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
  @CsvSource({"東, CHARACTER:東", "東京, PAIR:東京", "東京都, PAIR:東京 PAIR:京都", "NHK東京, nhk PAIR:東京"})
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
    assertEquals(List.of("x", "👍🏽", "#Tag", "l", "homme"), spans);
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
      var again = tokens.kind(i) == Kind.EMOJI ? Emoji.fold(folded) : Folding.fold(folded);
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
