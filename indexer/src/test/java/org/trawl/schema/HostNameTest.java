package org.trawl.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Issue 15, 15: a host in letters and in Punycode is one host.
class HostNameTest {
  @ParameterizedTest
  @CsvSource({
    "xn--e1afmkfd.xn--p1ai, пример.рф",
    "XN--E1AFMKFD.XN--P1AI, пример.рф",
    "ПРИМЕР.РФ, пример.рф",
    "xn--mller-kva.de, müller.de",
    "xn--strae-oqa.de, straße.de",
    "xn--fiqs8s, 中国",
    "xn--r8jz45g.xn--zckzah, 例え.テスト",
    "例え。テスト, 例え.テスト",
    "xn--mgbh0fb.xn--kgbechtv, مثال.إختبار",
    "xn---, xn---",
    "xn--!!.de, xn--!!.de",
    "Example.ORG, example.org",
  })
  void isReadable(String typed, String readable) {
    assertEquals(readable, HostName.readable(typed));
    assertEquals(readable, HostName.readable(readable));
  }

  @Test
  void bothSpellingsAreOneLink() {
    var code = new LinkAddress("http://www.xn--e1afmkfd.xn--p1ai/news/1");
    var letters = new LinkAddress("http://пример.рф/news/1");
    assertEquals(letters.host(), code.host());
    assertEquals(letters.parts(), code.parts().subList(1, code.parts().size()));
    assertEquals(
        "пример.рф", new LinkAddress("http://%D0%BF%D1%80%D0%B8%D0%BC%D0%B5%D1%80.рф/a").host());
  }
}
