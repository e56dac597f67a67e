package org.trawl.page.analysis;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.trawl.page.Card;

/// The page that finds a picture which somebody has.
///
/// @param problem why the picture cannot be read; or empty
/// @param answer empty before a picture was sent
public record PicturesView(String problem, Optional<Answer> answer) {
  static final PicturesView ASKING = new PicturesView("", Optional.empty());

  public PicturesView {
    requireNonNull(problem, "problem");
    requireNonNull(answer, "answer");
  }

  /// What was found.
  ///
  /// @param says such as `12 tweets have this picture, or nearly`
  /// @param search all tweets with the picture of the nearest one; or empty
  public record Answer(String says, String search, List<Match> matches) {
    public Answer {
      requireNonNull(says, "says");
      requireNonNull(search, "search");
      matches = List.copyOf(matches);
    }
  }

  /// A tweet that was found.
  ///
  /// @param distance how near it is, in words
  public record Match(String distance, Card card) {}
}
