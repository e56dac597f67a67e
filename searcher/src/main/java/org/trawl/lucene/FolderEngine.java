package org.trawl.lucene;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.trawl.detect.LanguageDetector;
import org.trawl.grammar.WordForms;
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
    return TweetSearcher.of(PublishedIndex.open(Path.of(address)), forms(), detector(), memory);
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
