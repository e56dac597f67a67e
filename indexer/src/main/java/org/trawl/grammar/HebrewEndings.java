package org.trawl.grammar;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Hebrew without a dictionary: the article, alone or after "and" and "that", the plural and owners
/// go, and letters that stand for vowels may be written or not.
///
/// The prefixes of one letter that mean in, to, from and as stay: too many words begin with these
/// letters (`בחירות`, elections, would be in `חירות`, freedom). A word whose letters are those of a
/// root, with what verbs have around it, is also of that root.
final class HebrewEndings implements Grammar {
  private static final int SHORTEST_STEM = 3;
  private static final int ROOT = 3;

  private static final Pattern ARTICLE = Pattern.compile("(?:[וש]|וש|כש)?ה(.{3,})");

  private static final List<String> PLURALS =
      List.of(
          "יותיהם", "ותיהם", "יהם", "יים", "יות", "ייה", "ותיו", "ים", "ות", "יו", "יה", "ה", "ת",
          "י");

  private static final Pattern VERB =
      Pattern.compile("(?:להת|לה|מת|ית|הת|ל|י|ה)?(.{3,4}?)(?:תי|נו|ים|ה|ת|ו)?");

  private static final String MEDIAL = "כמנפצ";
  private static final String FINAL = "ךםןףץ";

  @Override
  public void addLemmas(String word, Set<String> lemmas) {
    Matcher article = ARTICLE.matcher(word);
    String bare = article.matches() ? article.group(1) : word;
    lemmas.add(withFinalLetter(withoutPlural(bare)));
    Matcher verb = VERB.matcher(word);
    if (verb.matches()) {
      String root = root(verb.group(1));
      if (root.length() == ROOT) {
        lemmas.add("-" + root);
      }
    }
  }

  /// The consonants: a double vav or yod is one, a single one a vowel.
  private static String root(String stem) {
    String first = stem.substring(0, 1);
    String rest = withFinalLetter(stem).substring(1);
    return first + rest.replace("וו", "׳").replaceAll("[וי]", "").replace("׳", "ו");
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
