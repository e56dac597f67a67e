package org.trawl.page;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/// The first visit: what is here, and what can be asked of it.
///
/// @param tweets such as `1,122,936 tweets`
/// @param span such as `9 May 2009 to 21 Jun 2018`
public record HomeView(
    String tweets,
    String accounts,
    String operations,
    String span,
    List<Example> examples,
    Optional<TimelineChart> timeline,
    List<TopList> lists) {
  public HomeView {
    requireNonNull(tweets, "tweets");
    requireNonNull(accounts, "accounts");
    requireNonNull(operations, "operations");
    requireNonNull(span, "span");
    examples = List.copyOf(examples);
    requireNonNull(timeline, "timeline");
    lists = List.copyOf(lists);
  }

  /// A query to try.
  public record Example(String query, String says) {
    public String href() {
      return SearchAddress.query(query).href();
    }
  }
}
