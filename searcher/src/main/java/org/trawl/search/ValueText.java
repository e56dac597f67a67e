package org.trawl.search;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/// What is looked for among the values of a facet, in any case.
///
/// @param prefix how they begin; empty for any
/// @param part what they contain; empty for any
public record ValueText(String prefix, String part) {
  /// Every value.
  public static final ValueText ANY = new ValueText("", "");

  public ValueText {
    requireNonNull(prefix, "prefix");
    requireNonNull(part, "part");
  }

  /// Values that begin so.
  public static ValueText beginning(String prefix) {
    return new ValueText(prefix, "");
  }

  /// Values that contain this.
  public static ValueText containing(String part) {
    return new ValueText("", part);
  }

  public boolean fits(String value) {
    return value.regionMatches(true, 0, prefix, 0, prefix.length())
        && (part.isEmpty()
            || value.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT)));
  }
}
