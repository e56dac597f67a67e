package org.trawl.media;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// All media files that an index refers to: found by their tweet, their account, the content's
/// checksum, and how they look. The file is mapped; in memory are the containers alone, and the
/// hashes once someone asks for looks. Thread-safe.
///
/// The file, big-endian: [#MAGIC]; how many containers, entries and hashes there are and where the
/// sections begin; the containers; the entries ([EntryCodec]), ordered by owner and name; where
/// each begins; its owner's key; the entries ordered by checksum; the hashes, 32 bytes each; and
/// the entry of each hash.
public final class MediaCatalogue implements Closeable {
  static final long MAGIC = 0x7472_6177_6C6D_0001L; // "trawlm", and a version

  static final int HEADER_BYTES = 10 * Long.BYTES;

  static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
  static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

  private static final HexFormat HEX = HexFormat.of();

  private final Arena arena;
  private final MemorySegment file;
  private final List<MediaContainer> containers;
  private final int size;
  private final int tweets;
  private final int hashCount;
  private final long starts;
  private final long keys;
  private final long shaOrder;
  private final long hashes;
  private final long hashEntries;
  private final java.util.function.Supplier<HashIndex> looks;

  private MediaCatalogue(Arena arena, MemorySegment file) {
    this.arena = arena;
    this.file = file;
    containers = new ArrayList<>();
    if (file.byteSize() == 0) {
      size = 0;
      tweets = 0;
      hashCount = 0;
      starts = 0;
      keys = 0;
      shaOrder = 0;
      hashes = 0;
      hashEntries = 0;
    } else {
      size = (int) header(1);
      tweets = (int) header(2);
      hashCount = (int) header(3);
      starts = header(4);
      keys = header(5);
      shaOrder = header(6);
      hashes = header(7);
      hashEntries = header(8);
      readContainers((int) header(9));
    }
    looks = new Once(() -> HashIndex.of(file.asSlice(hashes, 32L * hashCount), hashCount));
  }

  private void readContainers(int count) {
    var at = (long) HEADER_BYTES;
    for (var i = 0; i < count; i++) {
      var length = file.get(INT, at);
      containers.add(EntryCodec.container(bytes(at + 4, length)));
      at += 4 + length;
    }
  }

  private long header(int i) {
    return file.get(LONG, (long) i * Long.BYTES);
  }

  private byte[] bytes(long at, int length) {
    return file.asSlice(at, length).toArray(JAVA_BYTE);
  }

  /// A catalogue of nothing.
  public static MediaCatalogue empty() {
    return new MediaCatalogue(Arena.ofAuto(), MemorySegment.NULL);
  }

  /// Opens a catalogue.
  ///
  /// @throws IOException if it cannot be read, or is none
  @SuppressWarnings("MustBeClosedChecker") // Closing the catalogue closes it.
  public static MediaCatalogue open(Path path) throws IOException {
    var arena = Arena.ofShared();
    try (var channel = FileChannel.open(path)) {
      var file = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
      if (file.byteSize() < HEADER_BYTES || file.get(LONG, 0) != MAGIC) {
        throw new IOException(path + " is no media catalogue of this program");
      }
      return new MediaCatalogue(arena, file);
    } catch (IOException | RuntimeException e) {
      arena.close();
      throw e;
    }
  }

  /// How many files it has.
  public int size() {
    return size;
  }

  /// How many of them are told apart by how they look.
  public int hashed() {
    return hashCount;
  }

  /// Bytes of memory that are held once someone asked for looks.
  public long heldBytes() {
    return (long) hashCount * HashIndex.BYTES_A_HASH;
  }

  /// Where the files lie.
  public List<MediaContainer> containers() {
    return List.copyOf(containers);
  }

  /// The entry of a number, from 0, in order of owners and names.
  public MediaEntry entry(int i) {
    var start = file.get(LONG, starts + (long) i * Long.BYTES);
    var end = file.get(LONG, starts + (i + 1L) * Long.BYTES);
    return EntryCodec.entry(bytes(start, (int) (end - start)));
  }

  private long key(int i) {
    return file.get(LONG, keys + (long) i * Long.BYTES);
  }

  /// The files of a tweet, in the order of their names.
  public List<MediaEntry> ofTweet(long id) {
    return entries(id, 0, tweets);
  }

  /// The tweet of a file.
  long tweet(int i) {
    return i < tweets ? key(i) : 0;
  }

  /// The profile picture and the banner of an account, as far as there are some.
  public List<MediaEntry> ofAccount(String userId) {
    var key = new MediaOwner(MediaOwner.Role.PROFILE, userId).key();
    return entries(key, tweets, size).stream()
        .filter(entry -> entry.owner().id().equals(userId))
        .toList();
  }

  private List<MediaEntry> entries(long key, int from, int to) {
    var found = new ArrayList<MediaEntry>();
    for (var i = lowest(key, from, to); i < to && key(i) == key; i++) {
      found.add(entry(i));
    }
    return found;
  }

  private int lowest(long key, int from, int to) {
    var low = from;
    var high = to;
    while (low < high) {
      var middle = (low + high) >>> 1;
      if (key(middle) < key) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// A file of some content, by its checksum; several are the same.
  ///
  /// @param sha256 64 hex digits
  public Optional<MediaEntry> ofContent(String sha256) {
    return ofContent(sha256, 1).stream().findFirst();
  }

  private List<MediaEntry> ofContent(String sha256, int most) {
    if (sha256.length() != 64) {
      return List.of();
    }
    var wanted = MemorySegment.ofArray(HEX.parseHex(sha256));
    var low = 0;
    var high = size;
    while (low < high) {
      var middle = (low + high) >>> 1;
      if (compare(wanted, bySha(middle)) > 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    var found = new ArrayList<MediaEntry>();
    for (var i = low; i < size && found.size() < most && compare(wanted, bySha(i)) == 0; i++) {
      found.add(entry(bySha(i)));
    }
    return found;
  }

  private int bySha(int place) {
    return file.get(INT, shaOrder + (long) place * Integer.BYTES);
  }

  private int compare(MemorySegment wanted, int i) {
    var start = file.get(LONG, starts + (long) i * Long.BYTES);
    var found = file.asSlice(start, EntryCodec.SHA_BYTES);
    var at = wanted.mismatch(found);
    return at < 0 ? 0 : Byte.compareUnsigned(wanted.get(JAVA_BYTE, at), found.get(JAVA_BYTE, at));
  }

  /// A file with how far it is from what was looked for.
  ///
  /// @param distance bits in which the hashes differ; 0 for the same bytes too
  public record Alike(MediaEntry entry, int distance) {}

  /// All files that look like a hash, the nearest first, of the same in the order of owners.
  ///
  /// @param most the largest distance, 0 to [PictureHash#BITS]
  public List<Alike> alike(PictureHash hash, int most) {
    var found = new ArrayList<Alike>();
    looks
        .get()
        .find(
            hash,
            most,
            (i, distance) ->
                found.add(
                    new Alike(
                        entry(file.get(INT, hashEntries + (long) i * Integer.BYTES)), distance)));
    found.sort(
        java.util.Comparator.comparingInt(Alike::distance)
            .thenComparing(alike -> alike.entry().owner()));
    return found;
  }

  /// The tweets with a picture like one of a tweet's, or the same file, this one included; in
  /// order. Empty if the tweet has none.
  ///
  /// @param most the largest distance
  public long[] tweetsLike(long id, int most) {
    var found = new java.util.TreeSet<Long>();
    for (var entry : ofTweet(id)) {
      tweetsLike(entry, most, found);
    }
    return found.stream().mapToLong(Long::longValue).toArray();
  }

  /// The tweets with a picture like one, or the same file, in order.
  public long[] tweetsLike(MediaEntry entry, int most) {
    var found = new java.util.TreeSet<Long>();
    tweetsLike(entry, most, found);
    return found.stream().mapToLong(Long::longValue).toArray();
  }

  private void tweetsLike(MediaEntry entry, int most, java.util.Set<Long> found) {
    if (entry.facts().type().isEmpty()) {
      return;
    }
    for (var same : ofContent(entry.facts().sha256(), Integer.MAX_VALUE)) {
      if (same.isOfTweet()) {
        found.add(same.owner().key());
      }
    }
    if (entry.facts().hash().isPresent()) {
      looks
          .get()
          .find(
              entry.facts().hash().get(),
              most,
              (i, _) -> {
                var tweet = tweet(file.get(INT, hashEntries + (long) i * Integer.BYTES));
                if (tweet > 0) {
                  found.add(tweet);
                }
              });
    }
  }

  /// Opens a file's bytes where they lie.
  ///
  /// @param from the first one wanted
  /// @throws MediaMissing if its folder or zip is not there, or another one is: the message says
  ///   where it was
  public InputStream open(MediaEntry entry, long from) throws IOException {
    var container = containers.get(entry.place().container());
    var path = container.pathOf(entry.place());
    FileChannel channel;
    try {
      channel = FileChannel.open(path);
    } catch (NoSuchFileException e) {
      throw new MediaMissing(
          container.zip() || java.nio.file.Files.isDirectory(container.path())
              ? path + " is not there any more"
              : "the media folder " + container.root() + " is not there any more",
          e);
    }
    try {
      var expected = container.zip() ? container.bytes() : entry.facts().bytes();
      if (channel.size() != expected) {
        throw new MediaMissing(
            path + " is not the file that was indexed: its size is another", null);
      }
      return MediaContent.open(channel, entry.place(), from);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /// All bytes of a picture.
  public byte[] picture(MediaEntry entry) throws IOException {
    try (var in = open(entry, 0)) {
      return MediaContent.read(
          in, (int) Math.min(entry.facts().bytes(), PictureDecoder.MOST_BYTES));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public void close() {
    if (file.byteSize() > 0) {
      arena.close();
    }
  }

  /// Computes once, when first asked.
  private static final class Once implements java.util.function.Supplier<HashIndex> {
    private final java.util.function.Supplier<HashIndex> make;
    private @org.jspecify.annotations.Nullable HashIndex made;

    Once(java.util.function.Supplier<HashIndex> make) {
      this.make = make;
    }

    @Override
    public synchronized HashIndex get() {
      var known = made;
      if (known == null) {
        known = make.get();
        made = known;
      }
      return known;
    }
  }
}
