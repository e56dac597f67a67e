package org.trawl.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageDetectorTest {
  private static final LanguageDetector DETECTOR = LanguageDetector.load();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "he | בוקר טוב לכולם",
        "el | Καλημέρα σε όλους",
        "ja | 今日は雨です",
        "zh | 今天北京下了一场很大的雨，路上没有人",
        "ko | 오늘은 비가 온다",
        "th | วันนี้ฝนตก",
        "hy | Բարի լույս",
        "ka | დილა მშვიდობისა",
        "ta | காலை வணக்கம்",
        "am | እንደምን አደራችሁ",
      })
  void scriptOfOneLanguageSettlesIt(String language, String text) {
    assertEquals(language, DETECTOR.detect(text, ""));
    assertEquals(language, DETECTOR.detect(text, "en"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "en | Nobody told me the bridge was closed again this morning #commute",
        "de | Schon wieder Stau auf der Brücke, und keiner weiß warum",
        "fr | Le pont est encore fermé ce matin et personne ne sait pourquoi",
        "it | Stamattina il ponte è di nuovo chiuso e nessuno sa perché",
        "es | El puente sigue cerrado esta mañana y nadie nos dice nada",
        "pt | A ponte continua fechada e ninguém nos diz quando vai abrir",
        "ca | El pont encara és tancat i ningú no sap quan l'obriran",
        "nl | De brug is vanochtend alweer dicht en niemand weet waarom",
        "sv | Bron är stängd igen och ingen vet när den öppnar",
        "no | Broen er stengt igjen, og ingen vet når den åpner",
        "da | Broen er lukket igen, og ingen ved, hvornår den åbner",
        "fi | Silta on taas kiinni eikä kukaan tiedä milloin se avataan",
        "et | Sild on jälle kinni ja keegi ei tea, millal see avatakse",
        "lv | Tilts atkal ir slēgts, un neviens nezina, kad to atvērs",
        "lt | Tiltas vėl uždarytas ir niekas nežino, kada jį atidarys",
        "pl | Most znowu jest zamknięty i nikt nie wie, kiedy go otworzą",
        "cs | Most je zase zavřený a nikdo neví, kdy ho otevřou",
        "sk | Most je zase zatvorený a nikto nevie, kedy ho otvoria",
        "sl | Most je spet zaprt in nihče ne ve, kdaj ga bodo odprli",
        "hu | Megint lezárták a hidat, és senki sem tudja, mikor nyitják meg",
        "ro | Podul este din nou închis și nimeni nu știe când se va deschide",
        "tr | Köprü bu sabah yine kapalı ve kimse ne zaman açılacağını bilmiyor",
        "id | Jembatan ditutup lagi pagi ini dan tidak ada yang tahu kenapa",
        "tl | Sarado na naman ang tulay at walang nakakaalam kung bakit",
        "vi | Sáng nay cây cầu lại đóng cửa và không ai biết vì sao",
        "sq | Ura është mbyllur përsëri dhe askush nuk e di kur do të hapet",
        "eu | Zubia berriro itxita dago eta inork ez daki noiz irekiko duten",
        "ru | Мост опять закрыт, и никто не знает, когда его откроют",
        "uk | Міст знову закритий, і ніхто не знає, коли його відкриють",
        "be | Мост зноў закрыты, і ніхто не ведае, калі яго адкрыюць",
        "bg | Мостът отново е затворен и никой не знае кога ще го отворят",
        "mk | Мостот повторно е затворен и никој не знае кога ќе го отворат",
        "sr | Мост је опет затворен и нико не зна када ће га отворити",
        "kk | Көпір тағы жабық, оның қашан ашылатынын ешкім білмейді",
        "ar | الجسر مغلق مرة أخرى هذا الصباح ولا أحد يعرف لماذا",
        "fa | پل امروز صبح دوباره بسته است و هیچ کس نمی‌داند چرا",
        "ur | پل آج صبح پھر بند ہے اور کسی کو معلوم نہیں کیوں",
        "ps | پل نن سهار بیا تړل شوی دی او هیڅوک نه پوهېږي چې ولې",
        "ckb | پردەکە ئەم بەیانییە دیسان داخراوە و کەس نازانێت بۆچی",
        "hi | पुल आज सुबह फिर से बंद है और किसी को नहीं पता क्यों",
        "mr | पूल आज सकाळी पुन्हा बंद आहे आणि का ते कोणालाच माहीत नाही",
        "ne | पुल आज बिहान फेरि बन्द छ र किन हो कसैलाई थाहा छैन",
        "ja | 橋は今朝もまた閉まっていて、理由は誰も知らない",
      })
  void sentenceIsReadWhateverTheCode(String language, String text) {
    assertEquals(language, DETECTOR.guess(text).language());
    assertEquals(language, DETECTOR.detect(text, ""));
    assertEquals(language, DETECTOR.detect(text, language.equals("en") ? "de" : "en"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Most je opet zatvoren i nitko ne zna kada će ga otvoriti",
        "Most je opet zatvoren i niko ne zna kada će ga otvoriti",
      })
  void codeDecidesBetweenStandardsOfOneLanguage(String text) {
    assertEquals("hr", DETECTOR.detect(text, "hr"));
    assertEquals("sr", DETECTOR.detect(text, "sr"));
    assertEquals("bs", DETECTOR.detect(text, "bs"));
    assertTrue(DETECTOR.detect(text, "sl").matches("hr|sr"));
  }

  @Test
  void codeMakesNoSerbianOfCyrillicTextWithoutSerbianLetters() {
    assertNotEquals("sr", DETECTOR.detect("Путин и Обама: разговор о Сирии", "sr"));
    assertNotEquals("sr", DETECTOR.detect("Путин и Обама: разговор о Сирии", ""));
    assertEquals("ru", DETECTOR.detect("Владимир Путин рассказал детям, что такое Родина", "sr"));
    assertNotEquals("sr", DETECTOR.detect("#Путин", "sr"));
    assertEquals("sr", DETECTOR.detect("Путин и Обама разговарали о Сирији", "sr"));
    assertEquals("sr", DETECTOR.detect("Putin i Obama", "sr"));
  }

  @ParameterizedTest
  @CsvSource({
    "Wow great, fr, fr",
    "ok !!, in, id",
    "gracias, pt, pt",
    "да, uk, uk",
    "ok, iw, und",
    "Спасибо, en, ru",
    "ممنونم که آمدی, en, fa",
  })
  void wordOrTwoGoesByItsCodeUnlessTheScriptContradicts(String text, String code, String language) {
    assertEquals(language, DETECTOR.detect(text, code));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "https://t.co/AbCdEfGhIj",
        "@one @two_three",
        "1234 !!! 😀😀",
        "😂",
        "RT @somebody:"
      })
  void textWithoutWordsGoesByItsCode(String text) {
    assertEquals("und", DETECTOR.detect(text, ""));
    assertEquals("und", DETECTOR.detect(text, "und"));
    assertEquals("ru", DETECTOR.detect(text, "ru"));
    assertEquals(LanguageDetector.Guess.NONE, DETECTOR.guess(text));
  }

  @Test
  void codesAndGibberishAreNoLanguage() {
    assertEquals("und", DETECTOR.detect("xqzt wvkjh qqzxw bnmvc zxqwr plkjq", ""));
    assertEquals("en", DETECTOR.detect("xqzt wvkjh qqzxw bnmvc zxqwr plkjq", "en"));
  }

  @Test
  void linksMentionsAndEnglishHashtagsSayNothing() {
    assertEquals(
        "ru",
        DETECTOR.detect(
            "RT @WashingtonPost: Что происходит? https://www.example.com/the-story-of-the-year"
                + " #BreakingNews #TheWorldIsWatching",
            ""));
  }

  @Test
  void hashtagsCountWhereThereIsLittleElse() {
    assertEquals("de", DETECTOR.detect("#Bundestagswahl #Flüchtlinge #Ausländer", ""));
  }

  @Test
  void foreignNamesDoNotMakeATextForeign() {
    assertEquals("ru", DETECTOR.detect("Обзор игры Angry Birds Friends на Windows", ""));
    assertEquals(
        "en", DETECTOR.detect("RT FoxNewsSunday: TheRealPerson AMEN to all of that!", "en"));
  }

  @Test
  void codeStandsInATextOfTwoLanguages() {
    String text = "Мы за мир во всём мире! We are for peace all over the world, dear friends";
    assertEquals("en", DETECTOR.detect(text, "en"));
    assertEquals("ru", DETECTOR.detect(text, "ru"));
  }

  @Test
  void accentsMayStandBesideTheirLetters() {
    String text = "Köprü bu sabah yine kapalı ve kimse ne zaman açılacağını bilmiyor";
    String apart = java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFD);
    assertEquals(DETECTOR.guess(text), DETECTOR.guess(apart));
  }

  @Test
  void longestTextIsReadWithoutOverflow() {
    String text = "Nobody told me the bridge was closed again this morning. ".repeat(500);
    assertEquals("en", DETECTOR.guess(text).language());
    assertEquals("ru", DETECTOR.guess("ъыь".repeat(20_000) + " привет").language());
  }

  @Test
  void moreTextIsMoreCertain() {
    double few = DETECTOR.guess("der Mann und").confidence();
    double many = DETECTOR.guess("der Mann und die Frau gehen heute ins Theater").confidence();
    assertTrue(few < many, few + " < " + many);
  }

  @Test
  void everyScriptAndLengthGivesAnAnswer() {
    long seed = Long.getLong("trawl.seed", 2018);
    var random = new java.util.Random(seed);
    for (int round = 0; round < 20_000; round++) {
      var text = new StringBuilder();
      int start = random.nextInt(Character.MAX_VALUE);
      for (int i = random.nextInt(12); i > 0; i--) {
        text.append((char) Math.min(Character.MAX_VALUE, start + random.nextInt(200)));
        text.append(random.nextInt(4) == 0 ? " @#_h" : "");
      }
      String language = DETECTOR.detect(text, "");
      assertTrue(language.matches("[a-z]{2,3}"), () -> "-Dtrawl.seed=" + seed + ": " + language);
    }
  }
}
