package org.trawl.grammar;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/// Keeps Russian surnames, patronymics and towns apart, which a dictionary reads as forms of the
/// first name or the common word within them.
///
/// `Иванов` could be the plural genitive of `Иван`, and `Львов` of `лев`; in tweets they are the
/// surname and the town. The dictionary has a surname for every plural genitive (`Законов`), so
/// this holds only for first names and for words that are rarer in this form than the name.
final class RussianSurnames implements Grammar {
  private static final Pattern NAME =
      Pattern.compile("(.{2,})[ое](?:в|ва|во|ву|ве|вым|вой|вы|вых)");

  /// First names, and the stems of words whose plural genitive is mostly a name.
  private static final Set<String> WITHIN =
      Set.of(
          "иван",
          "петр",
          "павл",
          "михаил",
          "александр",
          "владимир",
          "борис",
          "богдан",
          "роман",
          "степан",
          "антон",
          "максим",
          "семен",
          "захар",
          "давид",
          "макар",
          "тихон",
          "платон",
          "филипп",
          "денис",
          "федор",
          "егор",
          "герасим",
          "ефим",
          "трофим",
          "григор",
          "киев",
          "льв",
          "азов",
          "стрелк",
          "кузнец",
          "козл",
          "волк",
          "орл",
          "соколов",
          "ки",
          "аз",
          "медвед",
          "соловь",
          "воробь",
          "гусар",
          "марк",
          "лук",
          "фом",
          "симон",
          "родион",
          "мирон");

  private static final Pattern PATRONYMIC =
      Pattern.compile("(.{2,}(?:[ое]вич|[ое]вн))(?:а|у|ем|ом|е|ы|ой|и|ей|ам|ами|ах)?");

  private final Grammar dictionary;

  RussianSurnames(Grammar dictionary) {
    this.dictionary = dictionary;
  }

  /// Whether the dictionary has the surname or town besides a word that is within it.
  private static boolean isName(String word, String within, Set<String> lemmas) {
    String head = word.substring(0, within.length() + 2);
    return WITHIN.contains(within)
        && lemmas.stream().anyMatch(lemma -> lemma.startsWith(head) && !lemma.endsWith("вый"));
  }

  @Override
  public void addLemmas(String word, Set<String> lemmas) {
    Set<String> all = new LinkedHashSet<>();
    dictionary.addLemmas(word, all);
    if (all.isEmpty()) {
      return;
    }
    var patronymic = PATRONYMIC.matcher(word);
    if (patronymic.matches()) {
      all.removeIf(lemma -> !lemma.startsWith(patronymic.group(1)));
      lemmas.addAll(all.isEmpty() ? Set.of(patronymic.group(1)) : all);
      return;
    }
    var name = NAME.matcher(word);
    if (name.matches() && isName(word, name.group(1), all)) {
      String head = word.substring(0, name.end(1) + 2);
      all.removeIf(lemma -> !lemma.startsWith(head) || lemma.endsWith("вый"));
      if (word.endsWith("во") && all.contains(word)) {
        all.removeIf(lemma -> !lemma.equals(word));
      }
    }
    lemmas.addAll(all);
    if (all.stream().allMatch(lemma -> lemma.endsWith("нуть"))) {
      // The past of a rare verb is written like a name: `туск` of `тускнуть`.
      lemmas.add(word);
    }
  }
}
