package org.trawl.search;

import static java.util.Objects.requireNonNull;

import java.lang.Character.UnicodeScript;

/// How tweets spell a name.
///
/// @param text as most of them write it
/// @param tweets that have it in any form
public record NameSpelling(String text, UnicodeScript script, long tweets) {
  public NameSpelling {
    requireNonNull(text, "text");
    requireNonNull(script, "script");
    if (tweets < 1) {
      throw new IllegalArgumentException("a spelling that no tweet has: " + text);
    }
  }
}
