package org.trawl.detect;

import java.util.List;
import java.util.Set;

/// Hindi, Marathi and Nepali told apart by their small words and endings, as lingua's models of
/// them lack the vowel signs.
final class DevanagariWords {
  private static final DevanagariWords HINDI =
      new DevanagariWords(
          "hi",
          "है हैं के में की से और का नहीं ने भी कर यह रहा रहे रही था थे थी गया इस जो कि लिए हूँ हूं"
              + " क्या मैं हम को",
          "");

  private static final DevanagariWords MARATHI =
      new DevanagariWords(
          "mr",
          "आहे आहेत आणि नाही होते मी हा असे केली केले केला साठी मध्ये काय झाली झाले झाला आता आपण"
              + " त्या त्यांनी यांनी मला होता होती आम्ही पण ते व",
          "च्या मध्ये साठी ांनी");

  private static final DevanagariWords NEPALI =
      new DevanagariWords(
          "ne",
          "छ छन् छैन र गर्न गर्ने गरेको भएको पनि लागि यो थियो भने हुन्छ गरी भएका हुने छु छौं गर्छ"
              + " तपाईं मलाई अहिले हो",
          "को मा हरू हरु ले");

  private static final List<DevanagariWords> ALL = List.of(HINDI, MARATHI, NEPALI);

  private static final char MARATHI_LETTER = 'ळ';

  private final String code;
  private final Set<String> words;

  /// Endings of words that the other two hardly have.
  private final List<String> endings;

  private DevanagariWords(String code, String words, String endings) {
    this.code = code;
    this.words = Set.of(words.split(" "));
    this.endings = endings.isEmpty() ? List.of() : List.of(endings.split(" "));
  }

  /// The language with the most evidence, Hindi where there is none.
  static LanguageDetector.Guess guess(TweetLetters text) {
    String[] words = new String(text.chars, 0, text.length()).strip().split(" ");
    DevanagariWords best = HINDI;
    int most = -1;
    int second = -1;
    for (DevanagariWords language : ALL) {
      int evidence = language.evidence(words);
      if (evidence > most) {
        second = most;
        most = evidence;
        best = language;
      } else {
        second = Math.max(second, evidence);
      }
    }
    return new LanguageDetector.Guess(best.code, 1 - Math.pow(0.5, 1.0 + most - second));
  }

  /// A small word weighs twice what an ending or a letter does.
  private int evidence(String[] text) {
    int evidence = 0;
    for (String word : text) {
      if (words.contains(word)) {
        evidence += 2;
      } else if (hasEnding(word) || (this == MARATHI && word.indexOf(MARATHI_LETTER) >= 0)) {
        evidence++;
      }
    }
    return evidence;
  }

  private boolean hasEnding(String word) {
    for (String ending : endings) {
      if (word.length() > ending.length() + 1 && word.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }
}
