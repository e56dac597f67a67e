package org.trawl.ingest;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Cuts the power of a disk while it is indexed on. The disk is an ext4 file system in a file, and
/// the cut is its own `EXT4_IOC_SHUTDOWN`: from one moment to the next nothing more reaches the
/// disk, and all that was not synced is lost, as [#whatIsNotSyncedIsLost] makes sure of. Only root
/// can do this.
///
/// `-Dtrawl.cuts=100` cuts more often than the gate does, `-Dtrawl.seed=N` repeats a run.
class IndexingPowerCutTest {
  private static final int CUTS = Integer.getInteger("trawl.cuts", 2);
  private static final long SEED = Long.getLong("trawl.seed", 2018);
  private static final Duration CHECKPOINT_EVERY = Duration.ofMillis(150);
  private static final long DISK_BYTES = 400L << 20;

  private static final long EXT4_IOC_SHUTDOWN = 0x8004587dL;

  /// Without even writing the file system's journal.
  private static final int WITHOUT_JOURNAL = 2;

  @TempDir private Path folder;
  private Path image = Path.of("");
  private Path disk = Path.of("");

  @BeforeEach
  void givenADiskWithAPlug() throws Exception {
    image = folder.resolve("image");
    disk = Files.createDirectory(folder.resolve("disk"));
    try (var file = new RandomAccessFile(image.toFile(), "rw")) {
      file.setLength(DISK_BYTES);
    }
    assumeTrue(does("mkfs.ext4", "-q", image.toString()), "no mkfs.ext4 here");
    assumeTrue(mount(), "no right to mount file systems here");
    assumeTrue(cut(), "this system cannot shut a file system down");
    plugIn();
  }

  @AfterEach
  void unmount() throws Exception {
    does("umount", disk.toString());
  }

  private static boolean does(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false; // No such program.
    }
  }

  private boolean mount() throws InterruptedException {
    return does("mount", "-o", "loop", image.toString(), disk.toString());
  }

  private void plugIn() throws InterruptedException {
    assertTrue(does("umount", disk.toString()), "the disk is in use");
    assertTrue(mount(), "the disk cannot be read again");
  }

  private void sync() throws InterruptedException {
    assertTrue(does("sync", "-f", disk.toString()));
  }

  /// Whether it could be done.
  @SuppressWarnings("restricted")
  private boolean cut() {
    var linker = Linker.nativeLinker();
    var functions = linker.defaultLookup();
    try (var arena = Arena.ofConfined()) {
      var open =
          linker.downcallHandle(
              functions.findOrThrow("open"),
              FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT),
              Linker.Option.firstVariadicArg(2));
      var control =
          linker.downcallHandle(
              functions.findOrThrow("ioctl"),
              FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS),
              Linker.Option.firstVariadicArg(2));
      var close =
          linker.downcallHandle(
              functions.findOrThrow("close"), FunctionDescriptor.of(JAVA_INT, JAVA_INT));
      int descriptor = (int) open.invokeExact(arena.allocateFrom(disk.toString()), 0);
      int failed =
          (int)
              control.invokeExact(
                  descriptor, EXT4_IOC_SHUTDOWN, arena.allocateFrom(JAVA_INT, WITHOUT_JOURNAL));
      return (int) close.invokeExact(descriptor) == 0 && failed == 0;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatIsNotSyncedIsLost() throws Exception {
    Files.writeString(disk.resolve("synced"), "safe");
    sync();
    Files.writeString(disk.resolve("other"), "not safe");
    assertTrue(cut());
    plugIn();
    assertEquals("safe", Files.readString(disk.resolve("synced")));
    assertTrue(Files.notExists(disk.resolve("other")));
  }

  @Test
  void aPowerCutAtAnyMomentLosesAndDoublesNothing() throws Exception {
    var context = "-Dtrawl.seed=" + SEED;
    System.out.println("cuts the power " + CUTS + " times, " + context);
    var random = new Random(SEED);
    var archive = GrownArchive.in(folder);
    var base = folder.resolve("base");
    assertEquals(0, run(base, List.of(archive.first())).waitFor(), this::output);
    var undisturbed = folder.resolve("undisturbed");
    GrownArchive.copy(base, undisturbed);
    var started = System.nanoTime();
    assertEquals(0, run(undisturbed, archive.all()).waitFor(), this::output);
    var took = Duration.ofNanos(System.nanoTime() - started);
    var expected = IndexContent.of(undisturbed);

    var index = disk.resolve("index");
    GrownArchive.copy(base, index);
    sync();
    var rounds = 1;
    for (var cuts = 1; cuts <= CUTS; cuts++) {
      var at = context + ", cut " + cuts;
      var process = run(index, archive.all());
      var done = process.waitFor(random.nextLong(took.toMillis()), TimeUnit.MILLISECONDS);
      assertTrue(cut(), at);
      process.destroyForcibly().waitFor();
      plugIn();
      GrownArchive.thenAnswers(index, at);
      assertEquals(List.of(), IndexCheck.check(index), at);
      if (done) {
        assertEquals(0, process.exitValue(), () -> at + " " + output());
        // It said that it was done a moment before the cut.
        assertEquals(expected, IndexContent.of(index), at);
        GrownArchive.copy(base, index);
        sync();
        rounds++;
      }
    }
    assertEquals(0, run(index, archive.all()).waitFor(), () -> context + " " + output());
    assertTrue(cut(), context);
    plugIn();
    assertEquals(expected, IndexContent.of(index), context);
    System.out.println(
        CUTS + " power cuts in " + rounds + " rounds; a run takes " + took.toMillis() + " ms");
  }

  private Process run(Path index, List<Path> sources) throws IOException {
    return IndexingProcess.start(
        List.of("-Xmx512m"), folder.resolve("output"), index, CHECKPOINT_EVERY, sources);
  }

  private String output() {
    try {
      return Files.readString(folder.resolve("output"));
    } catch (IOException e) {
      return e.toString();
    }
  }
}
