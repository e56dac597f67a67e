package org.trawl.language;

import static java.util.Objects.requireNonNull;

/// Reads which language a tweet is written in.
///
/// Thread-safe: one instance serves all threads.
public final class LanguageDetector {
  /// Below this many letters a text in a script of several languages is too short to be certain.
  private static final int SHORT = 20;

  /// The best guess at a text's language.
  ///
  /// @param language an ISO code, or [LanguageCode#UNDETERMINED] when nothing can be read
  /// @param confidence 0 for a coin's toss to 1 for certain
  public record Guess(String language, double confidence) {
    static final Guess NONE = new Guess(LanguageCode.UNDETERMINED, 0);

    public Guess {
      requireNonNull(language, "language");
      if (!(confidence >= 0 && confidence <= 1)) {
        throw new IllegalArgumentException("confidence must be 0 to 1, got " + confidence);
      }
    }
  }

  /// A detector ready for use.
  public static LanguageDetector load() {
    return new LanguageDetector();
  }

  private LanguageDetector() {}

  /// The language of a tweet: read from its text where that is certain, else what the archive's
  /// code says (`in`, `iw` and the like as their ISO codes), else the best guess, else
  /// [LanguageCode#UNDETERMINED].
  ///
  /// @param archiveCode the tweet's language as the archive writes it; may be empty
  public String detect(CharSequence text, String archiveCode) {
    String code = LanguageCode.iso(archiveCode);
    Guess guess = guess(text);
    boolean certain = guess.confidence() > 0.9;
    return certain || code.equals(LanguageCode.UNDETERMINED) ? guess.language() : code;
  }

  /// The language of a text alone, whatever the archive says.
  public Guess guess(CharSequence text) {
    TweetLetters letters = TweetLetters.of(text, false);
    if (letters.letters() < SHORT) {
      letters = TweetLetters.of(text, true);
    }
    Script script = letters.mainScript();
    if (letters.count(Script.KANA) > 0 && script == Script.HAN) {
      return new Guess(Script.KANA.language, 1);
    }
    if (!script.language.isEmpty()) {
      return new Guess(script.language, 1);
    }
    return Guess.NONE;
  }
}
