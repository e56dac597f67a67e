package org.trawl.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.trawl.api.Json;
import org.trawl.api.SearchParameters;
import org.trawl.api.export.ExportFormat;
import org.trawl.api.export.ExportManifest;
import org.trawl.api.export.ExportOptions;
import org.trawl.api.export.ExportWriter;
import org.trawl.api.export.MeasuredOutput;
import org.trawl.search.SearchRequest.Sort;
import org.trawl.search.SearchResult.Hit;
import org.trawl.search.TweetSearch;
import org.trawl.search.TweetSearch.HitSink;

/// An export on its way; begun with its first tweet, so that a search that fails before can still
/// be answered by a problem.
final class ExportedFile implements HitSink {
  private static final int BUFFER_BYTES = 64 << 10;

  /// Tweets between two notes of how far it is.
  private static final int NOTED_EVERY = 256;

  private final Context ctx;
  private final Wanted export;
  private final TweetSearch searcher;
  private final ExportsUnderWay.@Nullable Export told;
  private long tweets;
  private boolean whole;
  private @Nullable ExportWriter writer;
  private @Nullable ClientStream client;
  private @Nullable BufferedOutputStream out;
  private @Nullable ZipOutputStream zip;
  private @Nullable MeasuredOutput measured;

  /// What is to be sent.
  ///
  /// @param told whether what it is of goes with it
  /// @param name of the file, without its extension
  /// @param named by which its progress is asked for
  record Wanted(
      SearchParameters search,
      Sort sort,
      ExportFormat format,
      ExportOptions options,
      boolean told,
      String name,
      Optional<String> named) {
    /// Some files have a place for what they are of; others come in a zip with it.
    boolean zipped() {
      return told && !format.holdsManifest();
    }

    String entry() {
      return name + "." + format.extension();
    }
  }

  /// @param told where its progress is noted, if anyone asks for it
  ExportedFile(
      Context ctx, Wanted export, TweetSearch searcher, ExportsUnderWay.@Nullable Export told) {
    this.ctx = ctx;
    this.export = export;
    this.searcher = searcher;
    this.told = told;
  }

  private ExportWriter writer() throws IOException {
    if (writer == null) {
      client = new ClientStream(ctx.outputStream());
      out = new BufferedOutputStream(client, BUFFER_BYTES);
      writer = export.format().open(export.zipped() ? entry(out) : out, export.options());
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

  /// Whether all of it was sent.
  boolean isWhole() {
    return whole;
  }

  @Override
  public void take(Hit hit) throws IOException {
    writer().take(hit);
    tweets++;
    if (tweets % NOTED_EVERY == 0) {
      note();
    }
  }

  private void note() {
    if (told != null && client != null) {
      told.at(tweets, client.bytes());
    }
  }

  @Override
  public boolean marked() {
    return export.format().marks() && export.options().whole();
  }

  void finish() throws IOException {
    var last = writer();
    if (export.told()) {
      last.holds(manifest());
    }
    last.finish();
    if (zip != null && measured != null) {
      zip.closeEntry();
      zip.putNextEntry(new ZipEntry("manifest.json"));
      zip.write(Json.bytes(manifest().of(measured.file(export.entry()))));
      zip.finish();
    }
    if (out != null) {
      out.flush();
    }
    note();
    whole = true;
  }

  private ExportManifest manifest() {
    return ExportManifest.of(
        export.search(),
        export.sort(),
        export.format(),
        export.options(),
        searcher.archive(),
        tweets);
  }
}
