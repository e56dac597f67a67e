package org.trawl.page.network;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.trawl.page.network.NetworkView.Link;

/// What the page of the tweets behind an edge shows.
///
/// @param back the network
/// @param items whether pairs have an item to show
public record EdgeView(
    String title,
    String says,
    Link back,
    Link source,
    Link target,
    boolean items,
    List<PairRow> pairs,
    Optional<String> earlier,
    Optional<String> next) {
  public EdgeView {
    requireNonNull(title, "title");
    pairs = List.copyOf(pairs);
    requireNonNull(earlier, "earlier");
    requireNonNull(next, "next");
  }

  /// @param apart the time between both, such as `12 s later`; empty where there is one tweet
  public record PairRow(String item, String apart, TweetCell first, Optional<TweetCell> second) {}

  /// @param time to the second
  public record TweetCell(String time, String href, String text, String lang) {}
}
