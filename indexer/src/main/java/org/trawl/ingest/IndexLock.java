package org.trawl.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.trawl.index.IndexFolder;
import org.trawl.index.IndexRefused;

/// Keeps a second writer off an index folder. The lock is the operating system's and ends with the
/// process, so that a kill leaves no stale lock; the file stays, with the last writer's process id.
final class IndexLock implements Closeable {
  private final FileChannel channel;

  private IndexLock(FileChannel channel) {
    this.channel = channel;
  }

  /// @throws IndexRefused at once if another writer is at work
  static IndexLock take(IndexFolder folder) throws IOException {
    var channel =
        FileChannel.open(
            folder.lock(),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    try {
      if (tryLock(channel) == null) {
        throw new IndexRefused(
            "another trawl index"
                + holder(channel)
                + " is writing to "
                + folder.path()
                + "; wait until it is done, or stop it: the work it did so far is kept");
      }
      var id = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
      channel.truncate(0).write(ByteBuffer.wrap(id), 0);
      return new IndexLock(channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // Held by another thread of this process.
    }
  }

  private static String holder(FileChannel channel) throws IOException {
    var buffer = ByteBuffer.allocate(20);
    channel.read(buffer, 0);
    var id = new String(buffer.array(), 0, buffer.position(), StandardCharsets.US_ASCII);
    return id.isEmpty() ? "" : " (process " + id + ")";
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
