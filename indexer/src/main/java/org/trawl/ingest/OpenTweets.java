package org.trawl.ingest;

import static java.util.Objects.requireNonNull;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.trawl.index.IndexRefused;
import org.trawl.schema.MediaFile;

/// `open-tweets.bin`: the tweets that neither their letters nor their text tell the language of.
/// They wait here until every file is read and it is known what their accounts write in.
///
/// Each tweet is its row as the index would store it, behind its length and checksum. Like
/// `rejected.csv`, the file only grows, and what is past a checkpoint's record of it goes away.
///
/// Workers may add at the same time; all else is the reading thread's.
final class OpenTweets implements Closeable {
  private static final int BUFFER = 1 << 16;

  private final Path path;
  private @Nullable FileChannel channel;
  private @Nullable DataOutputStream out;

  /// A tweet that waits.
  ///
  /// @param row as `TweetReading` reads it
  record Open(long id, String operation, BytesRef row, List<MediaFile> media) {
    Open {
      requireNonNull(operation, "operation");
      media = List.copyOf(media);
    }
  }

  /// Takes one tweet of the file.
  interface Sink {
    void take(Open tweet) throws IOException;
  }

  private OpenTweets(Path path) {
    this.path = path;
  }

  /// Opens the file as it was at a checkpoint.
  ///
  /// @param bytes its size then; 0 for a file that was not yet there
  static OpenTweets open(Path path, long bytes) throws IOException {
    var file = new OpenTweets(path);
    if (bytes == 0) {
      Files.deleteIfExists(path);
      return file;
    }
    if (!Files.exists(path) || Files.size(path) < bytes) {
      throw damaged(path, "it is shorter than the index's record of it", null);
    }
    file.begin().truncate(bytes).position(bytes);
    return file;
  }

  private FileChannel begin() throws IOException {
    var opened = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    channel = opened;
    out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(opened), BUFFER));
    return opened;
  }

  void add(Open tweet) throws IOException {
    var bytes = bytes(tweet);
    var checksum = checksum(bytes);
    synchronized (this) {
      if (out == null) {
        begin();
      }
      var to = requireNonNull(out);
      to.writeInt(bytes.length);
      to.writeInt(checksum);
      to.write(bytes);
    }
  }

  private static byte[] bytes(Open tweet) throws IOException {
    var bytes = new ByteArrayOutputStream(tweet.row.length + 64);
    var to = new DataOutputStream(bytes);
    to.writeLong(tweet.id);
    text(tweet.operation, to);
    to.writeInt(tweet.media.size());
    for (var file : tweet.media) {
      text(file.stored(), to);
    }
    to.write(tweet.row.bytes, tweet.row.offset, tweet.row.length);
    return bytes.toByteArray();
  }

  private static void text(String text, DataOutputStream to) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    to.writeInt(bytes.length);
    to.write(bytes);
  }

  private static int checksum(byte[] bytes) {
    var sum = new CRC32();
    sum.update(bytes);
    return (int) sum.getValue();
  }

  /// Makes all tweets so far survive a power cut.
  ///
  /// @return the file's size; 0 if there is none
  synchronized long sync() throws IOException {
    if (channel == null || out == null) {
      return 0;
    }
    out.flush();
    channel.force(true);
    return channel.position();
  }

  /// Gives all tweets of the file, in its order.
  synchronized void each(Sink sink) throws IOException {
    if (channel == null || out == null) {
      return;
    }
    out.flush();
    each(path, channel.position(), sink);
  }

  private static void each(Path path, long bytes, Sink sink) throws IOException {
    try (var in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(path), BUFFER))) {
      for (long at = 0; at < bytes; ) {
        int length = in.readInt();
        int checksum = in.readInt();
        at += 2L * Integer.BYTES + length;
        if (length < 0 || at > bytes) {
          throw damaged(path, "a tweet in it has an impossible length", null);
        }
        var tweet = in.readNBytes(length);
        if (tweet.length < length || checksum(tweet) != checksum) {
          throw damaged(path, "a checksum differs", null);
        }
        sink.take(tweet(tweet));
      }
    } catch (EOFException e) {
      throw damaged(path, "it is cut off", e);
    }
  }

  private static Open tweet(byte[] bytes) throws IOException {
    var in = new DataInputStream(new ByteArrayInputStream(bytes));
    long id = in.readLong();
    var operation = text(in);
    int files = in.readInt();
    var media = new ArrayList<MediaFile>();
    for (int i = 0; i < files; i++) {
      media.add(MediaFile.of(text(in)));
    }
    int left = in.available();
    return new Open(id, operation, new BytesRef(bytes, bytes.length - left, left), media);
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }

  private static IndexRefused damaged(Path path, String how, @Nullable Throwable cause) {
    var message =
        path
            + " is damaged: "
            + how
            + "; remove the index folder, or restore the file from a copy, and index again";
    return cause == null ? new IndexRefused(message) : new IndexRefused(message, cause);
  }

  /// Empties the file: all its tweets are in the index.
  synchronized void clear() throws IOException {
    close();
    Files.deleteIfExists(path);
    channel = null;
    out = null;
  }

  @Override
  public synchronized void close() throws IOException {
    if (out != null) {
      out.close();
    }
  }
}
