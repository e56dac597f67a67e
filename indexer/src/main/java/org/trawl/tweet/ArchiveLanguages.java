package org.trawl.tweet;

import java.util.Locale;
import java.util.Map;

/// The languages of the archive's files as ISO codes; `und` for none.
final class ArchiveLanguages {
  private static final String NONE = "und";

  /// The English names in Clemson's files, in lower case.
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("albanian", "sq"),
          Map.entry("arabic", "ar"),
          Map.entry("belarusian", "be"),
          Map.entry("bulgarian", "bg"),
          Map.entry("catalan", "ca"),
          Map.entry("croatian", "hr"),
          Map.entry("czech", "cs"),
          Map.entry("danish", "da"),
          Map.entry("dutch", "nl"),
          Map.entry("english", "en"),
          Map.entry("estonian", "et"),
          Map.entry("farsi (persian)", "fa"),
          Map.entry("finnish", "fi"),
          Map.entry("french", "fr"),
          Map.entry("german", "de"),
          Map.entry("greek", "el"),
          Map.entry("gujarati", "gu"),
          Map.entry("hebrew", "he"),
          Map.entry("hindi", "hi"),
          Map.entry("hungarian", "hu"),
          Map.entry("icelandic", "is"),
          Map.entry("indonesian", "id"),
          Map.entry("italian", "it"),
          Map.entry("japanese", "ja"),
          Map.entry("korean", "ko"),
          Map.entry("kurdish", "ckb"),
          Map.entry("latvian", "lv"),
          Map.entry("lithuanian", "lt"),
          Map.entry("macedonian", "mk"),
          Map.entry("malay", "ms"),
          Map.entry("norwegian", "no"),
          Map.entry("polish", "pl"),
          Map.entry("portuguese", "pt"),
          Map.entry("pushto", "ps"),
          Map.entry("romanian", "ro"),
          Map.entry("russian", "ru"),
          Map.entry("serbian", "sr"),
          Map.entry("simplified chinese", "zh"),
          Map.entry("slovak", "sk"),
          Map.entry("slovenian", "sl"),
          Map.entry("somali", "so"),
          Map.entry("spanish", "es"),
          Map.entry("swedish", "sv"),
          Map.entry("tagalog (filipino)", "tl"),
          Map.entry("thai", "th"),
          Map.entry("traditional chinese", "zh"),
          Map.entry("turkish", "tr"),
          Map.entry("ukrainian", "uk"),
          Map.entry("urdu", "ur"),
          Map.entry("uzbek", "uz"),
          Map.entry("vietnamese", "vi"));

  private ArchiveLanguages() {}

  /// A code of Twitter's: `in` and `iw` are the withdrawn codes of Indonesian and Hebrew.
  static String ofCode(String cell) {
    var code = cell.strip().toLowerCase(Locale.ROOT);
    return switch (code) {
      case "" -> NONE;
      case "in" -> "id";
      case "iw" -> "he";
      case String other -> other;
    };
  }

  /// A name of Clemson's; an unknown one is none.
  static String ofName(String cell) {
    return NAMES.getOrDefault(cell.strip().toLowerCase(Locale.ROOT), NONE);
  }
}
