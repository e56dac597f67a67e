package org.trawl.search;

import java.io.IOException;

/// Something that an engine does not do, while others do: the message names it, and says what to do
/// instead.
public final class NotOffered extends IOException {
  private static final long serialVersionUID = 1;

  /// @param what a sentence for people, without its full stop
  public NotOffered(String what) {
    super(what);
  }
}
