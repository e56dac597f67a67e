package org.trawl.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/// Unpacked text; what unpacks beyond reason is refused soon, wherever in the file it stands.
class BoundedInput extends FilterInputStream {
  /// Unpacked bytes over packed ones past which a stretch is no text of tweets, which pack 4 to 20
  /// times.
  static final long RATIO = 400;

  /// The stretch that is looked at.
  static final long STRETCH = 64L << 20;

  private final String name;
  private final LongSupplier packed;
  private long read;
  private long stretchEnds = STRETCH;
  private long packedBefore;

  /// @param packed how many packed bytes were read so far
  BoundedInput(InputStream in, String name, LongSupplier packed) {
    super(in);
    this.name = name;
    this.packed = packed;
  }

  static NotAnArchive beyondReason(String name) {
    return NotAnArchive.unusable(
        name
            + " unpacks to over "
            + RATIO
            + " times its size, as no archive of tweets does; it is not unpacked");
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count;
    try {
      count = super.read(bytes, offset, length);
    } catch (IOException e) {
      throw Container.named(name, e);
    }
    read += Math.max(0, count);
    if (read >= stretchEnds) {
      var now = packed.getAsLong();
      if ((now - packedBefore) * RATIO < STRETCH) {
        throw beyondReason(name);
      }
      packedBefore = now;
      stretchEnds = read + STRETCH;
    }
    return count;
  }

  /// Unpacked bytes so far.
  long bytesRead() {
    return read;
  }
}
