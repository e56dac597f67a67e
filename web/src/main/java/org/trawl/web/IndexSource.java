package org.trawl.web;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.trawl.index.HeapNeed;
import org.trawl.index.IndexWatch;
import org.trawl.index.Manifest;
import org.trawl.index.ManifestFile;
import org.trawl.search.TweetSearcher;

/// An index folder whose newest published state is searched: how it is opened, and what pages are
/// made of it.
///
/// @param folder may be a link that is led to another folder later
/// @param heap bytes of memory wanted besides those that the index itself takes
public record IndexSource(Path folder, long heap, Opener opener, PageMaker pages) {
  public IndexSource {
    requireNonNull(folder, "folder");
    requireNonNull(opener, "opener");
    requireNonNull(pages, "pages");
  }

  /// Opens what a folder has published.
  public interface Opener {
    TweetSearcher open(Path folder) throws IOException;
  }

  /// Makes the pages of an index.
  public interface PageMaker {
    Routes of(TweetSearcher searcher) throws IOException;
  }

  /// A state that is open.
  record Opened(TweetSearcher searcher, Routes pages, IndexWatch watch) {}

  /// What the folder has published.
  Manifest published() throws IOException {
    return ManifestFile.read(folder);
  }

  /// Opens what the folder has published, if there is memory for it.
  ///
  /// @param beside a state that stays open meanwhile
  Opened open(Optional<Manifest> beside) throws IOException {
    var real = folder.toRealPath();
    long others = beside.map(HeapNeed::held).orElse(0L);
    HeapNeed.check(ManifestFile.read(real), Runtime.getRuntime().maxMemory(), heap + others);
    var searcher = opener.open(real);
    try {
      var watch = IndexWatch.of(folder, real, searcher.manifest());
      return new Opened(searcher, pages.of(searcher), watch);
    } catch (IOException | RuntimeException e) {
      searcher.close();
      throw e;
    }
  }
}
