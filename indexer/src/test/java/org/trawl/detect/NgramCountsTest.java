package org.trawl.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NgramCountsTest {
  @Test
  void edgesOfWordsAreRecovered() throws IOException {
    NgramCounts english = NgramCounts.read("en");
    var words = new TreeMap<Double, String>();
    english.forEach((ngram, share) -> {
      boolean word = Ngram.charAt(ngram, 0) == ' ' && Ngram.last(ngram) == ' ';
      if (word && Ngram.length(ngram) == 5) {
        words.put(-share, text(ngram));
      }
    });
    assertEquals(" the ", words.firstEntry().getValue());
    assertEquals(" and ", words.higherEntry(words.firstKey()).getValue());
    assertTrue(english.share(Ngram.of(" ing ")) < english.share(Ngram.of("ting ")) / 100);
  }

  @Test
  void probabilitiesOfWhatFollowsAddUpToOne() throws IOException {
    NgramCounts counts = NgramCounts.read("sl");
    for (String context : new String[] {" ", "a", " ne", "ost", "anje", " pre"}) {
      double[] sum = {0};
      counts.forEach((ngram, share) -> {
        if (Ngram.length(ngram) == 1) {
          sum[0] += counts.probability(Ngram.append(Ngram.of(context), Ngram.last(ngram)));
        }
      });
      assertEquals(1, sum[0], 0.02, context);
    }
  }

  @Test
  void serbianIsRewrittenLetterByLetter() throws IOException {
    NgramCounts cyrillic = NgramCounts.read("sr");
    NgramCounts latin = cyrillic.rewritten(new Romanizer());
    double ratio = latin.share(Ngram.of(" je ")) / cyrillic.share(Ngram.of(" је "));
    assertEquals(ratio, latin.share(Ngram.of("ović")) / cyrillic.share(Ngram.of("овић")), 0.01);
    assertEquals(ratio, latin.share(Ngram.of("lju")) / cyrillic.share(Ngram.of("љу")), 0.02);
    assertEquals(ratio, latin.share(Ngram.of("nje ")) / cyrillic.share(Ngram.of("ње ")), 0.02);
  }

  private static String text(long ngram) {
    var text = new StringBuilder();
    for (int i = 0; i < Ngram.length(ngram); i++) {
      text.append(Ngram.widen(Ngram.charAt(ngram, i)));
    }
    return text.toString();
  }
}
