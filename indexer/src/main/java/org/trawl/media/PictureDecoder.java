package org.trawl.media;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// Decodes pictures that nobody vouches for, with bounds of bytes, pixels and time. Thread-safe.
///
/// What guards: the size in the header is looked at before anything is decoded; a decoder gets only
/// the parts of a file that pixels need ([PlainPicture]); large pictures are read by every second,
/// third … pixel; and a watch breaks off what takes too long. In memory one picture takes at most
/// some 8 bytes a pixel of [#MOST_PIXELS] in the decoder, and [#MOST_READ] pixels out of it.
public final class PictureDecoder implements Closeable {
  /// A file of more bytes is not decoded. Twitter took pictures up to 15 MB.
  public static final int MOST_BYTES = 32 << 20;

  /// A picture of more pixels is not decoded. Twitter's largest have 4096 × 4096.
  public static final int MOST_PIXELS = 24_000_000;

  /// Nor one that is longer on a side: decoders hold rows.
  public static final int MOST_SIDE = 16_384;

  /// As many pixels are read at most, evenly over the picture.
  private static final int MOST_READ = 3_000_000;

  private final Duration limit;
  private final ScheduledThreadPoolExecutor watch =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("picture-watch").factory());

  /// @param limit how long one picture may take
  public PictureDecoder(Duration limit) {
    this.limit = limit;
    // Its thread ends while there is nothing to watch.
    watch.setKeepAliveTime(10, TimeUnit.SECONDS);
    watch.allowCoreThreadTimeOut(true);
    watch.setRemoveOnCancelPolicy(true);
  }

  /// Decodes with the usual bound of time, five seconds.
  public PictureDecoder() {
    this(Duration.ofSeconds(5));
  }

  /// The pixels of a picture of whatever type its content is.
  ///
  /// @throws Undrawable if it is no picture that is decoded, broken, or larger than the bounds
  public BufferedImage decode(byte[] file) throws Undrawable {
    var head = Arrays.copyOf(file, Math.min(file.length, MediaType.HEAD_BYTES));
    var type = MediaType.of(head);
    if (type.isEmpty()) {
      throw new Undrawable(MediaType.looksLike(head));
    }
    return decode(type.get(), file);
  }

  /// The pixels of a picture, thinned out if there are many; of the first one if it moves.
  ///
  /// @throws Undrawable if it is broken, or larger than the bounds
  public BufferedImage decode(MediaType type, byte[] file) throws Undrawable {
    if (file.length > MOST_BYTES) {
      throw new Undrawable("it has more than " + (MOST_BYTES >> 20) + " MB");
    }
    var header =
        PictureHeader.of(type, file)
            .orElseThrow(() -> new Undrawable("it is broken before its size is told"));
    refuseLarge(header.width(), header.height());
    var plain = PlainPicture.of(type, file);
    var readers = ImageIO.getImageReadersByFormatName(type.key());
    if (!readers.hasNext()) {
      throw new Undrawable("this Java cannot decode " + type.key());
    }
    return turned(read(readers.next(), plain), header.exif().orientation());
  }

  private static void refuseLarge(long width, long height) throws Undrawable {
    if (width > MOST_SIDE || height > MOST_SIDE || width * height > MOST_PIXELS) {
      throw new Undrawable("it says it is of " + width + " × " + height + " pixels");
    }
  }

  private BufferedImage read(ImageReader reader, byte[] file) throws Undrawable {
    var late = new AtomicBoolean();
    var alarm =
        watch.schedule(
            () -> {
              late.set(true);
              reader.abort();
            },
            limit.toMillis(),
            TimeUnit.MILLISECONDS);
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(in, true, true);
      // A GIF's first picture may be larger than its header says.
      refuseLarge(reader.getWidth(0), reader.getHeight(0));
      var pixels = (double) reader.getWidth(0) * reader.getHeight(0);
      var every = (int) Math.ceil(Math.sqrt(pixels / MOST_READ));
      var how = reader.getDefaultReadParam();
      how.setSourceSubsampling(Math.max(1, every), Math.max(1, every), 0, 0);
      var image = reader.read(0, how);
      if (late.get()) {
        throw new Undrawable("it takes longer than " + limit.toMillis() + " ms");
      }
      return image;
    } catch (IOException | RuntimeException e) {
      throw new Undrawable(
          late.get() ? "it takes longer than " + limit.toMillis() + " ms" : "it is broken", e);
    } catch (OutOfMemoryError e) {
      throw new Undrawable("there is no memory for it", e);
    } finally {
      alarm.cancel(false);
      reader.dispose();
    }
  }

  /// As its camera was held.
  private static BufferedImage turned(BufferedImage image, int orientation) {
    if (orientation == 1) {
      return image;
    }
    var across = orientation >= 5;
    var w = image.getWidth();
    var h = image.getHeight();
    var out = new BufferedImage(across ? h : w, across ? w : h, BufferedImage.TYPE_INT_ARGB);
    for (var y = 0; y < h; y++) {
      for (var x = 0; x < w; x++) {
        var left = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
        var up = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
        var toX = across ? (up ? h - 1 - y : y) : (left ? w - 1 - x : x);
        var toY = across ? (left ? w - 1 - x : x) : (up ? h - 1 - y : y);
        out.setRGB(toX, toY, image.getRGB(x, y));
      }
    }
    return out;
  }

  /// A picture of at most so many pixels on its longer side, on white where it has holes.
  public static BufferedImage scaled(BufferedImage image, int side) {
    var scale = Math.min(1, (double) side / Math.max(image.getWidth(), image.getHeight()));
    var from = image;
    // By halves, as one large step would leave out most pixels.
    while (Math.max(from.getWidth(), from.getHeight()) > 2 * side) {
      from = drawn(from, Math.max(1, from.getWidth() / 2), Math.max(1, from.getHeight() / 2));
    }
    return drawn(
        from,
        Math.max(1, (int) Math.round(image.getWidth() * scale)),
        Math.max(1, (int) Math.round(image.getHeight() * scale)));
  }

  private static BufferedImage drawn(BufferedImage from, int width, int height) {
    var out = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var pen = out.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, width, height);
    pen.setComposite(AlphaComposite.SrcOver);
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.drawImage(from, 0, 0, width, height, null);
    pen.dispose();
    return out;
  }

  @Override
  public void close() {
    watch.shutdownNow();
  }
}
