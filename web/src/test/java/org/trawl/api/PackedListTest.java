package org.trawl.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.trawl.query.ValueList;
import org.trawl.query.ValueList.Kind;
import org.trawl.query.ValueList.Role;
import org.trawl.query.ValueList.Value;
import org.trawl.query.ValueList.Words;

class PackedListTest {
  private static ValueList read(String text) {
    return ValueList.read(text, Words.ACCOUNTS);
  }

  private static String packed(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DeflaterOutputStream(bytes, new Deflater(9, true))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
  }

  @Test
  void whatIsPackedIsReadAgain() {
    for (var role : Role.values()) {
      var list = new PackedList(read("ann #Выборы 7 a.org/b?c=d,e f.org x.com/bob"), role);
      var packed = list.packed().orElseThrow();
      assertTrue(packed.matches("[A-Za-z0-9_-]+"), packed);
      assertEquals(Optional.of(list), PackedList.read(packed));
    }
  }

  @Test
  void tenThousandValuesOfAnyKindFitAnAddress() {
    var random = new Random(5);
    for (var kind : Kind.values()) {
      var typed =
          IntStream.range(0, 10_000)
              .mapToObj(i -> new Value(kind, text(kind, random)).written())
              .collect(Collectors.joining("\n"));
      var list = read(typed);
      assertTrue(list.values().size() > 9_900, kind + " " + list.values().size());
      var packed = new PackedList(list, Role.ANY).packed();
      assertTrue(packed.isPresent(), kind + " does not fit");
      assertEquals(list.values(), PackedList.read(packed.get()).orElseThrow().list().values());
    }
  }

  private static String letters(Random random, int length) {
    return random
        .ints(length, 0, 36)
        .mapToObj(i -> Character.toString(Character.forDigit(i, 36)))
        .collect(Collectors.joining());
  }

  private static String text(Kind kind, Random random) {
    return switch (kind) {
      case ACCOUNT -> letters(random, 15);
      case HASHTAG -> letters(random, 20);
      case ID -> Long.toString(random.nextLong(1L << 59, 1L << 60));
      case LINK -> letters(random, 8) + ".com/2016/" + letters(random, 20);
      case SITE -> letters(random, 16) + ".com";
    };
  }

  @Test
  void whatFitsNoAddressIsNotPacked() {
    var random = new Random(6);
    var typed =
        IntStream.range(0, 10_000)
            .mapToObj(i -> "http://a.com/" + letters(random, 120))
            .collect(Collectors.joining("\n"));
    assertEquals(Optional.empty(), new PackedList(read(typed), Role.FROM).packed());
  }

  @Test
  void anythingElseIsNoList() throws IOException {
    var good = new PackedList(read("ann bob cid dan"), Role.FROM).packed().orElseThrow();
    assertTrue(PackedList.read(packed("from\nann")).isPresent());
    for (var bad :
        new String[] {
          "",
          "x",
          "%",
          good.substring(0, good.length() - 3),
          packed(""),
          packed("from\n"),
          packed("from"),
          packed("to all\nann"),
          packed("from\nann выборы"),
          packed(
              "from\n"
                  + IntStream.range(0, 10_001)
                      .mapToObj(i -> "u" + i + " ")
                      .collect(Collectors.joining())),
          packed("from\n" + "a".repeat(100 << 20))
        }) {
      assertEquals(
          Optional.empty(), PackedList.read(bad), bad.substring(0, Math.min(20, bad.length())));
    }
  }
}
