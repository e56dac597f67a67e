package org.trawl.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/// Tells how much was read.
final class CountedInput extends FilterInputStream {
  private final LongConsumer progress;
  private long count;

  CountedInput(InputStream in, LongConsumer progress) {
    super(in);
    this.progress = progress;
  }

  /// Bytes read so far.
  long count() {
    return count;
  }

  @Override
  public int read() throws IOException {
    var one = super.read();
    tell(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    var read = super.read(bytes, offset, length);
    tell(Math.max(0, read));
    return read;
  }

  private void tell(int read) {
    count += read;
    progress.accept(read);
  }
}
