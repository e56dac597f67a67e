package org.trawl.archive;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// The bytes of a Zstandard file, which fail at their end when the last frame is not whole.
///
/// zstd-jni notices a cut in a file's first frame only: of a later one whose beginning it had read
/// together with the first, it takes the end of the file for the end of the frame, and what was in
/// it would be lost without a word. So this follows the frames by their own lengths (RFC 8878,
/// section 3.1): a header, blocks that each say how long they are, a checksum if the header says
/// so.
final class ZstdFrames extends FilterInputStream {
  private static final long MAGIC = 0xFD2FB528L;

  /// Frames that decoders pass over begin with this, but for the lowest four bits.
  private static final long PASSED_OVER = 0x184D2A50L;

  private static final int[] DICTIONARY_BYTES = {0, 1, 2, 4};
  private static final int[] SIZE_BYTES = {0, 2, 4, 8};
  private static final int CHECKSUM_BYTES = 4;
  private static final int RUN = 1;

  /// What the next bytes are. Of the first four the value counts, of the others the number.
  private enum Part {
    START(4),
    DESCRIPTOR(1),
    BLOCK_HEADER(3),
    PASSED_OVER_SIZE(4),
    HEADER(0),
    BLOCK(0),
    CHECKSUM(0),
    PASSED_OVER(0),
    /// No frame: the decoder says what is wrong.
    UNKNOWN(0);

    private final int bytes;

    Part(int bytes) {
      this.bytes = bytes;
    }
  }

  private Part part = Part.START;
  private long value;
  private int have;
  private long left;
  private boolean last;
  private boolean checksum;

  ZstdFrames(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  /// @throws EOFException at the end of the bytes, if it lies inside a frame
  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    var count = super.read(bytes, offset, length);
    if (count < 0 && part != Part.UNKNOWN && (part != Part.START || have > 0)) {
      throw new EOFException("cut off inside a Zstandard frame");
    }
    for (var i = offset; i < offset + count; ) {
      i += take(bytes, i, offset + count - i);
    }
    return count;
  }

  @Override
  public long skip(long bytes) throws IOException {
    return Math.max(0, read(new byte[Math.clamp(bytes, 0, 1 << 12)]));
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /// Follows some bytes; says how many.
  private int take(byte[] bytes, int from, int count) {
    if (part == Part.UNKNOWN) {
      return count;
    }
    if (part.bytes > 0) {
      value |= (bytes[from] & 0xFFL) << (8 * have++);
      if (have == part.bytes) {
        read(value);
      }
      return 1;
    }
    var passed = (int) Math.min(left, count);
    left -= passed;
    if (left == 0) {
      passed();
    }
    return passed;
  }

  private void expect(Part next, long bytes) {
    part = next;
    left = bytes;
    value = 0;
    have = 0;
    if (next.bytes == 0 && bytes == 0) {
      passed();
    }
  }

  private void read(long number) {
    switch (part) {
      case START -> start(number);
      case DESCRIPTOR -> descriptor((int) number);
      case BLOCK_HEADER -> {
        last = (number & 1) != 0;
        var size = number >> 3;
        expect(Part.BLOCK, ((number >> 1) & 3) == RUN ? 1 : size);
      }
      case PASSED_OVER_SIZE -> expect(Part.PASSED_OVER, number);
      case HEADER, BLOCK, CHECKSUM, PASSED_OVER, UNKNOWN -> throw new AssertionError(part);
    }
  }

  private void start(long magic) {
    if (magic == MAGIC) {
      expect(Part.DESCRIPTOR, 0);
    } else if ((magic & ~0xFL) == PASSED_OVER) {
      expect(Part.PASSED_OVER_SIZE, 0);
    } else {
      part = Part.UNKNOWN;
    }
  }

  private void descriptor(int bits) {
    var single = (bits >> 5 & 1) != 0;
    checksum = (bits >> 2 & 1) != 0;
    var size = SIZE_BYTES[bits >> 6];
    if (size == 0 && single) {
      size = 1;
    }
    expect(Part.HEADER, size + DICTIONARY_BYTES[bits & 3] + (single ? 0L : 1L));
  }

  private void passed() {
    switch (part) {
      case HEADER -> expect(Part.BLOCK_HEADER, 0);
      case BLOCK -> {
        if (!last) {
          expect(Part.BLOCK_HEADER, 0);
        } else if (checksum) {
          expect(Part.CHECKSUM, CHECKSUM_BYTES);
        } else {
          expect(Part.START, 0);
        }
      }
      case CHECKSUM, PASSED_OVER -> expect(Part.START, 0);
      case START, DESCRIPTOR, BLOCK_HEADER, PASSED_OVER_SIZE, UNKNOWN ->
          throw new AssertionError(part);
    }
  }
}
