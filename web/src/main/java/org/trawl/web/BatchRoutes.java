package org.trawl.web;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trawl.api.BatchAnswer;
import org.trawl.api.BatchFile;
import org.trawl.api.BatchFormat;
import org.trawl.api.Formulas;
import org.trawl.api.ParameterNames;
import org.trawl.api.ParameterReader;
import org.trawl.api.Problem.Fault;
import org.trawl.api.SearchParameters;
import org.trawl.query.QueryAst;
import org.trawl.search.TweetSearch;
import org.trawl.web.ClientStream.ClientGone;

/// Many queries in, one answer a line out, each sent as soon as it is there.
///
/// A batch takes no place from those who wait at their screens: its searches run beside theirs only
/// while there is a place free.
final class BatchRoutes implements Routes {
  /// The most lines of one request.
  static final int MAX_LINES = 10_000;

  /// In a form, the queries' part.
  private static final String QUERIES = "queries";

  private static final Set<String> NAMES =
      new TreeSet<>(List.of("format", "formulas", "list", "listAccounts", "listWords"));

  /// How long a batch waits before it asks for a place again.
  private static final Duration PAUSE = Duration.ofMillis(50);

  private static final Logger LOG = LoggerFactory.getLogger("trawl.server");

  private final TweetSearch searcher;
  private final WorkPool searches;
  private final Duration budget;

  /// @param budget how long one search may take
  BatchRoutes(TweetSearch searcher, WorkPool searches, Duration budget) {
    this.searcher = searcher;
    this.searches = searches;
    this.budget = budget;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.post("/api/batch", this::batch, Work.STREAM);
  }

  private void batch(Context ctx) throws Exception {
    var parameters = parameters(ctx);
    var body = String.join("\n", parameters.getOrDefault(QUERIES, List.of()));
    parameters.remove(QUERIES);
    var reader = new ParameterReader(parameters);
    var format = reader.choice("format", BatchFormat.values(), guess(ctx, body));
    var guarded = reader.choice("formulas", Formulas.values(), Formulas.KEEP) == Formulas.QUOTE;
    var lists = new LinkedHashMap<>(parameters);
    lists.keySet().retainAll(ParameterNames.OF_LIST);
    var list = SearchParameters.read(lists, budget);
    var faults = new ArrayList<>(ApiRequest.unknown(parameters, NAMES));
    faults.addAll(reader.faults());
    faults.addAll(list.faults());
    ApiRequest.refuseIfAny(faults);
    refuseIfTooLong(body);
    ctx.contentType(format.mediaType());
    ctx.header("Cache-Control", "no-store");
    try {
      answer(ctx, body, format, guarded, list.request().selection().within());
    } catch (ClientGone e) {
      LOG.debug("A batch's reader left", e);
    } catch (IOException | RuntimeException e) {
      LOG.error("A batch failed under way", e);
      ExportRoutes.cutOff(ctx);
    }
  }

  /// The parameters of the request, and beside them the queries, which are its body or a part of
  /// it.
  private static Map<String, List<String>> parameters(Context ctx) {
    if (!RequestParameters.type(ctx).equals("multipart/form-data")) {
      var parameters = new LinkedHashMap<>(RequestParameters.address(ctx));
      parameters.put(QUERIES, List.of(RequestParameters.text(RequestBody.of(ctx))));
      return parameters;
    }
    var parameters = RequestParameters.parameters(ctx);
    if (parameters.getOrDefault(QUERIES, List.of()).size() != 1) {
      ApiRequest.refuseIfAny(List.of(Fault.of(QUERIES, "queries must be given, and once")));
    }
    return parameters;
  }

  private void answer(
      Context ctx, String body, BatchFormat format, boolean guarded, QueryAst within)
      throws Exception {
    var file = new BatchFile(new BufferedReader(new StringReader(body)), format);
    var writer = format.writer(new ClientStream(ctx.outputStream()), guarded);
    for (var line = file.next(); line.isPresent(); line = file.next()) {
      writer.write(answer(line.get(), within));
    }
  }

  private BatchAnswer answer(BatchFile.Line line, QueryAst within) throws Exception {
    while (true) {
      try {
        return searches.run(
            () -> BatchAnswer.of(line, within, searcher, budget), WorkPool.Bounds.NONE);
      } catch (Overloaded e) {
        Thread.sleep(PAUSE);
      }
    }
  }

  /// What the request says it sends, else what it looks like.
  private static BatchFormat guess(Context ctx, String body) {
    var type = RequestParameters.type(ctx);
    if (type.equals("text/csv")) {
      return BatchFormat.CSV;
    }
    return type.contains("json") || body.startsWith("{") ? BatchFormat.JSONL : BatchFormat.CSV;
  }

  private static void refuseIfTooLong(String body) {
    long lines = 1 + body.chars().filter(sign -> sign == '\n').count();
    if (lines > MAX_LINES + 1) {
      var detail = "a batch can have " + MAX_LINES + " lines; this has " + lines;
      ApiRequest.refuseIfAny(List.of(Fault.of("body", detail)));
    }
  }
}
