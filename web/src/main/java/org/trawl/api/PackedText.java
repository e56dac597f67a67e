package org.trawl.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/// A text as one part of a path: deflated, in letters and digits.
final class PackedText {
  private PackedText() {}

  static String of(String text) {
    var bytes = new ByteArrayOutputStream();
    var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    try (var out = new DeflaterOutputStream(bytes, deflater)) {
      out.write(text.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail to be written", e);
    } finally {
      deflater.end();
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
  }

  /// Reads what [#of] wrote; empty if it is anything else.
  ///
  /// @param most bytes of the text, past which it is none
  static Optional<String> read(String packed, int most) {
    var inflater = new Inflater(true);
    try (var in =
        new InflaterInputStream(
            new ByteArrayInputStream(Base64.getUrlDecoder().decode(packed)), inflater)) {
      var bytes = in.readNBytes(most + 1);
      return bytes.length > most ? Optional.empty() : Optional.of(new String(bytes, UTF_8));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    } finally {
      inflater.end();
    }
  }
}
