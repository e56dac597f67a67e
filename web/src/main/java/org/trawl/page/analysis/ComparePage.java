package org.trawl.page.analysis;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.trawl.api.Problem.Fault;
import org.trawl.api.analysis.CompareParameters;
import org.trawl.api.analysis.Compared;
import org.trawl.api.analysis.QueryTexts;
import org.trawl.explain.Reading;
import org.trawl.page.SearchAddress;
import org.trawl.page.TakeAway;
import org.trawl.page.TimelineChart;
import org.trawl.page.analysis.CompareView.Answer;
import org.trawl.page.analysis.CompareView.Box;
import org.trawl.page.analysis.CompareView.Cell;
import org.trawl.page.analysis.CompareView.Chip;
import org.trawl.page.analysis.CompareView.Choice;
import org.trawl.page.analysis.CompareView.Link;
import org.trawl.page.analysis.CompareView.Links;
import org.trawl.page.analysis.CompareView.Pair;
import org.trawl.page.analysis.CompareView.Period;
import org.trawl.page.analysis.CompareView.Row;
import org.trawl.page.site.Wording;
import org.trawl.query.QueryAst;
import org.trawl.search.CompareRequest;
import org.trawl.search.Comparison;
import org.trawl.search.Facet;
import org.trawl.search.QueryRefused;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.ShareOf;
import org.trawl.search.TimeRange;
import org.trawl.search.Timeline;
import org.trawl.search.TweetSearch;
import org.trawl.search.ValueText;

/// Makes the page that compares searches.
final class ComparePage {
  /// Languages that are offered for shares to be of.
  private static final int LANGUAGES = 12;

  /// Periods that are drawn: as many as can be told apart, and as their table has room for.
  private static final int MOST_PERIODS = 800;

  private final TweetSearch searcher;
  private final Duration budget;

  ComparePage(TweetSearch searcher, Duration budget) {
    this.searcher = searcher;
    this.budget = budget;
  }

  /// The page for these parameters of an address. One search is enough: others can be added there.
  CompareView view(Map<String, List<String>> parameters) throws IOException, QueryRefused {
    var address = CompareAddress.of(parameters);
    var asked =
        CompareParameters.read(address.parameters(), budget, address.queries().isEmpty() ? 0 : 1);
    var faults = new ArrayList<>(asked.faults().stream().map(Fault::detail).toList());
    var answer = Optional.<Answer>empty();
    if (!asked.searches().isEmpty()) {
      try {
        answer = Optional.of(answer(address, asked, searcher.compare(asked.request(MOST_PERIODS))));
      } catch (QueryRefused e) {
        faults.add(asked.problem(e).detail());
      }
    }
    return new CompareView(
        address.queries().isEmpty()
            ? "Compare searches"
            : "Compare: " + String.join(" · ", address.queries()),
        form(address),
        faults,
        chips(address, asked.selection()),
        answer);
  }

  private CompareView.Form form(CompareAddress address) throws IOException, QueryRefused {
    var boxes = new ArrayList<Box>();
    for (var query : address.queries()) {
      boxes.add(new Box(boxes.size() + 1, query));
    }
    int room = Math.clamp(boxes.size() + 1L, 2, CompareRequest.MOST);
    while (boxes.size() < room) {
      boxes.add(new Box(boxes.size() + 1, ""));
    }
    return new CompareView.Form(
        boxes,
        wholes(address.choice(CompareParameters.OF)),
        intervals(address.choice(CompareParameters.INTERVAL)),
        share(address),
        bars(address),
        address.fields());
  }

  private static boolean share(CompareAddress address) {
    return address.choice(CompareAddress.SCALE).equals("share");
  }

  private static boolean bars(CompareAddress address) {
    return address.choice(CompareAddress.DRAW).equals("bars");
  }

  private List<Choice> wholes(String chosen) throws IOException, QueryRefused {
    var wholes = new ArrayList<Choice>();
    wholes.add(new Choice("all", "all tweets", chosen.equals("all")));
    wholes.add(
        new Choice("filters", "the same search without its words", chosen.equals("filters")));
    wholes.add(new Choice("operation", "the operation it names", chosen.equals("operation")));
    wholes.add(new Choice("language", "the language it names", chosen.equals("language")));
    for (var name : searcher.archive().operations().keySet()) {
      var value = "operation:" + name;
      wholes.add(new Choice(value, "only operation " + name, chosen.equals(value)));
    }
    var languages =
        searcher.facetValues(
            new QueryAst.All(), Selection.NONE, Facet.LANGUAGE, ValueText.ANY, LANGUAGES, budget);
    for (var language : languages.counts().values()) {
      if (!language.value().equals(Facet.NONE)) {
        var value = "language:" + language.value();
        var label = "only " + Wording.language(language.value());
        wholes.add(new Choice(value, label, chosen.equals(value)));
      }
    }
    if (wholes.stream().noneMatch(Choice::chosen)) {
      wholes.add(new Choice(chosen, chosen, true));
    }
    return wholes;
  }

  private static List<Choice> intervals(String chosen) {
    var intervals = new ArrayList<Choice>();
    for (var choice : Timeline.Choice.values()) {
      var value = choice.name().toLowerCase(Locale.ROOT);
      intervals.add(
          new Choice(
              value, choice == Timeline.Choice.AUTO ? "as it suits" : value, value.equals(chosen)));
    }
    return intervals;
  }

  private static List<Chip> chips(CompareAddress address, Selection selection) {
    var chips = new ArrayList<Chip>();
    var shared = address.shared();
    if (selection.since().isPresent() || selection.until().isPresent()) {
      var everywhen = shared.between(Optional.empty(), Optional.empty());
      chips.add(new Chip("Time", dates(selection, shared), address.within(everywhen).href()));
    }
    selection
        .filters()
        .forEach((facet, values) -> {
          for (var value : values) {
            var without = address.within(shared.toggleFilter(facet, value));
            var label = Wording.facetValue(facet, value, value);
            chips.add(new Chip(facet.label(), label, without.href()));
          }
        });
    selection
        .excludes()
        .forEach((facet, values) -> {
          for (var value : values) {
            var without = address.within(shared.toggleExclude(facet, value));
            var label = Wording.facetValue(facet, value, value);
            chips.add(new Chip(facet.label() + " is not", label, without.href()));
          }
        });
    return chips;
  }

  private static String dates(Selection selection, SearchAddress shared) {
    var since = selection.since().map(time -> Wording.minute(time, shared.zone()));
    var until = selection.until().map(time -> Wording.minute(time, shared.zone()));
    return since.map(time -> "from " + time).orElse("")
        + (since.isPresent() && until.isPresent() ? " " : "")
        + until.map(time -> "to before " + time).orElse("");
  }

  private Answer answer(CompareAddress address, CompareParameters asked, Comparison found) {
    var rows = new ArrayList<Row>();
    for (int i = 0; i < found.series().size(); i++) {
      rows.add(row(i, address, asked.searches().get(i), found));
    }
    var chart =
        found
            .interval()
            .map(_ -> CompareChart.of(found, share(address), bars(address), zone(address)));
    return new Answer(
        chart,
        notes(asked, found),
        whole(asked),
        rows,
        pairs(address, asked, found),
        periods(address, asked, found),
        Wording.zone(zone(address)),
        new Links(
            address.apiHref("json"),
            address.apiHref("csv"),
            TakeAway.of(
                address.href("/charts/compare.svg"), address.apiHref("csv"), address.href())));
  }

  private static java.time.ZoneId zone(CompareAddress address) {
    return address.shared().zone();
  }

  private static List<String> notes(CompareParameters asked, Comparison found) {
    var notes = new ArrayList<String>();
    if (found.partial()) {
      notes.add(
          "Time ran out before everything was counted: the numbers are lower bounds. Narrow the"
              + " dates or the searches for exact ones.");
    }
    var wanted = asked.counting().interval();
    found
        .interval()
        .filter(
            interval -> wanted != Timeline.Choice.AUTO && !interval.name().equals(wanted.name()))
        .ifPresent(interval ->
            notes.add(
                "By %s there would be too many periods: they are shown by %s."
                    .formatted(
                        wanted.name().toLowerCase(Locale.ROOT),
                        interval.name().toLowerCase(Locale.ROOT))));
    return notes;
  }

  private static String whole(CompareParameters asked) {
    return switch (asked.share().orElseThrow()) {
      case ShareOf.All _ -> "all tweets of the archive";
      case ShareOf.Filters _ ->
          "what the same search finds without its words, hashtags, mentions and links";
      case ShareOf.ItsOperation _ -> "all tweets of the operation that the search names";
      case ShareOf.ItsLanguage _ -> "all tweets in the language that the search names";
      case ShareOf.Operation _, ShareOf.Language _ ->
          Reading.of(asked.searches().getFirst().whole().query())
              + "; only tweets of these are counted";
    };
  }

  private static Row row(int i, CompareAddress address, Compared search, Comparison found) {
    var series = found.series().get(i);
    var own = address.search(search.text());
    var zone = zone(address);
    var interval = found.interval();
    return new Row(
        i + 1,
        search.query().text(),
        Reading.of(search.query().ast()),
        new Link(Wording.number(series.total()), own.href()),
        new Link(Wording.number(series.accounts()), own.href("/facets/account")),
        series
            .first()
            .map(time -> new Link(Wording.minute(time, zone), own.with("sort", "oldest").href())),
        series
            .last()
            .map(time -> new Link(Wording.minute(time, zone), own.with("sort", "newest").href())),
        series
            .peak()
            .map(peak ->
                new Link(
                    Wording.period(peak.start(), interval.orElseThrow(), zone)
                        + ": "
                        + Wording.number(peak.count()),
                    period(own, peak.start(), interval.orElseThrow(), search.scope().selection())
                        .href())),
        share(series.total(), series.whole().total()),
        new Link(Wording.number(series.whole().total()), wholeAddress(address, search).href()));
  }

  /// The search for what a share is of.
  private static SearchAddress wholeAddress(CompareAddress address, Compared search) {
    return address.shared().within(search.whole().selection()).with("q", search.wholeText());
  }

  private static SearchAddress period(
      SearchAddress search, Instant start, Timeline.Interval interval, Selection selection) {
    return TimelineChart.period(start, interval, search, TimeRange.of(selection));
  }

  private static String share(long part, long whole) {
    return whole == 0 ? "" : CompareChart.percent((double) part / whole);
  }

  private static List<Pair> pairs(
      CompareAddress address, CompareParameters asked, Comparison found) {
    var texts = new QueryTexts(zone(address));
    var pairs = new ArrayList<Pair>();
    for (var overlap : found.overlaps()) {
      var a = asked.searches().get(overlap.a()).text();
      var b = asked.searches().get(overlap.b()).text();
      long onlyA = found.series().get(overlap.a()).total() - overlap.both();
      long onlyB = found.series().get(overlap.b()).total() - overlap.both();
      pairs.add(
          new Pair(
              overlap.a() + 1,
              overlap.b() + 1,
              asked.searches().get(overlap.a()).query().text(),
              asked.searches().get(overlap.b()).query().text(),
              link(address, overlap.both(), texts.and(a, b)),
              link(address, onlyA, texts.without(a, b)),
              link(address, onlyB, texts.without(b, a))));
    }
    return pairs;
  }

  private static Link link(CompareAddress address, long count, String query) {
    return new Link(Wording.number(count), address.search(query).href());
  }

  private static List<Period> periods(
      CompareAddress address, CompareParameters asked, Comparison found) {
    var periods = new ArrayList<Period>();
    var interval = found.interval();
    if (interval.isEmpty()) {
      return periods;
    }
    var buckets = found.series().getFirst().buckets();
    for (int i = 0; i < buckets.size(); i++) {
      var start = buckets.get(i).start();
      var narrow = period(address.shared(), start, interval.get(), asked.selection());
      var cells = new ArrayList<Cell>();
      for (int s = 0; s < found.series().size(); s++) {
        var search = asked.searches().get(s);
        var series = found.series().get(s);
        long count = series.buckets().get(i).count();
        var own = address.search(search.text());
        var whole = wholeAddress(address, search);
        cells.add(
            new Cell(
                count,
                new Link(
                    Wording.number(count),
                    period(own, start, interval.get(), asked.selection()).href()),
                share(count, series.whole().buckets().get(i).count()),
                period(whole, start, interval.get(), asked.selection()).href()));
      }
      periods.add(
          new Period(
              narrow.first("since").orElseThrow(),
              narrow.first("until").orElseThrow(),
              new Link(
                  Wording.period(start, interval.get(), zone(address)),
                  address.within(narrow).with(CompareParameters.INTERVAL, "auto").href()),
              cells));
    }
    return periods;
  }
}
