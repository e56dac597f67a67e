package org.trawl.grammar;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Words as keyboards write them that lack a language's own letters, such as German `fluechtling`
/// and French `soeur`: looked up as they would be with them.
final class OwnLetters implements Grammar {
  private final Grammar dictionary;
  private final Function<String, List<String>> spellings;

  private OwnLetters(Grammar dictionary, Function<String, List<String>> spellings) {
    this.dictionary = dictionary;
    this.spellings = spellings;
  }

  /// @param dictionary knows words in their usual spelling
  static OwnLetters german(Grammar dictionary) {
    return new OwnLetters(
        dictionary,
        word -> {
          var umlauts = word.replace("ae", "ä").replace("oe", "ö").replace("ue", "ü");
          return List.of(umlauts, word.replace("ss", "ß"), umlauts.replace("ss", "ß"));
        });
  }

  /// @param dictionary knows words in their usual spelling
  static OwnLetters french(Grammar dictionary) {
    return new OwnLetters(
        dictionary,
        word -> {
          var ligatures = word.replace("oe", "œ").replace("ae", "æ");
          return ligatures.equals(word) ? List.of() : List.of(ligatures);
        });
  }

  @Override
  public void addLemmas(String word, Set<String> lemmas) {
    for (String spelling : spellings.apply(word)) {
      dictionary.addLemmas(spelling, lemmas);
    }
  }
}
