package org.trawl.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class NgramModelTest {
  /// Two languages; the runs are space, a, b, "ab" and "abb", coded 1, 2, 3.
  private static final long[] RUNS = {1, 2, 3, 0x203, 0x20303};

  private static NgramModel model() throws IOException {
    byte[][] costs = {{1, 2, 3, 4, 5}, {10, 20, 30, 40, 50}};
    var bytes = new ByteArrayOutputStream();
    new NgramModel.Source(List.of("xx", "yy"), " ab", RUNS, costs)
        .write(new DataOutputStream(bytes));
    return NgramModel.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
  }

  private static int[] costs(String text) throws IOException {
    NgramModel model = model();
    long[] sums = model.newSums();
    model.add(text.toCharArray(), 0, text.length(), sums);
    return new int[] {NgramModel.cost(sums, 0), NgramModel.cost(sums, 1)};
  }

  @Test
  void longestRunGivesTheCost() throws IOException {
    // a=2, ab=4, abb=5, a=2 (no "bba", "ba"), ab=4, space=1
    int[] costs = costs(" abbab ");
    assertEquals(2 + 4 + 5 + 2 + 4 + 1, costs[0]);
    assertEquals(10 * costs[0], costs[1]);
  }

  @Test
  void unknownCharactersCostNothingAndBreakARun() throws IOException {
    assertEquals(2 + 3 + 1, costs(" aüb ")[0]);
    assertEquals(0, costs("")[0]);
  }

  @Test
  void lanesHoldTheLongestText() throws IOException {
    String text = " " + "b".repeat(NgramModel.MAX_CHARACTERS - 1);
    assertEquals(30 * (NgramModel.MAX_CHARACTERS - 1), costs(text)[1]);
  }

  @Test
  void costsMustBeOfAllLanguages() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new NgramModel.Source(List.of("xx", "yy"), " ab", RUNS, new byte[1][RUNS.length]));
  }
}
