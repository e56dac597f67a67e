package org.trawl.api.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.trawl.search.SearchResult.Hit;

/// One id a line, for programs that take lists of ids.
final class IdTweets implements ExportWriter {
  private final OutputStream out;
  private final Ids ids;

  IdTweets(OutputStream out, Ids ids) {
    this.out = out;
    this.ids = ids;
  }

  @Override
  public void take(Hit hit) throws IOException {
    if (ExportColumn.ID.of(hit) instanceof ExportColumn.Cell.Id id) {
      out.write((ids.of(id) + "\n").getBytes(StandardCharsets.US_ASCII));
    }
  }

  @Override
  public void finish() throws IOException {
    out.flush();
  }
}
