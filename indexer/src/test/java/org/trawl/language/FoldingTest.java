package org.trawl.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BREXIT|brexit",
        "Élection|election",
        "ISTANBUL|istanbul",
        "İstanbul|istanbul",
        "ıstanbul|istanbul",
        "STRASSE|strasse",
        "Straße|strasse",
        "Ærø|aero",
        "Œuvre|oeuvre",
        "Łódź|lodz",
        "Đorđe|dorde",
        "Việt|viet",
        "ﬁnal|final",
        "Ёлка|елка",
        "Йод|йод",
        "Україна|україна",
        "ΌΜΗΡΟΣ|ομηροσ",
        "Όμηρος|ομηροσ",
        "مُحَمَّد|محمد",
        "إيران|ايران",
        "ایران|ايران",
        "کتاب|كتاب",
        "مدرسة|مدرسه",
        "محـــمد|محمد",
        "۱۲۳|123",
        "١٢٣|123",
        "१२३|123",
        "שָׁלוֹם|שלום",
        "ｶﾞｽ|ガス",
        "한국|한국",
        "ㅎ|ᄒ",
        "don't|dont",
        "Trump's|trump",
        "１０|10",
        "1,5|1.5",
        "1.000.000|1000000",
        "國|国",
        "臺|台",
        "МН17|mh17",
        "мн17|mh17",
        "Pоссия|россия",
        "Обaмa|обама",
        "Тrumр|trump",
        "ТАСС|тасс",
        "ΜΗ17|mh17",
        "🇩🇪|🇩🇪"
      })
  void folds(String written, String folded) {
    assertEquals(folded, Folding.fold(written));
    assertEquals(folded, Folding.fold(Normalizer.normalize(written, Normalizer.Form.NFD)));
    assertEquals(folded, Folding.fold(folded));
  }

  @ParameterizedTest
  @CsvSource({"мой,мои", "їх,іх", "ガ,カ", "की,क", "สี,ส", "ก่า,กา"})
  void lettersOfTheirOwnStay(String one, String other) {
    assertNotEquals(Folding.fold(one), Folding.fold(other));
  }

  @Test
  void plainWordsAreNotCopied() {
    var word = "plain";
    assertSame(word, Folding.fold(word));
    assertSame(word, Folding.visible(word));
  }
}
