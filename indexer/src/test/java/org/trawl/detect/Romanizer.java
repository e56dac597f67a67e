package org.trawl.detect;

import java.util.Map;

/// Serbian counts in Latin letters, made of those in Cyrillic ones. Each Cyrillic letter is one or
/// two Latin ones (`љ` is `lj`), so a Latin run begins inside the first letter of one Cyrillic run
/// of the same length, or of a shorter one at the end of a word.
final class Romanizer {
  private static final String CYRILLIC = "абвгдђежзијклмнопрстћуфхцчш";
  private static final String LATIN = "abvgdđežzijklmnoprstćufhcčš";
  private static final Map<Character, String> DIGRAPHS = Map.of('љ', "lj", 'њ', "nj", 'џ', "dž");

  LongCounts rewrite(LongCounts cyrillic) {
    var latin = new LongCounts();
    cyrillic.forEach((ngram, count) -> add(ngram, count, latin));
    return latin;
  }

  private static void add(long ngram, double count, LongCounts latin) {
    int length = Ngram.length(ngram);
    boolean endsWord = length > 1 && Ngram.last(ngram) == ' ';
    var run = new StringBuilder();
    int firstLetters = 0;
    for (int i = 0; i < length; i++) {
      String letters = latin(Ngram.charAt(ngram, i));
      if (letters.isEmpty()) {
        return;
      }
      run.append(letters);
      firstLetters = i == 0 ? letters.length() : firstLetters;
    }
    int longest = endsWord ? Ngram.MAX_LENGTH : length;
    for (int start = 0; start < firstLetters; start++) {
      for (int size = length; size <= longest && start + size <= run.length(); size++) {
        latin.add(Ngram.of(run.subSequence(start, start + size)), count);
      }
    }
  }

  /// Empty for a letter that Serbian does not have.
  private static String latin(char letter) {
    if (letter == ' ') {
      return " ";
    }
    int index = CYRILLIC.indexOf(letter);
    return index < 0 ? DIGRAPHS.getOrDefault(letter, "") : String.valueOf(LATIN.charAt(index));
  }
}
