package org.trawl.grammar;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Kazakh without a dictionary: takes a word's endings off from the right, in the order in which
/// Kazakh sets them: case, owner, plural; of verbs person, tense, negation and voice.
///
/// The vowels of an ending follow those of the stem, and its consonant the stem's last, which keeps
/// apart what is an ending and what only looks like one.
final class KazakhEndings implements Grammar {
  private static final int SHORTEST_STEM = 3;

  private static final Pattern ABOUT =
      Pattern.compile("(.{3,})(?:[дт][аеәе]ғы|[дт][еа]гі|д[аы]й|дей|тай|тей)");

  private static final Pattern CASE =
      Pattern.compile(
          "(.{2,}?)(?:[ндт][ыі]ң|[дтн][ыі]|[ғқ]а|[гк]е|н[ае]|[дт][ае]н|н[ае]н|нд[ае]|[дт][ае]|[мбп]ен(?:ен)?)");

  private static final Pattern OWNER =
      Pattern.compile(
          "(.{2,}?)(?:[ыі]м[ыі]з|м[ыі]з|[ыі]ң[ыі]з|ң[ыі]з|[ыі]м|[ыі]ң|[ыі]н|с[ыі]н|с[ыі]|[ыі])");

  private static final Pattern PLURAL = Pattern.compile("(.{2,})[лдт][ае]р");

  private static final Pattern VERB =
      Pattern.compile(
          "(.{2,}?)(?:[бпм][ае]|[ыі]?[лн])?(?:[ае]?ты?н(?:дай)?|[ае]тін(?:дей)?|[аеиыі]?й?ды|[аеиыі]?й?ді|[дт][ыі](?:м|ң|к|қ)?|[ғқ]ан|[гк]ен|[ыі]п|п|[ае]|й|у(?:[ыі]|[ғг][ае]|[ыі]н[ае]|[ыі]н|д[ыі]|д[ае])?|[ае]р|с[ае]|[ғқ]ы|[гк]і)(?:м[ыі]н|с[ыі]ң|м[ыі]з|с[ыі]з|л[ае]р|нд[ае]|ш[ае]|н[ыі]ң)?");

  private static final List<String> LONG = List.of("лық", "лік", "дық", "дік", "тық", "тік");

  @Override
  public void addLemmas(String word, Set<String> lemmas) {
    String noun = strip(word, ABOUT);
    noun = strip(noun, CASE);
    String bare = strip(noun, OWNER);
    boolean softened = !bare.equals(noun);
    bare = strip(bare, PLURAL);
    lemmas.add(hard(bare, softened));
    if (!LONG.contains(word.substring(Math.max(0, word.length() - SHORTEST_STEM)))) {
      Matcher verb = VERB.matcher(word);
      if (verb.matches() && verb.group(1).length() >= 2 && !verb.group(1).equals(word)) {
        lemmas.add(verb.group(1) + "-у");
      }
    }
  }

  private static String strip(String word, Pattern ending) {
    Matcher matcher = ending.matcher(word);
    return matcher.matches() && matcher.group(1).length() >= SHORTEST_STEM
        ? matcher.group(1)
        : word;
  }

  /// `бастық` has `бастығы`, `кітап` has `кітабы`.
  private static String hard(String stem, boolean softened) {
    int last = stem.length() - 1;
    if (!softened) {
      return stem;
    }
    return switch (stem.charAt(last)) {
      case 'ғ' -> stem.substring(0, last) + 'қ';
      case 'г' -> stem.substring(0, last) + 'к';
      case 'б' -> stem.substring(0, last) + 'п';
      default -> stem;
    };
  }
}
