package org.trawl.detect;

import static java.util.Objects.requireNonNull;

/// What a tweet was read as, and what decided it.
///
/// @param language an ISO code, or [org.trawl.language.LanguageCode#UNDETERMINED]
public record LanguageReading(String language, By by) {

  /// What decided.
  public enum By {
    /// The text, for certain. Such tweets tell what their account writes in.
    TEXT,

    /// The letters, or a label that the text agrees with, or a label because there is nothing to
    /// read. What the account writes in would not change it.
    LETTERS,

    /// The label or a guess, as neither letters nor text decide: where it is known what the account
    /// writes in, that comes first.
    LABEL,

    /// What most tweets of the account are in.
    ACCOUNT
  }

  public LanguageReading {
    requireNonNull(language, "language");
    requireNonNull(by, "by");
  }

  /// Whether what the account writes in decides, or would if it were known.
  public boolean isOpen() {
    return by == By.LABEL || by == By.ACCOUNT;
  }
}
