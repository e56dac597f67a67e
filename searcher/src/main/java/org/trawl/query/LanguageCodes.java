package org.trawl.query;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The language codes that queries know: ISO 639, and those Twitter made up.
final class LanguageCodes {
  /// Codes without two letters in ISO 639-1, or of Twitter's own making (`q…`, `zxx`, `art`).
  private static final Set<String> MORE =
      Set.of(
          "art", "ber", "ceb", "chr", "ckb", "fil", "haw", "hmn", "kmr", "mul", "pnb", "qam", "qct",
          "qht", "qme", "qst", "sdh", "und", "zxx");

  /// Twitter's and the JDK's older codes, and what people write for one.
  private static final Map<String, String> RENAMED =
      Map.ofEntries(
          Map.entry("in", "id"),
          Map.entry("iw", "he"),
          Map.entry("ji", "yi"),
          Map.entry("jw", "jv"),
          Map.entry("none", "und"),
          Map.entry("undefined", "und"),
          Map.entry("unknown", "und"),
          Map.entry("farsi", "fa"));

  /// Country codes that are taken for language codes.
  private static final Map<String, String> COUNTRIES =
      Map.ofEntries(
          Map.entry("br", "pt"),
          Map.entry("cn", "zh"),
          Map.entry("cz", "cs"),
          Map.entry("dk", "da"),
          Map.entry("gb", "en"),
          Map.entry("gr", "el"),
          Map.entry("il", "he"),
          Map.entry("ir", "fa"),
          Map.entry("jp", "ja"),
          Map.entry("mx", "es"),
          Map.entry("rs", "sr"),
          Map.entry("sa", "ar"),
          Map.entry("ua", "uk"),
          Map.entry("us", "en"),
          Map.entry("ve", "es"));

  private static final Set<String> CODES = new HashSet<>(MORE);
  private static final Map<String, String> BY_NAME = new HashMap<>();

  static {
    for (var code : Locale.getISOLanguages()) {
      CODES.add(RENAMED.getOrDefault(code, code));
      var name = Locale.of(code).getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT);
      BY_NAME.put(name, RENAMED.getOrDefault(code, code));
    }
  }

  private LanguageCodes() {}

  /// The code that is meant: any case, older codes, English names, a region after `-` or `_`.
  static Optional<String> code(String typed) {
    var lower = typed.toLowerCase(Locale.ROOT).replace('_', '-');
    var renamed = RENAMED.getOrDefault(lower, BY_NAME.getOrDefault(lower, lower));
    if (CODES.contains(renamed)) {
      return Optional.of(renamed);
    }
    int region = renamed.indexOf('-');
    if (region > 0 && renamed.substring(region + 1).matches("[a-z]{2,4}|[0-9]{3}")) {
      return code(renamed.substring(0, region)).map(code -> code + renamed.substring(region));
    }
    return Optional.empty();
  }

  /// The code of the language that was perhaps meant.
  static Optional<String> nearest(String typed) {
    var lower = typed.toLowerCase(Locale.ROOT);
    if (COUNTRIES.containsKey(lower)) {
      return Optional.of(COUNTRIES.get(lower));
    }
    if (lower.length() < 4) {
      return Optional.empty();
    }
    return Nearest.to(lower, BY_NAME.keySet()).map(BY_NAME::get);
  }
}
