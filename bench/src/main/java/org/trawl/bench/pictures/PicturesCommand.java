package org.trawl.bench.pictures;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.trawl.generate.media.PictureChange;
import org.trawl.generate.media.Poster;
import org.trawl.media.HashIndex;
import org.trawl.media.MediaType;
import org.trawl.media.PictureDecoder;
import org.trawl.media.PictureHash;
import org.trawl.media.Undrawable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bench/run pictures`: which changed pictures are found again, how often different ones are taken
/// for the same, and how long both take.
@Command(
    name = "pictures",
    description =
        "Generated pictures: how many are found again after changes, false matches, and the time"
            + " of hashing and of a look-up.")
public final class PicturesCommand implements Callable<Integer> {
  private static final int[] DISTANCES = {31, 47, 55, 63, 71, 79};
  private static final int WARM_UP = 200;

  @Option(
      names = "--pictures",
      paramLabel = "N",
      defaultValue = "20000",
      description = "How many are drawn, each changed in seven ways; else ${DEFAULT-VALUE}.")
  private int pictures;

  @Option(
      names = "--hashes",
      paramLabel = "N",
      defaultValue = "2000000",
      description = "How many a look-up is among, else ${DEFAULT-VALUE}.")
  private int hashes;

  @Option(
      names = "--lookups",
      paramLabel = "N",
      defaultValue = "1000",
      description = "How many look-ups are timed, else ${DEFAULT-VALUE}.")
  private int lookups;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Other numbers draw other pictures, else ${DEFAULT-VALUE}.")
  private long seed;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Undrawable {
    var out = spec.commandLine().getOut();
    recall(out, Recall.of(pictures, seed << 32));
    rate(out);
    lookUp(out);
    out.flush();
    return 0;
  }

  private static void recall(PrintWriter out, Recall recall) {
    out.printf(
        Locale.ROOT,
        "%,d pictures, of which %,d are too plain for a hash%n%n",
        recall.pictures(),
        recall.plain());
    out.print("| found again within |");
    Arrays.stream(DISTANCES).forEach(d -> out.printf(" %d bits |", d));
    out.println("\n| --- |" + " ---: |".repeat(DISTANCES.length));
    for (var change : PictureChange.values()) {
      out.printf("| %s |", change.says());
      Arrays.stream(DISTANCES)
          .forEach(d -> out.printf(Locale.ROOT, " %.4f |", recall.recall(change, d)));
      out.println();
    }
    out.print("| false matches in a million pairs |");
    Arrays.stream(DISTANCES)
        .forEach(d -> out.printf(Locale.ROOT, " %.3f |", recall.falsePerMillion(d)));
    out.println("\n");
  }

  /// Decoding and hashing on one thread, as a cataloguing worker does it.
  private void rate(PrintWriter out) throws Undrawable {
    var files =
        IntStream.range(0, Math.min(pictures, 400))
            .mapToObj(i -> PictureChange.jpeg(PictureChange.DOUBLE.of(Poster.of(i, "words")), .85f))
            .toList();
    try (var decoder = new PictureDecoder()) {
      for (var file : files) {
        PictureHash.of(decoder.decode(MediaType.JPEG, file));
      }
      var started = System.nanoTime();
      var pixels = 0L;
      for (var file : files) {
        var image = decoder.decode(MediaType.JPEG, file);
        pixels += (long) image.getWidth() * image.getHeight();
        PictureHash.of(image);
      }
      var seconds = (System.nanoTime() - started) / 1e9;
      out.printf(
          Locale.ROOT,
          "Decoding and hashing: %.0f pictures of %.1f million pixels a second on one"
              + " processor%n%n",
          files.size() / seconds,
          pixels / 1e6 / files.size());
    }
  }

  private void lookUp(PrintWriter out) {
    var random = new Random(seed);
    var all = new ArrayList<PictureHash>(hashes);
    while (all.size() < hashes) {
      var one =
          new PictureHash(
              random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
      all.add(one);
      // Families, as pictures are passed on.
      for (var copy = random.nextInt(3); copy > 0 && all.size() < hashes; copy--) {
        all.add(new PictureHash(one.a() ^ 1L << random.nextInt(64), one.b(), one.c(), one.d()));
      }
    }
    var before = used();
    var started = System.nanoTime();
    var index = HashIndex.of(all);
    var built = Duration.ofNanos(System.nanoTime() - started);
    out.printf(
        Locale.ROOT,
        "%,d hashes: read in %.1f s, %d MB%n%n",
        hashes,
        built.toMillis() / 1e3,
        (used() - before) >> 20);
    out.println("| look-up within | median ms | p99 ms | most ms | found |");
    out.println("| --- | ---: | ---: | ---: | ---: |");
    for (var most : DISTANCES) {
      row(out, index, all, most, random);
    }
  }

  private void row(
      PrintWriter out, HashIndex index, List<PictureHash> all, int most, Random random) {
    var times = new double[lookups];
    var found = new long[1];
    for (var i = -WARM_UP; i < lookups; i++) {
      var hash = all.get(random.nextInt(all.size()));
      var started = System.nanoTime();
      index.find(hash, most, (_, _) -> found[0]++);
      if (i >= 0) {
        times[i] = (System.nanoTime() - started) / 1e6;
      }
    }
    Arrays.sort(times);
    out.printf(
        Locale.ROOT,
        "| %d bits | %.3f | %.3f | %.3f | %.1f |%n",
        most,
        times[lookups / 2],
        times[(int) (lookups * 0.99)],
        times[lookups - 1],
        found[0] / (double) (lookups + WARM_UP));
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
