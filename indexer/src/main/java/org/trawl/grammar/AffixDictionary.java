package org.trawl.grammar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.trawl.language.WordFile;

/// A Hunspell dictionary: head words, each with the classes of endings that it takes.
///
/// A word is looked up by taking off each ending that it could have, and seeing whether what is
/// left is a head word of a class with this ending. Lucene's own reader sorts and compiles a
/// dictionary for a third of a second at every start, this one reads it in a tenth; what spelling
/// needs and grammar does not (compounds, suggestions) is left out.
final class AffixDictionary implements Grammar {
  /// An ending of a class: `strip` in the head word becomes `add`.
  ///
  /// @param next classes of the endings that may follow it
  /// @param derives whether it makes another word, which is its own head word
  private record Ending(
      String flag,
      String strip,
      String add,
      Pattern condition,
      List<String> next,
      boolean derives) {}

  /// What a word is without an ending.
  private record Stripped(String head, Ending ending) {}

  /// Stands behind an ending that makes another word, in files that tell.
  private static final String DERIVES = "ds:";

  /// Stands behind a word that is a form of another one, in front of that one.
  private static final String STEM = "st:";

  private final Locale locale;
  private final Map<String, List<String>> flagsOfWord = new HashMap<>();
  private final Map<String, List<Ending>> byAdd = new HashMap<>();
  private final Map<String, Pattern> conditions = new HashMap<>();
  private final Map<String, List<String>> flagLists = new HashMap<>();
  private final Map<String, String> stems = new HashMap<>();
  private final Set<String> following = new HashSet<>();
  private final List<String> aliases = new ArrayList<>();
  private int longestAdd;
  private int flagLength = 1;

  private final UnaryOperator<String> variant;

  private final Predicate<String> grammatical;

  private AffixDictionary(
      String language, UnaryOperator<String> variant, Predicate<String> grammatical) {
    this.locale = Locale.of(language);
    this.variant = variant;
    this.grammatical = grammatical;
  }

  /// Reads `LANGUAGE.aff.gz` and `LANGUAGE.dic.gz`.
  ///
  /// @param variant the spelling under which a head word is to be found besides its own
  /// @param grammatical whether an ending makes a form of a word, and not another word
  static AffixDictionary read(
      String language, UnaryOperator<String> variant, Predicate<String> grammatical) {
    AffixDictionary dictionary = new AffixDictionary(language, variant, grammatical);
    WordFile.lines(AffixDictionary.class, "dictionaries/" + language + ".aff.gz")
        .forEach(dictionary::addAffix);
    WordFile.lines(AffixDictionary.class, "dictionaries/" + language + ".dic.gz").stream()
        .skip(1)
        .forEach(dictionary::addWord);
    return dictionary;
  }

  /// Whether a word is a head word.
  boolean contains(String word) {
    return flagsOfWord.containsKey(word);
  }

  /// Whether a word is a head word with endings.
  boolean inflects(String word) {
    return !flagsOfWord.getOrDefault(word, List.of()).isEmpty();
  }

  @Override
  public void addLemmas(String word, Set<String> lemmas) {
    if (contains(word)) {
      lemmas.add(stem(word));
    }
    for (Stripped outer : stripped(word)) {
      if (isOf(outer.head(), outer.ending())) {
        lemmas.add(outer.ending().derives() ? word : stem(outer.head()));
      }
      if (!following.contains(outer.ending().flag())) {
        continue;
      }
      for (Stripped inner : stripped(outer.head())) {
        if (inner.ending().next().contains(outer.ending().flag())
            && isOf(inner.head(), inner.ending())) {
          lemmas.add(inner.ending().derives() ? outer.head() : stem(inner.head()));
        }
      }
    }
  }

  private String stem(String head) {
    return stems.getOrDefault(head, head);
  }

  private boolean isOf(String head, Ending ending) {
    return flagsOfWord.getOrDefault(head, List.of()).contains(ending.flag());
  }

  /// All ways to take one ending off a word, whether or not a word is left.
  private List<Stripped> stripped(String word) {
    List<Stripped> all = new ArrayList<>();
    for (int add = Math.min(longestAdd, word.length()); add >= 0; add--) {
      List<Ending> endings = byAdd.get(word.substring(word.length() - add));
      if (endings == null) {
        continue;
      }
      String rest = word.substring(0, word.length() - add);
      for (Ending ending : endings) {
        String head = rest + ending.strip();
        if (ending.condition().matcher(head).find()) {
          all.add(new Stripped(head, ending));
        }
      }
    }
    return all;
  }

  private void addAffix(String line) {
    String[] cells = line.strip().split("\\s+");
    switch (cells[0]) {
      case "FLAG" -> flagLength = cells[1].equals("long") ? 2 : 1;
      case "AF" -> aliases.add(cells[1]);
      case "SFX" -> {
        if (cells.length >= 4 && !cells[3].chars().allMatch(Character::isDigit)) {
          addEnding(cells);
        }
      }
      default -> {
        // Prefixes, compounds, suggestions.
      }
    }
  }

  private void addEnding(String[] cells) {
    String strip = cells[2].equals("0") ? "" : cells[2];
    int slash = cells[3].indexOf('/');
    String add = slash < 0 ? cells[3] : cells[3].substring(0, slash);
    add = add.equals("0") ? "" : add;
    List<String> next =
        slash < 0
            ? List.of()
            : flagLists.computeIfAbsent(cells[3].substring(slash + 1), this::flags);
    following.addAll(next);
    if (!grammatical.test(add)) {
      return;
    }
    String condition = cells.length > 4 ? cells[4] : ".";
    Pattern pattern = conditions.computeIfAbsent(condition, c -> Pattern.compile(c + "$"));
    byAdd
        .computeIfAbsent(add, a -> new ArrayList<>())
        .add(
            new Ending(
                cells[1], strip, add, pattern, next, cells[cells.length - 1].equals(DERIVES)));
    longestAdd = Math.max(longestAdd, add.length());
  }

  private void addWord(String line) {
    int tab = line.indexOf('\t');
    String entry = (tab < 0 ? line : line.substring(0, tab)).strip();
    int slash = entry.indexOf('/');
    String word = (slash < 0 ? entry : entry.substring(0, slash)).toLowerCase(locale);
    String flags = slash < 0 ? "" : entry.substring(slash + 1);
    List<String> classes = flagLists.computeIfAbsent(flags, this::flags);
    flagsOfWord.merge(word, classes, AffixDictionary::joined);
    if (tab >= 0 && line.startsWith(STEM, tab + 1)) {
      stems.put(word, line.substring(tab + 1 + STEM.length()));
    }
    String other = variant.apply(word);
    if (!other.equals(word)) {
      flagsOfWord.merge(other, classes, AffixDictionary::joined);
    }
  }

  /// The first alias in the file is their number, so that theirs begin at 1.
  private List<String> flags(String flags) {
    boolean alias = !aliases.isEmpty() && flags.chars().allMatch(Character::isDigit);
    String all = alias && !flags.isEmpty() ? aliases.get(Integer.parseInt(flags)) : flags;
    List<String> list = new ArrayList<>();
    for (int i = 0; i + flagLength <= all.length(); i += flagLength) {
      list.add(all.substring(i, i + flagLength));
    }
    return List.copyOf(list);
  }

  private static List<String> joined(List<String> one, List<String> other) {
    List<String> all = new ArrayList<>(one);
    all.addAll(other);
    return List.copyOf(all);
  }
}
