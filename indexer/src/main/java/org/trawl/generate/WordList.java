package org.trawl.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Words that can stand in one place of a sentence, each in several forms. Where the language says
/// how, invented words follow the listed ones without an end, the later the rarer.
final class WordList {
  /// How often a word is an invented one, where there are any.
  private static final double INVENTED = 0.25;

  private final List<String> forms;
  private final byte[][] words;
  private final byte[][] capitalised;
  private final List<Ending> endings;
  private final Stems stems;

  /// What an invented word puts around its stem in one form.
  private static final class Ending {
    final byte[] before;
    final byte[] after;
    final boolean capital;

    Ending(String form) {
      var mark = form.indexOf('{');
      if (mark < 0) {
        throw new IllegalArgumentException("an ending needs {} for the stem: " + form);
      }
      capital = form.contains("{^}");
      before = Utf8Text.utf8(form.substring(0, mark));
      after = Utf8Text.utf8(form.substring(mark + (capital ? 3 : 2)));
    }
  }

  WordList(
      List<String> forms, List<String> lines, List<String> endings, Stems stems, Locale locale) {
    this.forms = forms;
    this.stems = stems;
    var listed = new ArrayList<String>();
    for (var word : split(lines)) {
      listed.addAll(inflect(word));
    }
    words = new byte[listed.size()][];
    capitalised = new byte[listed.size()][];
    for (var i = 0; i < words.length; i++) {
      var word = listed.get(i);
      words[i] = Utf8Text.utf8(word);
      var first = word.offsetByCodePoints(0, 1);
      capitalised[i] =
          Utf8Text.utf8(word.substring(0, first).toUpperCase(locale) + word.substring(first));
    }
    this.endings = new ArrayList<>();
    for (var ending : split(endings)) {
      for (var form : inflect(ending)) {
        this.endings.add(new Ending(form));
      }
    }
  }

  /// How many listed words there are.
  int size() {
    return words.length / forms.size();
  }

  /// The number of the form of this name.
  int form(String name) {
    var form = forms.indexOf(name);
    if (form < 0) {
      throw new IllegalArgumentException("no form " + name + " among " + forms);
    }
    return form;
  }

  /// A listed word in one of its forms.
  byte[] word(int number, int form) {
    return words[number * forms.size() + form];
  }

  /// Adds a word. Half of the time it is one that the topic is about.
  ///
  /// @param capital whether it begins a sentence
  void write(Utf8Text out, Draws draws, int topic, int form, boolean capital) {
    if (!endings.isEmpty() && draws.chance(INVENTED)) {
      writeInvented(out, draws.rank(50, 0.2), form, capital);
      return;
    }
    var number = draws.lowBelow(size());
    if (draws.chance(0.5)) {
      number = (number + topic * 7) % size();
    }
    out.add((capital ? capitalised : words)[number * forms.size() + form]);
  }

  private void writeInvented(Utf8Text out, long rank, int form, boolean capital) {
    var key = stems.key(rank);
    var paradigm = Math.floorMod(key >> 5, endings.size() / forms.size());
    var ending = endings.get(paradigm * forms.size() + form);
    out.add(ending.before);
    stems.write(out, key, rank, ending.capital || (capital && ending.before.length == 0));
    out.add(ending.after);
  }

  private static List<String> split(List<String> lines) {
    return lines.stream().flatMap(line -> List.of(line.split(" ", -1)).stream()).toList();
  }

  private List<String> inflect(String notation) {
    var text = notation.replace('_', ' ');
    var found = new ArrayList<String>();
    var tilde = text.indexOf('~');
    if (text.contains("/")) {
      found.addAll(List.of(text.replace("~", "").split("/", -1)));
    } else if (tilde >= 0) {
      for (var ending : text.substring(tilde + 1).split(",", -1)) {
        found.add(text.substring(0, tilde) + ending);
      }
    } else {
      found.add(text);
    }
    if (found.size() != forms.size()) {
      throw new IllegalArgumentException(
          notation + " has " + found.size() + " forms, not " + forms.size());
    }
    return found;
  }
}
