package org.trawl.media;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.trawl.media.MediaEntry.Extent;
import org.trawl.media.MediaEntry.Facts;
import org.trawl.media.MediaEntry.Place;
import org.trawl.media.MediaOwner.Role;

/// Entries and containers as bytes. An entry begins with its SHA-256, zeros if it has none.
final class EntryCodec {
  static final int SHA_BYTES = 32;

  private static final HexFormat HEX = HexFormat.of();
  private static final byte[] NO_SHA = new byte[SHA_BYTES];

  private EntryCodec() {}

  private interface Content {
    void write(DataOutputStream out) throws IOException;
  }

  private interface Reading<T> {
    T read(DataInputStream in) throws IOException;
  }

  static byte[] bytes(MediaEntry entry) {
    return bytes(out -> {
      var facts = entry.facts();
      out.write(facts.sha256().isEmpty() ? NO_SHA : HEX.parseHex(facts.sha256()));
      text(out, entry.owner().role().name());
      text(out, entry.owner().id());
      place(out, entry.place());
      text(out, facts.type().map(Enum::name).orElse(""));
      out.writeLong(facts.bytes());
      out.writeInt(facts.extent().width());
      out.writeInt(facts.extent().height());
      out.writeInt(facts.extent().millis());
      exif(out, facts.exif());
      text(out, facts.refusal());
      out.writeBoolean(facts.hash().isPresent());
      if (facts.hash().isPresent()) {
        facts.hash().get().write(out);
      }
    });
  }

  static MediaEntry entry(byte[] bytes) {
    return read(
        bytes,
        in -> {
          var sha = in.readNBytes(SHA_BYTES);
          var owner = new MediaOwner(Role.valueOf(text(in)), text(in));
          var place = place(in);
          var name = text(in);
          var type =
              name.isEmpty() ? Optional.<MediaType>empty() : Optional.of(MediaType.valueOf(name));
          var size = in.readLong();
          var extent = new Extent(in.readInt(), in.readInt(), in.readInt());
          var exif = exif(in);
          var refusal = text(in);
          var hash =
              in.readBoolean() ? Optional.of(PictureHash.read(in)) : Optional.<PictureHash>empty();
          var hex = java.util.Arrays.equals(sha, NO_SHA) ? "" : HEX.formatHex(sha);
          return new MediaEntry(
              owner, place, new Facts(type, hex, size, extent, exif, refusal, hash));
        });
  }

  static byte[] bytes(MediaContainer container) {
    return bytes(out -> {
      text(out, container.root());
      text(out, container.name());
      out.writeBoolean(container.zip());
      out.writeLong(container.bytes());
      out.writeLong(container.modified());
    });
  }

  static MediaContainer container(byte[] bytes) {
    return read(
        bytes,
        in ->
            new MediaContainer(text(in), text(in), in.readBoolean(), in.readLong(), in.readLong()));
  }

  private static void place(DataOutputStream out, Place place) throws IOException {
    out.writeInt(place.container());
    text(out, place.name());
    out.writeLong(place.start());
    out.writeLong(place.packed());
    out.writeBoolean(place.deflated());
    out.writeLong(place.modified());
  }

  private static Place place(DataInputStream in) throws IOException {
    return new Place(
        in.readInt(), text(in), in.readLong(), in.readLong(), in.readBoolean(), in.readLong());
  }

  private static void exif(DataOutputStream out, Exif exif) throws IOException {
    text(out, exif.time());
    text(out, exif.camera());
    out.writeByte(exif.orientation());
    out.writeBoolean(exif.place().isPresent());
    if (exif.place().isPresent()) {
      out.writeDouble(exif.place().get().latitude());
      out.writeDouble(exif.place().get().longitude());
    }
  }

  private static Exif exif(DataInputStream in) throws IOException {
    var time = text(in);
    var camera = text(in);
    var orientation = in.readByte();
    var place =
        in.readBoolean()
            ? Optional.of(new Exif.Place(in.readDouble(), in.readDouble()))
            : Optional.<Exif.Place>empty();
    return new Exif(time, camera, place, orientation);
  }

  /// Names in zips are at most 65,535 bytes, but one that was read as Latin letters has more here.
  private static void text(DataOutputStream out, String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String text(DataInputStream in) throws IOException {
    var length = in.readInt();
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(Content content) {
    var bytes = new ByteArrayOutputStream(256);
    try (var out = new DataOutputStream(bytes)) {
      content.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  private static <T> T read(byte[] bytes, Reading<T> reading) {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      return reading.read(in);
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new UncheckedIOException(new IOException("the media catalogue is damaged", e));
    }
  }
}
