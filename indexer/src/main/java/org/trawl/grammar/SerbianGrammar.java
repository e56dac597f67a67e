package org.trawl.grammar;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trawl.language.WordFile;

/// Serbian, Croatian and Bosnian: one grammar in two alphabets and two pronunciations.
///
/// Words are read in the Latin alphabet, and lemmas are in the Serbian pronunciation (`vreme`,
/// where Croatian has `vrijeme`), so that either finds the other. The dictionary is Croatian; to it
/// come, by rule, compared adjectives, adjectives that have only their long form listed, passive
/// participles, future forms and plurals with an a between their last consonants.
final class SerbianGrammar implements Grammar {
  private static final List<String> FUTURES = List.of("ćemo", "ćete", "ćeš", "ću", "će");

  /// Endings that make an adjective of a noun, which is another word: `budžetski`.
  private static final String ADJECTIVES_OF_NOUNS =
      "(.*)[sčšc]k(i|a|o|e|u|og|oga|om|ome|omu|oj|im|ih|ima)|(.*)o(st|sti|stima|šću)";

  private static final String CONSONANTS = "bcčćdđfghjklmnprsštvzž";

  /// What a consonant was before a j made it another.
  private static final Map<String, String> BEFORE_J =
      Map.ofEntries(
          Map.entry("lj", "l"),
          Map.entry("nj", "n"),
          Map.entry("đ", "d"),
          Map.entry("ć", "t"),
          Map.entry("š", "s"),
          Map.entry("ž", "z"),
          Map.entry("šć", "st"),
          Map.entry("vlj", "v"),
          Map.entry("blj", "b"),
          Map.entry("plj", "p"),
          Map.entry("mlj", "m"));

  private static final Pattern COMPARED =
      Pattern.compile("(.{3,})ij(i|a|e|u|eg|ega|em|emu|oj|im|ih|ima|om)");

  private final AffixDictionary dictionary =
      AffixDictionary.read(
          "hr", SerbianSpelling::ekavian, ending -> !ending.matches(ADJECTIVES_OF_NOUNS));
  private final Map<String, String> irregular = new HashMap<>();
  private final Grammar unlisted;

  SerbianGrammar(Grammar unlisted) {
    this.unlisted = unlisted;
    for (String line : WordFile.lines(SerbianGrammar.class, "dictionaries/sr.irregular.txt")) {
      String[] forms = line.split(" ");
      for (String form : forms) {
        irregular.put(form, forms[0]);
      }
    }
  }

  @Override
  public void addLemmas(String word, Set<String> lemmas) {
    String latin = SerbianSpelling.latin(word);
    Set<String> heads = new LinkedHashSet<>();
    addHeads(latin, heads);
    if (heads.isEmpty() && latin.startsWith("naj")) {
      addHeads(latin.substring(3), heads);
    }
    for (String future : FUTURES) {
      if (heads.isEmpty() && latin.endsWith(future)) {
        addHeads(latin.substring(0, latin.length() - future.length()) + "ti", heads);
      }
    }
    if (heads.isEmpty()) {
      unlisted.addLemmas(SerbianSpelling.ekavian(latin), heads);
    }
    heads.stream().map(SerbianSpelling::ekavian).sorted().forEach(lemmas::add);
  }

  private void addHeads(String word, Set<String> heads) {
    String known = irregular.get(SerbianSpelling.ekavian(word));
    if (known != null) {
      heads.add(known);
      return;
    }
    Set<String> listed = new HashSet<>();
    dictionary.addLemmas(word, listed);
    for (String spelling : SerbianSpelling.ijekavian(word)) {
      dictionary.addLemmas(spelling, listed);
    }
    if (listed.isEmpty()) {
      dictionary.addLemmas(SerbianSpelling.ekavian(word), listed);
    }
    Matcher compared = COMPARED.matcher(word);
    if (listed.isEmpty() && compared.matches()) {
      dictionary.addLemmas(compared.group(1) + "og", listed);
    }
    if (listed.isEmpty() || listed.equals(Set.of(word))) {
      addOfPlural(word, listed);
    }
    for (String head : listed) {
      addPlain(head, heads);
    }
  }

  /// `zemalja` is of `zemlja`.
  private void addOfPlural(String word, Set<String> heads) {
    int last = word.length() - 1;
    if (last < 3 || word.charAt(last) != 'a') {
      return;
    }
    int a = word.lastIndexOf('a', last - 1);
    int between = last - a - 1;
    boolean one = between == 1 || (between == 2 && word.charAt(last - 1) == 'j');
    if (a > 0 && one && CONSONANTS.indexOf(word.charAt(a - 1)) >= 0) {
      Set<String> singular = new HashSet<>();
      dictionary.addLemmas(word.substring(0, a) + word.substring(a + 1), singular);
      if (!singular.isEmpty()) {
        heads.remove(word);
        heads.addAll(singular);
      }
    }
  }

  /// Adds a head word, or the one that it is a form of.
  private void addPlain(String head, Set<String> heads) {
    String known = irregular.get(SerbianSpelling.ekavian(head));
    if (known != null) {
      heads.add(known);
      return;
    }
    String positive = positive(head);
    heads.add(positive);
    addVerb(positive, heads);
  }

  /// `jaki` is `jak`, `moćniji` and `moćni` are `moćan`.
  private String positive(String head) {
    if (head.endsWith("iji") && head.length() > 5) {
      String stem = head.substring(0, head.length() - 3);
      String positive = shortForm(stem);
      if (!positive.isEmpty()) {
        return positive;
      }
      if (dictionary.inflects(stem + 'i') || stem.endsWith("sk")) {
        return stem + 'i';
      }
    } else if (head.endsWith("i") && head.length() > 3) {
      String positive = shortForm(head.substring(0, head.length() - 1));
      if (!positive.isEmpty()) {
        return positive;
      }
    }
    return head;
  }

  /// The short form of an adjective: `jak`, `moćan` for `moćn`; empty if none is listed.
  private String shortForm(String stem) {
    if (dictionary.inflects(stem)) {
      return stem;
    }
    int last = stem.length() - 1;
    boolean ofNoun = stem.endsWith("k") && "sčšc".indexOf(stem.charAt(last - 1)) >= 0;
    String filled = stem.substring(0, last) + 'a' + stem.charAt(last);
    return !ofNoun && dictionary.inflects(filled) ? filled : "";
  }

  /// `otvoren` is of `otvoriti`, `napravljen` of `napraviti`, `pozvan` of `pozvati`.
  private void addVerb(String head, Set<String> heads) {
    String stem = head.substring(0, Math.max(0, head.length() - 2));
    if (head.endsWith("en") && stem.length() > 2) {
      addListed(stem + "iti", heads);
      BEFORE_J.forEach((after, before) -> {
        if (stem.endsWith(after)) {
          addListed(stem.substring(0, stem.length() - after.length()) + before + "iti", heads);
        }
      });
    } else if (head.endsWith("an") && stem.length() > 2) {
      addListed(stem + "ati", heads);
    } else if (head.endsWith("nut")) {
      addListed(stem + "uti", heads);
    }
  }

  private void addListed(String verb, Set<String> heads) {
    if (dictionary.inflects(verb)) {
      heads.add(verb);
    }
  }
}
