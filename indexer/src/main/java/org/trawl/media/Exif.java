package org.trawl.media;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalDouble;

/// What a camera wrote into a picture.
///
/// Read from a TIFF structure as CIPA DC-008 (Exif 2.32) has it in JPEG, PNG and WebP. Hostile ones
/// can only fail to be read: every entry is looked at once, and none refers to another directory
/// than the two that are read.
///
/// @param time as it stands there, `2016:06:24 09:11:00`, by the camera's own clock; or empty
/// @param camera maker and model, or empty
/// @param place where it was taken, if it says
/// @param orientation how it is to be turned, 1 to 8; 1 for not at all
public record Exif(String time, String camera, Optional<Place> place, int orientation) {
  static final Exif NONE = new Exif("", "", Optional.empty(), 1);

  private static final int MOST_ENTRIES = 512;
  private static final int MOST_CHARS = 100;

  public Exif {
    requireNonNull(time, "time");
    requireNonNull(camera, "camera");
    requireNonNull(place, "place");
    if (orientation < 1 || orientation > 8) {
      throw new IllegalArgumentException("orientation must be 1 to 8, got " + orientation);
    }
  }

  /// A place on the earth, in degrees; north and east are positive.
  public record Place(double latitude, double longitude) {
    public Place {
      if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
        throw new IllegalArgumentException("no place: " + latitude + ", " + longitude);
      }
    }
  }

  /// Whether it tells of a camera, a time or a place: the orientation alone tells nothing.
  public boolean any() {
    return !time.isEmpty() || !camera.isEmpty() || place.isPresent();
  }

  /// Reads a TIFF structure; what cannot be read is left out.
  ///
  /// @param bytes where it is
  /// @param from its first byte
  /// @param length how long it is
  static Exif of(byte[] bytes, int from, int length) {
    try {
      return new Directory(ByteBuffer.wrap(bytes, from, length).slice()).read();
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      return NONE;
    }
  }

  /// The directories of one structure.
  private static final class Directory {
    private final ByteBuffer tiff;
    private String make = "";
    private String model = "";
    private String changed = "";
    private String taken = "";
    private int orientation = 1;
    private String northSouth = "";
    private String eastWest = "";
    private OptionalDouble latitude = OptionalDouble.empty();
    private OptionalDouble longitude = OptionalDouble.empty();

    Directory(ByteBuffer tiff) {
      this.tiff = tiff;
    }

    private interface Field {
      void take(int tag, int type, int count, int at);
    }

    Exif read() {
      tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
      if (tiff.getShort(2) != 42) {
        return NONE;
      }
      entries(tiff.getInt(4), this::main);
      var place = Optional.<Place>empty();
      if (latitude.isPresent() && longitude.isPresent()) {
        place = Optional.of(new Place(latitude.getAsDouble(), longitude.getAsDouble()));
      }
      // Models often begin with the maker's name.
      var camera = model.startsWith(make) ? model : (make + " " + model).strip();
      return new Exif(taken.isEmpty() ? changed : taken, camera, place, orientation);
    }

    private void entries(int at, Field field) {
      var count = Math.min(Short.toUnsignedInt(tiff.getShort(at)), MOST_ENTRIES);
      for (var i = 0; i < count; i++) {
        var entry = at + 2 + 12 * i;
        var tag = Short.toUnsignedInt(tiff.getShort(entry));
        var type = Short.toUnsignedInt(tiff.getShort(entry + 2));
        field.take(tag, type, tiff.getInt(entry + 4), entry + 8);
      }
    }

    private void main(int tag, int type, int count, int at) {
      switch (tag) {
        case 0x010F -> make = text(type, count, at);
        case 0x0110 -> model = text(type, count, at);
        case 0x0132 -> changed = text(type, count, at);
        case 0x0112 -> orientation = Math.clamp(Short.toUnsignedInt(tiff.getShort(at)), 1, 8);
        case 0x8769 -> entries(tiff.getInt(at), this::camera);
        case 0x8825 -> entries(tiff.getInt(at), this::position);
        default -> {} // Most tags tell how the picture is stored.
      }
    }

    private void camera(int tag, int type, int count, int at) {
      if (tag == 0x9003) {
        taken = text(type, count, at);
      }
    }

    private void position(int tag, int type, int count, int at) {
      switch (tag) {
        case 1 -> northSouth = text(type, count, at);
        case 2 -> latitude = degrees(type, count, at, northSouth.startsWith("S"));
        case 3 -> eastWest = text(type, count, at);
        case 4 -> longitude = degrees(type, count, at, eastWest.startsWith("W"));
        default -> {} // Heights and bearings.
      }
    }

    private String text(int type, int count, int at) {
      if (type != 2 || count < 1 || count > 10_000) {
        return "";
      }
      var start = count <= 4 ? at : tiff.getInt(at);
      var bytes = new byte[Math.min(count, MOST_CHARS)];
      tiff.get(start, bytes);
      var text = new String(bytes, StandardCharsets.ISO_8859_1);
      var end = text.indexOf('\0');
      return (end < 0 ? text : text.substring(0, end)).replaceAll("\\p{Cntrl}", " ").strip();
    }

    /// Three fractions: degrees, minutes, seconds.
    private OptionalDouble degrees(int type, int count, int at, boolean negative) {
      if (type != 5 || count != 3) {
        return OptionalDouble.empty();
      }
      var start = tiff.getInt(at);
      var sum = 0.0;
      for (var i = 2; i >= 0; i--) {
        var below = Integer.toUnsignedLong(tiff.getInt(start + 8 * i + 4));
        var above = Integer.toUnsignedLong(tiff.getInt(start + 8 * i));
        sum = sum / 60 + (below == 0 ? 0 : (double) above / below);
      }
      return OptionalDouble.of(negative ? -sum : sum);
    }
  }
}
