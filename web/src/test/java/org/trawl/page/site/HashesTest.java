package org.trawl.page.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// How the accounts that Twitter hashed are told apart.
final class HashesTest {
  @Test
  void aHashHasTheSameLabelEverywhere() {
    assertEquals("pearl drum 4fe187…", Hashes.label("4fe187".repeat(10) + "4fe1"));
  }

  @Test
  void hashesThatBeginAlikeHaveOtherNicknames() {
    var random = new Random(17);
    var names = new HashSet<String>();
    for (int i = 0; i < 60; i++) {
      var hash = new StringBuilder("4fe187");
      while (hash.length() < 64) {
        hash.append(Character.forDigit(random.nextInt(16), 16));
      }
      names.add(Hashes.label(hash.toString()));
    }
    // Sixty of 4,096 pairs: one or two may meet.
    assertTrue(names.size() >= 58, names.size() + " of 60 differ");
  }
}
