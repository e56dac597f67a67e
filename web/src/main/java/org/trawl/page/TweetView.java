package org.trawl.page;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.trawl.tweet.Row;

/// A tweet's page.
///
/// @param time to the second
/// @param facts every field that the card does not show
/// @param threads tweets around it, as far as the archive has them
/// @param archived where the Internet Archive would have the tweet itself; empty for hashed
///   accounts
/// @param row the row as it stood in the file
public record TweetView(
    Card card,
    String time,
    List<Fact> facts,
    List<Related> threads,
    Citation citation,
    Optional<String> archived,
    Row row) {
  public TweetView {
    requireNonNull(card, "card");
    requireNonNull(time, "time");
    facts = List.copyOf(facts);
    threads = List.copyOf(threads);
    requireNonNull(citation, "citation");
    requireNonNull(archived, "archived");
    requireNonNull(row, "row");
  }

  /// The page's title.
  public String title() {
    return card.account().handle() + ", " + time;
  }

  /// What the tweet points to, but for what says no more than its kind.
  public List<Card.Context> context() {
    return card.context().stream()
        .filter(
            context -> context.href().isPresent() || !context.says().equals(card.stamp().kind()))
        .toList();
  }

  /// The row's cells by their columns.
  public List<Fact> cells() {
    var cells = new java.util.ArrayList<Fact>();
    for (int i = 0; i < row.columns().size(); i++) {
      cells.add(new Fact(row.columns().get(i), row.cells().get(i), ""));
    }
    return cells;
  }

  /// A field.
  ///
  /// @param href the search for its value, or empty
  public record Fact(String name, String value, String href) {}

  /// Tweets that belong to this one in one way.
  ///
  /// @param id the section's anchor
  /// @param says what they are, with their number
  /// @param all the search that finds all of them, empty if all are here
  public record Related(String id, String says, List<Card> cards, Optional<String> all) {
    public Related {
      cards = List.copyOf(cards);
    }
  }
}
