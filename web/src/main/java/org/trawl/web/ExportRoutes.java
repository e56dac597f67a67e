package org.trawl.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trawl.api.ExportColumn;
import org.trawl.api.ExportFormat;
import org.trawl.api.ExportManifest;
import org.trawl.api.ExportOptions;
import org.trawl.api.ExportWriter;
import org.trawl.api.Formulas;
import org.trawl.api.Json;
import org.trawl.api.MeasuredOutput;
import org.trawl.api.ParameterReader;
import org.trawl.api.Problem.Fault;
import org.trawl.api.SearchParameters;
import org.trawl.api.Times;
import org.trawl.query.QueryAst;
import org.trawl.search.Facet;
import org.trawl.search.QueryRefused;
import org.trawl.search.SearchRequest.Sort;
import org.trawl.search.SearchResult.Hit;
import org.trawl.search.TweetSearch;
import org.trawl.search.TweetSearch.HitSink;
import org.trawl.web.ClientStream.ClientGone;

/// Every hit of a search as a file, sent as it is made and as fast as the client reads.
final class ExportRoutes implements Routes {
  private static final int BUFFER_BYTES = 64 << 10;
  private static final Logger LOG = LoggerFactory.getLogger("trawl.server");

  private final TweetSearch searcher;

  ExportRoutes(TweetSearch searcher) {
    this.searcher = searcher;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/api/export", this::export, Work.STREAM);
    routes.post("/api/export", this::export, Work.STREAM);
    // Beside the page of a search whose list or query stands in the path.
    for (var folder : RequestParameters.FOLDERS) {
      routes.get(folder + "api-export", this::export, Work.STREAM);
    }
  }

  private void export(Context ctx) throws IOException {
    var asked =
        ApiRequest.search(
            ctx, Duration.ofDays(1), "format", "columns", "bom", "formulas", "times", "manifest");
    var search = asked.search();
    var reader = asked.reader();
    var faults = new ArrayList<Fault>();
    if (reader.one("format").isEmpty()) {
      faults.add(Fault.of("format", "format must be given: " + ExportFormat.keys()));
    }
    var format = reader.choice("format", ExportFormat.values(), ExportFormat.CSV);
    var options = options(reader, faults);
    boolean told = reader.yes("manifest");
    faults.addAll(reader.faults());
    ApiRequest.refuseIfAny(faults);
    var name = fileName(search);
    var export = new Export(search, sort(search, reader), format, options, told, name);
    ctx.contentType(export.zipped() ? "application/zip" : format.mediaType());
    if (format == ExportFormat.XLSX || export.zipped()) {
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
    for (var key : reader.one("columns").map(text -> text.split(",")).orElse(new String[0])) {
      var column = ExportColumn.named(key.strip());
      if (column.isEmpty() || columns.contains(column.get())) {
        faults.add(
            Fault.of(
                "columns",
                (column.isEmpty() ? "there is no column " : "columns names twice ")
                    + ParameterReader.cut(key.strip())
                    + "; there are "
                    + ExportColumn.keys()));
      } else {
        columns.add(column.get());
      }
    }
    boolean mark = reader.choice("bom", Mark.values(), Mark.NO) == Mark.YES;
    boolean keep = reader.choice("formulas", Formulas.values(), Formulas.QUOTE) == Formulas.KEEP;
    boolean sheet = reader.choice("times", Times.values(), Times.ISO) == Times.SHEET;
    return new ExportOptions(
        columns.isEmpty() ? List.of(ExportColumn.values()) : columns, mark, keep, sheet);
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

  /// What is to be sent.
  ///
  /// @param told whether what it is of goes with it
  /// @param name of the file, without its extension
  private record Export(
      SearchParameters search,
      Sort sort,
      ExportFormat format,
      ExportOptions options,
      boolean told,
      String name) {
    /// A workbook has a sheet for what it is of; other files come in a zip with it.
    boolean zipped() {
      return told && format != ExportFormat.XLSX;
    }

    String entry() {
      return name + "." + format.extension();
    }
  }

  private void send(Context ctx, Export export) throws IOException {
    var search = export.search;
    var request = search.request();
    var file = new File(ctx, export, searcher);
    try {
      searcher.export(request.query(), request.selection(), export.sort, file);
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

  /// The file on its way; begun with its first tweet, so that a search that fails before can still
  /// be answered by a problem.
  private static final class File implements HitSink {
    private final Context ctx;
    private final Export export;
    private final TweetSearch searcher;
    private long tweets;
    private @Nullable ExportWriter writer;
    private @Nullable BufferedOutputStream out;
    private @Nullable ZipOutputStream zip;
    private @Nullable MeasuredOutput measured;

    File(Context ctx, Export export, TweetSearch searcher) {
      this.ctx = ctx;
      this.export = export;
      this.searcher = searcher;
    }

    private ExportWriter writer() throws IOException {
      if (writer == null) {
        out = new BufferedOutputStream(new ClientStream(ctx.outputStream()), BUFFER_BYTES);
        writer = export.format.open(export.zipped() ? entry(out) : out, export.options);
      }
      return writer;
    }

    private OutputStream entry(OutputStream to) throws IOException {
      zip = new ZipOutputStream(to, UTF_8);
      zip.putNextEntry(new ZipEntry(export.entry()));
      measured = new MeasuredOutput(zip);
      return measured;
    }

    boolean begun() {
      return writer != null;
    }

    @Override
    public void take(Hit hit) throws IOException {
      writer().take(hit);
      tweets++;
    }

    @Override
    public boolean marked() {
      return export.format.marks() && export.options.whole();
    }

    void finish() throws IOException {
      var whole = writer();
      if (export.told) {
        whole.holds(manifest());
      }
      whole.finish();
      if (zip != null && measured != null) {
        zip.closeEntry();
        zip.putNextEntry(new ZipEntry("manifest.json"));
        zip.write(Json.bytes(manifest().of(measured.file(export.entry()))));
        zip.finish();
      }
      if (out != null) {
        out.flush();
      }
    }

    private ExportManifest manifest() {
      return ExportManifest.of(
          export.search, export.sort, export.format, export.options, searcher.archive(), tweets);
    }
  }
}
