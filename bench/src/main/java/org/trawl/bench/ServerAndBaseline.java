package org.trawl.bench;

import java.io.IOException;

/// Trawl's server and the baseline, both running.
record ServerAndBaseline(TrawlServer server, BaselineProgram baseline) implements AutoCloseable {
  static ServerAndBaseline start(Options.Subject subject, Reports reports)
      throws IOException, InterruptedException {
    var server = TrawlServer.start(subject.index(), reports.log("trawl-serve"));
    try {
      return new ServerAndBaseline(
          server, BaselineProgram.start(subject.baseline(), reports.log("baseline-answers")));
    } catch (IOException e) {
      server.close();
      throw e;
    }
  }

  @Override
  public void close() {
    server.close();
    baseline.close();
  }
}
