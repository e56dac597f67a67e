package org.trawl.translation;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.trawl.language.Folding;

/// What countries, languages, months and days are called in each language, as the JDK has it of the
/// Unicode CLDR. Read when first asked, some 15,000 names. Immutable.
final class PlaceNames {
  /// In which names are known, besides those of the dictionary.
  static final List<String> LANGUAGES =
      List.of(
          "ar", "be", "bg", "bn", "ca", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr",
          "he", "hi", "hr", "hu", "hy", "id", "it", "ja", "ka", "kk", "ko", "lt", "lv", "mk", "nl",
          "no", "pl", "pt", "ro", "ru", "sk", "sl", "sr", "sv", "ta", "th", "tr", "uk", "ur", "vi",
          "zh");

  /// Where Serbian is written in Latin letters, as most tweets do; a search finds both.
  private static final Locale SERBIAN = Locale.forLanguageTag("sr-Latn");

  private static final class Loaded {
    static final PlaceNames NAMES = new PlaceNames();
  }

  /// What is named.
  enum Kind {
    COUNTRY("country"),
    LANGUAGE("language"),
    MONTH("month"),
    DAY("day");

    final String sense;

    Kind(String sense) {
      this.sense = sense;
    }
  }

  /// Something with a name in every language.
  ///
  /// @param english its English name
  /// @param names by language
  record Named(Kind kind, String english, Map<String, String> names) {
    Named {
      names = Map.copyOf(names);
    }
  }

  private final Map<String, List<Named>> known = new HashMap<>();

  private PlaceNames() {
    for (var country : Locale.getISOCountries()) {
      var place = Locale.of("", country);
      add(Kind.COUNTRY, place::getDisplayCountry);
    }
    for (var language : LANGUAGES) {
      var spoken = Locale.of(language);
      add(Kind.LANGUAGE, spoken::getDisplayLanguage);
    }
    for (var month : Month.values()) {
      add(Kind.MONTH, locale -> month.getDisplayName(TextStyle.FULL_STANDALONE, locale));
    }
    for (var day : DayOfWeek.values()) {
      add(Kind.DAY, locale -> day.getDisplayName(TextStyle.FULL_STANDALONE, locale));
    }
  }

  static PlaceNames get() {
    return Loaded.NAMES;
  }

  private interface Naming {
    String in(Locale language);
  }

  private void add(Kind kind, Naming naming) {
    var names = new HashMap<String, String>();
    for (var language : LANGUAGES) {
      var name = naming.in(language.equals("sr") ? SERBIAN : Locale.of(language));
      // Countries without a name of their own are given by their codes.
      if (!name.isBlank() && !name.matches("[A-Z]{2}|[a-z]{2}|.*[(0-9].*")) {
        names.put(language, name);
      }
    }
    var english = names.get("en");
    if (english == null) {
      return;
    }
    var named = new Named(kind, english, names);
    for (var name : Set.copyOf(names.values())) {
      known.computeIfAbsent(Folding.fold(name), n -> new ArrayList<>()).add(named);
    }
  }

  /// What has a name, and in which of the languages it is that.
  List<Named> called(String language, String folded) {
    return known.getOrDefault(folded, List.of()).stream()
        .filter(named ->
            named.names.containsKey(language)
                && Folding.fold(named.names.get(language)).equals(folded))
        .toList();
  }

  /// Whether anything is called so in any language.
  boolean knows(String folded) {
    return known.containsKey(folded);
  }
}
