package org.trawl.page;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trawl.api.ParameterReader;
import org.trawl.api.export.ExportFormat;
import org.trawl.page.SearchView.Answer;
import org.trawl.page.SearchView.Chip;
import org.trawl.page.SearchView.Option;
import org.trawl.page.SearchView.Paging;
import org.trawl.page.SearchView.Refine;
import org.trawl.page.SearchView.Tools;
import org.trawl.page.SearchView.Totals;
import org.trawl.page.site.Wording;
import org.trawl.search.Facet;
import org.trawl.search.SearchRequest;
import org.trawl.search.SearchRequest.Collapse;
import org.trawl.search.SearchRequest.Sort;
import org.trawl.search.SearchResult;
import org.trawl.search.TimeRange;
import org.trawl.search.Timeline;
import org.trawl.tweet.Tweet;

/// Turns a search's answer into what its page shows.
final class Answers {
  private static final List<Facet> ORDER =
      List.of(
          Facet.OPERATION,
          Facet.LANGUAGE,
          Facet.ACCOUNT,
          Facet.HASHTAG,
          Facet.KIND,
          Facet.RETWEETED,
          Facet.COPIES,
          Facet.MENTION,
          Facet.DOMAIN,
          Facet.CLIENT,
          Facet.MEDIA,
          Facet.DETECTED,
          Facet.ACCOUNT_LANGUAGE,
          Facet.ACCOUNT_CREATED);

  private static final int[] SIZES = {20, 50, 100};

  /// The ways to export, and how each is asked for.
  private static final Map<String, String> EXPORTS = exports();

  private Answers() {}

  private static Map<String, String> exports() {
    var ways = new LinkedHashMap<String, String>();
    for (var format : ExportFormat.values()) {
      ways.put(format.label(), "format=" + format.key());
      if (format == ExportFormat.CSV) {
        ways.put("CSV for spreadsheets", "format=csv&bom=yes&times=sheet");
        ways.put("CSV, texts as they are", "format=csv&formulas=keep");
        ways.put("CSV with a manifest, to cite it", "format=csv&manifest=1");
      }
    }
    return Collections.unmodifiableMap(ways);
  }

  static Answer of(
      SearchAddress address,
      SearchRequest request,
      SearchResult result,
      Map<Long, Tweet> around,
      SearchView.Clauses parts,
      List<TopList> insights) {
    var facets = result.counts().facets();
    return new Answer(
        totals(result, address.zone()),
        chips(address, request, facets),
        refine(address, facets, request.counting().facetSize() - 1),
        result
            .counts()
            .timeline()
            .flatMap(timeline ->
                TimelineChart.of(
                    timeline,
                    address,
                    TimeRange.of(request.selection()),
                    TimeRange.of(request.query()))),
        result.hits().stream().map(hit -> Card.of(hit, around, address.zone())).toList(),
        tools(address, request, result),
        parts,
        insights);
  }

  private static Totals totals(SearchResult result, ZoneId zone) {
    return new Totals(
        result.total(),
        Wording.number(result.total(), "tweet", "tweets"),
        result.texts() == result.total() ? "" : Wording.number(result.texts(), "text", "texts"),
        Wording.number(result.accounts(), "account", "accounts"),
        result.counts().timeline().map(timeline -> dates(timeline, zone)).orElse(""),
        Wording.took(result.took()),
        result.partial());
  }

  /// The first and the last year, month or day with tweets, as fine as the timeline is.
  private static String dates(Timeline timeline, ZoneId zone) {
    var busy = timeline.buckets().stream().filter(bucket -> bucket.count() > 0).toList();
    if (busy.isEmpty()) {
      return "";
    }
    var first = Wording.date(busy.getFirst().start(), timeline.interval(), zone);
    var last = Wording.date(busy.getLast().start(), timeline.interval(), zone);
    return first.equals(last) ? first : first + " – " + last;
  }

  private static List<Chip> chips(
      SearchAddress address, SearchRequest request, Map<Facet, SearchResult.FacetCounts> facets) {
    var chips = new ArrayList<Chip>();
    var selection = request.selection();
    address
        .list()
        .ifPresent(list ->
            chips.add(
                new Chip("List", Wording.list(list.list()), false, address.outside().href())));
    if (selection.since().isPresent() || selection.until().isPresent()) {
      chips.add(
          new Chip(
              "Time",
              span(selection.since(), selection.until(), address.zone()),
              false,
              address.between(Optional.empty(), Optional.empty()).href()));
    }
    for (var facet : ORDER) {
      for (var value : selection.filters().getOrDefault(facet, List.of())) {
        chips.add(
            new Chip(
                facet.label(),
                label(facet, value, facets),
                false,
                address.toggleFilter(facet, value).href()));
      }
      for (var value : selection.excludes().getOrDefault(facet, List.of())) {
        chips.add(
            new Chip(
                facet.label(),
                label(facet, value, facets),
                true,
                address.toggleExclude(facet, value).href()));
      }
    }
    return chips;
  }

  private static String span(Optional<Instant> since, Optional<Instant> until, ZoneId zone) {
    if (until.isEmpty()) {
      return "from " + moment(since.orElseThrow(), zone);
    }
    if (since.isEmpty()) {
      return "before " + moment(until.get(), zone);
    }
    return moment(since.get(), zone) + " to before " + moment(until.get(), zone);
  }

  private static String moment(Instant time, ZoneId zone) {
    var day = time.atZone(zone).toLocalDate();
    return day.atStartOfDay(zone).toInstant().equals(time)
        ? Wording.day(day)
        : Wording.minute(time, zone);
  }

  private static String label(
      Facet facet, String value, Map<Facet, SearchResult.FacetCounts> facets) {
    var counts = facets.get(facet);
    var known = counts == null ? List.<SearchResult.FacetValue>of() : counts.values();
    var label =
        known.stream()
            .filter(one -> one.value().equals(value))
            .map(SearchResult.FacetValue::label)
            .findFirst()
            .orElse(value);
    return Wording.facetValue(facet, value, label);
  }

  private static Refine refine(
      SearchAddress address, Map<Facet, SearchResult.FacetCounts> facets, int shown) {
    var boxes = new ArrayList<FacetBox>();
    for (var facet : ORDER) {
      var counts = facets.get(facet);
      if (counts != null && !counts.values().isEmpty()) {
        boxes.add(FacetBox.of(facet, counts, address, shown));
      }
    }
    var ticked = new HashSet<String>();
    boxes.forEach(box -> box.values().forEach(value -> ticked.add(value.field())));
    var kept =
        address.fieldsWithout("after").stream()
            .filter(field -> !(field.name().equals("filter") && ticked.contains(field.value())))
            .toList();
    return new Refine(boxes, kept);
  }

  private static Tools tools(SearchAddress address, SearchRequest request, SearchResult result) {
    var sorts = new ArrayList<Option>();
    for (var sort : Sort.values()) {
      if (SearchRequest.sort(sort, request.query()) != sort) {
        continue; // Without words there is nothing to be relevant to.
      }
      sorts.add(
          new Option(
              sortLabel(sort),
              address.with("sort", sort.name().toLowerCase(java.util.Locale.ROOT)).href(),
              sort == request.sort()));
    }
    var collapse = request.page().collapse();
    var collapsed = collapse != Collapse.NONE;
    var similar = collapse == Collapse.SIMILAR;
    return new Tools(
        sorts,
        views(address, result),
        new Option(
            "One of each text",
            copies(address, request, collapsed ? Collapse.NONE : Collapse.SAME).href(),
            collapsed),
        collapsed
            ? Optional.of(
                new Option(
                    "Near-copies too",
                    copies(address, request, similar ? Collapse.SAME : Collapse.SIMILAR).href(),
                    similar))
            : Optional.empty(),
        exports(address),
        held(address, result),
        paging(address, request, result));
  }

  /// Pictures are offered where some are to be seen.
  private static List<Option> views(SearchAddress address, SearchResult result) {
    var view = address.first(SearchAddress.VIEW).orElse("");
    var pictures = view.equals("pictures");
    var options = new ArrayList<Option>();
    options.add(
        new Option(
            "List",
            address.without(SearchAddress.VIEW).href(),
            !pictures && !view.equals("table")));
    options.add(
        new Option(
            "Table", address.with(SearchAddress.VIEW, "table").href(), view.equals("table")));
    if (pictures || result.hits().stream().anyMatch(hit -> !hit.media().isEmpty())) {
      options.add(
          new Option("Pictures", address.with(SearchAddress.VIEW, "pictures").href(), pictures));
    }
    return options;
  }

  /// The same search with copies as one hit or each by itself, said where it is not the usual.
  private static SearchAddress copies(
      SearchAddress address, SearchRequest request, Collapse collapse) {
    var usual = request.sort() == Sort.RELEVANCE ? Collapse.SAME : Collapse.NONE;
    return collapse == usual
        ? address.without("copies")
        : address.with("copies", ParameterReader.key(collapse));
  }

  /// Accounts of which no more than some tweets come first, with all they sent.
  private static List<Option> held(SearchAddress address, SearchResult result) {
    var held = new ArrayList<Option>();
    var seen = new HashSet<String>();
    for (var hit : result.hits()) {
      var account = hit.tweet().account();
      var sent = result.page().held().get(account.id());
      if (sent != null && seen.add(account.id())) {
        var label = account.hashed() ? account.id() : account.screenName();
        var name = Wording.facetValue(Facet.ACCOUNT, account.id(), label);
        held.add(
            new Option(
                name + " " + Wording.number(sent),
                address.toggleFilter(Facet.ACCOUNT, account.id()).href(),
                false));
      }
    }
    return held;
  }

  private static Paging paging(SearchAddress address, SearchRequest request, SearchResult result) {
    var sizes = new ArrayList<Option>();
    for (int size : SIZES) {
      sizes.add(
          new Option(
              Integer.toString(size),
              address.with("size", Integer.toString(size)).href(),
              size == request.page().size()));
    }
    return new Paging(
        where(request, result),
        result.next().map(cursor -> address.next(cursor).href()),
        address
            .first("after")
            .flatMap(_ -> address.previous(result.page().before() <= request.page().size()))
            .map(SearchAddress::href),
        address.first("after").map(_ -> address.without("after").href()),
        sizes);
  }

  private static String where(SearchRequest request, SearchResult result) {
    var page = result.page();
    if (page.hits().isEmpty() || result.total() == 1) {
      return "";
    }
    var shown =
        Wording.number(page.before() + 1)
            + " to "
            + Wording.number(page.before() + page.hits().size());
    return switch (request.page().collapse()) {
      case NONE -> "Tweets " + shown + " of " + Wording.number(result.total());
      case SAME -> "Texts " + shown + " of " + Wording.number(result.texts());
      // Of how many is not counted.
      case SIMILAR -> "Texts " + shown + " of at most " + Wording.number(result.texts());
    };
  }

  private static List<Option> exports(SearchAddress address) {
    var search =
        address
            .without("view")
            .without("timeline")
            .without("size")
            .without("after")
            .without("clauses");
    var out = new ArrayList<Option>();
    EXPORTS.forEach((label, how) -> {
      var all = search.href("/api/export");
      out.add(new Option(label, all + (all.contains("?") ? "&" : "?") + how, false));
    });
    return out;
  }

  static String sortLabel(Sort sort) {
    return switch (sort) {
      case RELEVANCE -> "Relevance";
      case NEWEST -> "Newest first";
      case OLDEST -> "Oldest first";
      case LIKES -> "Most liked";
      case RETWEETS -> "Most retweeted";
      case COPIES -> "Most copied";
    };
  }
}
