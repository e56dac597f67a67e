package org.trawl.tweet;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Yes and no as programs write them; spreadsheets do in the language of who saved the file.
final class Truth {
  private static final Set<String> YES =
      Set.of(
          "true",
          "t",
          "1",
          "1.0",
          "1,0",
          "yes",
          "y",
          "on",
          "wahr",
          "vrai",
          "verdadero",
          "verdadeiro",
          "vero",
          "waar",
          "prawda",
          "doğru",
          "истина",
          "істина",
          "да",
          "pravda",
          "sant",
          "sand",
          "sann",
          "tosi",
          "igaz",
          "adevărat",
          "tru",
          "=true()",
          "b'1'",
          "b'true'");
  private static final Set<String> NO =
      Set.of(
          "false",
          "f",
          "0",
          "0.0",
          "0,0",
          "no",
          "n",
          "off",
          "falsch",
          "faux",
          "falso",
          "onwaar",
          "fałsz",
          "yanlış",
          "ложь",
          "хибність",
          "нет",
          "nepravda",
          "falskt",
          "falsk",
          "usann",
          "epätosi",
          "hamis",
          "fals",
          "=false()",
          "b'0'",
          "b'false'");

  private Truth() {}

  /// Empty for a cell that says neither.
  static Optional<Boolean> of(String cell) {
    var text = cell.strip();
    if (text.isEmpty() || text.length() > 12) {
      return Optional.empty();
    }
    var word = text.toLowerCase(Locale.ROOT);
    if (YES.contains(word)) {
      return Optional.of(true);
    }
    return NO.contains(word) ? Optional.of(false) : Optional.empty();
  }
}
