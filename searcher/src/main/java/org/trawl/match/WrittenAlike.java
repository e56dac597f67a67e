package org.trawl.match;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.trawl.language.WordTerms;

/// Terms that say the same as a folded word: abbreviations with dots and without, thousands with a
/// dot and without.
///
/// Two letters with dots are another word without (`U.S.` is no `us`): they find it in capitals
/// alone.
public final class WrittenAlike {
  private static final Pattern INITIALS = Pattern.compile("\\p{L}\\p{M}*(\\.\\p{L}\\p{M}*)+");

  /// Few abbreviations with dots have more letters.
  private static final int LONGEST = 6;

  private static final Pattern THOUSANDS = Pattern.compile("[1-9][0-9]{0,2}\\.[0-9]{3}");
  private static final Pattern PLAIN_THOUSANDS = Pattern.compile("[1-9][0-9]{3,5}");

  private WrittenAlike() {}

  /// Terms of folded words for one that must have just this form: dots are no other form.
  public static Set<String> inThisForm(String folded) {
    return letters(folded) > 2 ? Set.of(folded, folded.replace(".", "")) : Set.of(folded);
  }

  /// Terms of folded words for one in any form.
  public static Set<String> inAnyForm(String folded) {
    if (folded.indexOf('.') > 0) {
      return THOUSANDS.matcher(folded).matches()
          ? Set.of(folded, folded.replace(".", ""))
          : inThisForm(folded);
    }
    if (PLAIN_THOUSANDS.matcher(folded).matches()) {
      int point = folded.length() - 3;
      return Set.of(folded, folded.substring(0, point) + '.' + folded.substring(point));
    }
    int points = folded.codePointCount(0, folded.length());
    boolean short1 = points > 1 && points <= LONGEST;
    return short1 && folded.codePoints().allMatch(Character::isLetter)
        ? Set.of(folded, dotted(folded))
        : Set.of(folded);
  }

  /// Terms of the layer of spellings: two letters with dots are found without where they are
  /// capitals.
  public static Set<String> inCapitals(String folded) {
    if (letters(folded) != 2) {
      return Set.of();
    }
    var joined = folded.replace(".", "");
    var capitals = joined.toUpperCase(Locale.ROOT);
    return capitals.equals(joined) ? Set.of() : Set.of(WordTerms.written(joined, capitals));
  }

  /// The letters of an abbreviation with dots; 0 for what is none.
  private static int letters(String folded) {
    return folded.indexOf('.') > 0 && INITIALS.matcher(folded).matches()
        ? folded.split("\\.").length
        : 0;
  }

  private static String dotted(String folded) {
    var dotted = new StringBuilder();
    folded
        .codePoints()
        .forEach(letter -> dotted.append(dotted.isEmpty() ? "" : ".").appendCodePoint(letter));
    return dotted.toString();
  }
}
