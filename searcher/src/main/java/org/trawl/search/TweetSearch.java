package org.trawl.search;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.trawl.accounts.AccountRows;
import org.trawl.media.MediaCatalogue;
import org.trawl.query.QueryAst;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchRequest.Sort;
import org.trawl.search.SearchResult.FacetValues;
import org.trawl.search.SearchResult.Hit;
import org.trawl.search.SearchResult.Standing;

/// An archive that can be searched, whatever engine does it. Totals and counts are exact; which
/// cannot be, an engine says by [SearchResult#partial]. What it answers from does not change while
/// it is open. Thread-safe.
public interface TweetSearch extends Closeable {
  /// What is remembered of recent searches takes so many bytes at most, unless told otherwise.
  long RECENT_BYTES = 64L << 20;

  /// Opens an archive where it lies.
  ///
  /// @param address an index folder
  /// @throws IOException if there is nothing, or it is damaged or of another version; the message
  ///   says which and how to mend it
  static TweetSearch open(String address) throws IOException {
    return open(address, RECENT_BYTES);
  }

  /// Opens an index folder.
  static TweetSearch open(Path folder) throws IOException {
    return open(folder.toString());
  }

  /// The same with a bound of its own for what is remembered of recent searches.
  ///
  /// @param memory bytes, 0 or more; answers are the same with any
  static TweetSearch open(String address, long memory) throws IOException {
    return engine(address).open(address, memory);
  }

  /// The engine for an address. What it needs for every archive it reads once, so that one who
  /// opens several keeps it.
  static Engine engine(String address) throws IOException {
    for (var engine : ServiceLoader.load(Engine.class)) {
      if (engine.opens(address)) {
        return engine;
      }
    }
    throw new IOException("no engine of this program opens " + address);
  }

  /// Opens addresses of one kind. Engines are found as services, so that those who search need to
  /// know none.
  interface Engine {
    /// Whether an address is of its kind.
    boolean opens(String address);

    /// See [TweetSearch#open(String, long)].
    TweetSearch open(String address, long memory) throws IOException;

    /// Looks whether there is memory for what is published at an address, before it is read. What
    /// cannot be opened needs none: to open it says why.
    ///
    /// @param more bytes that are wanted besides
    /// @throws IOException if there is too little; the message says what is needed and how to give
    ///   it
    void needMemory(String address, long more) throws IOException;

    /// What is wrong with what is published at an address, as far as it shows without reading all
    /// of it: a sentence without an end each.
    ///
    /// @throws IOException if it cannot be opened
    List<String> problems(String address) throws IOException;
  }

  /// Reads ahead what the first questions would else wait for.
  void warmUp() throws IOException;

  /// Whether another state was published by now where this one was opened.
  ///
  /// @throws IOException if what was published cannot be opened
  boolean isOutdated() throws IOException;

  /// What is wrong with what this answers from, a sentence without an end each; empty if nothing
  /// is.
  List<String> problems();

  /// Bytes of memory that are held as long as this is open.
  long heldBytes();

  /// What is indexed.
  ArchiveInfo archive();

  /// The media files of its tweets and accounts; empty where none were indexed.
  default MediaCatalogue media() {
    return MediaCatalogue.empty();
  }

  /// One search.
  ///
  /// @throws QueryRefused if a part of the query would cost more than a search may
  SearchResult search(SearchRequest request) throws IOException, QueryRefused;

  /// What each part of a search's query does to it, and ways out if it found nothing, by searches
  /// that only count. They take no longer than what the search left of its budget, and no longer
  /// than a small part of all of it if the search found nothing.
  ///
  /// @param found what the search found
  Advice advise(SearchRequest request, SearchResult found) throws IOException;

  /// Why each hit of a page stands where it stands.
  ///
  /// @param found what the search found
  /// @return in the order of hits; empty unless they are ordered by relevance
  List<Standing> explain(SearchRequest request, SearchResult found)
      throws IOException, QueryRefused;

  /// Values of one facet under a search, whatever is chosen in that facet itself.
  ///
  /// @param text what the values fit
  /// @param size most values to return
  /// @param budget how long it may take before it answers with what it has
  FacetValues facetValues(
      QueryAst query, Selection selection, Facet facet, ValueText text, int size, Duration budget)
      throws IOException, QueryRefused;

  /// How many tweets each of many queries finds within each of several searches: a list for each
  /// query, in the order of the searches.
  ///
  /// @return fewer than there are queries if the budget ends before
  default List<List<Long>> totals(List<QueryAst> queries, List<SearchScope> scopes, Duration budget)
      throws IOException, QueryRefused {
    return new SeparateSearches(this, budget).totals(queries, scopes);
  }

  /// Gives hits of a search that are spread evenly over all of them in some order: the same each
  /// time, and all of them where there are no more than wanted.
  ///
  /// @param most hits to give, 1 or more
  default void sample(SearchScope scope, int most, HitSink sink) throws IOException, QueryRefused {
    new SeparateSearches(this, Duration.ofDays(1)).sample(scope, most, sink);
  }

  /// Timelines of several searches over the same periods. An engine counts them in one pass, where
  /// it can.
  default Timelines timelines(TimelinesRequest request) throws IOException, QueryRefused {
    return new SeparateSearches(this, request.budget()).timelines(request);
  }

  /// Several searches side by side: totals, timelines, shares, and what each pair has in common.
  default Comparison compare(CompareRequest request) throws IOException, QueryRefused {
    return new SeparateSearches(this, request.budget()).compare(request);
  }

  /// How tweets spell a name elsewhere: in other scripts as it sounds, in its own otherwise.
  ///
  /// @param word one word of three letters or more; anything else is no name
  /// @param budget how long it may take
  Names names(String word, Duration budget) throws IOException, QueryRefused;

  /// What a word is in the other languages of the archive, as far as tweets have it.
  ///
  /// @param word one word in any form
  /// @param budget how long it may take
  Translations translations(String word, Duration budget) throws IOException, QueryRefused;

  /// The words that a hashtag is made of, in their order; none if it is one word.
  ///
  /// @param tag as typed, without `#`
  List<String> wordsOf(String tag) throws IOException;

  /// How many tweets each of many queries finds, in their order: the values of a list, one by one.
  ///
  /// @return fewer than there are queries if the budget ends before
  List<Long> totals(List<QueryAst> queries, Duration budget) throws IOException, QueryRefused;

  /// A network of a search's hits.
  ///
  /// @throws NetworkTooLarge if it takes more memory than there is for it
  Network network(NetworkRequest request) throws IOException, QueryRefused, NetworkTooLarge;

  /// Accounts that acted together more often than chance has it.
  ///
  /// @throws NetworkTooLarge if it takes more memory than there is for it
  Coordination coordination(CoordinationRequest request)
      throws IOException, QueryRefused, NetworkTooLarge;

  /// The tweets behind one edge of a network.
  ///
  /// @return empty if the network's nodes are not of such ids
  Optional<Evidence> evidence(NetworkRequest request, Evidence.Asked edge)
      throws IOException, QueryRefused, NetworkTooLarge;

  /// One tweet with all of its row; empty if the archive lacks it.
  Optional<Hit> tweet(long id) throws IOException;

  /// One account by its user id or its handle, any case.
  Optional<AccountSummary> account(String idOrHandle) throws IOException, QueryRefused;

  /// The accounts of a search as rows of a table.
  AccountRows accounts(AccountsRequest request) throws IOException, QueryRefused;

  /// Gives every hit of a search in order, in memory that does not grow with their number.
  void export(QueryAst query, Selection selection, Sort sort, HitSink sink)
      throws IOException, QueryRefused;

  /// Takes one hit of an export.
  interface HitSink {
    void take(Hit hit) throws IOException;

    /// Whether the hits should have their marks; to find them takes a look at each text.
    default boolean marked() {
      return false;
    }
  }
}
