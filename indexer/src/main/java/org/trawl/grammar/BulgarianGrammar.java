package org.trawl.grammar;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trawl.language.WordFile;

/// Bulgarian: the dictionary's words with their endings, and the irregular words that it lists form
/// by form.
///
/// Among those are verbs of which only the person `аз` is a head word for the others: their endings
/// are taken off by rule.
final class BulgarianGrammar implements Grammar {
  private static final List<String> VERB_ENDINGS =
      List.of(
          "еш", "иш", "аш", "яш", "е", "и", "ем", "им", "ете", "ите", "ат", "ят", "их", "ихме",
          "ихте", "иха", "ох", "охме", "охте", "оха", "ах", "ахме", "ахте", "аха", "ях", "яхме",
          "яхте", "яха", "ел", "ела", "ело", "ели", "ял", "яла", "яло", "ил", "ила", "ило", "или",
          "ал", "ала", "ало", "али", "ли", "ла", "ло", "л", "ен", "ена", "ено", "ени", "ейки",
          "йки");

  /// What stands at the end of a noun, and what its head word has there; longest first.
  private static final Map<String, List<String>> NOUN_ENDINGS = nounEndings();

  private final AffixDictionary dictionary =
      AffixDictionary.read("bg", word -> word, ending -> true);
  private final Map<String, String> irregular = new HashMap<>();

  BulgarianGrammar() {
    for (String line : WordFile.lines(BulgarianGrammar.class, "dictionaries/bg.irregular.txt")) {
      String[] forms = line.split(" ");
      for (String form : forms) {
        irregular.put(form, forms[0]);
      }
    }
  }

  private static Map<String, List<String>> nounEndings() {
    Map<String, List<String>> endings = new LinkedHashMap<>();
    endings.put("овете", List.of(""));
    endings.put("евете", List.of("й", ""));
    endings.put("ците", List.of("к", "ц"));
    endings.put("зите", List.of("г"));
    endings.put("сите", List.of("х"));
    endings.put("ите", List.of("", "а", "я", "й", "ия"));
    endings.put("ове", List.of(""));
    endings.put("еве", List.of("й", ""));
    endings.put("ци", List.of("к"));
    endings.put("зи", List.of("г"));
    endings.put("си", List.of("х"));
    endings.put("та", List.of(""));
    endings.put("то", List.of(""));
    endings.put("те", List.of(""));
    endings.put("ът", List.of(""));
    endings.put("ят", List.of("й", ""));
    endings.put("а", List.of(""));
    endings.put("я", List.of("й", ""));
    endings.put("и", List.of("", "а", "я", "й"));
    return endings;
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
      if (lemmas.isEmpty() || lemmas.contains(word)) {
        addNouns(word, lemmas);
      }
    }
  }

  /// `вярата` is `вяра`, `политиците` are `политик`, where the dictionary has them without endings.
  private void addNouns(String word, Set<String> lemmas) {
    for (Map.Entry<String, List<String>> ending : NOUN_ENDINGS.entrySet()) {
      int rest = word.length() - ending.getKey().length();
      if (rest < 3 || !word.endsWith(ending.getKey())) {
        continue;
      }
      for (String end : ending.getValue()) {
        String noun = word.substring(0, rest) + end;
        if (dictionary.contains(noun)) {
          lemmas.remove(word);
          lemmas.add(noun);
          return;
        }
      }
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
        if (dictionary.contains(verb) && (lemmas.isEmpty() || !dictionary.inflects(verb))) {
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
