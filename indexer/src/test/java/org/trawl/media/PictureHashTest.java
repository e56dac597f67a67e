package org.trawl.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.trawl.generate.media.PictureChange;
import org.trawl.generate.media.Poster;

/// A few of what `bench/run pictures` measures with twenty thousand.
class PictureHashTest {
  private static final int PICTURES = 40;

  private static PictureHash hash(BufferedImage image) {
    return PictureHash.of(image).orElseThrow();
  }

  @Test
  void changedPicturesAreFoundAgainAndOthersAreNot() {
    var hashes = new ArrayList<PictureHash>();
    var lost = new ArrayList<String>();
    for (var i = 0; i < PICTURES; i++) {
      var image = Poster.of(1_000 + i, "Wake up! Проснись! استيقظ");
      hashes.add(hash(image));
      for (var change : PictureChange.values()) {
        if (change != PictureChange.MIRRORED
            && hash(image).distance(hash(change.of(image))) > PictureHash.ALIKE) {
          lost.add(i + " " + change);
        }
      }
    }
    assertTrue(lost.size() <= PICTURES * 6 / 50, lost::toString);
    for (var i = 0; i < PICTURES; i++) {
      for (var k = 0; k < i; k++) {
        assertTrue(hashes.get(i).distance(hashes.get(k)) > PictureHash.ALIKE, i + " and " + k);
      }
    }
  }

  @Test
  void aPlainPictureHasNoHash() {
    assertEquals(
        Optional.empty(), PictureHash.of(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB)));
    assertEquals(
        Optional.empty(), PictureHash.of(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB)));
  }

  @Test
  void theHashIsTheSameHoweverTheImageIsHeld() {
    var image = TestPictures.shapes(3, 700, 500);
    for (var type :
        List.of(
            BufferedImage.TYPE_3BYTE_BGR,
            BufferedImage.TYPE_INT_ARGB,
            BufferedImage.TYPE_4BYTE_ABGR)) {
      var other = new BufferedImage(700, 500, type);
      other.getGraphics().drawImage(image, 0, 0, null);
      assertTrue(hash(image).distance(hash(other)) <= 2, "type " + type);
    }
  }

  @Test
  void allNearHashesAreFoundAndNoOthers() {
    var random = new Random(7);
    var hashes = new ArrayList<PictureHash>();
    for (var i = 0; i < 500; i++) {
      hashes.add(
          i % 3 == 0 || hashes.isEmpty()
              ? new PictureHash(
                  random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong())
              : new PictureHash(
                  hashes.getLast().a() ^ (1L << random.nextInt(64)),
                  hashes.getLast().b(),
                  hashes.getLast().c(),
                  hashes.getLast().d()));
    }
    var index = HashIndex.of(hashes);
    for (var wanted : hashes.subList(0, 50)) {
      var expected = new ArrayList<Integer>();
      for (var i = 0; i < hashes.size(); i++) {
        if (hashes.get(i).distance(wanted) <= 20) {
          expected.add(i);
        }
      }
      var found = new ArrayList<Integer>();
      index.find(
          wanted,
          20,
          (i, distance) -> {
            assertEquals(hashes.get(i).distance(wanted), distance);
            found.add(i);
          });
      assertEquals(expected, found);
    }
  }
}
