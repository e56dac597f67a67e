package org.trawl.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.trawl.media.MediaEntry.Facts;
import org.trawl.media.MediaEntry.Place;

/// Looks at every file of a media folder once, and writes a catalogue of what it found. What it
/// found is kept in a log meanwhile: run again after a kill, it goes on from there.
///
/// An instance is for one run.
public final class MediaCataloguer {
  private static final Duration SYNC_EVERY = Duration.ofSeconds(30);

  /// As many files are under way at once, for each thread.
  private static final int WAITING = 4;

  private final Path log;
  private final int threads;
  private final Progress progress;
  private final BooleanSupplier stopping;
  private final PictureDecoder decoder = new PictureDecoder();
  private final List<MediaContainer> containers = new ArrayList<>();
  private final List<Map<String, Place>> known = new ArrayList<>();
  private final Set<Integer> live = new HashSet<>();
  private final Map<Integer, Map<String, Place>> listed = new HashMap<>();
  private final List<String> notes = new ArrayList<>();
  private long nameless;
  private String namelessOne = "";
  private long files;
  private long bytes;
  private long synced = System.nanoTime();

  /// Told how far it is, now and then, on the thread that runs it.
  @FunctionalInterface
  public interface Progress {
    /// @param what the zip or file at hand
    /// @param files those looked at by this run
    /// @param bytes likewise
    void at(String what, long files, long bytes);
  }

  /// @param log kept between runs, until the catalogue is in use
  /// @param threads that read and decode, 1 or more
  /// @param stopping asked often; once true, [#run] ends soon, with its work kept
  public MediaCataloguer(Path log, int threads, Progress progress, BooleanSupplier stopping) {
    this.log = log;
    this.threads = threads;
    this.progress = progress;
    this.stopping = stopping;
  }

  /// Catalogues a folder, beside what an earlier catalogue has of others.
  ///
  /// @param root a folder with files and zips at any depth, or a zip
  /// @param before what is known already
  /// @param target where the catalogue goes
  /// @return what a person should know, a sentence each; empty if it was stopped before its end
  public Optional<List<String>> run(Path root, MediaCatalogue before, Path target)
      throws IOException {
    var real = root.toRealPath();
    var fresh = !Files.exists(log);
    try (decoder;
        var out = MediaLog.open(log, this::known)) {
      if (fresh) {
        seed(before, out);
      }
      keepOtherRoots(real.toString());
      for (var found : list(real, out)) {
        if (stopping.getAsBoolean()) {
          return Optional.empty();
        }
        if (containers.get(found).zip()) {
          zip(found, out);
        } else {
          folder(found, out);
        }
      }
      if (stopping.getAsBoolean()) {
        return Optional.empty();
      }
      out.sync();
    }
    CatalogueFile.write(log, target, this::isCurrent);
    try (var made = MediaCatalogue.open(target)) {
      sayRefused(made);
    }
    return Optional.of(List.copyOf(notes));
  }

  private void known(int kind, byte[] bytes, long at) {
    if (kind == MediaLog.CONTAINER) {
      containers.add(EntryCodec.container(bytes));
      known.add(new HashMap<>());
    } else {
      var place = EntryCodec.entry(bytes).place();
      known.get(place.container()).put(place.name(), place);
    }
  }

  private void seed(MediaCatalogue before, MediaLog out) throws IOException {
    for (var container : before.containers()) {
      add(container, out);
    }
    for (var i = 0; i < before.size(); i++) {
      var entry = before.entry(i);
      out.append(MediaLog.ENTRY, EntryCodec.bytes(entry));
      known.get(entry.place().container()).put(entry.place().name(), entry.place());
    }
  }

  private int add(MediaContainer container, MediaLog out) throws IOException {
    out.append(MediaLog.CONTAINER, EntryCodec.bytes(container));
    containers.add(container);
    known.add(new HashMap<>());
    return containers.size() - 1;
  }

  private void keepOtherRoots(String root) {
    for (var i : CatalogueFile.live(containers)) {
      if (!containers.get(i).root().equals(root)) {
        live.add(i);
      }
    }
  }

  /// The containers of a folder, by their numbers.
  private List<Integer> list(Path root, MediaLog out) throws IOException {
    var found = new ArrayList<MediaContainer>();
    var plain = new HashMap<String, Place>();
    if (Files.isDirectory(root)) {
      try (var all = Files.walk(root)) {
        for (var file : all.filter(Files::isRegularFile).sorted().toList()) {
          if (isZip(file)) {
            found.add(MediaContainer.zip(root, file));
          } else {
            var name = root.relativize(file).toString().replace('\\', '/');
            var modified = Files.getLastModifiedTime(file).toMillis();
            plain.put(name, new Place(0, name, 0, Files.size(file), false, modified));
          }
        }
      }
    } else {
      found.add(MediaContainer.zip(root, root));
    }
    if (!plain.isEmpty()) {
      found.addFirst(MediaContainer.folder(root));
    }
    var numbers = new ArrayList<Integer>();
    for (var container : found) {
      var number = containers.indexOf(container);
      numbers.add(number >= 0 ? number : add(container, out));
      if (!container.zip()) {
        listed.put(numbers.getLast(), plain);
      }
    }
    live.addAll(numbers);
    return numbers;
  }

  private static boolean isZip(Path file) {
    return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".zip");
  }

  /// Whether an entry is of a file that is there.
  private boolean isCurrent(MediaEntry entry) {
    var place = entry.place();
    if (!live.contains(place.container())) {
      return false;
    }
    var now = listed.get(place.container());
    return now == null || isSame(place, now.get(place.name()));
  }

  private static boolean isSame(Place place, @org.jspecify.annotations.Nullable Place other) {
    return other != null
        && place.packed() == other.packed()
        && place.start() == other.start()
        && place.modified() == other.modified();
  }

  private void folder(int number, MediaLog out) throws IOException {
    var container = containers.get(number);
    var plain = listed.getOrDefault(number, Map.of());
    try (var work = new Work(out)) {
      for (var file :
          plain.values().stream().sorted(java.util.Comparator.comparing(Place::name)).toList()) {
        var owner = owner(file.name());
        if (owner.isEmpty() || isSame(file, known.get(number).get(file.name()))) {
          continue;
        }
        var place = new Place(number, file.name(), 0, file.packed(), false, file.modified());
        work.add(
            place.name(),
            () -> {
              try (var channel = FileChannel.open(container.pathOf(place))) {
                return new MediaEntry(owner.get(), place, facts(channel, place, place.packed()));
              } catch (IOException e) {
                return new MediaEntry(owner.get(), place, unread(place.packed(), e));
              }
            });
        if (stopping.getAsBoolean()) {
          return;
        }
      }
      work.finish();
    }
  }

  private Optional<MediaOwner> owner(String name) {
    var owner = MediaOwner.of(name);
    if (owner.isEmpty()) {
      nameless++;
      namelessOne = namelessOne.isEmpty() ? name : namelessOne;
    }
    return owner;
  }

  private void zip(int number, MediaLog out) throws IOException {
    var container = containers.get(number);
    var path = container.path();
    List<ZipContents.Entry> entries;
    try {
      entries = ZipContents.of(path);
    } catch (IOException e) {
      notes.add(path + " cannot be read, and its media are not in the index: " + e.getMessage());
      return;
    }
    try (var channel = FileChannel.open(path);
        var work = new Work(out)) {
      var end = 0L;
      for (var entry : entries) {
        var overlaps = entry.header() < end;
        end = Math.max(end, entry.header() + entry.packed());
        var owner = owner(entry.name());
        if (owner.isEmpty() || known.get(number).containsKey(entry.name())) {
          continue;
        }
        work.add(container.name(), () -> entry(channel, number, entry, owner.get(), overlaps));
        if (stopping.getAsBoolean()) {
          return;
        }
      }
      work.finish();
    }
  }

  private MediaEntry entry(
      FileChannel channel,
      int number,
      ZipContents.Entry zipped,
      MediaOwner owner,
      boolean overlaps) {
    var place = new Place(number, zipped.name(), 0, zipped.packed(), zipped.method() == 8, 0);
    if (overlaps) {
      return new MediaEntry(
          owner,
          place,
          Facts.refused("", zipped.bytes(), "its bytes are another file’s in the zip"));
    }
    if (zipped.encrypted() || (zipped.method() != 0 && zipped.method() != 8)) {
      var how =
          zipped.encrypted() ? "it is encrypted" : "it is packed by method " + zipped.method();
      return new MediaEntry(owner, place, Facts.refused("", zipped.bytes(), how));
    }
    try {
      var start = ZipContents.start(channel, zipped);
      var found = new Place(number, zipped.name(), start, zipped.packed(), place.deflated(), 0);
      return new MediaEntry(owner, found, facts(channel, found, zipped.bytes()));
    } catch (IOException e) {
      return new MediaEntry(owner, place, unread(zipped.bytes(), e));
    }
  }

  private Facts facts(FileChannel channel, Place place, long size) throws IOException {
    // Closing it would close the channel, which others read too.
    var in = MediaContent.unclosed(channel, place);
    try {
      return new FactsReader(decoder).read(in, size);
    } finally {
      MediaContent.end(in);
    }
  }

  private static Facts unread(long size, IOException e) {
    return Facts.refused("", size, "it cannot be read: " + e.getMessage());
  }

  private void sayRefused(MediaCatalogue made) {
    var refused = 0L;
    var first = "";
    for (var i = 0; i < made.size(); i++) {
      var entry = made.entry(i);
      if (entry.facts().type().isEmpty()) {
        first =
            refused++ == 0
                ? made.containers().get(entry.place().container()).nameOf(entry.place())
                    + ": "
                    + entry.facts().refusal()
                : first;
      }
    }
    if (refused > 0) {
      notes.add(
          refused
              + (refused == 1 ? " media file is" : " media files are")
              + " not shown, such as "
              + first);
    }
    if (nameless > 0) {
      notes.add(
          nameless
              + (nameless == 1 ? " file" : " files")
              + " of the media folder"
              + (nameless == 1 ? " is" : " are")
              + " of no tweet or account by their names, such as "
              + namelessOne);
    }
  }

  /// Files on their way through the threads, and into the log in the order they were given.
  private final class Work implements AutoCloseable {
    private final java.util.concurrent.ExecutorService pool = Executors.newFixedThreadPool(threads);
    private final java.util.ArrayDeque<Future<MediaEntry>> waiting = new java.util.ArrayDeque<>();
    private final MediaLog out;

    Work(MediaLog out) {
      this.out = out;
    }

    void add(String what, java.util.concurrent.Callable<MediaEntry> task) throws IOException {
      if (waiting.size() >= WAITING * threads) {
        take();
      }
      waiting.add(pool.submit(task));
      progress.at(what, files, bytes);
      if (System.nanoTime() - synced > SYNC_EVERY.toNanos()) {
        out.sync();
        synced = System.nanoTime();
      }
    }

    private void take() throws IOException {
      try {
        var entry = waiting.remove().get();
        out.append(MediaLog.ENTRY, EntryCodec.bytes(entry));
        files++;
        bytes += entry.facts().bytes();
      } catch (ExecutionException e) {
        if (e.getCause() instanceof UncheckedIOException io) {
          throw io.getCause();
        }
        throw new IllegalStateException("a media file was not looked at", e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new java.io.InterruptedIOException("stopped");
      }
    }

    void finish() throws IOException {
      while (!waiting.isEmpty()) {
        take();
      }
    }

    /// Waits for those under way: they read a channel that is closed after this.
    @Override
    public void close() {
      pool.close();
    }
  }
}
