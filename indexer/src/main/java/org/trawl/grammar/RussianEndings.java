package org.trawl.grammar;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes the endings off Russian words that no dictionary has, mostly names and new loans.
///
/// A name in `-ов` or `-ин` keeps this: it is no ending but what makes it a surname, and `Иванов`
/// is neither of `Иван` nor of `Иваново`. So do patronymics (`Иванович`). What a stemmer for common
/// words would cut further (`-ост`, `-ск`, `-н`) stays, so that a name meets no adjective.
final class RussianEndings implements Grammar {
  private static final int SHORTEST_STEM = 2;

  private static final String VOWELS = "аеёиоуыэюя";

  /// Surnames declined half as nouns, half as adjectives, in both genders and the plural.
  private static final Pattern SURNAME =
      Pattern.compile("(.{2,}(?:[ое]в|[иы]н))(?:а|у|ым|ом|е|ой|ою|ы|ых|ыми)?");

  private static final Pattern PLURAL_GENITIVE = Pattern.compile(".{4,}[ое]в");

  private static final Pattern CASE_OR_NAME = Pattern.compile(".{3,}[аое]м");

  private static final Pattern ADJECTIVE_NAME =
      Pattern.compile("(.{2,}[сц]к)(?:ий|ого|ому|им|ом|ая|ой|ую|ою|ие|их|ими|ое)");

  private static final Pattern ADJECTIVE =
      Pattern.compile(
          "(.{3,}[нтвлм])(?:ый|ий|ого|его|ому|ему|ым|им|ая|яя|ую|юю|ое|ее|ые|ие|ых|их|ыми|ими)");

  /// What loans become verbs with, and their endings.
  private static final Pattern VERB =
      Pattern.compile(
          "(.{2,}?)(?:ир)?(?:ова(?:ть|л|ла|ло|ли|в|вший|нный|н|на|но|ны|ние|ния|нию|нием)"
              + "|у(?:ю|ешь|ет|ем|ете|ют|й|йте|я|ющий))(?:ся|сь)?");

  /// Of nouns, longest first.
  private static final List<String> ENDINGS =
      List.of(
          "иями", "иях", "иям", "ами", "ями", "ией", "ием", "ах", "ях", "ам", "ям", "ом", "ем",
          "ём", "ой", "ей", "ёй", "ою", "ею", "ию", "ия", "ии", "ие", "ью", "ов", "ев", "ёв", "а",
          "я", "у", "ю", "е", "ы", "и", "о", "ь", "й");

  @Override
  public void addLemmas(String word, Set<String> lemmas) {
    String plain = word.replace('ё', 'е');
    String stem = stem(plain);
    lemmas.add(stem);
    // The plural genitive of an unknown noun looks like a surname: `айфонов`.
    if (stem.equals(plain) && PLURAL_GENITIVE.matcher(plain).matches()) {
      lemmas.add(plain.substring(0, plain.length() - 2));
    }
    // A name may end as a case does: `Телеграм`, `Газпром`.
    if (CASE_OR_NAME.matcher(plain).matches()) {
      lemmas.add(plain);
    }
  }

  private static String stem(String word) {
    if (word.indexOf('-') > 0 || word.length() < 4) {
      return word.length() < 4 ? word : parts(word);
    }
    for (Pattern kind : List.of(ADJECTIVE_NAME, SURNAME)) {
      Matcher matcher = kind.matcher(word);
      if (matcher.matches()) {
        return matcher.group(1);
      }
    }
    Matcher verb = VERB.matcher(word);
    if (verb.matches() && verb.group(1).length() > SHORTEST_STEM) {
      return verb.group(1) + "овать";
    }
    Matcher adjective = ADJECTIVE.matcher(word);
    return adjective.matches() ? adjective.group(1) + "ый" : withoutEnding(word);
  }

  /// Only the last part of `Нью-Йорк` has endings.
  private static String parts(String word) {
    int dash = word.lastIndexOf('-') + 1;
    return word.substring(0, dash) + stem(word.substring(dash));
  }

  private static String withoutEnding(String word) {
    for (String ending : ENDINGS) {
      int length = word.length() - ending.length();
      if (length >= SHORTEST_STEM + 1 && word.endsWith(ending)) {
        boolean consonant = VOWELS.indexOf(word.charAt(length - 1)) < 0;
        if (consonant || ending.length() == 1 || "ией".startsWith(ending.substring(0, 1))) {
          return word.substring(0, length);
        }
      }
    }
    return word;
  }
}
