package org.trawl.grammar;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Hebrew over a list of its forms, which has no lemmas: a noun's lemma is the form without plural,
/// owner and gender, a verb's is its past, third person (`לראות` and `רואים` are `ראה`), each only
/// if the list has it. What is written in front of a word goes where the list has the rest and not
/// the whole, so that `בחירות` (elections) is not in `חירות` (freedom); the article goes in any
/// case.
final class HebrewGrammar implements Grammar {
  private static final int SHORTEST = 2;
  private static final int SHORTEST_PAST = 3;
  private static final int LONGEST_PAST = 6;

  private static final List<String> BEFORE =
      List.of(
          "וכשה", "כשה", "שה", "וה", "מה", "ה", "ול", "וב", "ומ", "וש", "וכ", "של", "שב", "שמ", "מ",
          "ב", "ל", "כ", "ש", "ו");

  private record Ending(String end, List<String> instead) {}

  private static final List<Ending> OF_NOUNS =
      List.of(
          new Ending("יותיהם", List.of("ית", "יה", "י")),
          new Ending("ותיהם", List.of("ה", "ת", "")),
          new Ending("ותיהן", List.of("ה", "ת", "")),
          new Ending("ותינו", List.of("ה", "ת", "")),
          new Ending("ותיכם", List.of("ה", "ת", "")),
          new Ending("ותיו", List.of("ה", "ת", "")),
          new Ending("ותיה", List.of("ה", "ת", "")),
          new Ending("ותי", List.of("ה", "ת", "")),
          new Ending("יהם", List.of("", "ה")),
          new Ending("יהן", List.of("", "ה")),
          new Ending("ינו", List.of("", "ה")),
          new Ending("יכם", List.of("", "ה")),
          new Ending("תם", List.of("ה")),
          new Ending("תו", List.of("ה")),
          new Ending("תנו", List.of("ה")),
          new Ending("תך", List.of("ה")),
          new Ending("תי", List.of("ה")),
          new Ending("יות", List.of("ית", "יה", "י", "ות")),
          new Ending("ויות", List.of("ות")),
          new Ending("יים", List.of("י", "יים")),
          new Ending("ות", List.of("ה", "ת", "")),
          new Ending("ים", List.of("", "ה")),
          new Ending("יו", List.of("", "ה")),
          new Ending("יה", List.of("", "יה")),
          new Ending("נו", List.of("")),
          new Ending("כם", List.of("")),
          new Ending("ת", List.of("ה")),
          new Ending("ו", List.of("")),
          new Ending("ם", List.of("")),
          new Ending("ך", List.of("")),
          new Ending("י", List.of("", "ים")));

  /// What may stand in front of a verb's stem, and what may stand behind it then.
  private record Around(String before, List<String> behind) {}

  private static final List<Around> OF_VERBS =
      List.of(
          new Around(
              "",
              List.of("", "תי", "ת", "נו", "תם", "ו", "ה", "ים", "ות", "ית", "יתי", "ינו", "תה")),
          new Around("ל", List.of("", "ות", "ו", "ם")),
          new Around("לה", List.of("", "ות")),
          new Around("להי", List.of("", "ות")),
          new Around("י", List.of("", "ו", "ה")),
          new Around("ת", List.of("", "ו", "י", "ה", "נה")),
          new Around("א", List.of("", "ה")),
          new Around("נ", List.of("", "ה")),
          new Around("מ", List.of("", "ה", "ת", "ים", "ות")));

  private static final Set<String> OF_CAUSATIVES = Set.of("י", "ת", "א", "נ", "מ", "לה");
  private static final Pattern CAUSATIVE_YOD = Pattern.compile("(?<=^ה.{1,3})י(.)$");

  /// Plurals that no ending makes, bare and before an owner.
  private static final Map<String, String> PLURALS =
      Map.ofEntries(
          Map.entry("בתים", "בית"),
          Map.entry("בתי", "בית"),
          Map.entry("אנשים", "איש"),
          Map.entry("אנשי", "איש"),
          Map.entry("נשים", "אישה"),
          Map.entry("נשות", "אישה"),
          Map.entry("ערים", "עיר"),
          Map.entry("ערי", "עיר"),
          Map.entry("בנים", "בן"),
          Map.entry("בנות", "בת"),
          Map.entry("ימים", "יום"),
          Map.entry("ימי", "יום"));

  private static final String MEDIAL = "כמנפצ";
  private static final String FINAL = "ךםןףץ";

  private final FormDictionary forms =
      FormDictionary.read("org/trawl/grammar/dictionaries/he", "he", false);
  private final Grammar endings = new HebrewEndings();

  @Override
  public void addLemmas(String word, Set<String> lemmas) {
    Set<String> found = new LinkedHashSet<>();
    addReadings(word, found);
    boolean whole = isForm(word);
    for (String before : BEFORE) {
      boolean article = before.endsWith("ה");
      String rest = word.startsWith(before) ? word.substring(before.length()) : "";
      if (rest.length() > SHORTEST && (article || !whole) && isForm(rest)) {
        addReadings(rest, found);
        break;
      }
    }
    if (found.isEmpty()) {
      endings.addLemmas(word, found);
    }
    // Doubled or not is a matter of spelling.
    found.forEach(lemma -> lemmas.add(lemma.replace("וו", "ו").replace("יי", "י")));
  }

  private void addReadings(String word, Set<String> found) {
    String single = PLURALS.get(word);
    if (single != null) {
      addReadings(single, found);
      return;
    }
    if (isForm(word)) {
      found.add(masculine(noun(word)));
    }
    addVerbs(word, found);
  }

  private String noun(String word) {
    String medial = withoutFinal(word);
    if (!word.endsWith("ות") && (isForm(medial + "ים") || isForm(word + "ת"))) {
      return word;
    }
    for (Ending ending : OF_NOUNS) {
      if (!word.endsWith(ending.end())) {
        continue;
      }
      String stem = word.substring(0, word.length() - ending.end().length());
      for (String instead : ending.instead()) {
        String head = stem.length() < SHORTEST ? "" : withFinalLetter(stem + instead);
        if (isForm(head)) {
          return head;
        }
      }
    }
    return word;
  }

  /// An adjective or a participle has a masculine and both plurals.
  private String masculine(String noun) {
    int length = noun.length() - 1;
    if (noun.endsWith("ית") && isForm(noun.substring(0, length))) {
      return noun.substring(0, length);
    }
    if (length > SHORTEST && (noun.endsWith("ה") || noun.endsWith("ת"))) {
      String stem = noun.substring(0, length);
      if (isForm(withFinalLetter(stem)) && isForm(stem + "ים") && isForm(stem + "ות")) {
        return withFinalLetter(stem);
      }
    }
    return noun;
  }

  private void addVerbs(String word, Set<String> found) {
    for (Around around : OF_VERBS) {
      String before = around.before();
      for (String end : around.behind()) {
        int length = word.length() - end.length();
        if (word.startsWith(before) && word.endsWith(end) && length - before.length() >= SHORTEST) {
          addPasts(before, word.substring(before.length(), length), end, found);
        }
      }
    }
  }

  /// Adds the first of the pasts that such a form may be of: a causative with its yod, a plain
  /// verb, a causative without, an intensive.
  private void addPasts(String before, String stem, String end, Set<String> found) {
    String plain = stem.replaceFirst("(?<=.)ו", "");
    String intensive = stem.charAt(0) + "י" + stem.substring(1);
    boolean weak = !end.isEmpty() || stem.endsWith("ה");
    boolean causative = OF_CAUSATIVES.contains(before);
    Set<String> pasts = new LinkedHashSet<>();
    if (causative && stem.charAt(Math.max(0, stem.length() - 2)) == 'י') {
      pasts.add("ה" + stem);
    }
    if (before.equals("להי") || before.equals("י") || before.equals("ת")) {
      pasts.add("נ" + (stem.startsWith("י") ? stem.substring(1) : stem));
    }
    if (!before.equals("להי")) {
      pasts.add(plain);
      if (weak) {
        pasts.add(plain + "ה");
      }
    }
    if (causative) {
      pasts.add("ה" + stem);
      pasts.add("ה" + stem + "ה");
    } else {
      pasts.add(stem);
    }
    pasts.add(intensive);
    if (weak) {
      pasts.add(intensive + "ה");
    }
    for (String past : pasts) {
      String written = withFinalLetter(past);
      if (written.length() >= SHORTEST_PAST
          && written.length() <= LONGEST_PAST
          && isPast(written)) {
        found.add("-" + written);
        return;
      }
    }
  }

  /// The past has its first person and its plural beside it.
  private boolean isPast(String word) {
    String stem = word.endsWith("ה") ? word.substring(0, word.length() - 1) : withoutFinal(word);
    String first =
        word.endsWith("ה") ? stem + "יתי" : CAUSATIVE_YOD.matcher(stem).replaceAll("$1תי");
    return isForm(word) && isForm(stem + "ו") && isForm(first.equals(stem) ? stem + "תי" : first);
  }

  private boolean isForm(String word) {
    Set<String> found = new LinkedHashSet<>();
    if (!word.isEmpty()) {
      forms.addLemmas(word, found);
    }
    return !found.isEmpty();
  }

  private static String withoutFinal(String word) {
    int last = word.length() - 1;
    int letter = FINAL.indexOf(word.charAt(last));
    return letter < 0 ? word : word.substring(0, last) + MEDIAL.charAt(letter);
  }

  private static String withFinalLetter(String stem) {
    int last = stem.length() - 1;
    int letter = last < 0 ? -1 : MEDIAL.indexOf(stem.charAt(last));
    return letter < 0 ? stem : stem.substring(0, last) + FINAL.charAt(letter);
  }
}
