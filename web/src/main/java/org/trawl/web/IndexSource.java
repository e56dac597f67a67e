package org.trawl.web;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.Optional;
import org.trawl.search.TweetSearch;

/// An address whose newest published state is searched: how it is opened, and what pages are made
/// of it.
///
/// @param address what it leads to may change later
/// @param memory bytes for what is remembered of recent searches
public record IndexSource(String address, TweetSearch.Engine engine, long memory, PageMaker pages) {
  public IndexSource {
    requireNonNull(address, "address");
    requireNonNull(engine, "engine");
    requireNonNull(pages, "pages");
  }

  /// Makes the pages of an index.
  public interface PageMaker {
    Routes of(TweetSearch searcher) throws IOException;
  }

  /// A state that is open.
  record Opened(TweetSearch searcher, Routes pages) {}

  /// Opens what is published, if there is memory for it.
  ///
  /// @param beside a state that stays open meanwhile
  Opened open(Optional<TweetSearch> beside) throws IOException {
    engine.needMemory(address, memory + beside.map(TweetSearch::heldBytes).orElse(0L));
    var searcher = engine.open(address, memory);
    try {
      return new Opened(searcher, pages.of(searcher));
    } catch (IOException | RuntimeException e) {
      searcher.close();
      throw e;
    }
  }
}
