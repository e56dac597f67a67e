package org.trawl.language;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Bulgarian: the dictionary's words with their endings, and the irregular words that it lists form
/// by form.
///
/// Among those are verbs of which only the person `аз` is a head word for the others: their endings
/// are taken off by rule.
final class BulgarianGrammar implements Grammar {
  private static final List<String> VERB_ENDINGS =
      List.of(
          "еш", "иш", "аш", "яш", "е", "и", "ем", "им", "ете", "ите", "ат", "ят", "ох", "охме",
          "охте", "оха", "ах", "ахме", "ахте", "аха", "ях", "яхме", "яхте", "яха", "ел", "ела",
          "ело", "ели", "ял", "яла", "яло", "ил", "ила", "ило", "или", "ал", "ала", "ало", "али",
          "ли", "ла", "ло", "л", "ен", "ена", "ено", "ени", "ейки", "йки");

  private final AffixDictionary dictionary = AffixDictionary.read("bg", word -> word);
  private final Map<String, String> irregular = new HashMap<>();

  BulgarianGrammar() {
    for (String line : WordList.lines("bg.irregular.txt")) {
      String[] forms = line.split(" ");
      for (String form : forms) {
        irregular.put(form, forms[0]);
      }
    }
  }

  @Override
  public void addLemmas(String word, Set<String> lemmas) {
    String lemma = irregular.get(word);
    if (lemma != null) {
      lemmas.add(lemma);
    }
    dictionary.addLemmas(word, lemmas);
    boolean alone = lemmas.isEmpty() || (lemmas.size() == 1 && lemmas.contains(word));
    if (lemma == null && alone && !dictionary.inflects(word)) {
      addVerbs(word, lemmas);
    }
  }

  private void addVerbs(String word, Set<String> lemmas) {
    Set<String> verbs = new HashSet<>();
    for (String ending : VERB_ENDINGS) {
      int rest = word.length() - ending.length();
      if (rest < 2 || !word.endsWith(ending)) {
        continue;
      }
      for (String first : List.of("а", "я")) {
        String verb = word.substring(0, rest) + first;
        if (dictionary.contains(verb) && !dictionary.inflects(verb)) {
          verbs.add(verb);
        }
      }
    }
    if (!verbs.isEmpty()) {
      lemmas.remove(word);
      verbs.stream().sorted().forEach(lemmas::add);
    }
  }
}
