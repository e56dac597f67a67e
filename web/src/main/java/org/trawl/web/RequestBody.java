package org.trawl.web;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.trawl.api.Problem;

/// Reads the bodies of requests, and bounds what all of them hold in memory: clients that send
/// slowly on purpose must not fill it. Thread-safe.
final class RequestBody {
  private static final String ATTRIBUTE = "trawl.body";
  private static final int STEP = 64 << 10;

  /// Longest bodies that fit beside each other. Those of searches take a ten-thousandth of that.
  private static final int AT_ONCE = 8;

  /// 8 MiB at a third of a megabit per second take so long.
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final int longest;
  private final Semaphore steps;
  private final Duration patience;

  /// @param longest bytes of one body
  RequestBody(int longest) {
    this(longest, PATIENCE);
  }

  /// @param patience how long a body may take to arrive
  RequestBody(int longest, Duration patience) {
    this.longest = longest;
    this.patience = patience;
    steps = new Semaphore(AT_ONCE * Math.ceilDiv(longest, STEP));
  }

  /// Something that is done while a body is held.
  interface Use {
    void run() throws Exception;
  }

  /// Reads the body of a request to its end and keeps it for [#of] while it is used.
  ///
  /// @throws Refused if it is too long, or takes too long to arrive
  /// @throws Overloaded if all bodies together would take too much memory
  void whileHeld(Context ctx, Use use) throws Exception {
    if (isWithout(ctx)) {
      use.run();
      return;
    }
    var body = new Held();
    try {
      body.read(ctx);
      ctx.attribute(ATTRIBUTE, body.bytes.toByteArray());
      use.run();
    } finally {
      ctx.attribute(ATTRIBUTE, null);
      steps.release(body.held);
    }
  }

  private boolean isWithout(Context ctx) {
    long length = ctx.req().getContentLengthLong();
    if (length > longest) {
      throw tooLong(ctx);
    }
    return length == 0 || (length < 0 && ctx.header("Transfer-Encoding") == null);
  }

  private Refused tooLong(Context ctx) {
    readPast(ctx);
    return new Refused(Problem.of(413, "The request's body is longer than this server reads."));
  }

  /// Reads a body that is too long and keeps nothing of it, as far again as a body may be. A client
  /// that sends all before it reads would else find its connection reset, and not the answer.
  private void readPast(Context ctx) {
    if (ctx.header("Expect") != null) {
      return; // It waits for the answer before it sends.
    }
    var buffer = new byte[STEP];
    long began = System.nanoTime();
    long left = longest;
    try {
      var in = ctx.req().getInputStream();
      for (int read = in.read(buffer);
          read > 0 && left > 0 && System.nanoTime() - began < patience.toNanos();
          read = in.read(buffer)) {
        left -= read;
      }
    } catch (IOException e) {
      // The client is gone, and needs no answer.
    }
  }

  /// A body, as much of it as has come, and what it holds of the memory for all.
  private final class Held {
    final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int held;

    void read(Context ctx) throws IOException {
      var in = ctx.req().getInputStream();
      var buffer = new byte[STEP];
      long began = System.nanoTime();
      for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
        if (bytes.size() + read > longest) {
          throw tooLong(ctx);
        }
        hold(Math.ceilDiv(bytes.size() + read, STEP));
        bytes.write(buffer, 0, read);
        if (System.nanoTime() - began > patience.toNanos()) {
          throw new Refused(Problem.of(408, "The request's body took too long to arrive."));
        }
      }
    }

    private void hold(int wanted) {
      while (held < wanted) {
        if (!steps.tryAcquire()) {
          throw new Overloaded(
              "The server holds as many requests with a body as it can. Try again shortly.",
              RETRY_AFTER);
        }
        held++;
      }
    }
  }

  /// The body of a request, empty if it has none.
  static byte[] of(Context ctx) {
    byte[] body = ctx.attribute(ATTRIBUTE);
    return body == null ? new byte[0] : body;
  }
}
