package org.trawl.page;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trawl.api.ParameterReader;
import org.trawl.api.Problem;
import org.trawl.api.Problem.Fault;
import org.trawl.page.chart.Caption;
import org.trawl.page.chart.Theme;
import org.trawl.page.media.Showing;
import org.trawl.page.site.Site;
import org.trawl.page.site.Templates;
import org.trawl.page.site.Wording;
import org.trawl.search.ArchiveInfo;
import org.trawl.search.Facet;
import org.trawl.search.QueryRefused;
import org.trawl.search.SearchRequest.Collapse;
import org.trawl.search.SearchRequest.Counting;
import org.trawl.search.SearchRequest.Page;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchRequest.Sort;
import org.trawl.search.Timeline;
import org.trawl.search.TweetSearch;
import org.trawl.web.BasePath;
import org.trawl.web.Refused;
import org.trawl.web.RequestParameters;
import org.trawl.web.Routes;
import org.trawl.web.access.FramedBy;

/// Charts to take away: as drawings, and their numbers as CSV.
public final class ChartPages implements Routes {
  static final String SVG = "/charts/timeline.svg";
  static final String CSV = "/charts/timeline.csv";
  private static final String ACCOUNT = "/charts/account.svg";

  /// Asks a page for its chart alone, for the frame of another site.
  private static final String EMBED = "embed";

  private final TweetSearch searcher;
  private final AccountPages accounts;
  private final SearchPages searches;
  private final Duration budget;
  private final FramedBy framedBy;
  private final Templates templates;
  private final Site site;

  /// @param budget how long one search may take
  /// @param base where addresses begin
  /// @param framedBy sites that may show charts in a frame
  /// @throws IOException if the build lacks a static file
  public ChartPages(TweetSearch searcher, Duration budget, BasePath base, FramedBy framedBy)
      throws IOException {
    this.searcher = searcher;
    this.budget = budget;
    this.framedBy = framedBy;
    accounts = new AccountPages(searcher, budget);
    searches = new SearchPages(searcher, budget);
    templates = new Templates(base);
    site = Site.of(searcher, base, Showing.NONE);
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get(SVG, this::timeline);
    routes.get(CSV, this::timelineTable);
    routes.get(ACCOUNT, this::activity);
    for (var folder : RequestParameters.FOLDERS) {
      routes.get(folder + "charts-timeline.svg", this::timeline);
      routes.get(folder + "charts-timeline.csv", this::timelineTable);
    }
  }

  /// Whether a page is asked for its chart alone.
  public static boolean isEmbedded(Context ctx) {
    return "1".equals(ctx.queryParam(EMBED));
  }

  /// A search's timeline alone, with a link to the search.
  void embed(Context ctx, SearchAddress address) throws IOException {
    var found = found(address);
    show(
        ctx,
        new EmbedView(
            found.caption.title(),
            found.says,
            address.href(),
            address.href(SVG),
            with(address.href(SVG), "theme=dark")));
  }

  /// An account's calendar alone, with a link to its page.
  void embedAccount(Context ctx, AccountView view, String account, SearchAddress zone) {
    var says = view.activity().map(ActivityPicture::says).orElse("No tweets");
    var picture = accountHref(account, zone);
    var page = AccountLine.href(account) + SearchAddress.zoned(zone.zone());
    show(ctx, new EmbedView(name(view), says, page, picture, with(picture, "theme=dark")));
  }

  /// Any chart alone, of the same parameters as its page.
  ///
  /// @param page the path of the page
  /// @param picture the path of the drawing
  public void embed(Context ctx, String title, String says, String page, String picture) {
    var query = new ArrayList<String>();
    ctx.queryParamMap()
        .forEach((name, values) -> {
          if (!name.equals(EMBED)) {
            values.forEach(
                value -> query.add(SearchAddress.encode(name) + "=" + SearchAddress.encode(value)));
          }
        });
    var asked = "?" + String.join("&", query);
    show(
        ctx,
        new EmbedView(
            title, says, page + asked, picture + asked, with(picture + asked, "theme=dark")));
  }

  private void show(Context ctx, EmbedView view) {
    framedBy.allow(ctx);
    ctx.header("Cache-Control", "no-cache")
        .contentType("text/html; charset=utf-8")
        .result(templates.render("embed", Map.of("site", site, "view", view)));
  }

  /// The drawing of an account.
  static String accountHref(String account, SearchAddress zone) {
    var address = ACCOUNT + "?account=" + SearchAddress.encode(account);
    return zone.first("zone")
        .map(name -> with(address, "zone=" + SearchAddress.encode(name)))
        .orElse(address);
  }

  static String with(String address, String parameter) {
    return address + (address.contains("?") ? "&" : "?") + parameter;
  }

  private static String name(AccountView view) {
    return view.account().name() + " " + view.account().handle();
  }

  /// A search's timeline, with what was asked.
  private record Found(Timeline timeline, Caption caption, String says, ZoneId zone) {}

  /// The timeline of a search as SVG.
  private void timeline(Context ctx) throws IOException {
    var found = found(Pages.address(ctx));
    send(
        ctx,
        TimelinePicture.of(found.timeline, found.zone, found.caption, theme(ctx.queryParamMap())),
        "trawl-timeline.svg");
  }

  /// The timeline of a search as CSV: a period a line, in its zone.
  private void timelineTable(Context ctx) throws IOException {
    var found = found(Pages.address(ctx));
    var table = new StringBuilder("start,end,tweets\r\n");
    for (var bucket : found.timeline.buckets()) {
      var end = TimelineChart.next(bucket.start(), found.timeline.interval(), found.zone);
      table
          .append(bucket.start().atZone(found.zone).toOffsetDateTime())
          .append(',')
          .append(end.atZone(found.zone).toOffsetDateTime())
          .append(',')
          .append(bucket.count())
          .append("\r\n");
    }
    ctx.header("Content-Disposition", "attachment; filename=\"trawl-timeline.csv\"");
    ctx.contentType("text/csv; charset=utf-8").result(table.toString());
  }

  /// An account's days and hours as SVG.
  private void activity(Context ctx) throws IOException, QueryRefused {
    var zone = Pages.zone(ctx);
    var name = Optional.ofNullable(ctx.queryParam("account")).orElse("");
    var view =
        accounts
            .account(name, zone.zone())
            .orElseThrow(() -> new Refused(Problem.of(404, Missing.account(name).detail())));
    if (view.activity().isEmpty()) {
      throw new Refused(Problem.of(404, "This account has no tweets to draw."));
    }
    var activity = view.activity().get();
    var about =
        List.of(view.tweets() + ": each day, and each hour of the week; " + activity.zone());
    var caption = caption(Wording.isolated(name(view)), about, searcher.archive());
    var theme = theme(ctx.queryParamMap());
    send(ctx, ActivityPicture.of(activity, caption, theme), "trawl-account.svg");
  }

  private Found found(SearchAddress address) throws IOException {
    var asked = searches.read(address);
    asked
        .problem()
        .ifPresent(problem -> {
          throw new Refused(problem);
        });
    var request = asked.request();
    var counting =
        new Counting(
            Set.of(),
            1,
            Optional.of(request.counting().timeline().orElse(Timeline.Choice.AUTO)),
            budget,
            request.counting().zone());
    var bare = new Page(Sort.NEWEST, 0, Optional.empty(), Collapse.NONE);
    try {
      var result = searcher.search(request.page(bare).counting(counting));
      if (result.partial()) {
        throw new Refused(
            Problem.of(
                503,
                "Time ran out before everything was counted, and a chart to take away has no lower"
                    + " bounds. Narrow the dates or the query."));
      }
      var timeline = result.counts().timeline().filter(t -> !t.buckets().isEmpty());
      if (timeline.isEmpty()) {
        throw new Refused(Problem.of(404, "This search finds no tweet to draw."));
      }
      var about = new ArrayList<String>();
      about.add(
          Wording.number(result.total(), "tweet", "tweets")
              + " from "
              + Wording.number(result.accounts(), "account", "accounts")
              + ", by "
              + timeline.get().interval().name().toLowerCase(Locale.ROOT)
              + "; "
              + Wording.zone(address.zone()));
      about.addAll(narrowed(request.selection(), address));
      var title = address.query().isBlank() ? "All tweets" : address.query().strip();
      var caption = caption(Wording.isolated(title), about, searcher.archive());
      var says = TimelineChart.says(timeline.get(), address.zone());
      return new Found(timeline.get(), caption, says, address.zone());
    } catch (QueryRefused refused) {
      throw new Refused(asked.problem(refused));
    }
  }

  /// What stands around a drawing: its source is the archive, and the day is today.
  ///
  /// @param about what was counted, a line each
  public static Caption caption(String title, List<String> about, ArchiveInfo archive) {
    return new Caption(
        title,
        about,
        "Source: tweets that Twitter released as state-backed information operations. Counted with"
            + " Trawl on "
            + Wording.day(Instant.now())
            + ", archive version "
            + archive.version()
            + " ("
            + Wording.number(archive.tweets(), "tweet", "tweets")
            + ").");
  }

  /// What is chosen beside a query, in a line; none if nothing is.
  static List<String> narrowed(Selection selection, SearchAddress address) {
    var parts = new ArrayList<String>();
    address.list().ifPresent(list -> parts.add("within a list of " + Wording.list(list.list())));
    selection.since().ifPresent(time -> parts.add("from " + Wording.minute(time, address.zone())));
    selection
        .until()
        .ifPresent(time -> parts.add("before " + Wording.minute(time, address.zone())));
    selection
        .filters()
        .forEach((facet, values) -> parts.add(facet.label() + ": " + labels(facet, values)));
    selection
        .excludes()
        .forEach((facet, values) -> parts.add(facet.label() + " is not: " + labels(facet, values)));
    return parts.isEmpty() ? List.of() : List.of("Only " + String.join(" · ", parts));
  }

  private static String labels(Facet facet, List<String> values) {
    return String.join(
        " or ",
        values.stream().map(v -> Wording.isolated(Wording.facetValue(facet, v, v))).toList());
  }

  /// The colours that an address asks for: those of print unless it says so.
  public static Theme theme(Map<String, List<String>> parameters) {
    var reader = new ParameterReader(parameters);
    var theme = reader.choice("theme", Theme.values(), Theme.LIGHT);
    List<Fault> faults = reader.faults();
    if (!faults.isEmpty()) {
      throw new Refused(Problem.of(faults));
    }
    return theme;
  }

  /// Sends a drawing, to be shown or saved.
  public static void send(Context ctx, byte[] svg, String name) {
    ctx.header("Content-Disposition", "inline; filename=\"" + name + "\"");
    ctx.contentType("image/svg+xml").result(svg);
  }
}
