package org.trawl.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.trawl.lucene.TestArchive.row;

import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.trawl.search.NameSpelling;

/// Names are found in the scripts that tweets spell them in, and other words aren't.
class NameFinderTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  /// Spellings of one name a line: each finds all others of other scripts.
  private static final List<List<String>> NAMES =
      """
      Putin Путин پوتین بوتين Πούτιν פוטין პუტინი Պուտին
      Trump Трамп ترامب ترامپ Τραμπ טראמפ ტრამპი Թրամփ
      Clinton Клинтон كلينتون Κλίντον קלינטון კლინტონი
      Merkel Меркель ميركل Μέρκελ מרקל მერკელი
      Obama Обама أوباما Ομπάμα אובמה ობამა Օբամա
      Erdoğan Эрдоган أردوغان Ερντογάν ארדוגן ერდოღანი Էրդողան
      Khamenei Хаменеи خامنئي חמינאי
      Rouhani Рухани روحانی רוחאני
      Netanyahu Нетаньяху نتنياهو נתניהו Νετανιάχου
      Zelensky Зеленский زيلينسكي Ζελένσκι זלנסקי ზელენსკი
      Poroshenko Порошенко بوروشينكو Ποροσένκο פורושנקו პოროშენკო
      Macron Макрон ماكرون Μακρόν מקרון მაკრონი
      Navalny Навальный نافالني Ναβάλνι נבלני
      Assad Асад الأسد Άσαντ
      Soleimani Сулеймани سليماني סולימאני
      Biden Байден بايدن Μπάιντεν ביידן ბაიდენი
      Snowden Сноуден سنودن סנודן
      Lavrov Лавров لافروف
      Kadyrov Кадыров قديروف
      Johnson Джонсон جونسون Τζόνσον
      Saakashvili Саакашвили ساكاشفيلي სააკაშვილი
      Milošević Милошевић Μιλόσεβιτς
      """
          .lines()
          .map(line -> List.of(line.split(" ")))
          .toList();

  /// A name, and words of tweets that it does not sound like.
  private static final List<List<String>> OTHERS =
      """
      putin пятница путать Путаница Питон Партия پایتون
      trump Труп Тромб Трап ترم
      clinton Клиент Климат كليات
      merkel Мерка Марш Маркер
      obama Обман Обед ابن
      assad Сад Осада سعيد
      macron Макароны Микроб مكان
      Путин Pudding Beating Patent Potion
      Трамп Tromp2 Trampoline Drum
      """
          .lines()
          .map(line -> List.of(line.split(" ")))
          .toList();

  private static TweetSearcher searcher;

  @BeforeAll
  static void index() throws IOException {
    var words = new LinkedHashSet<String>();
    NAMES.forEach(words::addAll);
    OTHERS.forEach(words::addAll);
    words.addAll(List.of("Poutine", "war", "вар"));
    var archive = new TestArchive();
    for (var word : words) {
      archive.add(row(archive.tweets().size() + 1, "1, " + word + " 2"));
    }
    archive.add(row(1_000, "1, Путина").lang("ru")).add(row(1_001, "1, Путин").lang("ru"));
    searcher = archive.open(2);
  }

  @AfterAll
  static void close() throws IOException {
    searcher.close();
  }

  private static List<String> spellings(String word) throws Exception {
    var names = searcher.names(word, LONG);
    assertTrue(names.complete(), word);
    return names.spellings().stream().map(NameSpelling::text).toList();
  }

  @Test
  void spellingsOfANameFindEachOther() throws Exception {
    var missing = new ArrayList<String>();
    int pairs = 0;
    for (var name : NAMES) {
      for (var typed : name) {
        var found = spellings(typed);
        for (var other : name) {
          if (script(other) != script(typed)) {
            pairs++;
            if (!found.contains(other)) {
              missing.add(typed + " and not " + other);
            }
          }
        }
      }
    }
    assertEquals(List.of(), missing);
    assertTrue(pairs > 500, pairs + " pairs");
  }

  @Test
  void otherWordsAreNotOffered() throws Exception {
    var wrong = new ArrayList<String>();
    for (var line : OTHERS) {
      var found = spellings(line.getFirst());
      assertFalse(found.isEmpty(), line.getFirst());
      line.stream()
          .skip(1)
          .filter(found::contains)
          .forEach(other -> wrong.add(line.getFirst() + " and " + other));
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void namesAreNotMixedUp() throws Exception {
    var mixed = new ArrayList<String>();
    for (var name : NAMES) {
      for (var typed : name) {
        for (var found : spellings(typed)) {
          if (!name.contains(found) && NAMES.stream().anyMatch(other -> other.contains(found))) {
            mixed.add(typed + " and " + found);
          }
        }
      }
    }
    assertEquals(List.of(), mixed);
  }

  @Test
  void spellingsOfTheSameScriptAreOfferedWhereTheySoundTheSame() throws Exception {
    assertTrue(spellings("putin").contains("Poutine"));
    assertFalse(spellings("putin").contains("Putin"), "itself");
  }

  @Test
  void formsOfAWordThatIsOfferedAreCountedWithIt() throws Exception {
    var names = searcher.names("Putin", LONG).spellings();
    var russian = names.stream().filter(n -> n.text().equals("Путин")).findFirst().orElseThrow();
    assertEquals(3, russian.tweets(), "Путин twice, Путина in a Russian tweet");
    assertTrue(names.stream().noneMatch(n -> n.text().equals("Путина")));
    assertEquals(UnicodeScript.CYRILLIC, russian.script());
  }

  @Test
  void whatIsWrittenSmallInBothScriptsIsNoName() throws Exception {
    assertEquals(List.of(), spellings("war"));
  }

  @Test
  void whatCannotBeANameHasNoSpellings() throws Exception {
    for (var text :
        List.of("", "ab", "17", "tr4mp", "Трumп", "普京", "プーチン", "x".repeat(100), "ֆֆֆ")) {
      assertEquals(List.of(), spellings(text), text);
    }
  }

  @Test
  void outOfTimeIsNotTheWholeAnswer() throws Exception {
    assertFalse(searcher.names("Gorbachev", Duration.ZERO).complete());
    assertTrue(searcher.names("Gorbachev", LONG).complete(), "and is not remembered");
  }

  /// One row a rule: what was typed, what is offered, and the words of the archive, each with its
  /// tweets.
  @Test
  void whatManyTweetsHaveIsOfferedAndWhatOnlySoundsAlikeIsNot() throws Exception {
    for (var row :
        """
        merkle  | Merkel       | Merkle 2, Merkel 110, Markle 3, Merkley 1
        merkle  | Markle       | Merkle 2, Merkel 60, Markle 6
        merkels |              | Merkels 2, Merkel 110
        parks   |              | parks 2, Paris 120
        russia  | Россия       | Russia 40, Rousseau 2, Россия 90
        Россия  | Russia       | Russia 40, Rosie 2, Россия 90
        خبر     |              | خبر 5, Gaber 5, Hooper 3
        قطر     | Qatar        | قطر 5, Qatar 3
        علي     | Ali          | علي 6, Ali 9, إلى 8, له 8
        putin   | Путин Poutine | Putin 20, Poutine 2, Путин 5
        """
            .lines()
            .toList()) {
      var cells = row.split("\\|", -1);
      var archive = new TestArchive();
      for (var word : cells[2].strip().split(", ")) {
        var parts = word.split(" ");
        for (int i = 0; i < Integer.parseInt(parts[1]); i++) {
          archive.add(row(archive.tweets().size() + 1, "1, " + parts[0] + " 2"));
        }
      }
      try (var one = archive.open(1)) {
        var offered =
            one.names(cells[0].strip(), LONG).spellings().stream().map(NameSpelling::text).toList();
        assertEquals(cells[1].strip(), String.join(" ", offered), row);
      }
    }
  }

  private static UnicodeScript script(String word) {
    return UnicodeScript.of(word.codePointAt(0));
  }
}
