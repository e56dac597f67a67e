package org.trawl.page;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trawl.page.ArchiveView.OverTime;
import org.trawl.page.ArchiveView.Part;
import org.trawl.page.ArchiveView.Source;
import org.trawl.page.ArchiveView.Spark;
import org.trawl.page.HomeView.Example;
import org.trawl.page.TweetView.Fact;
import org.trawl.page.site.Hashes;
import org.trawl.page.site.Release;
import org.trawl.page.site.Wording;
import org.trawl.query.QueryAst;
import org.trawl.query.QueryParser;
import org.trawl.search.ArchiveInfo;
import org.trawl.search.Facet;
import org.trawl.search.QueryRefused;
import org.trawl.search.SearchRequest;
import org.trawl.search.SearchRequest.Counting;
import org.trawl.search.SearchRequest.Page;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchRequest.Sort;
import org.trawl.search.SearchResult;
import org.trawl.search.SearchResult.FacetCounts;
import org.trawl.search.SearchResult.FacetValue;
import org.trawl.search.SearchScope;
import org.trawl.search.TimeRange;
import org.trawl.search.Timeline;
import org.trawl.search.Timeline.Bucket;
import org.trawl.search.TimelinePeriods;
import org.trawl.search.TimelinesRequest;
import org.trawl.search.TweetSearch;

/// Makes the pages about the archive as a whole: the start page and the archive's own. An index
/// never changes while it is open, so each is made once, unless time ran out over it.
final class ArchivePages {
  /// Languages shown over time.
  private static final int LANGUAGES = 20;

  private static final int SHOWN = 8;

  private static final SearchAddress ALL = SearchAddress.query("");

  private final TweetSearch searcher;
  private final Duration budget;

  // Two readers at once may make one twice; both are the same.
  private volatile @Nullable HomeView home;
  private volatile @Nullable ArchiveView archive;

  ArchivePages(TweetSearch searcher, Duration budget) {
    this.searcher = searcher;
    this.budget = budget;
  }

  /// Whether there is no tweet at all.
  boolean isEmpty() {
    return searcher.archive().tweets() == 0;
  }

  HomeView home() throws IOException, QueryRefused {
    var made = home;
    return made == null ? makeHome() : made;
  }

  private HomeView makeHome() throws IOException, QueryRefused {
    var shown =
        EnumSet.of(Facet.OPERATION, Facet.LANGUAGE, Facet.HASHTAG, Facet.DOMAIN, Facet.ACCOUNT);
    var all = search(Selection.NONE, shown, Timeline.Choice.AUTO);
    var facets = all.counts().facets();
    var lists = new ArrayList<TopList>();
    for (var facet : List.of(Facet.OPERATION, Facet.LANGUAGE, Facet.HASHTAG, Facet.DOMAIN)) {
      TopList.of(facet, Optional.ofNullable(facets.get(facet)), ALL, SHOWN).ifPresent(lists::add);
    }
    var made = homeView(all, facets, lists);
    if (!all.partial()) {
      // Else whoever comes next has a busy moment's numbers for as long as the server runs.
      home = made;
    }
    return made;
  }

  private HomeView homeView(SearchResult all, Map<Facet, FacetCounts> facets, List<TopList> lists)
      throws IOException, QueryRefused {
    var tweets = Wording.number(searcher.archive().tweets(), "tweet", "tweets");
    var span =
        all.counts()
            .timeline()
            .filter(timeline -> !timeline.buckets().isEmpty())
            .map(timeline -> span(timeline.buckets(), timeline.interval()))
            .orElse("");
    var lede =
        tweets
            + " of "
            + Wording.number(all.accounts(), "account", "accounts")
            + " that Twitter removed for state-backed information operations, in "
            + operations()
            + (span.isEmpty() ? "." : ", sent " + span + ".");
    return new HomeView(
        isEmpty() ? "" : tweets,
        lede,
        span,
        found(examples(facets)),
        all.counts()
            .timeline()
            .flatMap(t -> TimelineChart.of(t, ALL, TimeRange.ALL, TimeRange.ALL)),
        lists);
  }

  /// How many, and whose it was if it is a single one with a name that few know.
  private String operations() {
    var names = List.copyOf(searcher.archive().operations().keySet());
    var count = Wording.number(names.size(), "operation", "operations");
    var network = names.size() == 1 ? Release.of(names.getFirst()).network() : "";
    return network.isEmpty() ? count : count + " (" + network + ")";
  }

  /// Such as `from May 2009 to June 2018`, `in May 2009` or `on 9 May 2009`.
  private static String span(List<Bucket> buckets, Timeline.Interval drawn) {
    var interval = drawn.compareTo(Timeline.Interval.DAY) > 0 ? Timeline.Interval.DAY : drawn;
    var first = Wording.period(buckets.getFirst().start(), interval);
    var last = Wording.period(buckets.getLast().start(), interval);
    if (!first.equals(last)) {
      return "from " + first + " to " + last;
    }
    return (interval == Timeline.Interval.DAY ? "on " : "in ") + first;
  }

  /// The examples that find something here.
  private List<Example> found(List<Example> examples) throws IOException, QueryRefused {
    var queries = examples.stream().map(one -> QueryParser.parse(one.query()).ast()).toList();
    var totals = searcher.totals(queries, budget);
    var found = new ArrayList<Example>();
    for (int i = 0; i < totals.size(); i++) {
      if (totals.get(i) > 0) {
        found.add(examples.get(i));
      }
    }
    return found;
  }

  /// Queries that find something in this archive, each showing another operator.
  private static List<Example> examples(Map<Facet, FacetCounts> facets) {
    var examples = new ArrayList<Example>();
    first(facets, Facet.HASHTAG)
        .ifPresent(tag -> examples.add(new Example("#" + tag.value(), "the most used hashtag")));
    facets.getOrDefault(Facet.LANGUAGE, new FacetCounts(List.of(), 0)).values().stream()
        .filter(value -> !Set.of("en", "und", Facet.NONE).contains(value.value()))
        .findFirst()
        .ifPresent(value ->
            examples.add(
                new Example(
                    "lang:" + value.value() + " -is:retweet",
                    "in " + Wording.language(value.value()) + ", without retweets")));
    first(facets, Facet.ACCOUNT)
        .filter(account -> !Hashes.looksHashed(account.label()))
        .ifPresent(account ->
            examples.add(
                new Example(
                    "from:" + account.label() + " likes:>=10", "one account’s liked tweets")));
    first(facets, Facet.DOMAIN)
        .ifPresent(
            domain -> examples.add(new Example("domain:" + domain.value(), "links to one site")));
    examples.add(new Example("\"breaking news\" OR protest", "a phrase, or a word in any form"));
    examples.add(new Example("copies:>=20 is:tweet", "texts sent again and again"));
    return examples;
  }

  private static Optional<FacetValue> first(Map<Facet, FacetCounts> facets, Facet facet) {
    return Optional.ofNullable(facets.get(facet)).stream()
        .flatMap(counts -> counts.values().stream())
        .filter(value -> !value.value().equals(Facet.NONE))
        .findFirst();
  }

  ArchiveView archive() throws IOException, QueryRefused {
    var made = archive;
    return made == null ? makeArchive() : made;
  }

  private ArchiveView makeArchive() throws IOException, QueryRefused {
    var all =
        search(Selection.NONE, EnumSet.of(Facet.OPERATION, Facet.LANGUAGE), Timeline.Choice.MONTH);
    var over = new ArrayList<OverTime>();
    var months = all.counts().timeline().map(Timeline::buckets).orElse(List.of());
    if (!months.isEmpty()) {
      over.add(over("Operations", Facet.OPERATION, all, months));
      over.add(over("Languages", Facet.LANGUAGE, all, months));
    }
    var made = archiveView(all, over);
    if (!all.partial()) {
      archive = made;
    }
    return made;
  }

  private ArchiveView archiveView(SearchResult all, List<OverTime> over) {
    var info = searcher.archive();
    long rejected = info.rejected();
    return new ArchiveView(
        Wording.number(info.tweets(), "tweet", "tweets"),
        Wording.minute(info.state().updated()),
        rejected == 0
            ? "No row had to be set aside."
            : Wording.number(rejected, "row was", "rows were")
                + " set aside as unusable, with file, line and reason in rejected.csv beside the"
                + " index.",
        facts(info, all),
        over,
        info.sources().stream().map(ArchivePages::source).toList());
  }

  private static List<Fact> facts(ArchiveInfo info, SearchResult all) {
    return List.of(
        new Fact("Tweets", Wording.number(all.total()), ALL.href()),
        new Fact(
            "Accounts with tweets", Wording.number(all.accounts()), ALL.href("/facets/account")),
        new Fact(
            "Operations", Wording.number(info.operations().size()), ALL.href("/facets/operation")),
        new Fact("Rows read", Wording.number(info.rows()), ""),
        new Fact("First indexed", Wording.minute(info.state().created()), ""),
        new Fact(
            "Index version", info.state().generation() + " (" + info.state().versions() + ")", ""));
  }

  private OverTime over(String title, Facet facet, SearchResult all, List<Bucket> months)
      throws IOException, QueryRefused {
    var values =
        Optional.ofNullable(all.counts().facets().get(facet))
            .map(FacetCounts::values)
            .orElse(List.of());
    var shown = facet == Facet.LANGUAGE ? values.stream().limit(LANGUAGES).toList() : values;
    var scopes =
        shown.stream()
            .map(value -> new SearchScope(new QueryAst.All(), chosen(facet, value.value())))
            .toList();
    var timelines =
        searcher
            .timelines(
                new TimelinesRequest(
                    scopes, Timeline.Choice.MONTH, TimelinePeriods.MAX, ZoneOffset.UTC, budget))
            .timelines();
    var parts = new ArrayList<Part>();
    for (int i = 0; i < shown.size(); i++) {
      var value = shown.get(i);
      var buckets = busy(timelines.isEmpty() ? List.of() : timelines.get(i).buckets());
      parts.add(
          new Part(
              Wording.facetValue(facet, value.value(), value.label()),
              Wording.number(value.count()),
              buckets.isEmpty()
                  ? ""
                  : unbroken(buckets.getFirst()) + " – " + unbroken(buckets.getLast()),
              ALL.toggleFilter(facet, value.value()).href(),
              sparks(buckets, months)));
    }
    return new OverTime(
        title, month(months.getFirst().start()), month(months.getLast().start()), parts);
  }

  private static Selection chosen(Facet facet, String value) {
    return new Selection(
        Map.of(facet, List.of(value)), Map.of(), Optional.empty(), Optional.empty());
  }

  /// The months that have tweets.
  private static List<Bucket> busy(List<Bucket> months) {
    return months.stream().filter(month -> month.count() > 0).toList();
  }

  /// A month that is not broken at the end of a line.
  private static String unbroken(Bucket month) {
    return Wording.date(month.start(), Timeline.Interval.MONTH).replace(' ', '\u00a0');
  }

  private static String month(Instant start) {
    return Wording.period(start, Timeline.Interval.MONTH);
  }

  private static List<Spark> sparks(List<Bucket> own, List<Bucket> months) {
    long most = own.stream().mapToLong(Bucket::count).max().orElse(1);
    var begin = months.getFirst().start().atOffset(ZoneOffset.UTC);
    double width = 100.0 / months.size();
    var sparks = new ArrayList<Spark>();
    for (var bucket : own) {
      if (bucket.count() > 0) {
        long at = ChronoUnit.MONTHS.between(begin, bucket.start().atOffset(ZoneOffset.UTC));
        sparks.add(
            new Spark(
                Math.round(at * width * 1000) / 1000.0 + "%",
                Math.round(width * 1000) / 1000.0 + "%",
                Math.max(1, Math.round(10.0 * Spark.HEIGHT * bucket.count() / most) / 10.0)));
      }
    }
    return sparks;
  }

  private static Source source(ArchiveInfo.SourceFile file) {
    return new Source(
        file.name(),
        file.operation(),
        Wording.number(file.rows().indexed()),
        Wording.number(file.rows().duplicates()),
        Wording.number(file.rows().rejected()),
        switch (file.end()) {
          case WHOLE -> "whole";
          case CUT_OFF -> "to where it is cut off";
          case UNFINISHED -> "in part, indexing was stopped";
        },
        file.sha256());
  }

  private SearchResult search(Selection within, Set<Facet> facets, Timeline.Choice timeline)
      throws IOException, QueryRefused {
    return searcher.search(
        new SearchRequest(
            new QueryAst.All(),
            within,
            new Page(Sort.NEWEST, 0, Optional.empty(), false),
            new Counting(facets, Counting.MAX_FACET_SIZE, Optional.of(timeline), budget)));
  }
}
