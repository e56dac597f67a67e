package org.trawl.api.export;

import java.io.IOException;
import org.trawl.search.TweetSearch.HitSink;

/// Writes tweets to a file, one by one, in memory that does not grow with their number.
public interface ExportWriter extends HitSink {
  /// Puts what the export is of into the file itself, after all tweets, if its format has a place
  /// for that.
  ///
  /// @return whether it has
  default boolean holds(ExportManifest manifest) throws IOException {
    return false;
  }

  /// Ends the file, whole. A file that is not finished is not to be taken for one that is.
  void finish() throws IOException;
}
