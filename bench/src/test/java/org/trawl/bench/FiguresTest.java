package org.trawl.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FiguresTest {
  @Test
  void medianAndP99OfAHundred() {
    var nanos = new ArrayList<Long>();
    for (var i = 100; i >= 1; i--) {
      nanos.add(i * 1_000_000L);
    }
    assertEquals(new Spread(100, 50.5, 99, 1, 100), Spread.of(nanos));
    assertEquals(new Spread(1, 7, 7, 7, 7), Spread.of(List.of(7_000_000L)));
  }

  @Test
  void meanOfRatiosIsGeometric() {
    assertEquals(4, Spread.geometricMean(List.of(2.0, 8.0)), 1e-9);
  }

  @Test
  void lineGoesThroughPointsOnALine() {
    var line = Extrapolation.Line.through(new double[] {1, 3, 10}, new double[] {5, 9, 23});
    assertEquals(3, line.start(), 1e-9);
    assertEquals(403, line.at(200), 1e-9);
    assertEquals(200, Extrapolation.Line.through(new double[] {2}, new double[] {4}).at(100), 1e-9);
    var falling = Extrapolation.Line.through(new double[] {1, 3}, new double[] {6, 4});
    assertEquals(5, falling.at(200), 1e-9);
    assertThrows(
        IllegalArgumentException.class,
        () -> Extrapolation.Line.through(new double[] {2, 2}, new double[] {4, 5}));
  }

  @Test
  void rowsOfCsvAreCountedWithLineBreaksInQuotes() {
    var counter = new ExportBenchmark.RowCounter();
    for (var piece : List.of("id,text\n1,\"a\nb\"\n2,\"say ", "\"\"x\n\"\"\"\n3,c\n")) {
      counter.count(piece.getBytes(UTF_8), piece.length());
    }
    assertEquals(4, counter.rows());
  }

  @Test
  void aSetOfIdsTakesEachOnce() {
    var ids = new LongSet();
    for (var id = 1L; id <= 200_000; id++) {
      assertTrue(ids.add(id << 22));
    }
    for (var id = 1L; id <= 200_000; id++) {
      assertFalse(ids.add(id << 22));
    }
  }

  @Test
  void parametersAreEscapedAndDeepIsOurs() {
    var asked = new Parameters("q=\"a b\"~5&filter=language:en&filter=language:ru&deep=50");
    assertEquals("q=%22a+b%22%7E5&filter=language%3Aen&filter=language%3Aru", asked.encoded());
    assertEquals(List.of("language:en", "language:ru"), asked.all("filter"));
    assertEquals(50, asked.deep());
    assertEquals(Optional.of(""), new Parameters("q=&sort=likes").one("q"));
  }

  @Test
  void aLineOfTheListWithoutParametersIsRefused() {
    assertThrows(IOException.class, () -> QuestionList.parse("name\tcategory\n"));
  }
}
