package org.trawl.cluster;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.trawl.accounts.AccountRows;
import org.trawl.advice.Advisor;
import org.trawl.detect.LanguageDetector;
import org.trawl.grammar.WordForms;
import org.trawl.lucene.AccountSummaries;
import org.trawl.lucene.Cursor;
import org.trawl.lucene.FolderArchive;
import org.trawl.lucene.Processors;
import org.trawl.lucene.QueryCompiler;
import org.trawl.lucene.names.AccountTexts;
import org.trawl.lucene.names.HashtagWords;
import org.trawl.lucene.names.Spellings;
import org.trawl.query.QueryAst;
import org.trawl.schema.TweetFields;
import org.trawl.search.AccountSummary;
import org.trawl.search.AccountsRequest;
import org.trawl.search.Advice;
import org.trawl.search.ArchiveInfo;
import org.trawl.search.Coordination;
import org.trawl.search.CoordinationRequest;
import org.trawl.search.Deadline;
import org.trawl.search.Evidence;
import org.trawl.search.Facet;
import org.trawl.search.FacetListing;
import org.trawl.search.Names;
import org.trawl.search.Network;
import org.trawl.search.NetworkRequest;
import org.trawl.search.NotOffered;
import org.trawl.search.QueryRefused;
import org.trawl.search.SearchRequest;
import org.trawl.search.SearchRequest.Collapse;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchRequest.Sort;
import org.trawl.search.SearchResult;
import org.trawl.search.SearchResult.FacetCounts;
import org.trawl.search.SearchResult.FacetValues;
import org.trawl.search.SearchResult.Hit;
import org.trawl.search.SearchResult.Standing;
import org.trawl.search.TimeRange;
import org.trawl.search.Timeline;
import org.trawl.search.Translations;
import org.trawl.search.TweetSearch;
import org.trawl.search.ValueText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Answers searches from one generation of an archive on a cluster. It holds what is small, such as
/// the accounts and the list of words; tweets are found, counted and kept by the cluster. Another
/// server of the same archive answers the same, cursors included.
///
/// Thread-safe.
final class ClusterSearch implements TweetSearch {
  /// The part of a search's budget that its explanation may take if it found nothing.
  private static final int EXPLANATION = 30;

  /// What is asked beside a search waits so long at most.
  private static final Duration CALL = Duration.ofSeconds(10);

  /// A search has so long at least: it is answered as a whole or not at all, so that less would
  /// only be an error.
  private static final Duration LEAST = Duration.ofSeconds(3);

  /// An export goes on through so long a failure of the cluster.
  private static final Duration EXPORT_CALL = Duration.ofMinutes(2);

  private static final int EXPORTED_AT_ONCE = 1_000;

  private final ClusterClient client;
  private final Generation generation;
  private final WordReader words;
  private final ClusterSearches searches;
  private final ClusterRows rows;
  private final ClusterCompiler compiler;
  private final FacetFields fields;
  private final ClusterCounts counts;
  private final ClusterFacets facets;
  private final ClusterTimeline timeline;
  private final ClusterPages pages;
  private final ClusterNames names;
  private final QueryCompiler queries;

  ClusterSearch(
      ClusterClient client, Generation generation, WordForms forms, LanguageDetector detector)
      throws IOException {
    this.client = client;
    this.generation = generation;
    var accounts = generation.accounts();
    words = WordReader.of(generation.words(), generation.tweets());
    searches = new ClusterSearches(client, generation.index());
    var order = new ClusterOrder(searches);
    rows = new ClusterRows(order, generation.reading());
    var operators = new ClusterOperators(accounts, generation.words(), this::copiesOf);
    var languages = generation.words().texts(TweetFields.DETECTED);
    queries =
        new QueryCompiler(
            words,
            operators,
            new AccountTexts(accounts, forms, detector),
            forms,
            languages,
            new Processors());
    compiler = new ClusterCompiler(queries, searches, order, rows, forms);
    fields = new FacetFields(operators, accounts);
    counts = new ClusterCounts(searches, generation.numbers());
    facets = new ClusterFacets(searches, accounts, generation.numbers());
    timeline = new ClusterTimeline(searches);
    pages = new ClusterPages(searches, order, rows, forms, generation.numbers());
    names = new ClusterNames(words, forms, languages, queries.languages(), this::total);
  }

  /// The tweets with the same text as some, themselves included.
  private ObjectNode copiesOf(List<Long> ids, Deadline deadline) throws IOException {
    var order = new ClusterOrder(searches);
    var asked = new ArrayList<JsonNode>();
    asked.add(Dsl.numbers(TweetFields.ID, ids));
    var groups = new ArrayList<Integer>();
    var wanted =
        ClusterOrder.Ordering.of(
            Dsl.every(List.of(asked.getFirst(), Dsl.exists(ClusterSchema.SAME))),
            Sort.NEWEST,
            Collapse.NONE);
    Cursor place = null;
    while (true) {
      var found = order.plain(wanted, EXPORTED_AT_ONCE, place, false, deadline);
      found.forEach(tweet -> groups.add(tweet.group()));
      if (found.size() < EXPORTED_AT_ONCE) {
        break;
      }
      place = new Cursor(Sort.NEWEST, found.getLast().key(), found.getLast().id());
    }
    if (!groups.isEmpty()) {
      asked.add(Dsl.numbers(ClusterSchema.SAME, groups.stream().distinct().toList()));
    }
    return Dsl.any(asked);
  }

  private ClusterHits hits(QueryAst query, Selection selection, Deadline deadline)
      throws IOException, QueryRefused {
    return ClusterHits.of(query, selection, compiler, fields, deadline);
  }

  private long total(QueryAst query, Deadline deadline) throws IOException, QueryRefused {
    return searches.count(hits(query, Selection.NONE, deadline).all(), deadline);
  }

  /// Asks the cluster something.
  private interface Question<T> {
    T ask() throws IOException, QueryRefused;
  }

  /// What the cluster refuses of a query is told as a problem of the query.
  private static <T> T asked(QueryAst query, Question<T> question)
      throws IOException, QueryRefused {
    try {
      return question.ask();
    } catch (ClusterRefusal e) {
      if (e.isTooLarge()) {
        throw QueryRefused.tooManyParts(query, e);
      }
      throw e;
    }
  }

  @Override
  public SearchResult search(SearchRequest request) throws IOException, QueryRefused {
    return asked(request.query(), () -> answer(request));
  }

  private SearchResult answer(SearchRequest request) throws IOException, QueryRefused {
    var started = System.nanoTime();
    var counting = request.counting();
    var deadline = Deadline.in(counting.budget()).orIn(LEAST);
    var hits = hits(request.query(), request.selection(), deadline);
    var told = counts.of(hits.all(), deadline);
    var asks = new ArrayList<ClusterFacets.Ask>();
    for (var facet : counting.facets()) {
      var listing =
          FacetListing.of(facet, request.selection(), ValueText.ANY, counting.facetSize());
      asks.add(new ClusterFacets.Ask(facet, hits.of(facet), listing));
    }
    var counted = new EnumMap<Facet, FacetCounts>(Facet.class);
    counted.putAll(facets.count(asks, deadline));
    var range = TimeRange.of(request.selection()).and(TimeRange.of(request.query()));
    Optional<Timeline> periods =
        counting.timeline().isEmpty()
            ? Optional.empty()
            : timeline.count(
                hits.all(),
                told.span(),
                range,
                counting.timeline().get(),
                counting.zone(),
                deadline);
    var page = pages.page(hits, request, told.total(), deadline);
    return new SearchResult(
        told.total(),
        told.texts(),
        told.accounts(),
        Duration.ofNanos(System.nanoTime() - started),
        false,
        page,
        new SearchResult.Counts(counted, periods));
  }

  @Override
  public Advice advise(SearchRequest request, SearchResult found) throws IOException {
    var budget = request.counting().budget();
    var rest = budget.minus(found.took());
    var most = found.total() > 0 ? rest : budget.dividedBy(EXPLANATION);
    var deadline = Deadline.in(rest.compareTo(most) < 0 ? rest : most);
    var parts = counts.parts((query, within) -> hits(query, within, deadline).all(), deadline);
    var spellings = new Spellings(words, generation.accounts());
    return new Advisor(parts, spellings, request).advice(found);
  }

  @Override
  public List<Standing> explain(SearchRequest request, SearchResult found) throws IOException {
    if (request.sort() != Sort.RELEVANCE) {
      return List.of();
    }
    throw new NotOffered(
        "why a hit stands where it stands is not told of a cluster; an index folder tells it");
  }

  @Override
  public FacetValues facetValues(
      QueryAst query, Selection selection, Facet facet, ValueText text, int size, Duration budget)
      throws IOException, QueryRefused {
    var deadline = Deadline.in(budget).orIn(LEAST);
    return asked(
        query,
        () -> {
          var hits = hits(query, selection, deadline);
          var listing = FacetListing.of(facet, selection, text, size);
          var ask = new ClusterFacets.Ask(facet, hits.of(facet), listing);
          var found = facets.count(List.of(ask), deadline).get(facet);
          if (found == null) {
            throw new IllegalStateException("a facet was not counted: " + facet);
          }
          return new FacetValues(found, false);
        });
  }

  @Override
  public Names names(String word, Duration budget) throws IOException, QueryRefused {
    return names.names(word, Deadline.in(budget));
  }

  @Override
  public Translations translations(String word, Duration budget) throws IOException, QueryRefused {
    return names.translations(word, Deadline.in(budget));
  }

  @Override
  public List<String> wordsOf(String tag) throws IOException {
    return new HashtagWords(words).of(tag);
  }

  @Override
  public List<Long> totals(List<QueryAst> asked, Duration budget) throws IOException, QueryRefused {
    var deadline = Deadline.in(budget);
    var compiled = new ArrayList<ObjectNode>();
    for (var query : asked) {
      compiled.add(hits(query, Selection.NONE, deadline).all());
    }
    return searches.count(compiled, deadline);
  }

  @Override
  public Network network(NetworkRequest request) throws IOException {
    throw noNetworks();
  }

  @Override
  public Coordination coordination(CoordinationRequest request) throws IOException {
    throw noNetworks();
  }

  @Override
  public Optional<Evidence> evidence(NetworkRequest request, Evidence.Asked edge)
      throws IOException {
    throw noNetworks();
  }

  private static NotOffered noNetworks() {
    return new NotOffered(
        "networks are not made of an archive on a cluster; trawl network --index DIR makes them of"
            + " an index folder");
  }

  @Override
  public AccountRows accounts(AccountsRequest request) throws IOException {
    throw new NotOffered(
        "the accounts of a search are not listed with their figures from a cluster; an index"
            + " folder has them, and the facet of accounts their numbers");
  }

  @Override
  public Optional<Hit> tweet(long id) throws IOException {
    return rows.hits(List.of(id), Deadline.in(CALL)).stream().findFirst();
  }

  @Override
  public Optional<AccountSummary> account(String idOrHandle) throws IOException, QueryRefused {
    var accounts = generation.accounts();
    var named = accounts.named(idOrHandle);
    if (named.isEmpty()) {
      var silent = accounts.silent(idOrHandle);
      return silent.isEmpty() ? Optional.empty() : Optional.of(AccountSummaries.silent(silent));
    }
    var deadline = Deadline.in(CALL);
    var user = accounts.userId(accounts.user(named.getFirst()));
    var query = hits(new QueryAst.From(List.of(user)), Selection.NONE, deadline).all();
    var told = counts.of(query, deadline);
    var own = accounts.named(user).stream().map(accounts::entry).toList();
    return Optional.of(
        AccountSummaries.of(
            own,
            told.total(),
            told.span().map(span -> Instant.ofEpochSecond(span.first())),
            told.span().map(span -> Instant.ofEpochSecond(span.last()))));
  }

  @Override
  public void export(QueryAst query, Selection selection, Sort wanted, HitSink sink)
      throws IOException, QueryRefused {
    asked(
        query,
        () -> {
          var sort = SearchRequest.sort(wanted, query);
          var hits = hits(query, selection, Deadline.in(EXPORT_CALL));
          long total = searches.count(hits.all(), Deadline.in(EXPORT_CALL));
          long taken = 0;
          Cursor place = null;
          var walk = pages.new Walk(hits, sort, Collapse.NONE, total);
          while (taken < total) {
            // Each part has its own time.
            var deadline = Deadline.in(EXPORT_CALL);
            var part = walk.after(place, EXPORTED_AT_ONCE, deadline).tweets();
            if (part.isEmpty()) {
              break;
            }
            var read =
                sink.marked() ? pages.marked(part, hits, deadline) : pages.unmarked(part, deadline);
            for (var hit : read) {
              sink.take(hit);
            }
            taken += read.size();
            var last = part.getLast();
            place = new Cursor(sort, last.key(), last.id()).after(taken);
          }
          if (taken != total) {
            throw new IOException(
                "the cluster gave %,d tweets of %,d: the export is not whole"
                    .formatted(taken, total));
          }
          return true;
        });
  }

  @Override
  public ArchiveInfo archive() {
    return FolderArchive.of(generation.manifest());
  }

  @Override
  public void warmUp() {
    queries.readDictionaries();
  }

  @Override
  public boolean isOutdated() throws IOException {
    var now = Generation.inService(client, Deadline.in(CALL));
    return !now.equals(generation.index());
  }

  @Override
  public List<String> problems() {
    return ClusterHealth.problems(client, generation.index());
  }

  @Override
  public long heldBytes() {
    return generation.heldBytes();
  }

  @Override
  public void close() {
    client.close();
  }
}
