package org.trawl.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trawl.index.IndexRefused;
import org.trawl.index.ManifestFile;

/// Disks that are full or not to be written, as small file systems that only root can mount.
class IndexingFaultTest {
  @TempDir private Path folder;
  private Path disk = Path.of("");

  @BeforeEach
  void givenADiskOfItsOwn() throws Exception {
    disk = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(
        mount("-t", "tmpfs", "-o", "size=64m", "tmpfs"), "no right to mount file systems here");
  }

  @AfterEach
  void unmount() throws Exception {
    new ProcessBuilder("umount", disk.toString()).start().waitFor();
  }

  private boolean mount(String... options) throws InterruptedException {
    var command = new java.util.ArrayList<>(List.of("mount"));
    command.addAll(List.of(options));
    command.add(disk.toString());
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException e) {
      return false; // No such program.
    }
  }

  private void remount(String options) throws InterruptedException {
    assertTrue(mount("-o", "remount," + options), "cannot remount");
  }

  private IndexReport run(Path source) throws IOException {
    return new TweetIndexer(
            IndexOptions.of(List.of(source), disk.resolve("index")), IndexProgress.SILENT)
        .run();
  }

  private void thenHolds(long tweets) throws IOException {
    assertEquals(List.of(), IndexCheck.check(disk.resolve("index")));
    assertEquals(tweets, ManifestFile.read(disk.resolve("index")).tweets());
  }

  @Test
  void aFullDiskSaysSoAndLeavesTheOldIndexAndWorkGoesOnWithRoom() throws Exception {
    run(SmallArchive.tweets(folder.resolve("one.csv"), LongStream.range(0, 100)));
    var two = SmallArchive.tweets(folder.resolve("two.csv"), LongStream.range(100, 40_000));
    remount("size=1m");
    var refused = assertThrows(IndexRefused.class, () -> run(two));
    assertTrue(refused.getMessage().contains("is full"), refused.getMessage());
    thenHolds(100);
    remount("size=128m");
    run(two);
    thenHolds(40_000);
  }

  @Test
  void aDiskFullAnywhereOnTheWayLeavesTheOldIndex() throws Exception {
    run(SmallArchive.tweets(folder.resolve("one.csv"), LongStream.range(0, 100)));
    var two = SmallArchive.tweets(folder.resolve("two.csv"), LongStream.range(100, 20_000));
    // From where not even the lock file can grow to where only the last file does not fit.
    var store = Files.getFileStore(disk);
    var used = (store.getTotalSpace() - store.getUnallocatedSpace()) >> 10;
    for (var kilobytes = used + 20; ; kilobytes += 400) {
      remount("size=" + kilobytes + "k");
      try {
        run(two);
        break;
      } catch (IndexRefused e) {
        assertTrue(e.getMessage().contains("is full"), e.getMessage());
        thenHolds(100);
      }
    }
    thenHolds(20_000);
  }

  @Test
  void aDiskThatCannotBeWrittenSaysSoAndIsStillRead() throws Exception {
    run(SmallArchive.tweets(folder.resolve("one.csv"), LongStream.range(0, 100)));
    var two = SmallArchive.tweets(folder.resolve("two.csv"), LongStream.range(100, 200));
    remount("ro");
    var refused = assertThrows(IndexRefused.class, () -> run(two));
    assertTrue(refused.getMessage().contains("Read-only"), refused.getMessage());
    thenHolds(100);
  }
}
