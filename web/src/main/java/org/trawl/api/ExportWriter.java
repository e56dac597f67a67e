package org.trawl.api;

import java.io.IOException;
import org.trawl.search.TweetSearch.HitSink;

/// Writes tweets to a file, one by one, in memory that does not grow with their number.
public interface ExportWriter extends HitSink {
  /// Ends the file, whole. A file that is not finished is not to be taken for one that is.
  void finish() throws IOException;
}
