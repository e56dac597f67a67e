package org.trawl.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;

/// Invented pictures for tests, the same for the same seed.
public final class TestPictures {
  private TestPictures() {}

  /// Some shapes in some colours.
  public static BufferedImage shapes(long seed, int width, int height) {
    var random = new Random(seed);
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    pen.setColor(color(random));
    pen.fillRect(0, 0, width, height);
    for (var i = 0; i < 14; i++) {
      pen.setColor(color(random));
      shape(pen, random, width, height);
    }
    pen.dispose();
    return image;
  }

  private static void shape(Graphics2D pen, Random random, int width, int height) {
    var w = 1 + width / 10 + random.nextInt(Math.max(1, width / 3));
    var h = 1 + height / 10 + random.nextInt(Math.max(1, height / 3));
    var x = random.nextInt(width) - w / 2;
    var y = random.nextInt(height) - h / 2;
    if (random.nextBoolean()) {
      pen.fillOval(x, y, w, h);
    } else {
      pen.fillRect(x, y, w, h);
    }
  }

  private static Color color(Random random) {
    return new Color(random.nextInt(1 << 24));
  }

  /// @param format `jpeg`, `png` or `gif`
  public static byte[] bytes(BufferedImage image, String format) {
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  public static byte[] jpeg(long seed) {
    return bytes(shapes(seed, 160, 120), "jpeg");
  }

  /// @param quality 0 to 1
  public static byte[] jpeg(BufferedImage image, float quality, boolean progressive) {
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var out = new ByteArrayOutputStream();
    try (var stream = ImageIO.createImageOutputStream(out)) {
      var how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(quality);
      how.setProgressiveMode(
          progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
      writer.setOutput(stream);
      var type = ImageTypeSpecifier.createFromRenderedImage(image);
      writer.write(null, new IIOImage(image, null, writer.getDefaultImageMetadata(type, how)), how);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  /// A JPEG with a camera's words and a place in it.
  public static byte[] withExif(byte[] jpeg) {
    var tiff = ByteBuffer.allocate(256);
    tiff.putShort((short) 0x4D4D).putShort((short) 42).putInt(8);
    tiff.putShort((short) 3);
    field(tiff, 0x010F, 2, 6, 100);
    field(tiff, 0x0110, 2, 9, 110);
    field(tiff, 0x8825, 4, 1, 130);
    tiff.putInt(0);
    tiff.put(100, "Nikon\0".getBytes(StandardCharsets.US_ASCII));
    tiff.put(110, "Nikon D3\0".getBytes(StandardCharsets.US_ASCII));
    tiff.position(130).putShort((short) 4);
    field(tiff, 1, 2, 2, 'N' << 24);
    field(tiff, 2, 5, 3, 190);
    field(tiff, 3, 2, 2, 'W' << 24);
    field(tiff, 4, 5, 3, 214);
    for (var part : new int[] {59, 30, 0}) {
      tiff.putInt(190 + (part == 59 ? 0 : part == 30 ? 8 : 16), part);
      tiff.putInt(194 + (part == 59 ? 0 : part == 30 ? 8 : 16), 1);
      tiff.putInt(214 + (part == 59 ? 0 : part == 30 ? 8 : 16), part);
      tiff.putInt(218 + (part == 59 ? 0 : part == 30 ? 8 : 16), 1);
    }
    var out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    out.writeBytes(
        ByteBuffer.allocate(4).putShort((short) 0xFFE1).putShort((short) (256 + 8)).array());
    out.writeBytes("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(tiff.array());
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }

  private static void field(ByteBuffer tiff, int tag, int type, int count, int value) {
    tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
  }

  /// A PNG whose header says that it is of such a size, with a few bytes of pixels.
  public static byte[] pngOf(int width, int height) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    var header = ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 8).put((byte) 2);
    chunk(out, "IHDR", header.array());
    chunk(out, "IDAT", new byte[] {0x78, 0x01, 0x03, 0, 0, 0, 0, 1});
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream out, String kind, byte[] content) {
    var name = kind.getBytes(StandardCharsets.US_ASCII);
    var crc = new CRC32();
    crc.update(name);
    crc.update(content);
    out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
    out.writeBytes(name);
    out.writeBytes(content);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }

  /// The boxes that an MP4 has at its beginning, with no pictures in it.
  public static byte[] mp4(int width, int height, int seconds) {
    var head = box("ftyp", "isom\0\0\2\0isomavc1mp41".getBytes(StandardCharsets.ISO_8859_1));
    var movie = ByteBuffer.allocate(100);
    movie.putInt(12, 1000).putInt(16, seconds * 1000);
    var track = ByteBuffer.allocate(84);
    track.putInt(76, width << 16).putInt(80, height << 16);
    var all = new ByteArrayOutputStream();
    all.writeBytes(head);
    all.writeBytes(box("mdat", new byte[5000]));
    var content = new ByteArrayOutputStream();
    content.writeBytes(box("mvhd", movie.array()));
    content.writeBytes(box("trak", box("tkhd", track.array())));
    all.writeBytes(box("moov", content.toByteArray()));
    return all.toByteArray();
  }

  private static byte[] box(String kind, byte[] content) {
    return ByteBuffer.allocate(8 + content.length)
        .putInt(8 + content.length)
        .put(kind.getBytes(StandardCharsets.US_ASCII))
        .put(content)
        .array();
  }
}
