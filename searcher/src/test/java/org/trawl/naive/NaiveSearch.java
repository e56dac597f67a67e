package org.trawl.naive;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.trawl.accounts.AccountRows;
import org.trawl.advice.Advisor;
import org.trawl.detect.LanguageDetector;
import org.trawl.grammar.WordForms;
import org.trawl.language.Tokens.Kind;
import org.trawl.query.QueryAst;
import org.trawl.query.TextPattern.Precision;
import org.trawl.query.TextPattern.Word;
import org.trawl.search.AccountSummary;
import org.trawl.search.AccountSummary.SentAs;
import org.trawl.search.AccountsRequest;
import org.trawl.search.Advice;
import org.trawl.search.ArchiveInfo;
import org.trawl.search.Coordination;
import org.trawl.search.CoordinationRequest;
import org.trawl.search.Deadline;
import org.trawl.search.Evidence;
import org.trawl.search.Facet;
import org.trawl.search.NameSpelling;
import org.trawl.search.Names;
import org.trawl.search.Network;
import org.trawl.search.NetworkRequest;
import org.trawl.search.QueryRefused;
import org.trawl.search.SearchRequest;
import org.trawl.search.SearchRequest.Collapse;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchRequest.Sort;
import org.trawl.search.SearchResult;
import org.trawl.search.SearchResult.FacetCounts;
import org.trawl.search.SearchResult.FacetValues;
import org.trawl.search.SearchResult.Hit;
import org.trawl.search.SearchResult.Span;
import org.trawl.search.SearchResult.Standing;
import org.trawl.search.Translations;
import org.trawl.search.TweetSearch;
import org.trawl.search.ValueText;
import org.trawl.sound.NameSound;
import org.trawl.sound.SpellingGraph;
import org.trawl.translation.Translator;
import org.trawl.tweet.Tweet;

/// An engine without an index: it looks at every tweet for every question. What it can serve, any
/// engine behind [TweetSearch] can; and it is plain enough to be believed.
public final class NaiveSearch implements TweetSearch {
  private final List<Tweet> tweets;
  private final NaiveMatcher matcher;
  private final WordForms forms;
  private final Map<Long, String> copyTexts = new HashMap<>();
  private final Map<String, Long> copies = new HashMap<>();
  private final Map<Long, String> clusters = new HashMap<>();
  private final NaiveFacets naiveFacets;

  public NaiveSearch(List<Tweet> tweets) {
    this(tweets, WordForms.load(), LanguageDetector.load());
  }

  /// The same with grammars and models that are loaded already.
  public NaiveSearch(List<Tweet> tweets, WordForms forms, LanguageDetector detector) {
    this.tweets = List.copyOf(tweets);
    this.forms = forms;
    matcher = new NaiveMatcher(this.tweets, forms, detector);
    for (var tweet : this.tweets) {
      var text = matcher.copyText(tweet);
      // One without words has no copies.
      copyTexts.put(tweet.id().value(), text.isEmpty() ? tweet.id().toString() : text);
      copies.merge(copyOf(tweet), 1L, Long::sum);
    }
    naiveFacets =
        new NaiveFacets(matcher::language, tweet -> requireNonNull(copies.get(copyOf(tweet))));
  }

  /// What the copies of a tweet share.
  private String copyOf(Tweet tweet) {
    return requireNonNull(copyTexts.get(tweet.id().value()));
  }

  private List<Tweet> found(QueryAst query, Selection selection) {
    return tweets.stream()
        .filter(tweet -> isSelected(tweet, selection))
        .filter(tweet -> matcher.matches(selection.within(), tweet))
        .filter(tweet -> matcher.matches(query, tweet))
        .toList();
  }

  private boolean isSelected(Tweet tweet, Selection selection) {
    for (var facet : selection.facets()) {
      var chosen = selection.filters().getOrDefault(facet, List.of());
      var excluded = selection.excludes().getOrDefault(facet, List.of());
      if ((!chosen.isEmpty() && !hasAny(tweet, facet, chosen)) || hasAny(tweet, facet, excluded)) {
        return false;
      }
    }
    return selection.since().filter(tweet.time()::isBefore).isEmpty()
        && selection.until().filter(end -> !tweet.time().isBefore(end)).isEmpty();
  }

  private boolean hasAny(Tweet tweet, Facet facet, List<String> wanted) {
    var own = new HashSet<>(naiveFacets.values(facet, tweet));
    if (facet == Facet.ACCOUNT) {
      own.add(tweet.account().screenName());
      return wanted.stream().anyMatch(name -> own.stream().anyMatch(name::equalsIgnoreCase));
    }
    return wanted.stream().map(facet::normal).anyMatch(own::contains);
  }

  @Override
  public synchronized SearchResult search(SearchRequest request) {
    var started = System.nanoTime();
    var hits = found(request.query(), request.selection());
    var counting = request.counting();
    var facets = new EnumMap<Facet, FacetCounts>(Facet.class);
    for (var facet : counting.facets()) {
      var others = request.selection().without(facet);
      var within = others.equals(request.selection()) ? hits : found(request.query(), others);
      facets.put(
          facet,
          naiveFacets.count(
              facet, within, request.selection(), ValueText.ANY, counting.facetSize()));
    }
    var timeline =
        counting.timeline().flatMap(choice -> NaiveTimeline.of(hits, tweets, choice, request));
    return new SearchResult(
        hits.size(),
        hits.stream().map(this::copyOf).distinct().count(),
        hits.stream().map(tweet -> tweet.account().id()).distinct().count(),
        Duration.ofNanos(System.nanoTime() - started),
        false,
        page(hits, request),
        new SearchResult.Counts(facets, timeline));
  }

  private SearchResult.Page page(List<Tweet> hits, SearchRequest request) {
    var page = request.page();
    int from = page.after().map(text -> place(text, request.sort())).orElse(0);
    var ordered = ordered(hits, request.query(), request.sort());
    var shown = firsts(ordered, page.collapse());
    int start = Math.min(from, shown.size());
    int end = Math.min(start + page.size(), shown.size());
    var listed =
        shown.subList(start, end).stream()
            .map(tweet -> hit(tweet, request.query()))
            .map(hit ->
                page.collapse() == Collapse.NONE
                    ? hit
                    : hit.withCopies(copies(hit.tweet(), hits, page.collapse())))
            .toList();
    var next =
        end < shown.size() && end > start ? Optional.of(cursor(end, request.sort())) : none();
    return new SearchResult.Page(listed, start, next, Map.of());
  }

  private static Optional<String> none() {
    return Optional.empty();
  }

  private static String cursor(int place, Sort sort) {
    return sort.name() + "-" + place;
  }

  private static int place(String cursor, Sort sort) {
    if (!cursor.matches(sort.name() + "-[0-9]{1,9}")) {
      throw new IllegalArgumentException("after must be the `next` of an answer, got " + cursor);
    }
    return Integer.parseInt(cursor.substring(cursor.indexOf('-') + 1));
  }

  private List<Tweet> firsts(List<Tweet> ordered, Collapse collapse) {
    var firsts = new LinkedHashMap<String, Tweet>();
    ordered.forEach(tweet -> firsts.putIfAbsent(group(tweet, collapse), tweet));
    return List.copyOf(firsts.values());
  }

  /// What the tweets of one hit share.
  private String group(Tweet tweet, Collapse collapse) {
    return switch (collapse) {
      case NONE -> tweet.id().toString();
      case SAME -> copyOf(tweet);
      case SIMILAR -> clusters.computeIfAbsent(tweet.id().value(), _ -> cluster(tweet));
    };
  }

  /// The lowest id of those that a chain of near-copies links with a tweet.
  private String cluster(Tweet tweet) {
    var reached = new TreeMap<Long, Tweet>(Map.of(tweet.id().value(), tweet));
    for (int before = 0; before < reached.size(); ) {
      before = reached.size();
      for (var one : List.copyOf(reached.values())) {
        tweets.stream()
            .filter(other -> matcher.nearText(one, other))
            .forEach(other -> reached.put(other.id().value(), other));
      }
    }
    return reached.firstKey().toString();
  }

  private SearchResult.Copies copies(Tweet tweet, List<Tweet> hits, Collapse collapse) {
    var own = group(tweet, collapse);
    var same = hits.stream().filter(hit -> group(hit, collapse).equals(own)).toList();
    var accounts = same.stream().map(hit -> hit.account().id()).distinct().count();
    return new SearchResult.Copies(
        requireNonNull(copies.get(copyOf(tweet))), similar(tweet), same.size(), accounts, collapse);
  }

  private long similar(Tweet tweet) {
    return tweets.stream().filter(other -> matcher.nearText(tweet, other)).count();
  }

  private List<Tweet> ordered(List<Tweet> hits, QueryAst query, Sort sort) {
    Comparator<Tweet> byId = Comparator.comparingLong(tweet -> tweet.id().value());
    Comparator<Tweet> byKey =
        switch (sort) {
          case NEWEST, OLDEST -> Comparator.comparing(Tweet::time);
          case LIKES -> Comparator.comparingInt(tweet -> tweet.counts().likes());
          case RETWEETS -> Comparator.comparingInt(tweet -> tweet.counts().retweets());
          case COPIES ->
              Comparator.comparingLong(tweet -> requireNonNull(copies.get(copyOf(tweet))));
          case RELEVANCE -> Comparator.comparingInt(tweet -> marks(tweet, query).size());
        };
    var order = byKey.thenComparing(byId);
    return hits.stream().sorted(sort == Sort.OLDEST ? order : order.reversed()).toList();
  }

  private Hit hit(Tweet tweet, QueryAst query) {
    return new Hit(
        tweet,
        matcher.language(tweet),
        marks(tweet, query),
        new SearchResult.Copies(requireNonNull(copies.get(copyOf(tweet))), similar(tweet)),
        List.of());
  }

  private List<Span> marks(Tweet tweet, QueryAst query) {
    var marked = new TreeSet<Integer>();
    mark(tweet, query, marked);
    var spans = new ArrayList<Span>();
    for (int at : marked) {
      if (!spans.isEmpty() && spans.getLast().end() == at) {
        spans.add(new Span(spans.removeLast().start(), at + 1));
      } else {
        spans.add(new Span(at, at + 1));
      }
    }
    return spans;
  }

  /// Adds the characters that a part of the query, which holds, finds. Tags are not marked here.
  private void mark(Tweet tweet, QueryAst query, Set<Integer> marked) {
    switch (query) {
      case QueryAst.And(var children) -> children.forEach(child -> mark(tweet, child, marked));
      case QueryAst.Or(var children) ->
          children.stream()
              .filter(child -> matcher.matches(child, tweet))
              .forEach(child -> mark(tweet, child, marked));
      case QueryAst.Text(var field, var pattern) -> {
        if (field == QueryAst.TextField.TWEET) {
          marked.addAll(matcher.marked(pattern, tweet.content().text(), matcher.language(tweet)));
        }
      }
      case QueryAst.All _, QueryAst.Not _, QueryAst.Operator _ -> {}
    }
  }

  @Override
  public synchronized Advice advise(SearchRequest request, SearchResult found) throws IOException {
    var counts = new NaiveTerms.Parts((query, within) -> found(query, within).size());
    return new Advisor(counts, new NaiveTerms(tweets, matcher), request).advice(found);
  }

  @Override
  public synchronized List<Standing> explain(SearchRequest request, SearchResult found) {
    if (request.sort() != Sort.RELEVANCE) {
      return List.of();
    }
    return found.hits().stream()
        .map(hit -> new Standing(hit.marks().size(), List.of(), 0))
        .toList();
  }

  @Override
  public synchronized FacetValues facetValues(
      QueryAst query, Selection selection, Facet facet, ValueText text, int size, Duration budget) {
    var within = found(query, selection.without(facet));
    return new FacetValues(naiveFacets.count(facet, within, selection, text, size), false);
  }

  @Override
  public synchronized Names names(String word, Duration budget) {
    var folded = org.trawl.language.Folding.fold(word);
    var sound = NameSound.of(folded);
    if (sound.isEmpty()) {
      return Names.NONE;
    }
    var spellings = new ArrayList<NameSpelling>();
    for (var script : NameSound.scripts()) {
      var graph = sound.get().spelledIn(script);
      names(folded, script, graph).forEach(spellings::add);
    }
    spellings.sort(Comparator.comparingLong(NameSpelling::tweets).reversed());
    return new Names(spellings, true);
  }

  @Override
  public synchronized Translations translations(String word, Duration budget)
      throws IOException, QueryRefused {
    var read = new TreeSet<String>();
    tweets.forEach(tweet -> read.add(matcher.language(tweet)));
    var counter =
        new Translator.Counter() {
          @Override
          public long tweets(String text, List<String> languages) {
            var query =
                languages.isEmpty()
                    ? word(text)
                    : QueryAst.and(List.of(word(text), new QueryAst.Detected(languages)));
            return found(query, Selection.NONE).size();
          }

          @Override
          public long typed(String text, List<String> languages) {
            var plain =
                new QueryAst.Text(QueryAst.TextField.TWEET, new Word(text, Precision.FOLDED));
            var query = QueryAst.and(List.of(plain, new QueryAst.Detected(languages)));
            return found(query, Selection.NONE).size();
          }

          @Override
          public long atMost(String text, String language) {
            return tweets(text, List.of());
          }
        };
    return new Translator(forms, read).of(word, counter, Deadline.in(budget));
  }

  /// Words that are written with a capital and sound just so.
  private List<NameSpelling> names(String folded, UnicodeScript script, SpellingGraph graph) {
    var written = new TreeMap<String, String>();
    for (var tweet : tweets) {
      for (var spot : matcher.occurrences(tweet.content().text())) {
        if (spot.kind() == Kind.WORD
            && !spot.folded().equals(folded)
            && Character.isUpperCase(spot.written().codePointAt(0))
            && graph.cost(spot.folded()) == 0) {
          written.put(spot.folded(), spot.written());
        }
      }
    }
    return written.values().stream()
        .map(text -> new NameSpelling(text, script, found(word(text), Selection.NONE).size()))
        .toList();
  }

  private static QueryAst word(String text) {
    return new QueryAst.Text(QueryAst.TextField.TWEET, new Word(text, Precision.FORMS));
  }

  @Override
  public List<String> wordsOf(String tag) {
    return List.of();
  }

  @Override
  public synchronized List<Long> totals(List<QueryAst> queries, Duration budget) {
    return queries.stream().map(query -> (long) found(query, Selection.NONE).size()).toList();
  }

  @Override
  public synchronized Network network(NetworkRequest request) {
    return networks().of(request, found(request.query(), request.selection()));
  }

  @Override
  public synchronized Coordination coordination(CoordinationRequest request) {
    var hits = found(request.query(), request.selection());
    var networks = networks();
    return new NaiveCoordination(request, hits, tweet -> networks.items(request.type(), tweet))
        .of(tweet -> hit(tweet, new QueryAst.All()));
  }

  @Override
  public synchronized Optional<Evidence> evidence(NetworkRequest request, Evidence.Asked edge) {
    var hits = found(request.query(), request.selection());
    return networks().evidence(request, edge, hits, tweet -> hit(tweet, new QueryAst.All()));
  }

  private NaiveNetwork networks() {
    return new NaiveNetwork(
        tweets,
        tweet -> Optional.of(copyOf(tweet)).filter(text -> !text.equals(tweet.id().toString())),
        tweet ->
            matcher.copyText(tweet).isEmpty()
                ? Optional.empty()
                : Optional.of(group(tweet, Collapse.SIMILAR)));
  }

  @Override
  public synchronized Optional<Hit> tweet(long id) {
    return tweets.stream()
        .filter(tweet -> tweet.id().value() == id)
        .map(tweet -> hit(tweet, new QueryAst.All()))
        .findFirst();
  }

  @Override
  public synchronized Optional<AccountSummary> account(String idOrHandle) {
    Predicate<Tweet> own =
        tweet ->
            tweet.account().id().equals(idOrHandle)
                || tweet.account().screenName().equalsIgnoreCase(idOrHandle);
    var sent = tweets.stream().filter(own).sorted(Comparator.comparing(Tweet::time)).toList();
    if (sent.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new AccountSummary(
            sent.getLast().account(),
            sent.stream().map(tweet -> tweet.source().operation()).distinct().sorted().toList(),
            sent.size(),
            Optional.of(sent.getFirst().time()),
            Optional.of(sent.getLast().time()),
            sentAs(sent)));
  }

  /// @param sent an account's tweets, oldest first
  private static List<SentAs> sentAs(List<Tweet> sent) {
    var handles = new LinkedHashMap<String, SentAs>();
    for (var tweet : sent) {
      var handle = tweet.account().screenName();
      handles.merge(handle, new SentAs(handle, 1, tweet.time(), tweet.time()), SentAs::and);
    }
    return List.copyOf(handles.values());
  }

  @Override
  public synchronized void export(QueryAst query, Selection selection, Sort sort, HitSink sink)
      throws IOException {
    var order = SearchRequest.sort(sort, query);
    for (var tweet : ordered(found(query, selection), query, order)) {
      sink.take(hit(tweet, query));
    }
  }

  @Override
  public ArchiveInfo archive() {
    var sources = new TreeMap<String, ArchiveInfo.SourceFile>();
    var operations = new TreeMap<String, ArchiveInfo.OperationCounts>();
    for (var name : tweets.stream().map(tweet -> tweet.source().operation()).distinct().toList()) {
      var own = tweets.stream().filter(t -> t.source().operation().equals(name)).toList();
      var rows = new ArchiveInfo.RowCounts(own.size(), 0, 0, 0);
      sources.put(
          name,
          new ArchiveInfo.SourceFile(
              name + "_tweets_csv_hashed.csv",
              name,
              own.size(),
              "0".repeat(64),
              rows,
              ArchiveInfo.End.WHOLE));
      long accounts = own.stream().map(tweet -> tweet.account().id()).distinct().count();
      operations.put(name, new ArchiveInfo.OperationCounts(own.size(), accounts));
    }
    var versions = new ArchiveInfo.Versions(1, 1, "none");
    var state = new ArchiveInfo.State(1, Instant.EPOCH, Instant.EPOCH, versions);
    return new ArchiveInfo(state, List.copyOf(sources.values()), operations);
  }

  @Override
  public void warmUp() {}

  @Override
  public boolean isOutdated() {
    return false;
  }

  @Override
  public List<String> problems() {
    return List.of();
  }

  @Override
  public long heldBytes() {
    return 0;
  }

  @Override
  public void close() {}

  @Override
  public AccountRows accounts(AccountsRequest request) {
    var scope = request.scope();
    return new NaiveAccounts(tweets, matcher::language, this::copyOf)
        .rows(request, found(scope.query(), scope.selection()));
  }
}
