package org.trawl.search;

import java.util.List;

/// Spellings of a name, those of most tweets first.
///
/// @param complete whether all were looked for; false when time ran out
public record Names(List<NameSpelling> spellings, boolean complete) {
  public static final Names NONE = new Names(List.of(), true);

  public Names {
    spellings = List.copyOf(spellings);
  }
}
