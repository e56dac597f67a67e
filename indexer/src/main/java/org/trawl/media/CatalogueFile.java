package org.trawl.media;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Writes a [MediaCatalogue] of what a [MediaLog] has. In memory some 60 bytes an entry.
final class CatalogueFile {
  private static final int BUFFER = 1 << 18;

  private final FileChannel log;
  private final List<MediaContainer> containers = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();

  /// An entry in the log.
  private record Place(boolean account, long key, long at, int length) {}

  private CatalogueFile(FileChannel log) {
    this.log = log;
  }

  /// Writes a catalogue, complete and synced.
  ///
  /// @param kept which entries go in: those of files that are there no more stay out
  static void write(Path log, Path target, Predicate<MediaEntry> kept) throws IOException {
    try (var channel = FileChannel.open(log)) {
      var file = new CatalogueFile(channel);
      MediaLog.read(log, (kind, bytes, at) -> file.take(kind, bytes, at, kept));
      file.write(target);
    }
  }

  private void take(int kind, byte[] bytes, long at, Predicate<MediaEntry> kept) {
    if (kind == MediaLog.CONTAINER) {
      containers.add(EntryCodec.container(bytes));
      return;
    }
    var entry = EntryCodec.entry(bytes);
    if (kept.test(entry)) {
      places.add(new Place(!entry.isOfTweet(), entry.owner().key(), at, bytes.length));
    }
  }

  private byte[] bytes(Place place) throws IOException {
    var buffer = ByteBuffer.allocate(place.length);
    while (buffer.hasRemaining()) {
      if (log.read(buffer, place.at + buffer.position()) < 0) {
        throw new IOException("the log of the media files was cut off");
      }
    }
    return buffer.array();
  }

  private void write(Path target) throws IOException {
    places.sort(
        Comparator.comparing(Place::account)
            .thenComparingLong(Place::key)
            .thenComparing(this::names));
    var n = places.size();
    var shas = new byte[n][];
    var hashes = new ArrayList<PictureHash>();
    var hashEntries = new ArrayList<Integer>();
    var starts = new long[n + 1];
    try (var channel =
            FileChannel.open(
                target,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
        var out =
            new DataOutputStream(
                new BufferedOutputStream(
                    java.nio.channels.Channels.newOutputStream(channel), BUFFER))) {
      out.write(new byte[MediaCatalogue.HEADER_BYTES]);
      var at = (long) MediaCatalogue.HEADER_BYTES;
      for (var container : containers) {
        var bytes = EntryCodec.bytes(container);
        out.writeInt(bytes.length);
        out.write(bytes);
        at += 4 + bytes.length;
      }
      for (var i = 0; i < n; i++) {
        var bytes = bytes(places.get(i));
        shas[i] = Arrays.copyOf(bytes, EntryCodec.SHA_BYTES);
        var hash = EntryCodec.entry(bytes).facts().hash();
        if (hash.isPresent()) {
          hashes.add(hash.get());
          hashEntries.add(i);
        }
        starts[i] = at;
        out.write(bytes);
        at += bytes.length;
      }
      starts[n] = at;
      var sections = new long[5];
      sections[0] = at;
      for (var start : starts) {
        out.writeLong(start);
      }
      sections[1] = sections[0] + 8L * (n + 1);
      for (var place : places) {
        out.writeLong(place.key);
      }
      sections[2] = sections[1] + 8L * n;
      for (var i : bySha(shas)) {
        out.writeInt(i);
      }
      sections[3] = sections[2] + 4L * n;
      for (var hash : hashes) {
        hash.write(out);
      }
      sections[4] = sections[3] + 32L * hashes.size();
      for (var i : hashEntries) {
        out.writeInt(i);
      }
      out.flush();
      header(channel, hashes.size(), sections);
      channel.force(true);
    }
  }

  private void header(FileChannel channel, int hashes, long[] sections) throws IOException {
    var tweets = (int) places.stream().filter(place -> !place.account).count();
    var header = ByteBuffer.allocate(MediaCatalogue.HEADER_BYTES);
    header.putLong(MediaCatalogue.MAGIC).putLong(places.size()).putLong(tweets).putLong(hashes);
    for (var section : sections) {
      header.putLong(section);
    }
    header.putLong(containers.size()).flip();
    channel.write(header, 0);
  }

  private static int[] bySha(byte[][] shas) {
    return java.util.stream.IntStream.range(0, shas.length)
        .boxed()
        .sorted(
            Comparator.<Integer, byte[]>comparing(i -> shas[i], Arrays::compareUnsigned)
                .thenComparing(Comparator.naturalOrder()))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /// Of one owner in the order of names, so that it does not depend on which was read first.
  private int names(Place one, Place other) {
    try {
      var a = EntryCodec.entry(bytes(one));
      var b = EntryCodec.entry(bytes(other));
      return name(a).compareTo(name(b));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private String name(MediaEntry entry) {
    return containers.get(entry.place().container()).nameOf(entry.place());
  }

  /// The containers whose entries count: of each place the one that was seen last.
  static Set<Integer> live(List<MediaContainer> containers) {
    var last = new java.util.HashMap<String, Integer>();
    for (var i = 0; i < containers.size(); i++) {
      var container = containers.get(i);
      last.put(container.root() + '\0' + container.name() + '\0' + container.zip(), i);
    }
    return Set.copyOf(last.values());
  }
}
