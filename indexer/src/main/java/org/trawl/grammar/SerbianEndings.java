package org.trawl.grammar;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes the endings off Serbian words that no dictionary has, mostly names and new loans.
///
/// Adjectives in `-ski`, nouns in `-ost` and the verbs that loans become are known by their ends;
/// of all else the longest ending goes, and an a between the last two consonants (`kipar`,
/// `kipru`).
final class SerbianEndings implements Grammar {
  private static final int SHORTEST_STEM = 3;

  /// What ends like this, and the end of its lemma.
  private static final Map<Pattern, String> KINDS =
      Map.of(
          Pattern.compile("(.+[sčšc]k)(i|a|o|e|u|og|oga|om|ome|omu|oj|im|ih|ima)"),
          "i",
          Pattern.compile("(.{2,}os)(t|ti|tima|ću|šću|tju)"),
          "t",
          Pattern.compile(
              "(.{2,})(uj(em|eš|e|emo|ete|u|ući|mo|te)|ova(ti|o|la|lo|li|le|n|na|no|ni|ne|nje|nja|nju|njem|njima))"),
          "ovati",
          Pattern.compile(
              "(.{2,})(iš(em|eš|e|emo|ete|u)|isa(ti|o|la|lo|li|le|n|na|no|ni|ne|nje|nja|nju|njem|njima))"),
          "isati",
          Pattern.compile(
              "(.{2,})ira(m|š|mo|te|ju|jući|ti|o|la|lo|li|le|n|na|no|ni|ne|nog|nih|nje|nja|nju|njem|njima)?"),
          "irati");

  /// Longest first.
  private static final List<String> ENDINGS =
      List.of(
          "ijega", "ijemu", "ovima", "evima", "ijeg", "ijem", "ijoj", "ijim", "ijih", "ajući",
          "ući", "ovim", "ovom", "ovog", "ovih", "ama", "ima", "ova", "ove", "ovi", "ovo", "ovu",
          "eva", "eve", "evi", "oga", "ome", "omu", "ati", "iti", "eti", "uti", "ala", "ali", "alo",
          "ale", "ila", "ili", "ilo", "ile", "ela", "eli", "elo", "ele", "amo", "ate", "aju", "imo",
          "ite", "emo", "ete", "iji", "ija", "ije", "ov", "ev", "og", "om", "em", "oj", "im", "ih",
          "ao", "io", "eo", "am", "aš", "iš", "eš", "a", "e", "i", "o", "u");

  private static final Pattern FLEETING = Pattern.compile("(.+[^aeiou])a([rlkcnm])");

  @Override
  public void addLemmas(String word, Set<String> lemmas) {
    boolean most = word.startsWith("naj") && word.length() > 7;
    String plain = most ? word.substring(3) : word;
    for (var kind : KINDS.entrySet()) {
      Matcher matcher = kind.getKey().matcher(plain);
      if (matcher.matches()) {
        lemmas.add(matcher.group(1) + kind.getValue());
        return;
      }
    }
    String stem = stem(plain);
    Matcher fleeting = FLEETING.matcher(stem);
    lemmas.add(fleeting.matches() ? fleeting.group(1) + fleeting.group(2) : stem);
  }

  private static String stem(String word) {
    for (String ending : ENDINGS) {
      if (word.endsWith(ending) && word.length() >= ending.length() + SHORTEST_STEM) {
        return word.substring(0, word.length() - ending.length());
      }
    }
    return word;
  }
}
