package org.trawl.index;

import java.io.IOException;
import java.util.Objects;

/// Work on an index folder that cannot be done. The message is for the person at the terminal: what
/// is wrong, what state the index is in, how to mend it.
public final class IndexRefused extends IOException {
  private static final long serialVersionUID = 1L;

  public IndexRefused(String message) {
    super(message);
  }

  public IndexRefused(String message, Throwable cause) {
    super(message, cause);
  }

  /// Always there, unlike other exceptions' messages.
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
