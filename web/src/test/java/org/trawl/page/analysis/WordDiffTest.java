package org.trawl.page.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trawl.page.analysis.WordDiff.In;

final class WordDiffTest {
  private static String marked(String other, String text) {
    return WordDiff.of(other, text).stream()
        .map(piece ->
            switch (piece.in()) {
              case BOTH -> piece.text();
              case ADDED -> "+(" + piece.text() + ")";
              case MISSING -> "-(" + piece.text() + ")";
            })
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          we love our flag | we love our flag | we love our flag
          we love our flag | We LOVE our flag! https://t.co/x | We LOVE our flag! https://t.co/x
          we love our flag | we love our land | we love our -(flag)+(land)
          we love our flag | we really do love our flag | we +(really do) love our flag
          we really do love our flag | we love our flag | we -(really do)love our flag
          we love our flag | flag | -(we love our)flag
          我爱北京 | 我爱上海 | 我爱-(北 京)+(上海)
          a b | c d | -(a b)+(c d)
          """)
  void wordsAreAddedOrMissing(String other, String text, String expected) {
    assertEquals(expected, marked(other, text));
  }

  @Test
  void whatIsShownIsTheTextAndNothingOfItIsLost() {
    var random = new Random(2018);
    var words =
        new String[] {"one", "two", "Three", "#four", "@five", "https://t.co/6", "七八", "😀"};
    for (var round = 0; round < 500; round++) {
      var texts =
          random
              .ints(2, 0, 9)
              .mapToObj(size ->
                  random
                      .ints(size, 0, words.length)
                      .mapToObj(i -> words[i])
                      .collect(Collectors.joining(random.nextBoolean() ? " " : " - ")))
              .toList();
      var shown =
          WordDiff.of(texts.getFirst(), texts.getLast()).stream()
              .filter(piece -> piece.in() != In.MISSING)
              .map(WordDiff.Piece::text)
              .collect(Collectors.joining());
      assertEquals(texts.getLast(), shown, texts.toString());
    }
  }
}
