package org.trawl.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.trawl.web.ClientStream.ClientGone;

class ClientStreamTest {
  private static final Duration GRACE = Duration.ofMillis(100);

  /// A client who takes its time for each piece.
  private static final class Reader extends OutputStream {
    private final Duration perPiece;
    private long taken;

    Reader(Duration perPiece) {
      this.perPiece = perPiece;
    }

    @Override
    public void write(int b) {
      throw new IllegalStateException("pieces only");
    }

    @Override
    public void write(byte[] b, int offset, int length) {
      LockSupport.parkNanos(perPiece.toNanos());
      taken += length;
    }
  }

  @Test
  void whoReadsNextToNothingIsGivenUp() {
    var stream = new ClientStream(new Reader(Duration.ofMillis(20)), GRACE);
    assertThrows(
        ClientGone.class,
        () -> {
          for (int i = 0; i < 100; i++) {
            stream.write(new byte[10]);
          }
        });
  }

  @Test
  void whoReadsSlowlyIsWaitedFor() throws IOException {
    var reader = new Reader(Duration.ofMillis(20));
    var stream = new ClientStream(reader, GRACE);
    for (int i = 0; i < 10; i++) {
      stream.write(new byte[1_000]);
    }
    assertEquals(10_000, reader.taken);
  }

  @Test
  void timeSpentBetweenPiecesIsNotTheClients() throws Exception {
    var reader = new Reader(Duration.ZERO);
    var stream = new ClientStream(reader, GRACE);
    for (int i = 0; i < 4; i++) {
      Thread.sleep(50);
      stream.write(new byte[1]);
    }
    assertEquals(4, reader.taken);
  }
}
