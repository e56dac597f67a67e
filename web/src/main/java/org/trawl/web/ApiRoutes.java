package org.trawl.web;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trawl.api.AccountJson;
import org.trawl.api.AlsoWritten;
import org.trawl.api.ArchiveJson;
import org.trawl.api.FacetCsv;
import org.trawl.api.Json;
import org.trawl.api.ParameterNames;
import org.trawl.api.ParameterReader;
import org.trawl.api.ParsedJson;
import org.trawl.api.Problem;
import org.trawl.api.Problem.Fault;
import org.trawl.api.SearchJson;
import org.trawl.api.SearchJson.FacetValuesJson;
import org.trawl.api.SearchParameters;
import org.trawl.api.Suggestions;
import org.trawl.api.TweetJson;
import org.trawl.api.VersionedJson;
import org.trawl.api.network.EvidenceJson;
import org.trawl.api.network.MeasuredNetwork;
import org.trawl.api.network.NetworkFormat;
import org.trawl.api.network.NetworkQuestion;
import org.trawl.query.QueryAst;
import org.trawl.query.QueryParser;
import org.trawl.search.Evidence;
import org.trawl.search.Facet;
import org.trawl.search.NetworkTooLarge;
import org.trawl.search.QueryRefused;
import org.trawl.search.SearchRequest;
import org.trawl.search.SearchRequest.Counting;
import org.trawl.search.SearchRequest.Page;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchRequest.Sort;
import org.trawl.search.SearchResult;
import org.trawl.search.Timeline;
import org.trawl.search.TweetSearch;
import org.trawl.search.ValueText;

/// The interface for programs, but for exports and batches.
final class ApiRoutes implements Routes {
  private final TweetSearch searcher;
  private final Duration budget;
  private final Freshness freshness;
  private final Suggestions suggestions;
  private final String version;

  /// @param budget how long a search may take
  ApiRoutes(TweetSearch searcher, Duration budget) {
    this.searcher = searcher;
    this.budget = budget;
    this.freshness = new Freshness(searcher.archive().state());
    this.suggestions = new Suggestions(searcher, budget);
    this.version = searcher.archive().version();
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/api/search", this::search);
    routes.post("/api/search", this::search);
    routes.get("/api/tweets/{id}", this::tweet);
    routes.get("/api/accounts/<account>", this::account);
    routes.get("/api/facets/{facet}", this::facet);
    routes.post("/api/facets/{facet}", this::facet);
    routes.get("/api/suggest", this::suggest);
    routes.get("/api/names", this::names);
    routes.get("/api/parse", this::parse, Work.LIGHT);
    routes.get("/api/archive", this::archive);
    routes.get("/api/network", this::network);
    routes.post("/api/network", this::network);
    routes.get("/api/network/edge", this::edge);
  }

  private void search(Context ctx) throws IOException {
    var search = ApiRequest.search(ctx, budget).search();
    if (freshness.known(ctx)) {
      return;
    }
    try {
      var result = found(search.request());
      var advice = search.advice(searcher, result);
      if (result.partial()) {
        Freshness.never(ctx);
      }
      answer(ctx, SearchJson.of(search, result, advice, search.standings(searcher, result)));
    } catch (QueryRefused e) {
      throw new Refused(search.problem(e));
    }
  }

  private SearchResult found(SearchRequest request) throws IOException, QueryRefused {
    try {
      return searcher.search(request);
    } catch (IllegalArgumentException e) {
      if (request.page().after().isEmpty()) {
        throw e;
      }
      var fault = Fault.of("after", "after must be the next of an answer to the same search");
      throw new Refused(Problem.of(List.of(fault)));
    }
  }

  private void tweet(Context ctx) throws IOException {
    ApiRequest.only(ctx);
    var id = ctx.pathParam("id");
    var hit = id.matches("[0-9]{1,19}") ? found(id) : Optional.<SearchResult.Hit>empty();
    if (hit.isEmpty()) {
      throw Refused.notFound("The archive has no tweet of this id.");
    }
    if (!freshness.known(ctx)) {
      answer(ctx, TweetJson.of(hit.get()));
    }
  }

  private Optional<SearchResult.Hit> found(String id) throws IOException {
    try {
      long number = Long.parseLong(id);
      return number > 0 ? searcher.tweet(number) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private void account(Context ctx) throws IOException, QueryRefused {
    ApiRequest.only(ctx);
    var summary = searcher.account(ctx.pathParam("account"));
    if (summary.isEmpty()) {
      throw Refused.notFound("The archive has no account of this id or handle.");
    }
    if (freshness.known(ctx)) {
      return;
    }
    var own = new QueryAst.From(List.of(summary.get().account().id()));
    var facets = EnumSet.allOf(Facet.class);
    facets.removeAll(Set.of(Facet.ACCOUNT, Facet.ACCOUNT_CREATED, Facet.ACCOUNT_LANGUAGE));
    var oldest = searcher.search(one(own, Sort.OLDEST, Set.of(), 1)).hits();
    var newest = searcher.search(one(own, Sort.NEWEST, facets, 10));
    answer(ctx, AccountJson.of(summary.get(), oldest, newest));
  }

  private void facet(Context ctx) throws IOException {
    var asked = ApiRequest.search(ctx, budget, "prefix", "contains", "format");
    var facet = ParameterReader.facet(ctx.pathParam("facet"));
    if (facet.isEmpty()) {
      throw Refused.notFound(
          "There is no such facet; there are " + ParameterReader.facetKeys() + ".");
    }
    var text = new ValueText(text(asked, "prefix"), text(asked, "contains"));
    var format = asked.reader().choice("format", TableFormat.values(), TableFormat.JSON);
    asked.refuseFaults();
    if (freshness.known(ctx)) {
      return;
    }
    var request = asked.search().request();
    try {
      var values =
          searcher.facetValues(
              request.query(),
              request.selection(),
              facet.get(),
              text,
              request.counting().facetSize(),
              budget);
      if (values.partial()) {
        Freshness.never(ctx);
      }
      var json = FacetValuesJson.of(values);
      switch (format) {
        case JSON -> answer(ctx, json);
        case CSV -> format.table(ctx, facet.get().key(), FacetCsv.of(facet.get(), json));
      }
    } catch (QueryRefused e) {
      throw new Refused(asked.search().problem(e));
    }
  }

  private static String text(ApiRequest asked, String name) {
    return asked.reader().one(name).orElse("").strip();
  }

  private void network(Context ctx) throws IOException {
    var asked = networkRequest(ctx, "format", "table");
    var question = NetworkQuestion.read(asked.search(), asked.reader());
    var format = asked.reader().choice("format", NetworkFormat.values(), NetworkFormat.JSON);
    var table =
        asked.reader().choice("table", NetworkFormat.Table.values(), NetworkFormat.Table.EDGES);
    refuse(asked, question);
    if (freshness.known(ctx)) {
      return;
    }
    var started = System.nanoTime();
    try {
      var network = searcher.network(question.request());
      if (network.partial()) {
        Freshness.never(ctx);
      }
      var out = new ByteArrayOutputStream();
      format.write(
          MeasuredNetwork.of(network, searcher.archive().version(), started),
          asked.search().reading(),
          table,
          out);
      ctx.contentType(format.mediaType()).result(out.toByteArray());
      if (format != NetworkFormat.JSON) {
        var name = "trawl-" + network.type().key().replace('_', '-');
        var nodes = format == NetworkFormat.CSV && table == NetworkFormat.Table.NODES;
        ctx.header(
            "Content-Disposition",
            "attachment; filename=\"" + name + (nodes ? "-nodes." : ".") + format.key() + "\"");
      }
    } catch (QueryRefused e) {
      throw new Refused(asked.search().problem(e));
    } catch (NetworkTooLarge e) {
      throw new Refused(NetworkQuestion.problem(e));
    }
  }

  private ApiRequest networkRequest(Context ctx, String... more) {
    var names = new ArrayList<>(NetworkQuestion.PARAMETERS);
    names.addAll(List.of(more));
    return ApiRequest.search(ctx, budget, names.toArray(String[]::new));
  }

  private static void refuse(ApiRequest asked, NetworkQuestion question) {
    var faults = new ArrayList<>(question.faults());
    faults.addAll(asked.reader().faults());
    ApiRequest.refuseIfAny(faults.stream().distinct().toList());
  }

  private void edge(Context ctx) throws IOException {
    var asked = networkRequest(ctx, "source", "target", "from");
    var question = NetworkQuestion.read(asked.search(), asked.reader());
    int from = asked.reader().number("from", 0, Evidence.Asked.MAX_FROM, 0);
    var source = asked.reader().one("source");
    var target = asked.reader().one("target");
    refuse(asked, question);
    if (source.isEmpty() || target.isEmpty()) {
      var name = source.isEmpty() ? "source" : "target";
      ApiRequest.refuseIfAny(List.of(Fault.of(name, name + " must be given: the id of a node")));
    }
    if (freshness.known(ctx)) {
      return;
    }
    int size = Math.max(1, asked.search().request().page().size());
    var edge = new Evidence.Asked(source.orElseThrow(), target.orElseThrow(), from, size);
    try {
      var evidence = searcher.evidence(question.request(), edge);
      if (evidence.isEmpty()) {
        throw Refused.notFound("A network of this type has no two nodes of these ids.");
      }
      if (evidence.get().partial()) {
        Freshness.never(ctx);
      }
      answer(ctx, EvidenceJson.of(evidence.get(), edge));
    } catch (QueryRefused e) {
      throw new Refused(asked.search().problem(e));
    } catch (NetworkTooLarge e) {
      throw new Refused(NetworkQuestion.problem(e));
    }
  }

  private void suggest(Context ctx) throws IOException, QueryRefused {
    var text = text(ctx);
    if (!freshness.known(ctx)) {
      answer(ctx, suggestions.of(text));
    }
  }

  private void names(Context ctx) throws IOException, QueryRefused {
    var query = QueryParser.parse(text(ctx));
    ApiRequest.refuseIfAny(SearchParameters.faults("text", query));
    if (freshness.known(ctx)) {
      return;
    }
    var names = AlsoWritten.of(searcher, query, budget);
    if (names.partial()) {
      Freshness.never(ctx);
    }
    answer(ctx, names);
  }

  private void parse(Context ctx) {
    var reader =
        new ParameterReader(ApiRequest.only(ctx, ParameterNames.QUERY, ParameterNames.ZONE));
    var query = QueryParser.parse(reader.one(ParameterNames.QUERY).orElse(""), reader.zone());
    ApiRequest.refuseIfAny(reader.faults());
    answer(ctx, ParsedJson.of(query));
  }

  private static String text(Context ctx) {
    var text = new ParameterReader(ApiRequest.only(ctx, "text")).one("text").orElse("");
    if (text.length() > Suggestions.MAX_TEXT) {
      ApiRequest.refuseIfAny(
          List.of(
              Fault.of("text", "text can have " + Suggestions.MAX_TEXT + " characters at most")));
    }
    return text;
  }

  private void archive(Context ctx) throws IOException, QueryRefused {
    ApiRequest.only(ctx);
    if (freshness.known(ctx)) {
      return;
    }
    var all = new QueryAst.All();
    var oldest = searcher.search(one(all, Sort.OLDEST, Set.of(), 1)).hits();
    var newest =
        searcher.search(one(all, Sort.NEWEST, EnumSet.of(Facet.LANGUAGE), Counting.MAX_FACET_SIZE));
    answer(ctx, ArchiveJson.of(searcher.archive(), oldest, newest));
  }

  /// A search for one tweet; a timeline comes with facets.
  private SearchRequest one(QueryAst query, Sort sort, Set<Facet> facets, int facetSize) {
    var timeline =
        facets.isEmpty() ? Optional.<Timeline.Choice>empty() : Optional.of(Timeline.Choice.AUTO);
    return new SearchRequest(
        query,
        Selection.NONE,
        new Page(sort, 1, Optional.empty(), false),
        new Counting(facets, facetSize, timeline, budget));
  }

  private void answer(Context ctx, Object json) {
    var versioned = new VersionedJson(json, version);
    ctx.contentType(Json.MEDIA_TYPE).result(Json.bytes(versioned));
  }
}
