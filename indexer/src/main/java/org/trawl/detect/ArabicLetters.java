package org.trawl.detect;

/// Languages in Arabic script that give themselves away by letters of their own: Pashto, Central
/// Kurdish, Sindhi and Uyghur.
final class ArabicLetters {
  private static final String[] LANGUAGES = {"ckb", "ps", "sd", "ug"};

  /// By language: letters that, of all languages of the archive in this script, only it uses, or
  /// only it and others of these four.
  private static final String[] OWN = {"ڕڵێۆەڤ", "ټډړږښځڅۍېګڼ", "ٻڀٺٽٿڃڄڇڊڌڍڏڙڦڪڱڳڻ", "ەېۆۇۈۋڭ"};

  /// Fewer own letters are a name or a slip.
  private static final int FEWEST = 2;

  /// The lowest share of own letters, in percent; running text has 5 and more.
  private static final int LOWEST_PERCENT = 4;

  private ArabicLetters() {}

  /// The language whose own letters a text has, or empty.
  static String language(TweetLetters text) {
    int[] own = new int[LANGUAGES.length];
    for (int i = 0; i < text.length(); i++) {
      char c = text.chars[i];
      if (c > 'ٶ') {
        for (int language = 0; language < OWN.length; language++) {
          own[language] += OWN[language].indexOf(c) >= 0 ? 1 : 0;
        }
      }
    }
    int best = 0;
    for (int language = 1; language < own.length; language++) {
      best = own[language] > own[best] ? language : best;
    }
    boolean enough =
        own[best] >= FEWEST && own[best] * 100 >= text.count(Script.ARABIC) * LOWEST_PERCENT;
    return enough ? LANGUAGES[best] : "";
  }
}
