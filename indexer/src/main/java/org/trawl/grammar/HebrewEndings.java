package org.trawl.grammar;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Hebrew without a dictionary: the article, alone or after "and" and "that", and the plural go.
///
/// The prefixes of one letter that mean in, to, from and as stay: too many words begin with these
/// letters (`בחירות`, elections, would be in `חירות`, freedom).
final class HebrewEndings implements Grammar {
  private static final int SHORTEST_STEM = 3;

  private static final Pattern ARTICLE = Pattern.compile("(?:[וש]|וש|כש)?ה(.{3,})");

  private static final List<String> PLURALS = List.of("יים", "יות", "ים", "ות", "ה", "ת");

  private static final String MEDIAL = "כמנפצ";
  private static final String FINAL = "ךםןףץ";

  @Override
  public void addLemmas(String word, Set<String> lemmas) {
    Matcher article = ARTICLE.matcher(word);
    String bare = article.matches() ? article.group(1) : word;
    lemmas.add(withFinalLetter(withoutPlural(bare)));
  }

  private static String withoutPlural(String word) {
    for (String plural : PLURALS) {
      if (word.endsWith(plural) && word.length() >= plural.length() + SHORTEST_STEM) {
        return word.substring(0, word.length() - plural.length());
      }
    }
    return word;
  }

  private static String withFinalLetter(String stem) {
    int last = stem.length() - 1;
    int letter = MEDIAL.indexOf(stem.charAt(last));
    return letter < 0 ? stem : stem.substring(0, last) + FINAL.charAt(letter);
  }
}
