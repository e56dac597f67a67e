package org.trawl.match;

import static java.util.Objects.requireNonNull;

/// A pattern over one folded word, which stands for the words that fit it.
public sealed interface WordPattern {
  /// `*` stands for any letters and `?` for one; what stands between is folded by whoever reads it.
  record Wildcard(String word) implements WordPattern {
    public Wildcard {
      requireNonNull(word, "word");
    }
  }

  /// Words that differ by so many letters at most, or by letters that changed places.
  record Fuzzy(String folded, int edits) implements WordPattern {
    public Fuzzy {
      requireNonNull(folded, "folded");
    }
  }

  /// A regular expression in the syntax of the query language, which the whole word fits.
  record Regex(String pattern) implements WordPattern {
    public Regex {
      requireNonNull(pattern, "pattern");
    }
  }
}
