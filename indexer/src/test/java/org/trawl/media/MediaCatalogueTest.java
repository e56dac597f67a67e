package org.trawl.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaCatalogueTest {
  @TempDir private Path folder;

  /// What each file has, by its name in its zip or folder.
  private final Map<String, byte[]> contents = new HashMap<>();

  private List<String> notes = List.of();
  private final AtomicLong looked = new AtomicLong();

  private Path media() {
    return folder.resolve("media");
  }

  private byte[] content(String name, byte[] bytes) {
    contents.put(name, bytes);
    return bytes;
  }

  /// The official layout: a stored zip, a deflated one, one of ZIP64, a damaged one and a folder.
  private void givenTheOfficialLayout() throws IOException {
    var stored = new TestZip(false);
    add(stored, "ira_01/7/images/100-a.jpg", TestPictures.jpeg(1), false);
    add(
        stored,
        "ira_01/7/images/100-b.png",
        TestPictures.bytes(TestPictures.shapes(2, 90, 80), "png"),
        false);
    add(stored, "ira_01/7/profile/7_profile.jpg", TestPictures.jpeg(3), false);
    add(
        stored,
        "ira_01/7/profile/a1+b=_banner.png",
        TestPictures.bytes(TestPictures.shapes(4, 300, 100), "png"),
        false);
    stored.write(media().resolve("ira_tweet_media_hashed_01.zip"));
    var deflated = new TestZip(false);
    add(deflated, "ira_02/8/images/200-a.jpg", TestPictures.jpeg(1), true);
    add(deflated, "ira_02/8/videos/201-v.mp4", TestPictures.mp4(640, 360, 12), true);
    add(deflated, "ira_02/8/animated_gifs/202-v.mp4", TestPictures.mp4(320, 180, 2), true);
    deflated.write(media().resolve("ira_tweet_media_hashed_02.zip"));
    var wide = new TestZip(true);
    add(
        wide,
        "ira_03/9/images/300-c.gif",
        TestPictures.bytes(TestPictures.shapes(5, 70, 60), "gif"),
        false);
    add(wide, "ira_03/9/images/301-d.jpg", TestPictures.jpeg(6), true);
    wide.write(media().resolve("ira_tweet_media_hashed_03.zip"));
    var whole =
        new TestZip(false).add("ira_04/9/images/400-x.jpg", TestPictures.jpeg(7), false).bytes();
    Files.write(
        media().resolve("ira_tweet_media_hashed_04.zip"), Arrays.copyOf(whole, whole.length / 2));
    var plain = Files.createDirectories(media().resolve("loose/9/images"));
    Files.write(
        plain.resolve("500-e.jpg"), content("loose/9/images/500-e.jpg", TestPictures.jpeg(8)));
    Files.writeString(plain.resolve("readme.txt"), "of no tweet");
  }

  private void add(TestZip zip, String name, byte[] bytes, boolean deflate) {
    zip.add(name, content(name, bytes), deflate);
  }

  private Optional<List<String>> run(Path target, MediaCatalogue before, long stopAfter)
      throws IOException {
    looked.set(0);
    var cataloguer =
        new MediaCataloguer(
            folder.resolve("work"),
            2,
            (what, files, bytes) -> looked.incrementAndGet(),
            () -> looked.get() >= stopAfter);
    return cataloguer.run(media(), before, target);
  }

  private MediaCatalogue catalogued() throws IOException {
    var target = folder.resolve("media.bin");
    notes = run(target, MediaCatalogue.empty(), Long.MAX_VALUE).orElseThrow();
    return MediaCatalogue.open(target);
  }

  @Test
  void everyFileIsFoundByItsTweetAndReadAsItStandsInItsZip() throws IOException {
    givenTheOfficialLayout();
    try (var catalogue = catalogued()) {
      assertEquals(10, catalogue.size());
      for (var i = 0; i < catalogue.size(); i++) {
        var entry = catalogue.entry(i);
        var expected = requireNonNull(contents.get(entry.place().name()));
        assertArrayEquals(expected, all(catalogue, entry, 0), entry.place().name());
        var from = expected.length / 3;
        assertArrayEquals(
            Arrays.copyOfRange(expected, from, expected.length), all(catalogue, entry, from));
        assertEquals(
            entry.facts().sha256(),
            catalogue.ofContent(entry.facts().sha256()).orElseThrow().facts().sha256());
      }
      var two = catalogue.ofTweet(100);
      assertEquals(
          List.of("ira_01/7/images/100-a.jpg", "ira_01/7/images/100-b.png"),
          two.stream().map(e -> e.place().name()).toList());
      assertEquals(new MediaEntry.Extent(90, 80, 0), two.getLast().facts().extent());
      assertEquals(MediaType.PNG, two.getLast().facts().type().orElseThrow());
      assertEquals(List.of(), catalogue.ofTweet(400), "in the damaged zip");
      assertEquals(1, catalogue.ofTweet(301).size());
      assertEquals(1, catalogue.ofTweet(500).size());
      assertEquals("7", catalogue.ofAccount("7").getFirst().owner().id());
      assertEquals(MediaOwner.Role.BANNER, catalogue.ofAccount("a1+b=").getFirst().owner().role());
      assertEquals(Optional.empty(), catalogue.ofContent("00".repeat(32)));
      var video = catalogue.ofTweet(201).getFirst();
      assertEquals(new MediaEntry.Extent(640, 360, 12_000), video.facts().extent());
      assertFalse(video.isAnimated());
      assertTrue(catalogue.ofTweet(202).getFirst().isAnimated());
    }
    assertTrue(
        notes.stream().anyMatch(n -> n.contains("hashed_04.zip cannot be read")), notes::toString);
    assertTrue(
        notes.stream().anyMatch(n -> n.contains("1 file of the media folder is of no tweet")),
        notes::toString);
  }

  private static byte[] all(MediaCatalogue catalogue, MediaEntry entry, long from)
      throws IOException {
    try (var in = catalogue.open(entry, from)) {
      return in.readAllBytes();
    }
  }

  @Test
  void tweetsWithTheSameFileAreAlike() throws IOException {
    givenTheOfficialLayout();
    try (var catalogue = catalogued()) {
      assertArrayEquals(new long[] {100, 200}, catalogue.tweetsLike(200, 0));
      assertArrayEquals(new long[] {201}, catalogue.tweetsLike(201, 0), "a video is its bytes");
      assertArrayEquals(new long[0], catalogue.tweetsLike(999, 0));
    }
  }

  @Test
  void aStoppedRunGoesOnWhereItWas() throws IOException {
    givenTheOfficialLayout();
    var target = folder.resolve("media.bin");
    assertEquals(Optional.empty(), run(target, MediaCatalogue.empty(), 6));
    // As a kill leaves it: the last record is not whole.
    try (var log = new RandomAccessFile(folder.resolve("work").toFile(), "rw")) {
      log.setLength(log.length() - 3);
    }
    assertTrue(run(target, MediaCatalogue.empty(), Long.MAX_VALUE).isPresent());
    assertTrue(looked.get() > 0 && looked.get() < 10, () -> "looked at " + looked);
    var atOnce = Files.readAllBytes(target);
    Files.delete(folder.resolve("work"));
    run(target, MediaCatalogue.empty(), Long.MAX_VALUE);
    assertArrayEquals(Files.readAllBytes(target), atOnce);
  }

  @Test
  void aFolderThatGrewIsLookedAtWhereItGrew() throws IOException {
    givenTheOfficialLayout();
    try (var before = catalogued()) {
      Files.delete(folder.resolve("work"));
      Files.write(media().resolve("loose/9/images/501-f.jpg"), TestPictures.jpeg(9));
      Files.delete(media().resolve("loose/9/images/500-e.jpg"));
      var target = folder.resolve("media-2.bin");
      run(target, before, Long.MAX_VALUE);
      assertEquals(1, looked.get());
      try (var after = MediaCatalogue.open(target)) {
        assertEquals(1, after.ofTweet(501).size());
        assertEquals(List.of(), after.ofTweet(500));
        assertEquals(2, after.ofTweet(100).size());
      }
    }
  }

  @Test
  void whatIsMissingOrChangedIsSaid() throws IOException {
    givenTheOfficialLayout();
    try (var catalogue = catalogued()) {
      assertEquals(List.of(), MediaCheck.check(catalogue));
      var loose = media().resolve("loose/9/images/500-e.jpg");
      var first = media().resolve("ira_tweet_media_hashed_01.zip");
      Files.setLastModifiedTime(first, FileTime.fromMillis(1));
      Files.delete(media().resolve("ira_tweet_media_hashed_02.zip"));
      var bytes = Files.readAllBytes(loose);
      bytes[bytes.length / 2] ^= 1;
      Files.write(loose, bytes);
      Files.setLastModifiedTime(loose, FileTime.fromMillis(1));
      var problems = MediaCheck.check(catalogue);
      assertEquals(2, problems.size(), problems::toString);
      assertTrue(
          problems.getFirst().endsWith("02.zip is missing: 3 media files of it"),
          problems::toString);
      assertTrue(
          problems.getLast().contains("500-e.jpg has changed: its SHA-256 is"), problems::toString);
      var lost = catalogue.ofTweet(200).getFirst();
      var gone = assertThrows(MediaMissing.class, () -> catalogue.open(lost, 0));
      assertTrue(String.valueOf(gone.getMessage()).contains("not there any more"));
      var whole = Files.readAllBytes(first);
      whole[300] ^= 1;
      Files.write(first, whole);
      assertTrue(
          MediaCheck.check(catalogue).stream()
              .anyMatch(p -> p.contains("01.zip, ira_01/7/images/100-a.jpg has changed")));
    }
  }

  @Test
  void hostileFilesAreRefusedWithAReason() throws IOException {
    var zip = new TestZip(false);
    zip.add("x/1/images/1-page.jpg", "<html><script>alert(1)</script>".getBytes(UTF_8), false);
    zip.add("x/1/images/2-drawing.png", "<svg onload='alert(1)'/>".getBytes(UTF_8), false);
    zip.add("../../etc/3-\n\"\u202Egpj.jpg", TestPictures.jpeg(3), false);
    zip.add("x/1/images/4-large.png", TestPictures.pngOf(60_000, 60_000), false);
    zip.add("x/1/images/5-cut.jpg", Arrays.copyOf(TestPictures.jpeg(5), 700), false);
    zip.add("x/1/images/6-short.jpg", 5000, new byte[] {3, 0}, 8, 0);
    zip.add("x/1/images/7-secret.jpg", 9, new byte[9], 0, 1);
    zip.add("x/1/images/8-empty.jpg", new byte[0], false);
    zip.write(media().resolve("hostile.zip"));
    try (var catalogue = catalogued()) {
      assertEquals(8, catalogue.size());
      assertRefused(catalogue, 1, "markup");
      assertRefused(catalogue, 2, "SVG");
      assertRefused(catalogue, 6, "only 0 of 5000 bytes");
      assertRefused(catalogue, 7, "encrypted");
      assertRefused(catalogue, 8, "empty");
      var odd = catalogue.ofTweet(3).getFirst();
      assertTrue(odd.address().orElseThrow().matches("[0-9a-f]{64}\\.jpg"), odd::toString);
      assertTrue(catalogue.ofTweet(4).getFirst().facts().refusal().contains("60000 × 60000"));
      assertTrue(catalogue.ofTweet(5).getFirst().facts().type().isPresent());
    }
  }

  private static void assertRefused(MediaCatalogue catalogue, long tweet, String why) {
    var facts = catalogue.ofTweet(tweet).getFirst().facts();
    assertEquals(Optional.empty(), facts.type());
    assertTrue(facts.refusal().contains(why), facts::refusal);
  }

  @Test
  void aZipWhoseFilesOverlapIsNotReadTwice() throws IOException {
    var one = new TestZip(false).add("a/1/images/1-a.jpg", TestPictures.jpeg(1), false).bytes();
    // The list twice: both entries are of the same bytes.
    var end = one.length - 22;
    var start = (one[end + 16] & 0xFF) | (one[end + 17] & 0xFF) << 8;
    var twice = new java.io.ByteArrayOutputStream();
    twice.write(one, 0, end);
    twice.write(one, start, end - start);
    var tail = Arrays.copyOfRange(one, end, one.length);
    java.nio.ByteBuffer.wrap(tail)
        .order(java.nio.ByteOrder.LITTLE_ENDIAN)
        .putInt(12, 2 * (end - start));
    twice.writeBytes(tail);
    Files.createDirectories(media());
    Files.write(media().resolve("bomb.zip"), twice.toByteArray());
    try (var catalogue = catalogued()) {
      var both = catalogue.ofTweet(1);
      assertEquals(2, both.size());
      assertEquals(
          1, both.stream().filter(e -> e.facts().refusal().contains("another file")).count());
    }
  }

  @Test
  void whatACameraWroteIsRead() throws IOException {
    new TestZip(false)
        .add("a/1/images/1-a.jpg", TestPictures.withExif(TestPictures.jpeg(1)), false)
        .write(media().resolve("a.zip"));
    try (var catalogue = catalogued()) {
      var exif = catalogue.ofTweet(1).getFirst().facts().exif();
      assertEquals("Nikon D3", exif.camera());
      assertEquals(59.5, exif.place().orElseThrow().latitude(), 1e-9);
      assertEquals(-59.5, exif.place().orElseThrow().longitude(), 1e-9);
    }
  }
}
