package org.trawl.distinct;

import java.util.List;

/// What is over-represented among the tweets of a search, the most remarkable first. All counts are
/// exact, unless time ran out.
///
/// @param total tweets of the search
/// @param background tweets of what it is held against, those of the search among them where they
///   are part of it
/// @param sampled tweets of the search in which values were looked for, where it has more: a value
///   that is rare among them may have been missed; else 0
/// @param values those that are more frequent than in the rest of the background
/// @param partial whether time ran out
public record Distinctive(
    long total, long background, long sampled, List<Value> values, boolean partial) {
  public Distinctive {
    values = List.copyOf(values);
  }

  /// One value.
  ///
  /// @param value as a search takes it
  /// @param label as people read it: an account's handle
  /// @param count tweets of the search that have it
  /// @param backgroundCount tweets of the background that have it
  /// @param score [LogLikelihood] against the background without the search, above 0
  /// @param times how many times as frequent it is as in the rest of the background; infinite where
  ///   the rest lacks it
  public record Value(
      String value, String label, long count, long backgroundCount, double score, double times) {}
}
