package org.trawl.query;

import java.util.regex.Pattern;

/// Knows which signs of a word are searched with it and which are not, as the index has them: the
/// hint about the others, and numbers typed with blanks between their thousands.
final class WordSignReader {
  /// Numbers with blanks between their thousands, and nothing of a longer row of numbers.
  private static final Pattern GROUPED =
      Pattern.compile(
          "(?<!\\p{Nd} )(?<!\\p{Nd})[1-9]\\p{Nd}{0,2}(?: \\p{Nd}{3})+(?!\\p{Nd}| \\p{Nd})");

  /// What is searched with the word beside it.
  private static final Pattern SEARCHED =
      Pattern.compile(
          "(?<=\\p{Nd})[%‰°٪/:+](?=\\p{Nd}|$)|(?<=\\p{Nd})\\p{Sc}|[\\p{Sc}№§#](?=\\p{Nd})"
              + "|^\\$(?=\\p{L}{1,6}$)|(?<=[\\p{L}\\p{Nd}])\\+{1,2}$|(?<=^\\p{L})#$"
              + "|(?<=\\p{L})&(?=\\p{L})");

  /// Signs that say something, unlike a comma or a bracket.
  private static final Pattern TELLING = Pattern.compile("[\\p{Sc}\\p{Sm}%‰°٪№§#@&/:]");

  private WordSignReader() {}

  /// Where a number ends that begins here and has blanks between its thousands; `start` if none
  /// does.
  static int groupedEnd(String text, int start, int end) {
    if (start >= end || !Character.isDigit(text.charAt(start))) {
      return start;
    }
    var number = GROUPED.matcher(text).region(start, end);
    number.useTransparentBounds(true);
    return number.lookingAt() ? number.end() : start;
  }

  /// A raw word without the blanks between the thousands of its number.
  static String grouped(String raw) {
    int end = groupedEnd(raw, 0, raw.length());
    return end == 0 ? raw : raw.substring(0, end).replace(" ", "") + raw.substring(end);
  }

  /// The signs of a word, as it is searched, that the index does not have; empty if it has all.
  static String unsearched(String word) {
    var signs = new StringBuilder();
    var rest = TELLING.matcher(SEARCHED.matcher(word).replaceAll(""));
    while (rest.find()) {
      if (signs.indexOf(rest.group()) < 0) {
        signs.append(rest.group());
      }
    }
    return signs.toString();
  }

  /// Whether what was left out is more than punctuation.
  static boolean isTelling(String text) {
    return TELLING.matcher(text).find();
  }
}
