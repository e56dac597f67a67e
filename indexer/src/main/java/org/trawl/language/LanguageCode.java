package org.trawl.language;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Twitter's language codes and what they are in ISO 639: two letters where the language has two
/// (`id`, `he`), else three (`ckb`).
public final class LanguageCode {
  /// The code of a text whose language is not known.
  public static final String UNDETERMINED = "und";

  /// Codes that Twitter writes in an older or a regional way.
  private static final Map<String, String> ISO =
      Map.ofEntries(
          Map.entry("in", "id"),
          Map.entry("iw", "he"),
          Map.entry("ji", "yi"),
          Map.entry("nb", "no"),
          Map.entry("nn", "no"),
          Map.entry("fil", "tl"),
          Map.entry("msa", "ms"),
          Map.entry("mo", "ro"),
          Map.entry("sh", "sr"));

  /// Written standards that one text often fits equally.
  private static final List<Set<String>> NEAR =
      List.of(Set.of("hr", "sr", "bs"), Set.of("id", "ms"), Set.of("tr", "az"));

  private LanguageCode() {}

  /// Whether two ISO codes are one language, or written standards so near to each other that a text
  /// often fits both: Croatian, Serbian and Bosnian; Indonesian and Malay; Turkish and Azerbaijani.
  public static boolean near(String code, String other) {
    if (code.equals(other)) {
      return true;
    }
    for (Set<String> codes : NEAR) {
      if (codes.contains(code) && codes.contains(other)) {
        return true;
      }
    }
    return false;
  }

  /// The ISO code of a code as the archive writes it: `iw` is `he`, `zh-CN` and `zh-tw` are `zh`.
  /// What is empty, `und` or one of Twitter's codes for tweets without words (`qme`, `zxx`, …) is
  /// [#UNDETERMINED]; a code not known here stays as it is, in lower case.
  public static String iso(String archiveCode) {
    String code = requireNonNull(archiveCode, "archiveCode").strip().toLowerCase(Locale.ROOT);
    int region = code.indexOf('-') < 0 ? code.indexOf('_') : code.indexOf('-');
    if (region >= 0) {
      code = code.substring(0, region);
    }
    if (code.isEmpty() || wordless(code)) {
      return UNDETERMINED;
    }
    return ISO.getOrDefault(code, code);
  }

  /// ISO 639 keeps qaa to qtz for private use; Twitter took qam, qct, qht, qme and qst from it.
  private static boolean wordless(String code) {
    return code.equals("zxx") || (code.length() == 3 && code.charAt(0) == 'q');
  }
}
