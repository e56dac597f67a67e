package org.trawl.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.trawl.search.ArchiveInfo;

/// Lets clients keep answers for as long as the index is the same, and ask whether it is without a
/// search. Answers to one address are equal in what they say while the index and the program are
/// the same; the time taken stands in them too, so the tag is a weak one.
public final class Freshness {
  private final String tag;

  public Freshness(ArchiveInfo.State state) {
    var crc = new CRC32();
    var version = Freshness.class.getPackage().getImplementationVersion();
    for (var part : new Object[] {state.created(), state.updated(), version}) {
      crc.update(String.valueOf(part).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    tag = "W/\"%d-%08x\"".formatted(state.generation(), crc.getValue());
  }

  /// Marks an answer, and tells whether the client has it already: then there is nothing to do.
  public boolean known(Context ctx) {
    if (ctx.method().equals(HandlerType.POST)) {
      // What was sent along makes it another answer each time.
      never(ctx);
      return false;
    }
    ctx.header("ETag", tag);
    ctx.header("Cache-Control", "private, no-cache");
    var asked = ctx.header("If-None-Match");
    if (asked == null
        || Arrays.stream(asked.split(",")).map(String::strip).noneMatch(tag::equals)) {
      return false;
    }
    ctx.status(304);
    return true;
  }

  /// Takes the mark off an answer that would be another one the next time.
  static void never(Context ctx) {
    ctx.removeHeader("ETag");
    ctx.header("Cache-Control", "no-store");
  }
}
