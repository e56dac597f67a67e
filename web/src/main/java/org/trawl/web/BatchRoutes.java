package org.trawl.web;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trawl.api.BatchAnswer;
import org.trawl.api.BatchFile;
import org.trawl.api.BatchFormat;
import org.trawl.api.ParameterReader;
import org.trawl.api.Problem.Fault;
import org.trawl.search.TweetSearcher;
import org.trawl.web.ClientStream.ClientGone;

/// Many queries in, one answer a line out, each sent as soon as it is there.
///
/// A batch takes no place from those who wait at their screens: its searches run beside theirs only
/// while there is a place free.
final class BatchRoutes implements Routes {
  /// The most lines of one request.
  static final int MAX_LINES = 10_000;

  /// How long a batch waits before it asks for a place again.
  private static final Duration PAUSE = Duration.ofMillis(50);

  private static final Logger LOG = LoggerFactory.getLogger("trawl.server");

  private final TweetSearcher searcher;
  private final WorkPool searches;
  private final Duration budget;

  /// @param budget how long one search may take
  BatchRoutes(TweetSearcher searcher, WorkPool searches, Duration budget) {
    this.searcher = searcher;
    this.searches = searches;
    this.budget = budget;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.post("/api/batch", this::batch, Work.STREAM);
  }

  private void batch(Context ctx) throws Exception {
    var reader = new ParameterReader(Asked.only(ctx, "format"));
    var body = ctx.bodyAsBytes();
    var format = reader.choice("format", BatchFormat.values(), guess(ctx, body));
    Asked.refuseIfAny(reader.faults());
    refuseIfTooLong(body);
    ctx.contentType(format.mediaType());
    ctx.header("Cache-Control", "no-store");
    try {
      answer(ctx, body, format);
    } catch (ClientGone e) {
      LOG.debug("A batch's reader left", e);
    } catch (IOException | RuntimeException e) {
      LOG.error("A batch failed under way", e);
      ExportRoutes.cutOff(ctx);
    }
  }

  private void answer(Context ctx, byte[] body, BatchFormat format) throws Exception {
    var file =
        new BatchFile(
            new BufferedReader(
                new InputStreamReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8)),
            format);
    var writer = format.writer(new ClientStream(ctx.outputStream()));
    for (var line = file.next(); line.isPresent(); line = file.next()) {
      writer.write(answer(line.get()));
    }
  }

  private BatchAnswer answer(BatchFile.Line line) throws Exception {
    while (true) {
      try {
        return searches.run(() -> BatchAnswer.of(line, searcher, budget), WorkPool.Bounds.NONE);
      } catch (Overloaded e) {
        Thread.sleep(PAUSE);
      }
    }
  }

  /// What the request says it sends, else what it looks like.
  private static BatchFormat guess(Context ctx, byte[] body) {
    var type = ctx.contentType() == null ? "" : ctx.contentType().toLowerCase(Locale.ROOT);
    if (type.startsWith("text/csv")) {
      return BatchFormat.CSV;
    }
    boolean json = type.contains("json") || type.contains("jsonl");
    return json || (body.length > 0 && body[0] == '{') ? BatchFormat.JSONL : BatchFormat.CSV;
  }

  private static void refuseIfTooLong(byte[] body) {
    int lines = 1;
    for (byte b : body) {
      lines += b == '\n' ? 1 : 0;
    }
    if (lines > MAX_LINES + 1) {
      var detail = "a batch can have " + MAX_LINES + " lines; this has " + lines;
      Asked.refuseIfAny(List.of(Fault.of("body", detail)));
    }
  }
}
