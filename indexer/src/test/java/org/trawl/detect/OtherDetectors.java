package org.trawl.detect;

import com.github.pemistahl.lingua.api.IsoCode639_1;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.trawl.language.LanguageCode;

/// Detectors to measure ours beside, limited to the languages that ours reads in the same scripts.
final class OtherDetectors {
  private static final Set<String> CODES =
      Set.of(
          ("en de fr it es pt ca ro nl sv da no fi et lv lt pl cs sk sl hr sr hu tr id tl vi af az"
                  + " cy eu ga is ms so sq sw ru uk be bg mk kk mn ar fa ur he")
              .split(" "));

  private OtherDetectors() {}

  static UnaryOperator<String> lingua() {
    IsoCode639_1[] codes =
        Arrays.stream(IsoCode639_1.values())
            .filter(code -> CODES.contains(linguaCode(code)))
            .toArray(IsoCode639_1[]::new);
    var detector =
        LanguageDetectorBuilder.fromIsoCodes639_1(codes).withPreloadedLanguageModels().build();
    return text -> linguaCode(detector.detectLanguageOf(text).getIsoCode639_1());
  }

  private static String linguaCode(IsoCode639_1 code) {
    return LanguageCode.iso(code.toString());
  }

  static UnaryOperator<String> openNlp() throws IOException {
    Map<String, String> byThree = new HashMap<>();
    for (String code : CODES) {
      byThree.put(Locale.of(code).getISO3Language(), code);
    }
    byThree.putAll(Map.of("nob", "no", "nno", "no", "pes", "fa", "lvs", "lv", "ekk", "et"));
    try (InputStream in = OtherDetectors.class.getResourceAsStream("/langdetect-183.bin")) {
      var detector = new LanguageDetectorME(new LanguageDetectorModel(in));
      return text ->
          Arrays.stream(detector.predictLanguages(text))
              .map(guess -> byThree.getOrDefault(guess.getLang(), ""))
              .filter(code -> !code.isEmpty())
              .findFirst()
              .orElse(LanguageCode.UNDETERMINED);
    }
  }
}
