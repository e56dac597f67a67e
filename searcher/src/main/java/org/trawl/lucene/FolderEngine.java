package org.trawl.lucene;

import java.io.IOException;
import java.nio.file.Path;
import org.trawl.search.TweetSearch;

/// Opens index folders: every address without a scheme.
public final class FolderEngine implements TweetSearch.Engine {
  @Override
  public boolean opens(String address) {
    return !address.contains("://");
  }

  @Override
  public TweetSearch open(String address, long memory) throws IOException {
    return TweetSearcher.open(Path.of(address), memory);
  }
}
