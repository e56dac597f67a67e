package org.trawl.generate;

import static java.util.Objects.requireNonNull;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Makes a synthetic archive of several operations in Twitter's official layouts: for each a tweets
/// file (or several) and a users file, zipped where they are small, plain CSV where they are big.
/// Equal numbers and seeds make equal bytes, on any number of threads.
///
/// @param tweets how many, 1 or more
/// @param threads to make them on, 1 or more
public record ArchiveGenerator(long tweets, long seed, int threads) {
  /// The note beside the files; its first line also marks a folder as one to be overwritten.
  static final String NOTE = "README.txt";

  static final String NOTE_TITLE = "A synthetic archive, made by `trawl generate`.";

  /// Tweets made at a stretch.
  private static final int BLOCK = 2_000;

  /// Releases with fewer tweets are zipped; packing more would take longer than making them.
  private static final long ZIPPED_BELOW = 120_000;

  /// Most tweets in one file of the releases that have several.
  private static final long FILE = 2_000_000;

  public ArchiveGenerator {
    if (tweets < 1) {
      throw new IllegalArgumentException("tweets must be 1 or more, got " + tweets);
    }
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be 1 or more, got " + threads);
    }
  }

  /// Writes the archive.
  ///
  /// @param directory made if it is missing; else it must be empty or hold an earlier generated
  ///   archive, which is replaced
  /// @param progress is told now and then how many tweets are written
  /// @throws FileAlreadyExistsException if the directory holds anything else
  public GenerateReport write(Path directory, LongConsumer progress) throws IOException {
    requireNonNull(progress, "progress");
    var started = System.nanoTime();
    clear(directory);
    var files = new ArrayList<Path>();
    var accounts = 0L;
    var first = 0L;
    var weights = 0;
    try (var workers = Executors.newFixedThreadPool(threads)) {
      for (var operation : Operation.ALL) {
        weights += operation.weight();
        var end = Math.round(tweets * (double) weights / Operation.WEIGHTS);
        var release = Release.of(operation, seed, new Release.Numbers(first, end - first, tweets));
        files.addAll(write(release, directory, workers, progress));
        accounts += release.accounts().size();
        first = end;
      }
    }
    var bytes = 0L;
    for (var file : files) {
      bytes += Files.size(file);
    }
    writeNote(directory, files);
    return new GenerateReport(
        files, tweets, accounts, bytes, Duration.ofNanos(System.nanoTime() - started));
  }

  private static void clear(Path directory) throws IOException {
    Files.createDirectories(directory);
    List<Path> there;
    try (var list = Files.list(directory)) {
      there = list.toList();
    }
    var note = directory.resolve(NOTE);
    if (there.isEmpty()) {
      return;
    }
    if (!Files.exists(note) || !Files.readString(note).startsWith(NOTE_TITLE)) {
      throw new FileAlreadyExistsException(
          directory.toString(), null, "holds files that trawl generate did not make");
    }
    for (var name : Files.readString(note).lines().filter(l -> l.startsWith("- ")).toList()) {
      Files.deleteIfExists(directory.resolve(name.substring(2)));
    }
  }

  private List<Path> write(
      Release release, Path directory, ExecutorService workers, LongConsumer progress)
      throws IOException {
    var files = new ArrayList<Path>();
    var operation = release.operation();
    var total = release.numbers().tweets();
    var zipped = total < ZIPPED_BELOW;
    var perFile = operation.vintage() == Vintage.OCTOBER_2018 ? Long.MAX_VALUE : FILE;
    for (long from = 0, part = 1; from == 0 || from < total; from += perFile, part++) {
      var to = total - from < perFile ? total : from + perFile;
      var suffix = operation.vintage() == Vintage.OCTOBER_2018 ? "" : "_" + part;
      var name = operation.name() + "_tweets_csv_hashed" + suffix;
      var file = directory.resolve(name + (zipped ? ".zip" : ".csv"));
      try (var out = open(file, name, zipped)) {
        out.write(Vintage.header(operation.vintage().columns()));
        writeRows(release, from, to, out, workers, progress);
      }
      files.add(file);
      if (to == total) {
        break;
      }
    }
    var name = operation.name() + "_users_csv_hashed";
    var file = directory.resolve(name + (zipped ? ".zip" : ".csv"));
    try (var out = open(file, name, zipped)) {
      out.write(Vintage.header(Vintage.userColumns()));
      out.write(users(release));
    }
    files.add(file);
    return files;
  }

  private static OutputStream open(Path file, String name, boolean zipped) throws IOException {
    var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    if (!zipped) {
      return out;
    }
    var zip = new ZipOutputStream(out);
    var entry = new ZipEntry(name + ".csv");
    // A fixed time, as the bytes must not depend on the day.
    entry.setTimeLocal(LocalDateTime.of(2020, 1, 1, 0, 0));
    zip.putNextEntry(entry);
    return zip;
  }

  /// Has blocks made by the workers and writes them in order. A few blocks more than there are
  /// threads are under way, so that neither side waits for the other.
  private void writeRows(
      Release release,
      long from,
      long to,
      OutputStream out,
      ExecutorService workers,
      LongConsumer progress)
      throws IOException {
    var underWay = new ArrayDeque<Future<Utf8Text>>();
    var next = from;
    var written = from;
    while (written < to) {
      while (next < to && underWay.size() < threads + 3) {
        var start = next;
        var end = Math.min(to, next + BLOCK);
        underWay.add(workers.submit(() -> rows(release, start, end)));
        next = end;
      }
      var block = finished(underWay.remove());
      out.write(block.array(), 0, block.size());
      written = Math.min(to, written + BLOCK);
      progress.accept(release.numbers().first() + written);
    }
  }

  private static Utf8Text rows(Release release, long from, long to) {
    var block = new Utf8Text((int) (to - from) * 640);
    var maker = new TweetMaker(release);
    for (var number = from; number < to; number++) {
      maker.write(number, block);
    }
    return block;
  }

  private static Utf8Text finished(Future<Utf8Text> block) throws IOException {
    try {
      return block.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a block of tweets could not be made", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new java.io.InterruptedIOException("interrupted while generating");
    }
  }

  private static byte[] users(Release release) {
    var out = new Utf8Text(release.accounts().size() * 400);
    for (var account : release.accounts()) {
      account.write(out);
    }
    return out.toByteArray();
  }

  private void writeNote(Path directory, List<Path> files) throws IOException {
    var note = new StringBuilder(NOTE_TITLE).append("\n\n");
    note.append("Nothing in it is real: the people, their words, their links and the operations\n");
    note.append("are invented by rule. Only the layout is that of Twitter's archives.\n\n");
    note.append("tweets %d, seed %d\n\n".formatted(tweets, seed));
    for (var file : files) {
      note.append("- ").append(file.getFileName()).append('\n');
    }
    Files.writeString(directory.resolve(NOTE), note, StandardCharsets.UTF_8);
  }
}
