package org.trawl.page;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.trawl.tweet.Row;

/// A tweet's page.
///
/// @param time as exactly as it is known
/// @param precision what the time's seconds are known by, or empty
/// @param facts every field of its row, in groups
/// @param threads tweets around it, as far as the archive has them
/// @param inArchive how many tweets of the archive retweet, answer and quote it, in words
/// @param archived where the Internet Archive would have the tweet itself; empty for hashed
///   accounts
/// @param row the row as it stood in the file
public record TweetView(
    Card card,
    String time,
    String precision,
    List<Facts> facts,
    List<Related> threads,
    String inArchive,
    Citation citation,
    Optional<String> archived,
    Row row) {
  public TweetView {
    requireNonNull(card, "card");
    requireNonNull(time, "time");
    requireNonNull(precision, "precision");
    facts = List.copyOf(facts);
    threads = List.copyOf(threads);
    requireNonNull(inArchive, "inArchive");
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

  /// Fields that belong together.
  ///
  /// @param detail what the title leaves open, or empty
  public record Facts(String title, String detail, List<Fact> facts) {
    public Facts {
      requireNonNull(title, "title");
      requireNonNull(detail, "detail");
      facts = List.copyOf(facts);
    }
  }

  /// A field with its values.
  public record Fact(String name, List<Value> values) {
    public Fact {
      requireNonNull(name, "name");
      values = List.copyOf(values);
    }

    /// A field with one value.
    public Fact(String name, String text, String href) {
      this(name, List.of(new Value(text, href)));
    }
  }

  /// One value of a field.
  ///
  /// @param href the search for it, or empty
  public record Value(String text, String href) {}

  /// Tweets that belong to this one in one way.
  ///
  /// @param id the section's anchor
  /// @param says what they are, with their number
  /// @param detail which of them are here, or empty
  /// @param all the search that finds all of them; empty if all are here
  public record Related(
      String id, String says, String detail, List<Turn> turns, Optional<All> all) {
    public Related {
      turns = List.copyOf(turns);
      requireNonNull(all, "all");
    }

    /// The tweets without their order.
    public List<Card> cards() {
      return turns.stream().map(Turn::card).toList();
    }
  }

  /// A tweet of a conversation.
  ///
  /// @param depth how far it is set in: it answers the last one before it that is set in less
  public record Turn(Card card, int depth) {
    /// As deep as is shown.
    private static final int DEEPEST = 5;

    public int shownDepth() {
      return Math.min(DEEPEST, depth);
    }
  }

  /// A search for all of some tweets.
  public record All(String says, String href) {}
}
