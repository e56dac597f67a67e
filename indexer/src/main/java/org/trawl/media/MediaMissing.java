package org.trawl.media;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A media file is not where it was when it was indexed; the message says what is missing.
public final class MediaMissing extends IOException {
  private static final long serialVersionUID = 1L;

  MediaMissing(String what, @Nullable Throwable cause) {
    super(what, cause);
  }
}
