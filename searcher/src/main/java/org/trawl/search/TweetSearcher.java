package org.trawl.search;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.trawl.columns.Columns;
import org.trawl.index.Manifest;
import org.trawl.index.PublishedIndex;
import org.trawl.language.LanguageDetector;
import org.trawl.language.WordForms;
import org.trawl.query.QueryAst;
import org.trawl.schema.TweetFields;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchRequest.Sort;
import org.trawl.search.SearchResult.Copies;
import org.trawl.search.SearchResult.FacetCounts;
import org.trawl.search.SearchResult.Hit;

/// Answers searches from one published index, which never changes while it is open.
///
/// A search finds all hits as sets of documents, counts over them with the columns, puts one page
/// in order and reads that page's tweets. Thread-safe.
public final class TweetSearcher implements Closeable {
  /// What is remembered of recent searches takes so many bytes at most.
  public static final long RECENT_BYTES = 64L << 20;

  /// From so many hits on, a page is put in order on one thread while others count.
  private static final int PARALLEL = 2_000;

  /// Tweets of an export that are put in order at a time. By relevance and by counts that takes a
  /// search of its own.
  private static final int EXPORT_PAGE = 50_000;

  /// Tweets of an export that are loaded at a time, by each free processor.
  private static final int EXPORT_PART = 2_000;

  private final PublishedIndex index;
  private final Columns columns;
  private final AccountDirectory accounts;
  private final CountColumns counts;
  private final QueryCompiler compiler;
  private final SelectionQueries selections;
  private final HitFinder finder;
  private final HitCounter counter;
  private final FacetReader facetReader;
  private final TimelineCounter timelines;
  private final HitLoader loader;
  private final Processors processors = new Processors();
  private final RecentSearches recent;
  private final NameDirectory names;

  private final WordForms forms;

  private TweetSearcher(
      PublishedIndex index, WordForms forms, LanguageDetector detector, long memory)
      throws IOException {
    this.index = index;
    this.forms = forms;
    recent = new RecentSearches(memory);
    columns = index.columns();
    accounts = new AccountDirectory(columns.dictionaries().accounts(), index.accounts());
    counts = new CountColumns(index.reader());
    compiler = new QueryCompiler(index.reader(), columns, counts, accounts, forms, detector);
    selections = new SelectionQueries(accounts, columns);
    finder = new HitFinder(searcher(), processors);
    counter = new HitCounter(columns, processors);
    facetReader = new FacetReader(columns, accounts);
    timelines = new TimelineCounter(columns.times());
    loader = new HitLoader(index, accounts);
    var nameFinder = new NameFinder(index.reader(), forms, compiler.languages());
    names = new NameDirectory(nameFinder, compiler, finder);
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
    return new TweetSearcher(index, forms, detector, memory);
  }

  @Override
  public void close() throws IOException {
    index.close();
  }

  /// Reads what the first questions would else wait for, a second or so: the dictionaries of the
  /// languages that tweets were read as, and which tweets were liked and retweeted most.
  public void warmUp() throws IOException {
    compiler.readDictionaries();
    counts.highest(TweetFields.LIKES);
    counts.highest(TweetFields.RETWEETS);
  }

  /// What is indexed.
  public Manifest manifest() {
    return index.manifest();
  }

  private IndexSearcher searcher() {
    var searcher = new IndexSearcher(index.reader());
    // Results are bit sets of our own; Lucene's cache would copy postings a second time.
    searcher.setQueryCache(null);
    return searcher;
  }

  /// One search.
  ///
  /// @throws QueryRefused if a part of the query would cost more than a search may
  public SearchResult search(SearchRequest request) throws IOException, QueryRefused {
    var deadline = Deadline.in(request.counting().budget());
    var started = System.nanoTime();
    try (var _ = processors.begin()) {
      return answer(request, deadline, started);
    }
  }

  /// The answer to a search whose time was over before its query was ready to run.
  private SearchResult outOfTime(SearchRequest request, long started) throws IOException {
    var counted = counts(new FoundHits(finder.none(), Map.of()), request);
    return new SearchResult(
        counted.total(),
        counted.accounts(),
        Duration.ofNanos(System.nanoTime() - started),
        true,
        List.of(),
        counted.counts(),
        Optional.empty());
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
            question, wanted.facets(), wanted.facetSize(), wanted.timeline());
    var counted = recent.counts(counting);
    Shown shown;
    if (counted == null) {
      var found = found(question, compiled.query(), deadline);
      Processors.Work<Shown> show = () -> show(compiled, Optional.of(found.hits()), request);
      var shares = processors.share() > 1 && found.hits().total() >= PARALLEL;
      var forked = shares ? Optional.of(Processors.fork(show)) : Optional.<Future<Shown>>empty();
      counted = counts(found, request);
      if (found.complete()) {
        recent.keep(counting, counted);
      }
      shown = forked.isPresent() ? Processors.join(forked.get()) : show.run();
    } else {
      var hits =
          counted.total() == 0 || ranksAlone(compiled.query(), request)
              ? Optional.<HitSet>empty()
              : Optional.of(found(question, compiled.query(), deadline).hits());
      shown = counted.total() == 0 ? Shown.NOTHING : show(compiled, hits, request);
    }
    return new SearchResult(
        counted.total(),
        counted.accounts(),
        Duration.ofNanos(System.nanoTime() - started),
        !counted.complete() || shown.ordered.timedOut,
        shown.hits,
        counted.counts(),
        shown.ordered.next());
  }

  private FoundHits found(RecentSearches.Question question, Query query, Deadline deadline)
      throws IOException, QueryRefused {
    var known = recent.hits(question);
    if (known != null) {
      return known;
    }
    var found = find(query, question.selection(), deadline);
    if (found.complete()) {
      recent.keep(question, found);
    }
    return found;
  }

  /// A page of hits with their marks.
  private record Shown(List<Hit> hits, Ordered ordered) {
    static final Shown NOTHING = new Shown(List.of(), Ordered.NOTHING);
  }

  /// @param found the hits, unless what ranks them finds them too
  private Shown show(QueryCompiler.Compiled compiled, Optional<HitSet> found, SearchRequest request)
      throws IOException {
    var ordered = order(compiled.query(), found, request);
    var page = ordered.page;
    var copies =
        found.isPresent() && request.page().collapse()
            ? loader.copies(page, found.get())
            : Map.<Integer, Copies>of();
    var hits = new ArrayList<Hit>(page.size());
    var marks = new TweetMarks(compiled, searcher(), forms);
    for (var ranked : page) {
      var hit = marked(loader.load(ranked.doc()), ranked.doc(), marks);
      hits.add(hit.withCopies(copies.getOrDefault(ranked.doc(), hit.copies())));
    }
    return new Shown(hits, ordered);
  }

  /// What each part of a search's query does to it, and ways out if it found nothing, by searches
  /// that only count. They take no longer than what the search left of its budget.
  ///
  /// @param found what the search found
  public Advice advise(SearchRequest request, SearchResult found) throws IOException {
    var left = request.counting().budget().minus(found.took());
    QueryParts.Finder hits =
        (query, selection, deadline) -> find(query, selection, deadline).hits();
    var parts = new QueryParts(compiler, hits, Deadline.in(left));
    return new Advisor(parts, new Spellings(index.reader(), accounts), request).advice(found);
  }

  private static Hit marked(Hit hit, int doc, TweetMarks marks) throws IOException {
    return hit.withMarks(marks.of(doc, hit.tweet().content().text(), hit.detected()));
  }

  private FoundHits find(Query query, Selection selection, Deadline deadline)
      throws IOException, QueryRefused {
    var base = within(finder.find(inTime(query, selection), deadline), selection, deadline);
    var chosen = new EnumMap<Facet, HitSet>(Facet.class);
    for (var facet : selection.facets()) {
      chosen.put(facet, allowed(facet, selection, deadline));
    }
    var all = base;
    for (var hits : chosen.values()) {
      all = all.and(hits);
    }
    var withoutOwn = new EnumMap<Facet, HitSet>(Facet.class);
    for (var facet : chosen.keySet()) {
      var others = base;
      for (var other : chosen.entrySet()) {
        if (other.getKey() != facet) {
          others = others.and(other.getValue());
        }
      }
      withoutOwn.put(facet, others);
    }
    return new FoundHits(all, withoutOwn);
  }

  private HitSet allowed(Facet facet, Selection selection, Deadline deadline) throws IOException {
    var choice = RecentSearches.Choice.of(facet, selection);
    var known = recent.allowed(choice);
    if (known != null) {
      return known;
    }
    var found = finder.find(selections.of(facet, selection), deadline);
    if (found.complete()) {
      recent.keep(choice, found);
    }
    return found;
  }

  private HitSet within(HitSet hits, Selection selection, Deadline deadline)
      throws IOException, QueryRefused {
    if (selection.within() instanceof QueryAst.All) {
      return hits;
    }
    try {
      // Found apart from the query, ten thousand alternatives are added up as bits.
      var list = compiler.compile(selection.within(), deadline).query();
      return hits.and(finder.find(list, deadline));
    } catch (Deadline.Over e) {
      return finder.none();
    }
  }

  private Query inTime(Query query, Selection selection) {
    if (selection.since().isEmpty() && selection.until().isEmpty()) {
      return query;
    }
    var time =
        new TimeQuery(
            columns.times(),
            selection.since().map(Instant::getEpochSecond).orElse(Long.MIN_VALUE),
            selection.until().map(Instant::getEpochSecond).orElse(Long.MAX_VALUE));
    return new BooleanQuery.Builder()
        .add(query, BooleanClause.Occur.FILTER)
        .add(time, BooleanClause.Occur.FILTER)
        .build();
  }

  private CountedHits counts(FoundHits found, SearchRequest request) throws IOException {
    var counting = request.counting();
    var facets = new EnumMap<Facet, FacetCounts>(Facet.class);
    var together = EnumSet.noneOf(Facet.class);
    together.addAll(counting.facets());
    together.removeAll(found.withoutOwn().keySet());
    long sent;
    try (var counted = counter.count(found.hits(), FacetReader.needs(together))) {
      sent = facetReader.accounts(counted.tallies());
      for (var facet : together) {
        facets.put(facet, facetReader.read(facet, counted.tallies(), wanted(facet, request)));
      }
    }
    for (var own : found.withoutOwn().entrySet()) {
      if (counting.facets().contains(own.getKey())) {
        facets.put(own.getKey(), own(own.getKey(), own.getValue(), wanted(own.getKey(), request)));
      }
    }
    var timeline = counting.timeline().flatMap(choice -> timelines.count(found.hits(), choice));
    return new CountedHits(
        found.hits().total(),
        found.hits().complete(),
        sent,
        new SearchResult.Counts(facets, timeline));
  }

  private FacetCounts own(Facet facet, HitSet hits, FacetReader.Wanted wanted) throws IOException {
    try (var counted = counter.count(hits, FacetReader.needs(Set.of(facet)))) {
      return facetReader.read(facet, counted.tallies(), wanted);
    }
  }

  private static FacetReader.Wanted wanted(Facet facet, SearchRequest request) {
    return wanted(facet, request.selection(), ValueText.ANY, request.counting().facetSize());
  }

  private static FacetReader.Wanted wanted(
      Facet facet, Selection selection, ValueText text, int size) {
    return new FacetReader.Wanted(
        size,
        text,
        selection.filters().getOrDefault(facet, List.of()),
        selection.excludes().getOrDefault(facet, List.of()));
  }

  /// Values of one facet under a search, whatever is chosen in that facet itself.
  ///
  /// @param text what the values fit
  /// @param size most values to return
  public FacetCounts facetValues(
      QueryAst query, Selection selection, Facet facet, ValueText text, int size)
      throws IOException, QueryRefused {
    var deadline = Deadline.in(Duration.ofDays(1));
    var found = find(compiler.compile(query, deadline).query(), selection, deadline);
    var hits = found.withoutOwn().getOrDefault(facet, found.hits());
    return own(facet, hits, wanted(facet, selection, text, size));
  }

  /// How tweets spell a name elsewhere: in other scripts as it sounds, in its own otherwise.
  ///
  /// @param word one word of three letters or more; anything else is no name
  /// @param budget how long it may take
  public Names names(String word, Duration budget) throws IOException, QueryRefused {
    return names.of(word, Deadline.in(budget));
  }

  /// A page of hits in order.
  private record Ordered(List<TopHits.Ranked> page, boolean more, boolean timedOut) {
    static final Ordered NOTHING = new Ordered(List.of(), false, false);

    Optional<String> next() {
      return more && !page.isEmpty()
          ? Optional.of(page.getLast().place().encode())
          : Optional.empty();
    }
  }

  /// Whether a page of hits in their order is found without knowing all hits.
  private static boolean ranksAlone(Query query, SearchRequest request) {
    return sort(request.page().sort(), request.query()) == Sort.RELEVANCE
        && !request.page().collapse()
        && request.selection().equals(Selection.NONE)
        && Scoring.isWhole(query);
  }

  private Ordered order(Query query, Optional<HitSet> found, SearchRequest request)
      throws IOException {
    var page = request.page();
    if (page.size() == 0 || (found.isPresent() && found.get().total() == 0)) {
      return Ordered.NOTHING;
    }
    var sort = sort(page.sort(), request.query());
    var after = page.after().map(text -> Cursor.decode(text, sort)).orElse(null);
    var deadline = Deadline.in(request.counting().budget());
    // Before all hits were found, what ranks them could find others.
    if (ranksAlone(query, request) && found.map(HitSet::complete).orElse(true)) {
      return order(Wanted.ranked(Scoring.of(query)), page.size(), after, deadline);
    }
    var hits =
        page.collapse()
            ? new CopyCollapse(columns, index.reader()).collapse(found.orElseThrow(), sort)
            : found.orElseThrow();
    return order(Wanted.of(query, hits, sort), page.size(), after, deadline);
  }

  /// Hits to put in order.
  ///
  /// @param scored what finds and scores them, by relevance
  /// @param hits all of them, by anything else
  private record Wanted(Query scored, HitSet hits, Sort sort) {
    static Wanted ranked(Query scored) {
      return new Wanted(scored, new HitSet(List.of(), true), Sort.RELEVANCE);
    }

    /// @param query what all of the hits match, and perhaps others
    static Wanted of(Query query, HitSet hits, Sort sort) {
      return new Wanted(sort == Sort.RELEVANCE ? Scoring.of(query, hits) : query, hits, sort);
    }
  }

  private Ordered order(Wanted wanted, int size, @Nullable Cursor after, Deadline deadline)
      throws IOException {
    var hits = wanted.hits;
    var sort = wanted.sort;
    var searcher = searcher();
    searcher.setTimeout(deadline::over);
    var top = new TopHits(searcher, columns.times());
    // One more than asked says whether there is a next page.
    var ranked =
        switch (sort) {
          case RELEVANCE -> top.byRelevance(wanted.scored, size + 1, after);
          case NEWEST -> top.byTime(hits, true, size + 1, after);
          case OLDEST -> top.byTime(hits, false, size + 1, after);
          case LIKES, RETWEETS -> top.byCount(hits, counts, sort, size + 1, after);
        };
    var more = ranked.size() > size;
    return new Ordered(more ? ranked.subList(0, size) : ranked, more, searcher.timedOut());
  }

  /// Relevance is of words; without any it would be an order of nothing.
  private static Sort sort(Sort wanted, QueryAst query) {
    return wanted == Sort.RELEVANCE && !hasWords(query) ? Sort.NEWEST : wanted;
  }

  /// Whether a query asks for words of tweets, which rank them.
  static boolean hasWords(QueryAst query) {
    return switch (query) {
      case QueryAst.And(var children) -> children.stream().anyMatch(TweetSearcher::hasWords);
      case QueryAst.Or(var children) -> children.stream().anyMatch(TweetSearcher::hasWords);
      case QueryAst.Text text -> text.field() == QueryAst.TextField.TWEET;
      default -> false;
    };
  }

  /// How many tweets each of many queries finds, in their order: the values of a list, one by one.
  ///
  /// @return fewer than there are queries if the budget ends before
  public List<Long> totals(List<QueryAst> queries, Duration budget)
      throws IOException, QueryRefused {
    var deadline = Deadline.in(budget);
    var searcher = searcher();
    var lookup = new IdLookup(index.reader(), columns);
    var totals = new ArrayList<Long>(queries.size());
    for (var query : queries) {
      if (deadline.over()) {
        break;
      }
      totals.add(total(searcher, lookup, query));
    }
    return totals;
  }

  private long total(IndexSearcher searcher, IdLookup lookup, QueryAst query)
      throws IOException, QueryRefused {
    if (query instanceof QueryAst.Or(var children)
        && children.getLast() instanceof QueryAst.Ids(var ids)
        && ids.size() == 1) {
      // An id beside what else its number can mean: bits for one tweet would cost as many as the
      // archive has tweets.
      long others = total(searcher, lookup, QueryAst.or(children.subList(0, children.size() - 1)));
      if (others == 0 || lookup.find(ids.getFirst()).isEmpty()) {
        return others > 0 ? others : lookup.find(ids.getFirst()).isPresent() ? 1 : 0;
      }
    }
    return searcher.count(compiler.compile(query, Deadline.in(Duration.ofDays(1))).query());
  }

  /// One tweet with all of its row; empty if the archive lacks it.
  public Optional<Hit> tweet(long id) throws IOException {
    var doc = new IdLookup(index.reader(), columns).find(id);
    return doc.isEmpty() ? Optional.empty() : Optional.of(loader.load(doc.getAsInt()));
  }

  /// Tweets with the same text as this one, the oldest first, itself among them; none if it stands
  /// alone.
  ///
  /// @param most how many to return at most
  public List<Hit> copies(long id, int most) throws IOException {
    var doc = new IdLookup(index.reader(), columns).find(id);
    if (doc.isEmpty() || columns.copiesOf(doc.getAsInt()) < 2) {
      return List.of();
    }
    var group = columns.copies()[doc.getAsInt()];
    var same = new ColumnQuery("copies of " + id, other -> columns.copies()[other] == group);
    var hits = finder.find(same, Deadline.in(Duration.ofDays(1)));
    var copies = new ArrayList<Hit>();
    for (var ranked : new TopHits(searcher(), columns.times()).byTime(hits, false, most, null)) {
      copies.add(loader.load(ranked.doc()));
    }
    return copies;
  }

  /// One account by its user id or its handle, any case.
  public Optional<AccountSummary> account(String idOrHandle) throws IOException, QueryRefused {
    var named = accounts.named(idOrHandle);
    if (named.isEmpty()) {
      return Optional.empty();
    }
    var user = accounts.user(named.getFirst());
    var own = accounts.named(accounts.userId(user));
    var query = new QueryAst.From(List.of(accounts.userId(user)));
    var deadline = Deadline.in(Duration.ofDays(1));
    var hits = finder.find(compiler.compile(query, deadline).query(), deadline);
    var top = new TopHits(searcher(), columns.times());
    return Optional.of(
        new AccountSummary(
            requireNonNull(accounts.entry(own.getLast())).account(),
            own.stream().map(accounts::operation).toList(),
            hits.total(),
            time(top.byTime(hits, false, 1, null)),
            time(top.byTime(hits, true, 1, null))));
  }

  private Optional<Instant> time(List<TopHits.Ranked> page) {
    return page.stream().findFirst().map(hit -> Instant.ofEpochSecond(columns.times()[hit.doc()]));
  }

  /// Takes one hit of an export.
  public interface HitSink {
    void take(Hit hit) throws IOException;

    /// Whether the hits should have their marks; to find them takes a look at each text.
    default boolean marked() {
      return false;
    }
  }

  /// Gives every hit of a search in order, some thousand at a time, in memory that does not grow
  /// with their number.
  public void export(QueryAst query, Selection selection, Sort sort, HitSink sink)
      throws IOException, QueryRefused {
    var forever = Deadline.in(Duration.ofDays(10_000));
    var compiled = compiler.compile(query, forever);
    var hits = find(compiled.query(), selection, forever).hits();
    var wanted = Wanted.of(compiled.query(), hits, sort(sort, query));
    DocLoader documents =
        sink.marked() ? docs -> marked(loader.load(docs), docs, compiled) : loader::load;
    Cursor after = null;
    while (true) {
      var ordered = order(wanted, EXPORT_PAGE, after, forever);
      hand(ordered.page.stream().mapToInt(TopHits.Ranked::doc).toArray(), documents, sink);
      if (!ordered.more) {
        return;
      }
      after = ordered.page.getLast().place();
    }
  }

  /// Loads documents and hands them on, in the order given: while some are on their way, free
  /// processors load the next.
  private void hand(int[] docs, DocLoader documents, HitSink sink) throws IOException {
    var loading = new ArrayDeque<Future<List<Hit>>>();
    try {
      for (var from = 0; from < docs.length || !loading.isEmpty(); ) {
        while (from < docs.length && loading.size() < processors.share()) {
          loading.add(load(docs, from, documents));
          from += EXPORT_PART;
        }
        for (var hit : Processors.join(loading.remove())) {
          sink.take(hit);
        }
      }
    } finally {
      loading.forEach(part -> part.cancel(false));
    }
  }

  /// Makes hits of documents, in their order.
  private interface DocLoader {
    List<Hit> load(int[] docs) throws IOException;
  }

  private List<Hit> marked(List<Hit> hits, int[] docs, QueryCompiler.Compiled compiled)
      throws IOException {
    var marks = new TweetMarks(compiled, searcher(), forms);
    var marked = new ArrayList<Hit>();
    for (int i = 0; i < docs.length; i++) {
      marked.add(marked(hits.get(i), docs[i], marks));
    }
    return marked;
  }

  private Future<List<Hit>> load(int[] docs, int from, DocLoader documents) throws IOException {
    var part = Arrays.copyOfRange(docs, from, Math.min(docs.length, from + EXPORT_PART));
    return processors.share() > 1
        ? Processors.fork(() -> documents.load(part))
        : CompletableFuture.completedFuture(documents.load(part));
  }
}
