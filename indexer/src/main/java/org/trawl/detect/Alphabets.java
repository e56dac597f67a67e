package org.trawl.detect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which letters a language has not, among those by which the languages of a script differ.
///
/// In Cyrillic and Arabic letters one such letter says that a text is not in a language. In Latin
/// ones every language writes foreign names with their marks (`Erdoğan`), so that it takes two
/// words, and a quarter of all.
final class Alphabets {
  /// Letters of some Cyrillic alphabets and not of others.
  private static final String CYRILLIC = "ёыэъщґєіїўђјљњћџѓќѕйяюьиәғқңөұүһ";

  /// Of those, what each language has.
  private static final Map<String, String> CYRILLIC_OF =
      Map.ofEntries(
          Map.entry("ru", "ёыэъщйяюьи"),
          Map.entry("uk", "щґєіїйяюьи"),
          Map.entry("be", "ёыэіўґйяюь"),
          Map.entry("bg", "ъщйяюьи"),
          Map.entry("sr", "ђјљњћџи"),
          Map.entry("bs", "ђјљњћџи"),
          Map.entry("mk", "јљњџѓќѕи"),
          Map.entry("kk", "ёыэъщіәғқңөұүһйяюьи"),
          Map.entry("mn", "ёыэъщөүйяюьи"));

  /// Letters that Arabic has not, even as it is spoken, where `پ`, `چ` and `گ` are in use.
  private static final String PERSIAN = "ژ";

  private static final String URDU = "ٹڈڑںےہھ";
  private static final String OTHERS = "ټډړږښځڅۍېڼڕڵێۆەڤۇۈۋڭٻڀٺٽٿڃڄڇڊڌڍڏڙڦڳڻ";

  private static final Map<String, String> ARABIC_LACKED =
      Map.of(
          "ar", PERSIAN + URDU + OTHERS,
          "fa", URDU + OTHERS,
          "ur", OTHERS);

  /// Letters with marks that few Latin alphabets have. Others (`é`, `ö`, `ñ`) are in loan words
  /// everywhere.
  private static final String LATIN = "ğışłąęśźżćńřěůďťňőűßđčšžășțāēģīķļņūėįųõəơư";

  private static final Map<String, String> LATIN_OF =
      Map.ofEntries(
          Map.entry("tr", "ğış"),
          Map.entry("az", "ğışə"),
          Map.entry("pl", "łąęśźżćń"),
          Map.entry("cs", "řěůďťňčšž"),
          Map.entry("sk", "ďťňčšž"),
          Map.entry("hu", "őű"),
          Map.entry("de", "ß"),
          Map.entry("hr", "đčšžć"),
          Map.entry("sr", "đčšžć"),
          Map.entry("bs", "đčšžć"),
          Map.entry("sl", "čšž"),
          Map.entry("ro", "ășțş"),
          Map.entry("lv", "āēģīķļņūčšž"),
          Map.entry("lt", "ąęėįųūčšž"),
          Map.entry("et", "õšž"),
          Map.entry("fi", "šž"),
          Map.entry("pt", "õ"),
          Map.entry("vi", "đăơưõĩũ"),
          Map.entry("ku", "ş"));

  /// Of so many words, two are a quarter.
  private static final int MOST_WORDS_FOR_TWO = 8;

  private final boolean strict;

  /// Behind the last letter by which alphabets differ.
  private final long[] lackedBy = new long['\u2000'];

  private final Map<String, Long> places = new HashMap<>();

  /// @param languages ISO codes, at most 64
  Alphabets(Script script, List<String> languages) {
    strict = script != Script.LATIN;
    for (int i = 0; i < languages.size(); i++) {
      String language = languages.get(i);
      places.merge(language, 1L << i, (one, other) -> one | other);
      for (char letter : lacked(script, language).toCharArray()) {
        lackedBy[letter] |= 1L << i;
      }
    }
  }

  private static String lacked(Script script, String language) {
    return switch (script) {
      case CYRILLIC -> {
        String own = CYRILLIC_OF.get(language);
        yield own == null ? "" : without(CYRILLIC, own);
      }
      case ARABIC -> ARABIC_LACKED.getOrDefault(language, "");
      case LATIN -> without(LATIN, LATIN_OF.getOrDefault(language, ""));
      default -> "";
    };
  }

  private static String without(String all, String own) {
    StringBuilder rest = new StringBuilder();
    for (int i = 0; i < all.length(); i++) {
      if (own.indexOf(all.charAt(i)) < 0) {
        rest.append(all.charAt(i));
      }
    }
    return rest.toString();
  }

  /// The places of the languages that a text cannot be in, as bits.
  long excluded(TweetLetters text) {
    long once = 0;
    long twice = 0;
    long word = 0;
    int words = 0;
    for (int i = 1; i < text.length(); i++) {
      char c = text.chars[i];
      if (c == ' ') {
        words++;
        twice |= once & word;
        once |= word;
        word = 0;
      } else if (c < lackedBy.length) {
        word |= lackedBy[c];
      }
    }
    return strict ? once : words <= MOST_WORDS_FOR_TWO ? twice : moreThanAQuarter(text, words);
  }

  private long moreThanAQuarter(TweetLetters text, int words) {
    int[] lacking = new int[Long.SIZE];
    long word = 0;
    for (int i = 1; i < text.length(); i++) {
      char c = text.chars[i];
      if (c != ' ') {
        word |= c < lackedBy.length ? lackedBy[c] : 0;
        continue;
      }
      for (long left = word; left != 0; left &= left - 1) {
        lacking[Long.numberOfTrailingZeros(left)]++;
      }
      word = 0;
    }
    long excluded = 0;
    for (int i = 0; i < lacking.length; i++) {
      excluded |= lacking[i] * 4 > words ? 1L << i : 0;
    }
    return excluded;
  }

  /// Whether a language is one that a text cannot be in.
  boolean excludes(String language, TweetLetters text) {
    long places = this.places.getOrDefault(language, 0L);
    return places != 0 && (excluded(text) & places) == places;
  }
}
