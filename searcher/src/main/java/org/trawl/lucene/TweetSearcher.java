package org.trawl.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import org.apache.lucene.search.IndexSearcher;
import org.trawl.accounts.AccountRows;
import org.trawl.advice.Advisor;
import org.trawl.columns.Columns;
import org.trawl.detect.LanguageDetector;
import org.trawl.grammar.WordForms;
import org.trawl.index.HeapNeed;
import org.trawl.index.IndexWatch;
import org.trawl.index.PublishedIndex;
import org.trawl.lucene.accounts.AccountsFinder;
import org.trawl.lucene.media.SamePictures;
import org.trawl.lucene.names.AccountDirectory;
import org.trawl.lucene.names.AccountTexts;
import org.trawl.lucene.names.HashtagWords;
import org.trawl.lucene.names.NameFinder;
import org.trawl.lucene.names.Spellings;
import org.trawl.lucene.names.TranslationDirectory;
import org.trawl.lucene.near.SimilarTweets;
import org.trawl.lucene.near.TextGroups;
import org.trawl.lucene.network.NetworkFinder;
import org.trawl.lucene.network.Parallel;
import org.trawl.match.TweetMarks;
import org.trawl.media.MediaCatalogue;
import org.trawl.query.QueryAst;
import org.trawl.schema.TweetFields;
import org.trawl.search.AccountSummary;
import org.trawl.search.AccountsRequest;
import org.trawl.search.Advice;
import org.trawl.search.ArchiveInfo;
import org.trawl.search.CompareRequest;
import org.trawl.search.Comparison;
import org.trawl.search.Coordination;
import org.trawl.search.CoordinationRequest;
import org.trawl.search.Deadline;
import org.trawl.search.Evidence;
import org.trawl.search.Facet;
import org.trawl.search.FacetListing;
import org.trawl.search.Names;
import org.trawl.search.Network;
import org.trawl.search.NetworkRequest;
import org.trawl.search.NetworkTooLarge;
import org.trawl.search.QueryRefused;
import org.trawl.search.SearchRequest;
import org.trawl.search.SearchRequest.Collapse;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchRequest.Sort;
import org.trawl.search.SearchResult;
import org.trawl.search.SearchResult.FacetValues;
import org.trawl.search.SearchResult.Hit;
import org.trawl.search.SearchResult.Standing;
import org.trawl.search.SearchScope;
import org.trawl.search.Timelines;
import org.trawl.search.TimelinesRequest;
import org.trawl.search.Translations;
import org.trawl.search.TweetSearch;
import org.trawl.search.ValueText;

/// Answers searches from one published index, which never changes while it is open.
///
/// A search finds all hits as sets of documents, counts over them with the columns, puts one page
/// in order and reads that page's tweets. Thread-safe.
public final class TweetSearcher implements TweetSearch {
  /// Time to show what was found, if the budget left less: a page takes some milliseconds.
  private static final Duration SHOWING = Duration.ofMillis(250);

  /// The part of a search's budget that its explanation may take if it found nothing, a third of a
  /// second of ten: it has its answer, and who waits for it must not wait many times as long for
  /// the reasons.
  private static final int EXPLANATION = 30;

  /// From so many hits on, a page is put in order on one thread while others count.
  private static final int PARALLEL = 2_000;

  /// Bytes that networks may take even where the heap is small.
  private static final long LEAST_FOR_NETWORKS = 64L << 20;

  /// Bytes that the program and its searches take.
  private static final long BASE = 250L << 20;

  private final PublishedIndex index;
  private final Optional<IndexWatch> watch;
  private final Columns columns;
  private final AccountDirectory accounts;
  private final CountColumns counts;
  private final QueryCompiler compiler;
  private final HitFinder finder;
  private final SelectionFinder selected;
  private final SearchCounts searchCounts;
  private final PageOrder order;
  private final HitLoader loader;
  private final Processors processors = new Processors();
  private final RecentSearches recent;
  private final HitComparer comparer;
  private final NameDirectory names;
  private final TranslationDirectory translations;
  private final NetworkFinder networks;
  private final AccountsFinder rows;

  private final WordForms forms;

  private TweetSearcher(
      PublishedIndex index,
      WordForms forms,
      LanguageDetector detector,
      long memory,
      Optional<IndexWatch> watch)
      throws IOException {
    this.index = index;
    this.watch = watch;
    this.forms = forms;
    recent = new RecentSearches(memory);
    columns = index.columns();
    accounts = new AccountDirectory(columns.dictionaries().accounts(), index.accounts());
    counts = new CountColumns(index.reader());
    compiler =
        new QueryCompiler(
            index.reader(),
            new OperatorQueries(
                index.reader(),
                columns,
                counts,
                accounts,
                new SimilarTweets(index, accounts),
                index.media()),
            new AccountTexts(accounts, forms, detector),
            forms,
            columns.dictionaries().detectedLanguages().values(),
            processors);
    finder = new HitFinder(searcher(), processors);
    selected = new SelectionFinder(columns, accounts, compiler, finder, recent);
    order = new PageOrder(index.reader(), columns, counts, accounts, recent);
    searchCounts = new SearchCounts(columns, accounts, processors);
    comparer = new HitComparer(compiler, selected, finder, searchCounts);
    loader = new HitLoader(index, accounts);
    var nameFinder = new NameFinder(index.reader(), forms, compiler.languages());
    names = new NameDirectory(nameFinder, compiler, finder);
    translations =
        new TranslationDirectory(
            index.reader(),
            forms,
            this::total,
            columns.dictionaries().detectedLanguages().values());
    rows = new AccountsFinder(columns, accounts);
    var ids = new IdLookup(index.reader(), columns);
    networks =
        new NetworkFinder(
            index.reader(),
            columns,
            accounts,
            ids::find,
            loader::load,
            Math.max(LEAST_FOR_NETWORKS, Runtime.getRuntime().maxMemory() - heldBytes() - BASE));
  }

  /// Opens what an index folder has published.
  ///
  /// @throws IOException if there is nothing, or it is damaged or of another version; the message
  ///   says which and how to mend it
  public static TweetSearcher open(Path folder) throws IOException {
    return open(folder, RECENT_BYTES);
  }

  /// The same with a bound of its own for what is remembered of recent searches.
  ///
  /// @param memory bytes, 0 or more; answers are the same with any
  public static TweetSearcher open(Path folder, long memory) throws IOException {
    return of(PublishedIndex.open(folder), WordForms.load(), LanguageDetector.load(), memory);
  }

  /// Searches an index that is open already, and closes it when closed itself.
  public static TweetSearcher of(PublishedIndex index) throws IOException {
    return of(index, WordForms.load(), LanguageDetector.load());
  }

  /// The same with grammars and models that are loaded already.
  public static TweetSearcher of(PublishedIndex index, WordForms forms, LanguageDetector detector)
      throws IOException {
    return of(index, forms, detector, RECENT_BYTES);
  }

  /// The same with a bound of its own for what is remembered.
  public static TweetSearcher of(
      PublishedIndex index, WordForms forms, LanguageDetector detector, long memory)
      throws IOException {
    return of(index, forms, detector, memory, Optional.empty());
  }

  /// @param watch looks at the files of the index, if it has any
  static TweetSearcher of(
      PublishedIndex index,
      WordForms forms,
      LanguageDetector detector,
      long memory,
      Optional<IndexWatch> watch)
      throws IOException {
    return new TweetSearcher(index, forms, detector, memory, watch);
  }

  @Override
  public boolean isOutdated() throws IOException {
    return watch.isPresent() && watch.get().newer().isPresent();
  }

  @Override
  public List<String> problems() {
    return watch.map(IndexWatch::problems).orElse(List.of());
  }

  @Override
  public long heldBytes() {
    return HeapNeed.held(index.manifest()) + index.media().heldBytes();
  }

  @Override
  public void close() throws IOException {
    index.close();
  }

  @Override
  public void warmUp() throws IOException {
    compiler.readDictionaries();
    counts.highest(TweetFields.LIKES);
    counts.highest(TweetFields.RETWEETS);
    order.warmUp();
  }

  @Override
  public ArchiveInfo archive() {
    return FolderArchive.of(index.manifest());
  }

  private SamePictures pictures() {
    return new SamePictures(
        index.media(), new IdLookup(index.reader(), columns)::find, columns, accounts);
  }

  @Override
  public MediaCatalogue media() {
    return index.media();
  }

  private IndexSearcher searcher() {
    return Processors.searcher(index.reader(), 1);
  }

  @Override
  public SearchResult search(SearchRequest request) throws IOException, QueryRefused {
    var deadline = Deadline.in(request.counting().budget());
    var started = System.nanoTime();
    try (var _ = processors.begin()) {
      return answer(request, deadline, started);
    }
  }

  /// The answer to a search whose time was over before its query was ready to run.
  private SearchResult outOfTime(SearchRequest request, long started) throws IOException {
    var counted = searchCounts.of(new FoundHits(finder.none(), Map.of()), request);
    return new SearchResult(
        counted.total(),
        counted.texts(),
        counted.accounts(),
        Duration.ofNanos(System.nanoTime() - started),
        true,
        SearchResult.Page.EMPTY,
        counted.counts());
  }

  private SearchResult answer(SearchRequest request, Deadline deadline, long started)
      throws IOException, QueryRefused {
    QueryCompiler.Compiled compiled;
    try {
      compiled = compiler.compile(request.query(), deadline);
    } catch (Deadline.Over e) {
      return outOfTime(request, started);
    }
    var question = new RecentSearches.Question(request.query(), request.selection());
    var wanted = request.counting();
    var counting =
        new RecentSearches.Counting(
            question, wanted.facets(), wanted.facetSize(), wanted.timeline(), wanted.zone());
    var counted = recent.counts(counting);
    Shown shown;
    if (counted == null) {
      var found = selected.found(question, compiled.query(), deadline);
      var share = processors.share();
      // This thread counts meanwhile, and has a processor to give when it is done.
      Processors.Work<Shown> show = () -> show(compiled, found.hits(), request, deadline, share);
      var shares = share > 1 && found.hits().total() >= PARALLEL;
      var forked = shares ? Optional.of(Processors.fork(show)) : Optional.<Future<Shown>>empty();
      counted = searchCounts.of(found, request);
      if (found.complete()) {
        recent.keep(counting, counted);
      }
      shown =
          forked.isPresent()
              ? Processors.join(forked.get())
              : show(compiled, found.hits(), request, deadline, 1);
    } else if (counted.total() == 0) {
      shown = Shown.NOTHING;
    } else {
      var found = selected.found(question, compiled.query(), deadline);
      shown = show(compiled, found.hits(), request, deadline, 1);
    }
    return new SearchResult(
        counted.total(),
        counted.texts(),
        counted.accounts(),
        Duration.ofNanos(System.nanoTime() - started),
        !counted.complete() || shown.cut,
        new SearchResult.Page(shown.hits, shown.ordered.before(), shown.ordered.next(), shown.held),
        counted.counts());
  }

  /// A page of hits with their marks.
  ///
  /// @param cut whether time ran out before all were put in order and marked
  private record Shown(
      List<Hit> hits, PageOrder.Ordered ordered, boolean cut, Map<String, Long> held) {
    static final Shown NOTHING = new Shown(List.of(), PageOrder.Ordered.NOTHING, false, Map.of());
  }

  /// @param threads how many may put them in order; more than one only on a thread that nobody
  ///   interrupts
  private Shown show(
      QueryCompiler.Compiled compiled,
      HitSet found,
      SearchRequest request,
      Deadline deadline,
      int threads)
      throws IOException {
    var enough = deadline.orIn(SHOWING);
    var ordered = order.of(request, compiler.points(compiled, enough), found, enough, threads);
    var docs = ordered.page().stream().map(TopHits.Ranked::doc).toList();
    var beside =
        request.page().collapse() == Collapse.NONE
            ? new HitLoader.Beside(Map.of(), Map.of())
            : loader.beside(
                docs, ordered.held(), found, TextGroups.of(columns, request.page().collapse()));
    var hits = new ArrayList<Hit>(docs.size());
    var marks = marks(compiled, enough);
    var pictures = pictures();
    for (var doc : docs) {
      var hit = pictures.on(marks.on(loader.load(doc), doc));
      hits.add(hit.withCopies(beside.copies().getOrDefault(doc, hit.copies())));
    }
    return new Shown(hits, ordered, ordered.timedOut() || marks.cut(), beside.held());
  }

  private TweetMarks marks(QueryCompiler.Compiled compiled, Deadline deadline) {
    var parts = new IndexParts(compiled, searcher());
    return new TweetMarks(compiled.ast(), compiled.shapes(), parts, forms, deadline);
  }

  private static List<Hit> marked(List<Hit> hits, int[] docs, TweetMarks marks) throws IOException {
    var marked = new ArrayList<Hit>(docs.length);
    for (int i = 0; i < docs.length; i++) {
      marked.add(marks.on(hits.get(i), docs[i]));
    }
    return marked;
  }

  @Override
  public List<Standing> explain(SearchRequest request, SearchResult found)
      throws IOException, QueryRefused {
    var deadline = Deadline.in(request.counting().budget());
    var compiled = compiler.compile(request.query(), deadline);
    var question = new RecentSearches.Question(request.query(), request.selection());
    var wanted =
        new PageOrder.UnorderedHits(
            question,
            compiler.points(compiled, deadline),
            selected.found(question, compiled.query(), deadline).hits(),
            request.sort(),
            request.page().collapse());
    var lookup = new IdLookup(index.reader(), columns);
    var docs = new ArrayList<Integer>();
    for (var hit : found.hits()) {
      docs.add(lookup.find(hit.tweet().id().value()).orElseThrow());
    }
    var standings = order.standings(wanted, docs, new Relevance.Means(deadline, 1));
    return standings.isEmpty() ? List.of() : docs.stream().map(standings::get).toList();
  }

  @Override
  public Advice advise(SearchRequest request, SearchResult found) throws IOException {
    var budget = request.counting().budget();
    var rest = budget.minus(found.took());
    var most = found.total() > 0 ? rest : budget.dividedBy(EXPLANATION);
    var left = rest.compareTo(most) < 0 ? rest : most;
    QueryParts.Finder hits =
        (query, selection, deadline) -> selected.find(query, selection, deadline).hits();
    var parts = new QueryParts(compiler, hits, Deadline.in(left));
    return new Advisor(parts, new Spellings(index.reader(), accounts), request).advice(found);
  }

  @Override
  public FacetValues facetValues(
      QueryAst query, Selection selection, Facet facet, ValueText text, int size, Duration budget)
      throws IOException, QueryRefused {
    var deadline = Deadline.in(budget);
    var found = found(query, selection, deadline);
    var hits = found.withoutOwn().getOrDefault(facet, found.hits());
    var counts = searchCounts.own(facet, hits, FacetListing.of(facet, selection, text, size));
    return new FacetValues(counts, !found.complete());
  }

  /// The hits of a query, none if its time is over before it is ready to run.
  private FoundHits found(QueryAst query, Selection selection, Deadline deadline)
      throws IOException, QueryRefused {
    try {
      return selected.find(compiler.compile(query, deadline).query(), selection, deadline);
    } catch (Deadline.Over e) {
      return new FoundHits(finder.none(), Map.of());
    }
  }

  @Override
  public List<List<Long>> totals(List<QueryAst> queries, List<SearchScope> scopes, Duration budget)
      throws IOException, QueryRefused {
    try (var _ = processors.begin()) {
      return comparer.totals(queries, scopes, Deadline.in(budget));
    }
  }

  @Override
  public void sample(SearchScope scope, int most, HitSink sink) throws IOException, QueryRefused {
    var docs = comparer.sample(scope, most, Deadline.in(Duration.ofDays(1)));
    loader.load(docs, sink);
  }

  @Override
  public Timelines timelines(TimelinesRequest request) throws IOException, QueryRefused {
    try (var _ = processors.begin()) {
      return comparer.timelines(request);
    }
  }

  @Override
  public Comparison compare(CompareRequest request) throws IOException, QueryRefused {
    try (var _ = processors.begin()) {
      return comparer.compare(request);
    }
  }

  @Override
  public Names names(String word, Duration budget) throws IOException, QueryRefused {
    return names.of(word, Deadline.in(budget));
  }

  private long total(QueryAst query, Deadline deadline) throws IOException, QueryRefused {
    var hits = finder.find(compiler.compile(query, deadline).query(), deadline);
    if (!hits.complete()) {
      deadline.check();
    }
    return hits.total();
  }

  @Override
  public Translations translations(String word, Duration budget) throws IOException, QueryRefused {
    return translations.of(word, Deadline.in(budget));
  }

  @Override
  public List<String> wordsOf(String tag) throws IOException {
    return new HashtagWords(index.reader()).of(tag);
  }

  @Override
  public List<Long> totals(List<QueryAst> queries, Duration budget)
      throws IOException, QueryRefused {
    var lookup = new IdLookup(index.reader(), columns);
    return comparer.totals(queries, searcher(), lookup, Deadline.in(budget));
  }

  @Override
  public Network network(NetworkRequest request) throws IOException, QueryRefused, NetworkTooLarge {
    var deadline = Deadline.in(request.budget());
    try (var _ = processors.begin()) {
      var found = found(request.query(), request.selection(), deadline);
      return networks.network(
          request, found.hits(), found.hits().complete(), this::together, deadline);
    }
  }

  @Override
  public Coordination coordination(CoordinationRequest request)
      throws IOException, QueryRefused, NetworkTooLarge {
    var deadline = Deadline.in(request.budget());
    try (var _ = processors.begin()) {
      var found = found(request.query(), request.selection(), deadline);
      return networks.coordination(
          request, found.hits(), found.hits().complete(), this::together, deadline);
    }
  }

  @Override
  public Optional<Evidence> evidence(NetworkRequest request, Evidence.Asked edge)
      throws IOException, QueryRefused, NetworkTooLarge {
    var deadline = Deadline.in(request.budget());
    var found = found(request.query(), request.selection(), deadline);
    return networks.evidence(request, edge, found.hits(), found.hits().complete(), deadline);
  }

  @Override
  public AccountRows accounts(AccountsRequest request) throws IOException, QueryRefused {
    var deadline = Deadline.in(request.budget());
    var found = found(request.scope().query(), request.scope().selection(), deadline);
    return rows.rows(request, found.hits(), found.hits().complete(), deadline);
  }

  private <T> List<T> together(Parallel.Work<T> work) throws IOException {
    return Processors.together(processors.share(), work::run);
  }

  @Override
  public Optional<Hit> tweet(long id) throws IOException {
    var doc = new IdLookup(index.reader(), columns).find(id);
    return doc.isEmpty()
        ? Optional.empty()
        : Optional.of(pictures().on(loader.load(doc.getAsInt())));
  }

  @Override
  public Optional<AccountSummary> account(String idOrHandle) throws IOException, QueryRefused {
    var named = accounts.named(idOrHandle);
    if (named.isEmpty()) {
      var silent = accounts.silent(idOrHandle);
      return silent.isEmpty() ? Optional.empty() : Optional.of(AccountSummaries.silent(silent));
    }
    var user = accounts.userId(accounts.user(named.getFirst()));
    var deadline = Deadline.in(Duration.ofDays(1));
    var query = compiler.compile(new QueryAst.From(List.of(user)), deadline).query();
    var hits = finder.find(query, deadline);
    var own = accounts.named(user).stream().map(accounts::entry).toList();
    return Optional.of(AccountSummaries.of(own, hits, new TimeOrder(index.reader(), columns)));
  }

  @Override
  public void export(QueryAst query, Selection selection, Sort sort, HitSink sink)
      throws IOException, QueryRefused {
    var forever = Deadline.in(Duration.ofDays(10_000));
    var compiled = compiler.compile(query, forever);
    var hits = selected.find(compiled.query(), selection, forever).hits();
    var wanted =
        new PageOrder.UnorderedHits(
            new RecentSearches.Question(query, selection),
            compiler.points(compiled, forever),
            hits,
            SearchRequest.sort(sort, query),
            Collapse.NONE);
    HitExport.DocLoader documents =
        sink.marked()
            ? docs -> marked(loader.load(docs), docs, marks(compiled, forever))
            : loader::load;
    new HitExport(order, processors, documents).export(wanted, sink);
  }
}
