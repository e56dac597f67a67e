package org.trawl.page;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trawl.api.PackedList;
import org.trawl.api.PackedQuery;
import org.trawl.api.ParameterNames;
import org.trawl.api.ParameterReader;
import org.trawl.api.Problem;
import org.trawl.page.media.Showing;
import org.trawl.page.network.NetworkPages;
import org.trawl.page.site.Assets;
import org.trawl.page.site.Hashes;
import org.trawl.page.site.Site;
import org.trawl.page.site.Templates;
import org.trawl.search.QueryRefused;
import org.trawl.search.TweetSearch;
import org.trawl.web.BasePath;
import org.trawl.web.BegunPage;
import org.trawl.web.Refused;
import org.trawl.web.RequestParameters;
import org.trawl.web.Routes;
import org.trawl.web.Work;
import org.trawl.web.access.FramedBy;

/// The pages for people.
public final class Pages implements Routes {
  /// The folder of what is said of a list.
  private static final String LIST = "/lists/{list}/";

  /// A word that every dictionary has.
  private static final String FIRST_WORD = "election";

  /// Values that are chosen or excluded, each of which stands in every link of a page.
  private static final int MOST_CHOSEN = 200;

  private final SearchPages searches;
  private final TweetPages tweets;
  private final AccountPages accounts;
  private final ArchivePages archive;
  private final ListPages lists;
  private final NetworkPages networks;
  private final ChartPages charts;
  private final Templates templates;
  private final BasePath base;
  private final Assets assets;
  private final Site site;

  /// Pages of a server at its host's root.
  ///
  /// @param budget how long one search may take
  /// @throws IOException if the build lacks a static file
  public Pages(TweetSearch searcher, Duration budget) throws IOException {
    this(
        searcher,
        budget,
        BasePath.ROOT,
        new ChartPages(searcher, budget, BasePath.ROOT, FramedBy.NOBODY),
        Showing.SHOWN);
  }

  /// @param budget how long one search may take
  /// @param base where their addresses begin
  /// @param charts what a search and an account are in the frame of another site
  /// @param pictures how they are shown until the reader says otherwise
  /// @throws IOException if the build lacks a static file
  public Pages(
      TweetSearch searcher, Duration budget, BasePath base, ChartPages charts, Showing pictures)
      throws IOException {
    this.charts = charts;
    searches = new SearchPages(searcher, budget);
    tweets = new TweetPages(searcher, budget);
    accounts = new AccountPages(searcher, budget);
    archive = new ArchivePages(searcher, budget);
    lists = new ListPages(searcher, budget);
    networks = new NetworkPages(searcher, budget, Pages::named);
    templates = new Templates(base);
    this.base = base;
    assets = Assets.load();
    site = Site.of(searcher, base, pictures);
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    var search = new SearchHandler();
    routes.get("/", search);
    routes.get("/tweets/{id}", this::tweet);
    routes.get("/accounts/{account}", this::account);
    routes.get("/facets/{facet}", this::facet);
    routes.get("/names", this::names);
    routes.get("/archive", this::archive);
    routes.get("/advanced", this::advanced);
    routes.get("/network", this::network);
    routes.get("/network/edge", this::networkEdge);
    routes.get("/lists", ctx -> show(ctx, lists.view(RequestParameters.address(ctx))));
    routes.post("/lists", ctx -> show(ctx, lists.view(RequestParameters.parameters(ctx))));
    routes.get(LIST + "list", ctx -> show(ctx, lists.view(list(ctx))));
    routes.get(LIST + "report", this::table);
    for (var folder : RequestParameters.FOLDERS) {
      routes.get(folder + "search", search);
      routes.get(folder + "advanced", this::advanced);
      routes.get(folder + "names", this::names);
      routes.get(folder + "export", this::exported, Work.LIGHT);
      routes.get(folder + "facets-{facet}", this::facet);
    }
    routes.get("/export", this::exported, Work.LIGHT);
    routes.get("/saved", ctx -> show(ctx, 200, "saved", Map.of()), Work.LIGHT);
    routes.get("/help", ctx -> show(ctx, 200, "help", Map.of()), Work.LIGHT);
    routes.get("/assets/{version}/{name}", this::asset, Work.LIGHT);
  }

  /// Makes pages as a first visitor may ask for them, until the thread is interrupted: the page at
  /// the start and the searches that it leads to. What the JVM has to load and compile for them is
  /// ready then.
  ///
  /// @return how many pages were made
  @Override
  public int warmUp() throws IOException, QueryRefused {
    var home = archive.home();
    templates.render("home", Map.of("site", site, "view", home));
    var leads = new ArrayList<>(home.examples().stream().map(HomeView.Example::query).toList());
    // Hashtags are words of tweets too.
    var words =
        home.lists().stream()
            .flatMap(list -> list.values().stream())
            .map(TopList.Value::label)
            .filter(label -> label.startsWith("#"))
            .map(tag -> tag.substring(1))
            .toList();
    leads.addAll(words);
    if (!words.isEmpty()) {
      var word = words.getFirst();
      leads.addAll(List.of(word + "~", word + "*", "\"" + word + " " + words.getLast() + "\"~5"));
    }
    var made = 1;
    for (var sort : List.of("relevance", "newest")) {
      for (var query : leads) {
        if (Thread.currentThread().isInterrupted()) {
          return made;
        }
        var view = searches.search(SearchAddress.query(query).with("sort", sort));
        templates.render("search", Map.of("site", site, "view", view, "span", ""));
        made++;
      }
    }
    // Last, as it takes the longest: whoever asks first would else hold a search's place while the
    // dictionaries are read.
    var names = searches.names(SearchAddress.query(FIRST_WORD));
    templates.render("names", Map.of("site", site, "view", names));
    return made + 1;
  }

  /// The page of a search, or the one at the start.
  private final class SearchHandler implements BegunPage.Beginning {
    @Override
    public void begin(Context ctx) throws Exception {
      if (!BegunPage.suits(ctx) || ChartPages.isEmbedded(ctx)) {
        return;
      }
      var address = address(ctx);
      // A query that cannot be read is answered by another status. A long one, which stands in the
      // path, takes longer to read than may be spent on it beside the searches.
      if (isSearch(address)
          && !address.packed()
          && address.isHere()
          && SearchPages.readable(address)) {
        var frame =
            templates.frame(
                "layout",
                Map.of(
                    "site",
                    site,
                    "title",
                    SearchView.title(address),
                    "kind",
                    "search",
                    "address",
                    address));
        BegunPage.begin(ctx, frame.before(), frame.after());
      }
    }

    @Override
    public void handle(Context ctx) throws Exception {
      var address = address(ctx);
      if (!isSearch(address)) {
        show(ctx, 200, "home", Map.of("view", archive.home()));
        return;
      }
      if (!address.isHere()) {
        forward(ctx, address);
        return;
      }
      if (ChartPages.isEmbedded(ctx)) {
        charts.embed(ctx, address);
        return;
      }
      var view = searches.search(address);
      var nothing = view.answer().filter(answer -> answer.totals().total() == 0).isPresent();
      var span = nothing ? archive.home().span() : "";
      var begun = BegunPage.of(ctx);
      if (begun.isPresent()) {
        var content =
            templates.render(
                "searchmain", Map.of("view", view, "span", span, "bare", archive.isEmpty()));
        ctx.result(begun.get().end(content));
        return;
      }
      show(
          ctx,
          view.answer().isPresent() ? 200 : 400,
          "search",
          Map.of("view", view, "span", span, "bare", archive.isEmpty()));
    }

    private boolean isSearch(SearchAddress address) {
      return !address.without("zone").empty() || address.list().isPresent();
    }
  }

  static SearchAddress address(Context ctx) {
    var parameters = RequestParameters.address(ctx);
    var folder =
        new SearchFolder(
            RequestParameters.list(ctx), RequestParameters.query(ctx).map(PackedQuery::text));
    var address = SearchAddress.of(parameters).in(folder);
    if (address.list().isEmpty() && parameters.containsKey(ParameterNames.LIST)) {
      address = address.within(typedList(parameters));
    }
    if (address.chosen() > MOST_CHOSEN) {
      throw new Refused(
          Problem.of(
              400,
              "A page takes at most "
                  + MOST_CHOSEN
                  + " values of facets. More accounts or words make up a list: see “Search with a"
                  + " list”."));
    }
    return address;
  }

  /// The list that an address has as parameters, as those of the interface for programs do. The
  /// page of such a search is the one whose path has the list.
  private static Optional<PackedList> typedList(Map<String, List<String>> parameters) {
    var reader = new ParameterReader(parameters);
    var list = reader.wholeList();
    var role = reader.role();
    if (!reader.faults().isEmpty()) {
      throw new Refused(Problem.of(reader.faults()));
    }
    return list.values().isEmpty() ? Optional.empty() : Optional.of(new PackedList(list, role));
  }

  private static PackedList list(Context ctx) {
    return RequestParameters.list(ctx).orElseThrow();
  }

  /// Sends a browser on to where the long query that it asks for stands in the path. By a page, as
  /// proxies take few kilobytes of a `Location`.
  private void forward(Context ctx, SearchAddress address) {
    show(ctx, 200, "forward", Map.of("href", address.href()));
  }

  private void show(Context ctx, ListView view) {
    show(ctx, view.form().faults().isEmpty() ? 200 : 400, "lists", Map.of("view", view));
  }

  private void table(Context ctx) throws Exception {
    var table = lists.table(list(ctx));
    ctx.header("Cache-Control", "no-store");
    ctx.header("Content-Disposition", "attachment; filename=\"trawl-list.csv\"");
    ctx.contentType("text/csv; charset=utf-8").result(table);
  }

  /// What a page about something else than a search takes of its address: whose times it shows.
  static SearchAddress zone(Context ctx) {
    var zone = address(ctx).first("zone");
    return zone.map(name -> SearchAddress.EMPTY.with("zone", name)).orElse(SearchAddress.EMPTY);
  }

  private void tweet(Context ctx) throws Exception {
    var address = zone(ctx);
    var id = ctx.pathParam("id");
    var view =
        TweetPages.id(id).isPresent()
            ? tweets.tweet(TweetPages.id(id).get(), address.zone())
            : Optional.<TweetView>empty();
    if (view.isEmpty()) {
      error(ctx, Missing.tweet(id));
      return;
    }
    show(ctx, 200, "tweet", Map.of("view", view.get(), "address", address));
  }

  private void account(Context ctx) throws Exception {
    var name = ctx.pathParam("account");
    var address = zone(ctx);
    var view = accounts.account(name, address.zone());
    if (view.isEmpty()) {
      error(ctx, Missing.account(name));
      return;
    }
    if (ChartPages.isEmbedded(ctx)) {
      charts.embedAccount(ctx, view.get(), name, address);
      return;
    }
    show(
        ctx,
        200,
        "account",
        Map.of("view", view.get(), "address", address, "away", TakeAway.account(name, address)));
  }

  private void facet(Context ctx) throws Exception {
    var facet = ParameterReader.facet(ctx.pathParam("facet"));
    if (facet.isEmpty()) {
      error(ctx, Missing.facet(ctx.pathParam("facet")));
      return;
    }
    var address = address(ctx);
    var part = Optional.ofNullable(ctx.queryParam("contains")).orElse("");
    var skip = Optional.ofNullable(ctx.queryParam("skip")).filter(n -> n.matches("[0-9]{1,6}"));
    var view = searches.facet(facet.get(), address, part, Integer.parseInt(skip.orElse("0")));
    show(ctx, view.found().isPresent() ? 200 : 400, "facet", Map.of("view", view));
  }

  private void exported(Context ctx) {
    show(ctx, 200, "export", Map.of("view", ExportPage.of(address(ctx))));
  }

  private void names(Context ctx) throws Exception {
    var address = address(ctx);
    var view = searches.names(address);
    show(ctx, view.isRead() ? 200 : 400, "names", Map.of("view", view));
  }

  /// Shows the form, or, once it is sent, goes to the search that it asks for.
  private void advanced(Context ctx) throws Exception {
    var address = address(ctx);
    if (ctx.queryParam("go") != null) {
      var query = AdvancedForm.of(RequestParameters.address(ctx)).query();
      var search = address.with("q", query);
      if (search.isHere()) {
        ctx.redirect(base.to(search.href()), HttpStatus.SEE_OTHER);
      } else {
        forward(ctx, search);
      }
      return;
    }
    show(
        ctx,
        200,
        "advanced",
        Map.of("view", AdvancedView.of(address, searches.languages()), "address", address));
  }

  private void network(Context ctx) throws Exception {
    var view = networks.network(RequestParameters.address(ctx));
    show(
        ctx,
        view.form().faults().isEmpty() ? 200 : 400,
        "network",
        Map.of("view", view, "address", address(ctx)));
  }

  private void networkEdge(Context ctx) throws Exception {
    var view = networks.edge(RequestParameters.address(ctx));
    if (view.isEmpty()) {
      throw new Refused(Problem.of(404, "There is no such edge: its address may be cut off."));
    }
    show(ctx, 200, "networkedge", Map.of("view", view.get(), "address", address(ctx)));
  }

  private void archive(Context ctx) throws Exception {
    show(ctx, 200, "archive", Map.of("view", archive.archive()));
  }

  private void asset(Context ctx) {
    var file = assets.file(ctx.path());
    if (file.isEmpty()) {
      ctx.status(404).result("");
      return;
    }
    ctx.header("Cache-Control", "public, max-age=31536000, immutable");
    ctx.contentType(Assets.type(ctx.path())).result(file.get());
  }

  @Override
  public Optional<byte[]> page(Problem problem, Optional<String> again) {
    var view = new ProblemView(problem, again);
    return Optional.of(templates.render("problem", Map.of("site", site, "view", view)));
  }

  @Override
  public Optional<byte[]> content(Problem problem, Optional<String> again) {
    var view = new ProblemView(problem, again);
    return Optional.of(templates.render("problemmain", Map.of("view", view)));
  }

  private void error(Context ctx, Missing missing) {
    show(ctx, 404, "error", Map.of("missing", missing));
  }

  private void show(Context ctx, int status, String template, Map<String, Object> parameters) {
    var all = new HashMap<>(parameters);
    all.put("site", site);
    ctx.status(status)
        .header("Cache-Control", "no-cache")
        .contentType("text/html; charset=utf-8")
        .result(templates.render(template, all));
  }

  /// What an account is called: its name, or a nickname made of its hash.
  public static String named(String name) {
    return Hashes.looksHashed(name) ? Hashes.label(name) : name;
  }
}
