package org.trawl.api;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.trawl.search.SearchResult.Hit;

/// One id a line, for programs that take lists of ids.
final class IdTweets implements ExportWriter {
  private final OutputStream out;

  IdTweets(OutputStream out) {
    this.out = out;
  }

  @Override
  public void take(Hit hit) throws IOException {
    out.write((hit.tweet().id() + "\n").getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void finish() throws IOException {
    out.flush();
  }
}
