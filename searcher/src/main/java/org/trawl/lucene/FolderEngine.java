package org.trawl.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trawl.detect.LanguageDetector;
import org.trawl.grammar.WordForms;
import org.trawl.index.HeapNeed;
import org.trawl.index.IndexRefused;
import org.trawl.index.IndexWatch;
import org.trawl.index.Manifest;
import org.trawl.index.ManifestFile;
import org.trawl.index.PublishedIndex;
import org.trawl.search.TweetSearch;

/// Opens index folders: every address without a scheme.
public final class FolderEngine implements TweetSearch.Engine {
  private @Nullable WordForms forms;
  private @Nullable LanguageDetector detector;

  @Override
  public boolean opens(String address) {
    return !address.contains("://");
  }

  @Override
  public TweetSearch open(String address, long memory) throws IOException {
    var folder = Path.of(address);
    var real = Files.exists(folder) ? folder.toRealPath() : folder;
    var index = PublishedIndex.open(real);
    var watch = IndexWatch.of(folder, real, index.manifest());
    return TweetSearcher.of(index, forms(), detector(), memory, Optional.of(watch));
  }

  @Override
  public void needMemory(String address, long more) throws IOException {
    Manifest published;
    try {
      published = ManifestFile.read(Path.of(address));
    } catch (IndexRefused e) {
      // What opens it says so.
      return;
    }
    HeapNeed.check(published, Runtime.getRuntime().maxMemory(), more);
  }

  @Override
  public List<String> problems(String address) throws IOException {
    var folder = Path.of(address);
    return IndexWatch.of(folder, folder, ManifestFile.read(folder)).problems();
  }

  /// Grammars and models are the same for every index, and are read once.
  private synchronized WordForms forms() {
    var known = forms;
    if (known == null) {
      known = WordForms.load();
      forms = known;
    }
    return known;
  }

  private synchronized LanguageDetector detector() {
    var known = detector;
    if (known == null) {
      known = LanguageDetector.load();
      detector = known;
    }
    return known;
  }
}
