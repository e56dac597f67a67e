package org.trawl.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.trawl.bench.BaselineAnswersCommand.Order;
import org.trawl.bench.BaselineAnswersCommand.Timed;

/// The baseline in a JVM of its own, with as much heap as Trawl's server.
final class BaselineProgram implements AutoCloseable {
  private final Program program;
  private final Path log;
  private final Writer in;
  private final BufferedReader out;

  private BaselineProgram(Program program, Path log) throws IOException {
    this.program = program;
    this.log = log;
    in = new OutputStreamWriter(program.process().getOutputStream(), UTF_8);
    out = new BufferedReader(new InputStreamReader(program.process().getInputStream(), UTF_8));
    line();
  }

  /// Starts it and waits until its index is open.
  static BaselineProgram start(Path index, Path log) throws IOException {
    var program =
        Program.piped(
            Baseline.class,
            TrawlServer.HEAP,
            log,
            BaselineAnswersCommand.NAME,
            "--index",
            index.toString());
    try {
      return new BaselineProgram(program, log);
    } catch (IOException e) {
      program.close();
      throw e;
    }
  }

  /// Has one question answered.
  Timed answer(Parameters asked) throws IOException {
    return ask(Order.answer(asked), Timed.class);
  }

  /// Has questions answered again and again.
  Load.Result load(List<Parameters> asked, int clients, double seconds) throws IOException {
    return ask(Order.load(asked, clients, seconds), Load.Result.class);
  }

  /// Has rows written as CSV, to nowhere.
  Exported export(long rows) throws IOException {
    return ask(Order.export(rows), Exported.class);
  }

  /// When it was started, as [System#nanoTime].
  long started() {
    return program.started();
  }

  /// Its memory, after its heap was cleared of what nobody holds.
  ServerMemory memory() throws IOException {
    var heap = ask(Order.heap(), Long.class);
    var process = ProcessMemory.of(program.process().pid());
    return new ServerMemory(heap, process.resident(), process.own());
  }

  private <T> T ask(Order order, Class<T> type) throws IOException {
    in.write(Reports.LINE.writeValueAsString(order));
    in.write('\n');
    in.flush();
    return Reports.JSON.readValue(line(), type);
  }

  private String line() throws IOException {
    var line = out.readLine();
    if (line == null) {
      throw new IOException(
          "the baseline ended; " + log + " has: " + Files.readString(log).strip());
    }
    return line;
  }

  @Override
  public void close() {
    program.close();
  }
}
