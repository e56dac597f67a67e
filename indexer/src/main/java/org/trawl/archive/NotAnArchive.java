package org.trawl.archive;

import java.io.IOException;

/// A source that cannot be indexed; the message names it, says why and how to mend it.
public final class NotAnArchive extends IOException {
  private static final long serialVersionUID = 1L;

  public NotAnArchive(String message) {
    super(message);
  }
}
