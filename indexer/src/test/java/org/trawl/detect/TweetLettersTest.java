package org.trawl.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TweetLettersTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Good Morning | good morning",
        "RT @bob: hello https://t.co/x you | hello you",
        "see www.example.com/a?b now | see now",
        "#news from @me_and_you ok | from ok",
        "soooooo good | soo good",
        "Hahahahahaha yes | hahah yes",
        "banana | banana",
        "l'homme d’État | l homme d état",
        "JackBrown svetlana_k covid19 10th said | covid said",
        "ПутинТут 5G сказал | путинтут сказал",
        "كـــتاب جَمِيل | كتاب جميل",
        "می‌شود | می شود",
        "e\u0301te\u0301 | été",
        "😀 ok😀ok | ok ok",
        "http | http",
      })
  void keepsTheWords(String text, String words) {
    TweetLetters letters = TweetLetters.of(text, false);
    assertEquals(" " + words + " ", new String(letters.chars, 0, letters.length()));
  }

  @Test
  void namesAreReadOnRequest() {
    TweetLetters letters = TweetLetters.of("#ThisIs @bob it", true);
    assertEquals(" thisis it ", new String(letters.chars, 0, letters.length()));
  }

  @Test
  void droppedWordsAreNotCounted() {
    TweetLetters letters = TweetLetters.of("foxNews да", false);
    assertEquals(2, letters.letters());
    assertEquals(0, letters.count(Script.LATIN));
    assertEquals(Script.CYRILLIC, letters.mainScript());
  }

  @Test
  void signsForWordsCountAsSeveralLetters() {
    assertEquals(6, TweetLetters.of("北京", false).letters());
    assertEquals(Script.HAN, TweetLetters.of("我买了 iPhone 手机", false).mainScript());
  }

  @Test
  void nothingHasNoScript() {
    TweetLetters letters = TweetLetters.of("123 …", false);
    assertEquals(Script.OTHER, letters.mainScript());
    assertEquals(1, letters.length());
  }
}
