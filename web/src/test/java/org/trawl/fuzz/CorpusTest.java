package org.trawl.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A short run of every target: the inputs kept from the long ones, and some thousand made from
/// them at random. `web/fuzz` looks for new ones, guided by what they cover.
class CorpusTest {
  private static final int MOST_CHANGES = 4;
  private static final int LEAST_KEPT = 10;

  @ParameterizedTest
  @EnumSource
  void everyInputThatIsKeptIsSurvived(FuzzTarget target) throws IOException {
    var corpus = target.corpus();
    assertTrue(corpus.size() >= LEAST_KEPT, () -> "only " + corpus.size() + " inputs are kept");
    corpus.forEach(input -> attempt(target, input, "kept"));
  }

  @ParameterizedTest
  @EnumSource
  void changedInputsAreSurvived(FuzzTarget target) throws IOException {
    long seed = Long.getLong("trawl.seed", 2018);
    var random = new Random(seed);
    var corpus = target.corpus();
    for (int i = 0; i < target.few; i++) {
      attempt(target, changed(corpus, random), "-Dtrawl.seed=" + seed);
    }
  }

  private static void attempt(FuzzTarget target, byte[] input, String origin) {
    try {
      target.attempt(input);
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(
          target + " (" + origin + ") fails for " + Base64.getEncoder().encodeToString(input), e);
    }
  }

  private static byte[] changed(List<byte[]> corpus, Random random) {
    var input = corpus.get(random.nextInt(corpus.size()));
    for (int change = random.nextInt(MOST_CHANGES); change >= 0; change--) {
      input = changed(input, corpus.get(random.nextInt(corpus.size())), random);
    }
    return input;
  }

  private static byte[] changed(byte[] input, byte[] other, Random random) {
    int at = random.nextInt(input.length + 1);
    return switch (random.nextInt(4)) {
      case 0 -> joined(input, at, new byte[] {(byte) random.nextInt(256)}, at);
      case 1 -> joined(input, at, new byte[0], Math.min(input.length, at + 1 + random.nextInt(4)));
      case 2 ->
          joined(
              input, at, new byte[] {(byte) random.nextInt(128)}, input.length == at ? at : at + 1);
      default -> joined(input, at, part(other, random), at);
    };
  }

  private static byte[] part(byte[] bytes, Random random) {
    int start = random.nextInt(bytes.length + 1);
    return Arrays.copyOfRange(bytes, start, start + random.nextInt(bytes.length - start + 1));
  }

  /// The beginning of an input, something else, and its end.
  private static byte[] joined(byte[] input, int until, byte[] middle, int from) {
    var joined = Arrays.copyOf(input, until + middle.length + input.length - from);
    System.arraycopy(middle, 0, joined, until, middle.length);
    System.arraycopy(input, from, joined, until + middle.length, input.length - from);
    return joined;
  }
}
