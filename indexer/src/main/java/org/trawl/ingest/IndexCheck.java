package org.trawl.ingest;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.NoLockFactory;
import org.trawl.index.Checksums;
import org.trawl.index.HeapNeed;
import org.trawl.index.IndexFolder;
import org.trawl.index.IndexRefused;
import org.trawl.index.Manifest;
import org.trawl.index.ManifestFile;
import org.trawl.index.PublishedIndex;
import org.trawl.media.MediaCheck;
import org.trawl.schema.TweetFields;

/// Verifies a published index: every byte of its files against the manifest, Lucene's structures,
/// and that all counts agree. Reads only, and may run beside a server or an indexer.
public final class IndexCheck {
  /// A set of ids has room for as many again, and is copied when it grows.
  private static final long ID_BYTES = 40;

  private final IndexFolder folder;
  private final Manifest manifest;
  private final List<String> problems = new ArrayList<>();

  private IndexCheck(IndexFolder folder, Manifest manifest) {
    this.folder = folder;
    this.manifest = manifest;
  }

  /// Checks what a folder has published.
  ///
  /// @return what is wrong, a sentence each; empty if nothing is
  public static List<String> check(Path path) throws IOException {
    Manifest manifest;
    try {
      manifest = ManifestFile.read(path);
    } catch (IndexRefused e) {
      return List.of(e.getMessage());
    }
    var check = new IndexCheck(new IndexFolder(path), manifest);
    check.files();
    // Structures in damaged files would only repeat the damage in obscurer words.
    if (check.problems.isEmpty()) {
      check.structures();
      check.counts();
    }
    return List.copyOf(check.problems);
  }

  /// Looks whether there is memory to check what a folder has published: all ids are held at once,
  /// to find one that stands twice. What cannot be read needs none: the check says why.
  ///
  /// @throws IOException if there is too little; the message says how to give more
  public static void needMemory(Path path) throws IOException {
    Manifest published;
    try {
      published = ManifestFile.read(path);
    } catch (IndexRefused e) {
      return;
    }
    HeapNeed.check(published, Runtime.getRuntime().maxMemory(), ID_BYTES * published.tweets());
  }

  /// The files in an index folder that belong to no index. They do no harm, and are left alone.
  public static List<String> foreign(Path path) throws IOException {
    return new IndexFolder(path).foreign();
  }

  /// How many files a folder has published.
  public static int files(Path path) throws IOException {
    return ManifestFile.read(path).generation().files().size();
  }

  private void expect(String what, long found, long expected) {
    if (found != expected) {
      problems.add(what + " is " + found + ", expected " + expected);
    }
  }

  private void files() throws IOException {
    try (var directory = FSDirectory.open(folder.tweets())) {
      for (var file : manifest.generation().files()) {
        var path = folder.file(file.name());
        if (!Files.isRegularFile(path)) {
          problems.add(file.name() + " is missing");
          continue;
        }
        var bytes = Files.size(path);
        // What is past the recorded size of this one belongs to work not yet published.
        if (file.name().equals(IndexFolder.REJECTED)
            ? bytes < file.bytes()
            : bytes != file.bytes()) {
          problems.add(file.name() + " has " + bytes + " bytes, expected " + file.bytes());
          continue;
        }
        content(file, path, directory);
      }
    }
  }

  private void content(Manifest.IndexFile file, Path path, Directory directory) {
    String found;
    try {
      found =
          path.startsWith(folder.tweets())
              ? Checksums.ofWholeLucene(directory, String.valueOf(path.getFileName()))
              : Checksums.of(path, file.bytes());
    } catch (CorruptIndexException | EOFException e) {
      problems.add(file.name() + " is damaged: " + e.getMessage());
      return;
    } catch (AccessDeniedException e) {
      problems.add(file.name() + " cannot be read: this user may not");
      return;
    } catch (IOException e) {
      problems.add(file.name() + " cannot be read: " + e.getMessage());
      return;
    }
    if (!found.equals(file.checksum())) {
      problems.add(
          file.name() + " is damaged: its checksum is " + found + ", expected " + file.checksum());
    }
  }

  private void structures() throws IOException {
    try (var directory = FSDirectory.open(folder.tweets());
        var checker =
            new CheckIndex(
                new PublishedOnly(directory, manifest.generation().commit()),
                NoLockFactory.INSTANCE.obtainLock(directory, IndexWriter.WRITE_LOCK_NAME))) {
      checker.setInfoStream(
          new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
      var status = checker.checkIndex();
      if (!status.clean) {
        problems.add("Lucene finds tweets/ damaged");
        for (var segment : status.segmentInfos) {
          if (segment.error != null) {
            problems.add("segment " + segment.name + " is damaged: " + segment.error.getMessage());
          }
        }
      }
    }
  }

  /// Lucene's folder as if the published commit were its only one, as Lucene checks the newest.
  private static final class PublishedOnly extends FilterDirectory {
    private final String commit;

    PublishedOnly(Directory directory, String commit) {
      super(directory);
      this.commit = commit;
    }

    @Override
    public String[] listAll() throws IOException {
      return java.util.Arrays.stream(in.listAll())
          .filter(name -> !name.startsWith(IndexFileNames.SEGMENTS) || name.equals(commit))
          .toArray(String[]::new);
    }
  }

  private void counts() throws IOException {
    var taken = 0L;
    for (var source : manifest.sources()) {
      taken += source.counts().indexed();
    }
    expect("the sum of tweets indexed of all files", taken, manifest.tweets());
    var generation = manifest.generation();
    try (var reader = PublishedIndex.openReader(folder, generation.commit())) {
      expect("the number of tweets", reader.numDocs(), manifest.tweets());
      expect("the number of different tweet ids", differentIds(reader), manifest.tweets());
      var found = operations(reader);
      var expected = new HashMap<String, Long>();
      manifest
          .operations()
          .forEach((name, counts) -> {
            if (counts.tweets() > 0) {
              expected.put(name, counts.tweets());
            }
          });
      if (!found.equals(expected)) {
        problems.add("tweets by operation are " + found + ", expected " + expected);
      }
    }
    try (var index = PublishedIndex.open(folder.path())) {
      problems.addAll(MediaCheck.check(index.media()));
      expect("the number of tweets in the columns", index.columns().size(), manifest.tweets());
      if (!index.accounts().operations().equals(manifest.operations())) {
        problems.add(
            "the account table has "
                + index.accounts().operations()
                + ", expected "
                + manifest.operations());
      }
    } catch (IOException | IllegalArgumentException e) {
      problems.add("the index cannot be opened: " + e.getMessage());
    }
    var rejectedRows =
        generation.files().stream()
            .filter(file -> file.name().equals(IndexFolder.REJECTED))
            .findFirst();
    expect(
        "the number of rows in rejected.csv",
        rejectedRows.isPresent()
            ? RejectedFile.rows(folder.rejected(), rejectedRows.get().bytes())
            : 0,
        manifest.rejected());
  }

  private static long differentIds(DirectoryReader reader) throws IOException {
    var ids = new TweetIdSet();
    for (var leaf : reader.leaves()) {
      NumericDocValues values = leaf.reader().getNumericDocValues(TweetFields.ID);
      while (values != null && values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        ids.add(values.longValue());
      }
    }
    return ids.size();
  }

  private static Map<String, Long> operations(DirectoryReader reader) throws IOException {
    var counts = new HashMap<String, Long>();
    var terms = MultiTerms.getTerms(reader, TweetFields.OPERATION);
    if (terms != null) {
      var each = terms.iterator();
      for (var term = each.next(); term != null; term = each.next()) {
        counts.put(term.utf8ToString(), (long) each.docFreq());
      }
    }
    return counts;
  }
}
