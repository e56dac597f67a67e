package org.trawl.index;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/// Looks whether the files of an open index are still what they were when it was opened, and
/// whether its folder has published another state since. A file that is cut or written over under a
/// reader makes searches fail; one that is gone or was put in place of another leaves a reader with
/// the old one, but the index cannot be opened again.
///
/// Files are looked at by size and time, which costs next to nothing; one whose time changed is
/// read and compared with its checksum.
public final class IndexWatch {
  private final Path folder;
  private final IndexFolder files;
  private final Manifest manifest;
  private final Map<String, Seen> seen = new HashMap<>();

  /// @param key what tells a file from another of the same name; null where nothing does
  private record Seen(FileTime modified, @Nullable Object key) {}

  private IndexWatch(Path folder, Path real, Manifest manifest) {
    this.folder = folder;
    this.files = new IndexFolder(real);
    this.manifest = manifest;
  }

  /// Begins to watch.
  ///
  /// @param folder as it was named: it may be a link that is led to another folder later
  /// @param real where it leads now
  /// @param manifest of the state that is open
  public static IndexWatch of(Path folder, Path real, Manifest manifest) {
    var watch = new IndexWatch(requireNonNull(folder, "folder"), real, manifest);
    for (var file : manifest.generation().files()) {
      try {
        watch.look(file).ifPresent(found -> watch.seen.put(file.name(), seen(found)));
      } catch (IOException e) {
        // It is told of when it is looked for.
      }
    }
    return watch;
  }

  private static Seen seen(BasicFileAttributes found) {
    return new Seen(found.lastModifiedTime(), found.fileKey());
  }

  private Optional<BasicFileAttributes> look(Manifest.IndexFile file) throws IOException {
    try {
      return Optional.of(Files.readAttributes(files.file(file.name()), BasicFileAttributes.class));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /// The state that the folder has published by now, if it is another one than that which is open.
  ///
  /// @throws IOException if there is none, or none that can be read
  public Optional<Manifest> newer() throws IOException {
    var published = ManifestFile.read(folder);
    return isOpen(published) ? Optional.empty() : Optional.of(published);
  }

  private boolean isOpen(Manifest published) {
    return published.generation().equals(manifest.generation())
        && published.created().equals(manifest.created());
  }

  /// What is wrong with the files, a sentence without an end each; empty if nothing is.
  public synchronized List<String> problems() {
    var problems = new ArrayList<String>();
    boolean published = isStillPublished();
    for (var file : manifest.generation().files()) {
      try {
        problem(file, published).ifPresent(problems::add);
      } catch (IOException e) {
        problems.add(file.name() + " cannot be looked at: " + e.getMessage());
      }
    }
    return problems;
  }

  /// Of a state that another has taken the place of, files are removed.
  private boolean isStillPublished() {
    try {
      return isOpen(ManifestFile.read(files.path()));
    } catch (IOException e) {
      return false;
    }
  }

  private Optional<String> problem(Manifest.IndexFile file, boolean published) throws IOException {
    var found = look(file);
    var before = seen.get(file.name());
    if (found.isEmpty()) {
      return published ? Optional.of(file.name() + " is gone") : Optional.empty();
    }
    var now = seen(found.get());
    boolean isSame = before == null || java.util.Objects.equals(before.key, now.key);
    if (!isSame && !published) {
      return Optional.empty();
    }
    long bytes = found.get().size();
    // What is past the recorded size of this one belongs to work not yet published.
    boolean grows = file.name().equals(IndexFolder.REJECTED);
    if (grows ? bytes < file.bytes() : bytes != file.bytes()) {
      return Optional.of(
          file.name() + " has " + bytes + " bytes and had " + file.bytes() + ": it was changed");
    }
    if (grows || now.equals(before)) {
      return Optional.empty();
    }
    if (!isAsItWas(file)) {
      return Optional.of(file.name() + " was written over");
    }
    seen.put(file.name(), now);
    return Optional.empty();
  }

  private boolean isAsItWas(Manifest.IndexFile file) throws IOException {
    var path = files.file(file.name());
    if (!path.startsWith(files.tweets())) {
      return Checksums.of(path, file.bytes()).equals(file.checksum());
    }
    try (var directory = FSDirectory.open(files.tweets())) {
      return Checksums.ofWholeLucene(directory, String.valueOf(path.getFileName()))
          .equals(file.checksum());
    } catch (org.apache.lucene.index.CorruptIndexException e) {
      return false;
    }
  }
}
