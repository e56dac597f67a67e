package org.trawl.detect;

import static java.util.Objects.requireNonNull;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.zip.InflaterInputStream;
import org.trawl.detect.LanguageReading.By;
import org.trawl.language.LanguageCode;

/// Reads which language a tweet is written in.
///
/// The script comes first: most scripts have one language. Where one has several, each language's
/// model of its runs of letters says how likely the text's words are in it (see [NgramModel]), and
/// the likeliest that has the text's letters (see [Alphabets]) wins. How certain that is, is the
/// distance to the second. Languages in Arabic script without a model are known by letters of their
/// own, those in Devanagari by small words.
///
/// Thread-safe: one instance serves all threads. It takes about 20 MB of heap and 0.2 s to load.
public final class LanguageDetector {
  /// The models, beside this class; a test makes and checks the file.
  static final String RESOURCE = "languages.model";

  /// Below this many letters a tweet is a word or two.
  private static final int SHORT = 12;

  /// Below this many letters a text that is in doubt is in the language of its account.
  private static final int FEW = 40;

  /// From this confidence on, a text's language is taken from the text, whatever the archive says.
  private static final double CERTAIN = 0.9;

  /// The same of a short text whose label is another: of such as are less certain than this and not
  /// in the language of their account, six of seven were taken for another by mistake.
  private static final double CERTAIN_OF_FEW = 0.95;

  /// From this confidence on, a text that seems to be in its code's language is not read further.
  private static final double CONFIRMED = 0.99;

  /// From this confidence on, a guess is better than none.
  private static final double LIKELY = 0.6;

  /// Letters of Serbian Cyrillic that Russian, Ukrainian and Bulgarian lack.
  private static final String SERBIAN_LETTERS = "ђјљњћџ";

  /// Of so many Serbian letters, one is of these in nineteen texts of twenty; shorter texts without
  /// any may be Russian as well.
  private static final int SERBIAN = 40;

  /// A script with one in so many letters of a text is no stray name.
  private static final int GOOD_PART = 4;

  /// The best guess at a text's language.
  ///
  /// @param language an ISO code, or [LanguageCode#UNDETERMINED] when nothing can be read
  /// @param confidence that it is this language or one [near][LanguageCode#near] it: 0.5 for a
  ///   coin's toss to 1 for certain; 0 when nothing can be read
  public record Guess(String language, double confidence) {
    static final Guess NONE = new Guess(LanguageCode.UNDETERMINED, 0);

    public Guess {
      requireNonNull(language, "language");
      if (!(confidence >= 0 && confidence <= 1)) {
        throw new IllegalArgumentException("confidence must be 0 to 1, got " + confidence);
      }
    }
  }

  private final Map<Script, ScriptModel> models = new EnumMap<>(Script.class);

  /// A detector ready for use.
  ///
  /// @throws UncheckedIOException when its models cannot be read
  public static LanguageDetector load() {
    try (InputStream in = LanguageDetector.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IOException("no " + RESOURCE + " beside " + LanguageDetector.class);
      }
      return new LanguageDetector(
          new DataInputStream(new BufferedInputStream(new InflaterInputStream(in), 1 << 16)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private LanguageDetector(DataInputStream in) throws IOException {
    for (ModelLanguages group : ModelLanguages.ALL) {
      models.put(
          group.script(), new ScriptModel(group.script(), NgramModel.read(in), group.costs()));
    }
  }

  /// The language of a tweet by itself: as [#read(CharSequence, String, String)] where nothing is
  /// known of its account.
  public String detect(CharSequence text, String archiveCode) {
    return read(text, archiveCode, LanguageCode.UNDETERMINED).language();
  }

  /// The language of a tweet: read from its text where that is certain, else what its account
  /// writes in, if the letters allow that and the text is short, else what the archive's code says
  /// (`in`, `iw` and the like as their ISO codes), else the best guess, else
  /// [LanguageCode#UNDETERMINED]. A tweet of a word or two goes by its account or its code, unless
  /// that language is not written in the tweet's letters. A code never makes Serbian of a Cyrillic
  /// text that has no letter of its own: the archive says `sr` of short Russian texts, and as
  /// Serbian has two alphabets, these would answer to words in Latin letters.
  ///
  /// @param archiveCode the tweet's language as the archive writes it; may be empty
  /// @param usual what the account writes in, ISO code; [LanguageCode#UNDETERMINED] if that is not
  ///   known
  public LanguageReading read(CharSequence text, String archiveCode, String usual) {
    String code = LanguageCode.iso(archiveCode);
    TweetLetters letters = letters(text);
    Script script = letters.mainScript();
    if (script == Script.OTHER) {
      return new LanguageReading(code, By.LETTERS);
    }
    boolean coded = !code.equals(LanguageCode.UNDETERMINED);
    boolean written = coded && script.writes(code);
    if (coded && !written && isMixed(letters, code)) {
      return new LanguageReading(code, By.LETTERS);
    }
    boolean fits =
        written
            && !lacksLetters(code, letters, script)
            && !(code.equals("sr") && isNotSerbian(letters));
    Guess guess = guess(letters, script, fits ? code : LanguageCode.UNDETERMINED);
    boolean agrees = fits && LanguageCode.near(code, guess.language());
    boolean few = letters.letters() < FEW;
    boolean certain = guess.confidence() >= (few && !agrees ? CERTAIN_OF_FEW : CERTAIN);
    if (certain && !isDoubtful(guess, letters)) {
      if (letters.letters() >= SHORT) {
        return new LanguageReading(agrees ? code : guess.language(), By.TEXT);
      }
      if (agrees || (!fits && !script.language.isEmpty())) {
        return new LanguageReading(agrees ? code : guess.language(), By.LETTERS);
      }
    }
    if (few
        && !usual.equals(LanguageCode.UNDETERMINED)
        && script.writes(usual)
        && !lacksLetters(usual, letters, script)) {
      return new LanguageReading(usual, By.ACCOUNT);
    }
    String language =
        fits && (letters.letters() < SHORT || guess.confidence() < CERTAIN)
            ? code
            : isDoubtful(guess, letters) || guess.confidence() < LIKELY
                ? LanguageCode.UNDETERMINED
                : guess.language();
    return new LanguageReading(language, few ? By.LABEL : By.LETTERS);
  }

  /// Whether a text may as well be Russian as the Serbian that it is taken for.
  private static boolean isDoubtful(Guess guess, TweetLetters text) {
    return guess.language().equals("sr")
        && isNotSerbian(text)
        && (text.letters() < SERBIAN || guess.confidence() < CERTAIN);
  }

  /// Whether a text is in Cyrillic letters, and has none that tell Serbian from Russian.
  private static boolean isNotSerbian(TweetLetters text) {
    if (text.mainScript() != Script.CYRILLIC) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (SERBIAN_LETTERS.indexOf(text.chars[i]) >= 0) {
        return false;
      }
    }
    return true;
  }

  /// The language of a text alone, whatever the archive says.
  public Guess guess(CharSequence text) {
    TweetLetters letters = letters(text);
    return guess(letters, letters.mainScript(), LanguageCode.UNDETERMINED);
  }

  private boolean lacksLetters(String code, TweetLetters letters, Script script) {
    ScriptModel model = models.get(script);
    return model != null && model.excludes(code, letters);
  }

  /// Whether a good part of a text is in another script, and one that the code's language has.
  private static boolean isMixed(TweetLetters letters, String code) {
    for (int i = 1; i < Script.COUNT; i++) {
      Script script = Script.at(i);
      if (letters.count(script) * GOOD_PART >= letters.letters() && script.writes(code)) {
        return true;
      }
    }
    return false;
  }

  /// Names count only where there is little else, and not against it.
  private static TweetLetters letters(CharSequence text) {
    TweetLetters words = TweetLetters.of(text, false);
    if (words.letters() >= SHORT) {
      return words;
    }
    TweetLetters all = TweetLetters.of(text, true);
    boolean agree = words.letters() == 0 || words.mainScript() == all.mainScript();
    return agree ? all : words;
  }

  /// @param expected a language that the guess need not be surer of than [#CONFIRMED]
  private Guess guess(TweetLetters text, Script script, String expected) {
    ScriptModel model = models.get(script);
    if (model != null) {
      String own = script == Script.ARABIC ? ArabicLetters.language(text) : "";
      return own.isEmpty() ? model.guess(text, expected, CONFIRMED) : new Guess(own, 1);
    }
    return switch (script) {
      case OTHER -> Guess.NONE;
      case DEVANAGARI -> DevanagariWords.guess(text);
      // Chinese has no kana; Japanese can do without in a short text only.
      case HAN ->
          text.count(Script.KANA) > 0
              ? new Guess("ja", 1)
              : new Guess("zh", text.letters() < SHORT ? 0.8 : 0.95);
      default -> new Guess(script.language, 1);
    };
  }
}
