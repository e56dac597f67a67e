package org.trawl.lucene.network;

import java.io.IOException;
import java.util.List;

/// Runs the same work on as many threads as are free, which take their parts of it in turn.
public interface Parallel {
  /// Each thread's result.
  <T> List<T> together(Work<T> work) throws IOException;

  /// A part of the work.
  interface Work<T> {
    T run() throws IOException;
  }
}
