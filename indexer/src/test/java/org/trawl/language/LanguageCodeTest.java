package org.trawl.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageCodeTest {
  @ParameterizedTest
  @CsvSource({
    "en, en",
    "in, id",
    "iw, he",
    "zh-CN, zh",
    "zh_TW, zh",
    "'', und",
    "und, und",
    "UND, und",
    "qme, und",
    "zxx, und",
    "ckb, ckb",
    "nb, no",
  })
  void archiveCodeBecomesIso(String archive, String iso) {
    assertEquals(iso, LanguageCode.iso(archive));
  }
}
