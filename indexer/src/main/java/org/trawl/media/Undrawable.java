package org.trawl.media;

/// A picture is not decoded; the message says why, as the end of a sentence.
public final class Undrawable extends Exception {
  private static final long serialVersionUID = 1L;

  Undrawable(String why) {
    super(why);
  }

  Undrawable(String why, Throwable cause) {
    super(why, cause);
  }

  /// Why not.
  public String why() {
    return String.valueOf(getMessage());
  }
}
