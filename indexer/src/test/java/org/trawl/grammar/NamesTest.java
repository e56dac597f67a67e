package org.trawl.grammar;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A name meets its cases, whether a dictionary knows it or not, and no other word.
class NamesTest {
  private static final WordForms FORMS = WordForms.load();

  private static boolean meet(String language, String one, String other) {
    return !Collections.disjoint(FORMS.lemmas(language, one), FORMS.lemmas(language, other));
  }

  @ParameterizedTest
  @CsvSource({
    "ru, Горбачев, Горбачёвым",
    "ru, Туск, Туском",
    "ru, Зеленский, Зеленскому",
    "ru, Нью-Йорк, Нью-Йорке",
    "ru, айфон, айфонов",
    "uk, Трамп, Трампові",
    "uk, Байден, Байденом",
    "pl, Trump, Trumpem",
    "pl, Erdogan, Erdogana",
    "pl, Obama, Obamie",
    "sk, Brexit, Brexitom",
    "be, ўдарыў, ударыць",
    "tr, Suriye, Suriye'de",
    "tr, Erdoğan, Erdoğan'ın",
    "tr, Twitter, Twitter'dan",
    "ar, ترامب, لترامب",
    "ar, ترامب, وترامب",
    "ar, قطر, لقطر",
    "ar, مدرسة, والمدارس",
    "ar, وزير, الوزراء",
    "ar, مفتاح, مفاتيح",
    "ar, قال, يقولون",
    "fa, احمدی‌نژاد, احمدینژاد",
    "en, Trump, Trump's",
    "ka, საქართველო, საქართველოში",
    "ka, მინისტრი, მინისტრის",
    "kk, парламент, парламенттің",
    "kk, қала, қаланың",
    "kk, тап, табады",
    "fi, Putin, Putinin",
    "fi, vaalit, vaaleissa",
    "fi, viikkoa, viikkoo",
    "fi, kuvateksti, kuvatekstejä",
    "hu, választás, választásokon",
    "hu, magas, legmagasabb",
    "hu, képviselőcsoport, képviselőcsoportjának",
    "lt, rinkimai, rinkimuose",
    "lt, eiti, ėjo",
    "lv, redzēt, neredzam",
    "cs, mít, nemají",
    "cs, velký, největší",
    "cs, významný, nejvýznamnější",
    "he, בחירות, הבחירות",
    "he, ראה, לראות",
    "he, ממשלה, בממשלה",
    "he, ממשלה, ממשלות"
  })
  void namesAndWordsMeetTheirForms(String language, String one, String other) {
    assertTrue(
        meet(language, one, other),
        () -> one + FORMS.lemmas(language, one) + other + FORMS.lemmas(language, other));
  }

  @ParameterizedTest
  @CsvSource({
    "ar, لبنان, لبن",
    "ar, السودان, سود",
    "ar, البحرين, البحر",
    "fa, روحانی, روح",
    "ru, Иванов, Иванович",
    "ru, Иванов, Иваново",
    "ru, Петров, Петрович",
    "ru, Стрелков, стрелковый",
    "ru, Львов, лев",
    "it, NATO, nata",
    "it, USA, usato",
    "en, Sanders, sand",
    "en, Mattis, mattie's",
    "en, US, we",
    "he, צה\"ל, צהלה",
    "ka, მინისტრი, მინიმუმი",
    "he, בחירות, חירות",
    "kk, алматы, алма",
    "hu, utcai, utca"
  })
  void namesMeetNoOtherWord(String language, String name, String word) {
    assertFalse(
        meet(language, name, word),
        () -> name + FORMS.lemmas(language, name) + word + FORMS.lemmas(language, word));
  }
}
