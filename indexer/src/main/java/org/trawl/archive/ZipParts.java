package org.trawl.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.zip.CRC32;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.InputStreamStatistics;

/// The files of a zip, read by their place in its directory: two may have one name. Ones that
/// overlap, are encrypted or say that they unpack beyond reason are refused before any is unpacked.
final class ZipParts {
  /// The most files of a zip: each is looked into.
  private static final int MAX_ENTRIES = 5_000;

  private ZipParts() {}

  /// The files that may be tables, in the order people number them.
  static List<Part> of(Path file) throws IOException {
    try (var zip = open(file)) {
      var entries = Collections.list(zip.getEntries());
      if (entries.size() > MAX_ENTRIES) {
        throw NotAnArchive.unusable(
            "%s has %,d files, and no archive of tweets has over %,d"
                .formatted(file, entries.size(), MAX_ENTRIES));
      }
      refuseWorkbooks(file, zip);
      refuseOverlaps(file, entries);
      var parts = new ArrayList<Part>();
      var seen = new HashMap<String, Integer>();
      for (var index = 0; index < entries.size(); index++) {
        var entry = entries.get(index);
        if (!entry.isDirectory() && !hidden(entry.getName())) {
          refuseUnreadable(file, zip, entry);
          var again = seen.merge(entry.getName(), 1, Integer::sum);
          parts.add(
              new Part(
                  file,
                  index,
                  again == 1 ? entry.getName() : entry.getName() + " (" + again + ")"));
        }
      }
      parts.sort(Comparator.comparing(Part::entry, Container.NATURAL));
      return parts;
    } catch (ZipException e) {
      throw NotAnArchive.unusable(String.valueOf(e.getMessage()));
    }
  }

  @SuppressWarnings("MustBeClosedChecker") // Whoever calls closes it.
  private static ZipFile open(Path file) throws IOException {
    try {
      return ZipFile.builder().setPath(file).get();
    } catch (IOException | IllegalArgumentException e) {
      throw new ZipException(file + " is a damaged zip (" + e.getMessage() + "); get it again");
    }
  }

  private static boolean hidden(String entry) {
    var name = entry.substring(entry.lastIndexOf('/') + 1);
    return entry.startsWith("__MACOSX/") || name.startsWith(".");
  }

  private static void refuseWorkbooks(Path file, ZipFile zip) throws NotAnArchive {
    if (zip.getEntry("[Content_Types].xml") != null || zip.getEntry("mimetype") != null) {
      throw NotAnArchive.unusable(
          file
              + " is a workbook or document, which Trawl does not read: save it as CSV UTF-8, ids"
              + " as text");
    }
  }

  private static void refuseOverlaps(Path file, List<ZipArchiveEntry> entries) throws NotAnArchive {
    var inOrder = new ArrayList<>(entries);
    inOrder.sort(Comparator.comparingLong(ZipArchiveEntry::getLocalHeaderOffset));
    var end = 0L;
    for (var entry : inOrder) {
      if (entry.getLocalHeaderOffset() < end) {
        throw NotAnArchive.unusable(
            file
                + " is damaged or made to deceive: "
                + entry.getName()
                + " begins inside of another file of the zip; get it again");
      }
      end = entry.getDataOffset() + Math.max(0, entry.getCompressedSize());
    }
  }

  private static void refuseUnreadable(Path file, ZipFile zip, ZipArchiveEntry entry)
      throws NotAnArchive {
    var name = file + "!" + entry.getName();
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw NotAnArchive.unusable(
          name + " is encrypted: unpack " + file.getFileName() + " with its password first");
    }
    if (!zip.canReadEntryData(entry)) {
      throw NotAnArchive.unusable(
          name
              + " is packed by a method that Trawl does not know ("
              + entry.getMethod()
              + "): unpack it first");
    }
    if (entry.getSize() > BoundedInput.STRETCH
        && entry.getSize() / BoundedInput.RATIO > entry.getCompressedSize()) {
      throw BoundedInput.beyondReason(name);
    }
  }

  /// Opens one file of a zip.
  @SuppressWarnings("MustBeClosedChecker") // The stream closes the zip it reads from.
  static InputStream open(Part part, LongConsumer progress) throws IOException {
    var zip = open(part.file());
    try {
      var entries = Collections.list(zip.getEntries());
      if (part.index() >= entries.size()) {
        throw NotAnArchive.unusable(part.file() + " has no " + part.entry() + " any more");
      }
      var entry = entries.get(part.index());
      return new Entry(zip, entry, zip.getInputStream(entry), part.fullName(), progress);
    } catch (IOException e) {
      zip.close();
      throw Container.named(part.fullName(), e);
    }
  }

  /// A file of a zip, its size and CRC checked.
  private static final class Entry extends BoundedInput {
    private final ZipFile zip;
    private final ZipArchiveEntry entry;
    private final String name;
    private final CRC32 crc = new CRC32();
    private final LongConsumer progress;
    private long told;

    Entry(ZipFile zip, ZipArchiveEntry entry, InputStream in, String name, LongConsumer progress) {
      super(in, name, () -> packed(in, entry));
      this.zip = zip;
      this.entry = entry;
      this.name = name;
      this.progress = progress;
    }

    private static long packed(InputStream in, ZipArchiveEntry entry) {
      return in instanceof InputStreamStatistics read
          ? read.getCompressedCount()
          : entry.getCompressedSize();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      var count = super.read(bytes, offset, length);
      if (count > 0) {
        crc.update(bytes, offset, count);
        tell();
        if (entry.getSize() >= 0 && bytesRead() > entry.getSize()) {
          throw Container.named(name, new ZipException("it is longer than it says"));
        }
      } else if (count < 0
          && (bytesRead() != entry.getSize() || crc.getValue() != entry.getCrc())) {
        throw Container.named(
            name, new ZipException("it has another checksum or size than it says"));
      }
      return count;
    }

    /// As many packed bytes of all as of the text.
    private void tell() {
      var part = bytesRead() / (double) Math.max(1, entry.getSize());
      var packed = (long) (part * entry.getCompressedSize());
      progress.accept(packed - told);
      told = packed;
    }

    @Override
    public void close() throws IOException {
      super.close();
      zip.close();
    }
  }
}
