package org.trawl.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageDetectorTest {
  private final LanguageDetector detector = LanguageDetector.load();

  @ParameterizedTest
  @CsvSource({
    "he, בוקר טוב לכולם",
    "el, Καλημέρα σε όλους",
    "ja, 今日は雨です",
    "zh, 今天下雨",
    "ko, 오늘은 비가 온다",
    "th, วันนี้ฝนตก",
    "hy, Բարի լույս",
    "ka, დილა მშვიდობისა",
    "ta, காலை வணக்கம்",
  })
  void scriptOfOneLanguageSettlesIt(String language, String text) {
    assertEquals(language, detector.detect(text, ""));
    assertEquals(language, detector.detect(text, "en"));
  }
}
