package org.trawl.page;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/// The first visit: what is here, and what can be asked of it.
///
/// @param tweets such as `1,122,936 tweets`; empty if there is none
/// @param lede what is here, in a sentence
/// @param span such as `from May 2009 to June 2018`, or empty
public record HomeView(
    String tweets,
    String lede,
    String span,
    List<Example> examples,
    Optional<TimelineChart> timeline,
    List<TopList> lists) {
  public HomeView {
    requireNonNull(tweets, "tweets");
    requireNonNull(lede, "lede");
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
