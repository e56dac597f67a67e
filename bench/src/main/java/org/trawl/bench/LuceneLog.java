package org.trawl.bench;

import java.util.logging.Level;
import java.util.logging.Logger;

/// What Lucene tells on standard error.
final class LuceneLog {
  /// Kept, as the settings of a logger nobody holds are forgotten.
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  private LuceneLog() {}

  /// Leaves nothing of it but errors.
  static void silence() {
    LUCENE.setLevel(Level.SEVERE);
  }
}
