package org.trawl.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trawl.api.Formulas;
import org.trawl.api.Json;
import org.trawl.api.ParameterReader;
import org.trawl.api.Problem;
import org.trawl.api.Problem.Fault;
import org.trawl.api.SearchParameters;
import org.trawl.api.export.ExportColumn;
import org.trawl.api.export.ExportFormat;
import org.trawl.api.export.ExportOptions;
import org.trawl.api.export.Headers;
import org.trawl.api.export.Ids;
import org.trawl.api.export.Times;
import org.trawl.query.QueryAst;
import org.trawl.search.Facet;
import org.trawl.search.QueryRefused;
import org.trawl.search.SearchRequest;
import org.trawl.search.SearchRequest.Collapse;
import org.trawl.search.SearchRequest.Counting;
import org.trawl.search.SearchRequest.Page;
import org.trawl.search.SearchRequest.Sort;
import org.trawl.search.TweetSearch;
import org.trawl.web.ClientStream.ClientGone;

/// Every hit of a search as a file, sent as it is made and as fast as the client reads.
final class ExportRoutes implements Routes {
  private static final Logger LOG = LoggerFactory.getLogger("trawl.server");

  private final TweetSearch searcher;
  private final ExportsUnderWay underWay = new ExportsUnderWay();

  ExportRoutes(TweetSearch searcher) {
    this.searcher = searcher;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/api/export", this::export, Work.STREAM);
    routes.post("/api/export", this::export, Work.STREAM);
    routes.get("/api/exports/{name}", this::progress, Work.LIGHT);
    // Beside the page of a search whose list or query stands in the path.
    for (var folder : RequestParameters.FOLDERS) {
      routes.get(folder + "api-export", this::export, Work.STREAM);
    }
  }

  private void export(Context ctx) throws IOException {
    var asked =
        ApiRequest.search(
            ctx,
            Duration.ofDays(1),
            "format",
            "columns",
            "headers",
            "ids",
            "bom",
            "formulas",
            "times",
            "manifest",
            "progress");
    var search = asked.search();
    var reader = asked.reader();
    var faults = new ArrayList<Fault>();
    if (reader.one("format").isEmpty()) {
      faults.add(Fault.of("format", "format must be given: " + ExportFormat.keys()));
    }
    var format = reader.choice("format", ExportFormat.values(), ExportFormat.CSV);
    var options = options(reader, faults);
    boolean told = reader.yes("manifest");
    var named = reader.one("progress");
    if (named.isPresent() && !ExportsUnderWay.isName(named.get())) {
      faults.add(
          Fault.of("progress", "progress must be 8 to 64 letters of English, digits and hyphens"));
    }
    faults.addAll(reader.faults());
    ApiRequest.refuseIfAny(faults);
    var name = fileName(search);
    var export =
        new ExportedFile.Wanted(search, sort(search, reader), format, options, told, name, named);
    ctx.contentType(export.zipped() ? "application/zip" : format.mediaType());
    if (format.packed() || export.zipped()) {
      ctx.disableCompression();
    }
    ctx.header("Cache-Control", "no-store");
    var extension = export.zipped() ? "zip" : format.extension();
    ctx.header("Content-Disposition", "attachment; filename=\"" + name + "." + extension + "\"");
    if (!ctx.method().equals(HandlerType.HEAD)) {
      send(ctx, export);
    }
  }

  private static ExportOptions options(ParameterReader reader, List<Fault> faults) {
    var columns = new ArrayList<ExportColumn>();
    for (var key : reader.each("columns")) {
      var column = ExportColumn.named(key);
      if (column.isEmpty() || columns.contains(column.get())) {
        faults.add(
            Fault.of(
                "columns",
                (column.isEmpty() ? "there is no column " : "columns names twice ")
                    + ParameterReader.cut(key)
                    + "; there are "
                    + ExportColumn.keys()));
      } else {
        columns.add(column.get());
      }
    }
    var options =
        columns.isEmpty() ? ExportOptions.DEFAULT : ExportOptions.DEFAULT.withColumns(columns);
    return options
        .withHeaders(reader.choice("headers", Headers.values(), Headers.TRAWL))
        .withIds(reader.choice("ids", Ids.values(), Ids.PLAIN))
        .withByteOrderMark(reader.choice("bom", Mark.values(), Mark.NO) == Mark.YES)
        .withFormulas(reader.choice("formulas", Formulas.values(), Formulas.QUOTE) == Formulas.KEEP)
        .withSheetTimes(reader.choice("times", Times.values(), Times.ISO) == Times.SHEET);
  }

  /// Whether a CSV begins with a byte order mark.
  private enum Mark {
    NO,
    YES
  }

  /// Relevance orders what is read from the top; a table of everything is in the order of time.
  private static Sort sort(SearchParameters search, ParameterReader reader) {
    return reader.one("sort").isPresent() ? search.request().page().sort() : Sort.NEWEST;
  }

  /// A name that tells downloads apart, of nothing but letters, digits and dashes.
  private static String fileName(SearchParameters search) {
    var parts = new ArrayList<>(List.of("trawl", dashed(search.query().text(), 60)));
    var selection = search.request().selection();
    parts.add(selection.within() instanceof QueryAst.All ? "" : "list");
    selection.since().ifPresent(since -> parts.add("from-" + moment(since)));
    selection.until().ifPresent(until -> parts.add("before-" + moment(until)));
    selection.filters().forEach((facet, values) -> parts.add(chosen("", facet, values)));
    selection.excludes().forEach((facet, values) -> parts.add(chosen("not-", facet, values)));
    parts.removeIf(String::isEmpty);
    return dashed(String.join("-", parts), 140);
  }

  private static String chosen(String sign, Facet facet, List<String> values) {
    var said = values.stream().limit(2).map(value -> dashed(value, 20)).toList();
    var more = values.size() > 2 ? "-and-" + (values.size() - 2) + "-more" : "";
    return sign + facet.key() + "-" + String.join("-", said) + more;
  }

  private static String moment(Instant time) {
    var day = time.truncatedTo(ChronoUnit.DAYS).equals(time);
    return time.toString().substring(0, day ? 10 : 16);
  }

  private static String dashed(String text, int most) {
    var words = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return words.substring(0, Math.min(most, words.length())).replaceAll("^-|-$", "");
  }

  private void progress(Context ctx) {
    ApiRequest.only(ctx);
    var name = ctx.pathParam("name");
    var progress =
        underWay
            .progress(name)
            .orElseThrow(() -> new Refused(Problem.of(404, "No export under way is called so.")));
    ctx.header("Cache-Control", "no-store");
    ctx.contentType(Json.MEDIA_TYPE)
        .result(
            Json.bytes(
                new ProgressJson(
                    progress.state().name().toLowerCase(Locale.ROOT),
                    progress.tweets(),
                    progress.total(),
                    progress.bytes())));
  }

  /// How far an export is.
  ///
  /// @param state `running`, `done` or `cut_off`
  record ProgressJson(String state, long tweets, long total, long bytes) {}

  private ExportsUnderWay.@Nullable Export announced(ExportedFile.Wanted export)
      throws IOException {
    if (export.named().isEmpty()) {
      return null;
    }
    try {
      var request = export.search().request();
      var counted =
          new SearchRequest(
              request.query(),
              request.selection(),
              new Page(Sort.NEWEST, 0, Optional.empty(), Collapse.NONE),
              new Counting(Set.of(), 1, Optional.empty(), request.counting().budget()));
      return underWay.begin(export.named().get(), searcher.search(counted).total());
    } catch (QueryRefused e) {
      throw new Refused(export.search().problem(e));
    }
  }

  private void send(Context ctx, ExportedFile.Wanted export) throws IOException {
    var told = announced(export);
    var file = new ExportedFile(ctx, export, searcher, told);
    try {
      send(ctx, export, file);
    } finally {
      if (told != null) {
        told.end(file.isWhole() ? ExportsUnderWay.State.DONE : ExportsUnderWay.State.CUT_OFF);
      }
    }
  }

  private void send(Context ctx, ExportedFile.Wanted export, ExportedFile file) throws IOException {
    var search = export.search();
    var request = search.request();
    try {
      searcher.export(request.query(), request.selection(), export.sort(), file);
      file.finish();
    } catch (QueryRefused e) {
      ctx.removeHeader("Content-Disposition");
      throw new Refused(search.problem(e));
    } catch (ClientGone e) {
      LOG.debug("An export's reader left", e);
      cutOff(ctx);
    } catch (IOException | RuntimeException e) {
      if (e.getCause() instanceof ClientGone) {
        LOG.debug("An export's reader left", e);
        cutOff(ctx);
        return;
      }
      if (!file.begun()) {
        ctx.removeHeader("Content-Disposition");
        throw e;
      }
      LOG.error("An export failed under way", e);
      cutOff(ctx);
    }
  }

  /// Breaks the connection: to end the answer would tell the client that the file is whole.
  static void cutOff(Context ctx) {
    try {
      // What is not on its way yet would go out as a short answer, with its length.
      ctx.res().flushBuffer();
    } catch (IOException e) {
      LOG.debug("The client left before it was cut off", e);
    }
    HttpConnector.breakOff(ctx.req());
  }
}
