package org.trawl.web.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import org.trawl.media.MediaCatalogue;
import org.trawl.media.MediaEntry;
import org.trawl.media.PictureDecoder;
import org.trawl.media.Undrawable;
import org.trawl.web.Overloaded;

/// Small pictures of large ones, as JPEG. As many are drawn at once as there are processors; the
/// newest are kept in memory. Thread-safe.
final class SmallPictures {
  /// Pixels of the longer side: twice what a card has, for dense screens.
  static final int SIDE = 384;

  private static final long MOST_KEPT = 32L << 20;
  private static final float QUALITY = 0.8f;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

  private final MediaCatalogue catalogue;
  private final PictureDecoder decoder = new PictureDecoder();
  private final Semaphore places = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
  private final Map<String, byte[]> kept = new LinkedHashMap<>(64, 0.75f, true);
  private long bytesKept;

  SmallPictures(MediaCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /// A small picture.
  ///
  /// @throws Undrawable if it is not decoded; the message says why
  /// @throws Overloaded if many are waited for
  /// @throws IOException if its file cannot be read
  byte[] of(MediaEntry entry) throws IOException, Undrawable {
    var key = entry.facts().sha256();
    synchronized (kept) {
      var known = kept.get(key);
      if (known != null) {
        return known;
      }
    }
    var drawn = draw(entry);
    keep(key, drawn);
    return drawn;
  }

  private byte[] draw(MediaEntry entry) throws IOException, Undrawable {
    try {
      if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new Overloaded("Many pictures are being drawn; try again soon.", RETRY_AFTER);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Overloaded("The server is stopping.", RETRY_AFTER);
    }
    try {
      var image = decoder.decode(entry.facts().type().orElseThrow(), catalogue.picture(entry));
      return jpeg(PictureDecoder.scaled(image, SIDE));
    } finally {
      places.release();
    }
  }

  private static byte[] jpeg(BufferedImage image) throws IOException {
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var out = new ByteArrayOutputStream();
    try (var stream = ImageIO.createImageOutputStream(out)) {
      var how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(QUALITY);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), how);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  private void keep(String key, byte[] drawn) {
    synchronized (kept) {
      if (kept.put(key, drawn) == null) {
        bytesKept += drawn.length;
      }
      for (Iterator<byte[]> oldest = kept.values().iterator();
          bytesKept > MOST_KEPT && oldest.hasNext(); ) {
        bytesKept -= oldest.next().length;
        oldest.remove();
      }
    }
  }
}
