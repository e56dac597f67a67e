package org.trawl.web.media;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.trawl.api.Json;
import org.trawl.api.SearchParameters;
import org.trawl.media.MediaCatalogue;
import org.trawl.media.MediaEntry;
import org.trawl.search.QueryRefused;
import org.trawl.search.SearchRequest.Sort;
import org.trawl.search.SearchResult.Hit;
import org.trawl.search.SearchResult.Media;
import org.trawl.search.TweetSearch;
import org.trawl.web.ClientStream.ClientGone;

/// The media files of a search as a zip: each file once, called by its content, and behind them
/// `manifest.jsonl`, which tells of which tweets each is. In memory some 100 bytes a file.
final class MediaZip {
  private static final int BUFFER_BYTES = 1 << 16;

  private final TweetSearch searcher;
  private final MediaCatalogue catalogue;
  private final ZipOutputStream zip;
  private final Set<String> written = new HashSet<>();
  private final Map<String, String> missing = new HashMap<>();

  MediaZip(TweetSearch searcher, OutputStream out) {
    this.searcher = searcher;
    catalogue = searcher.media();
    zip = new ZipOutputStream(out);
    // They are packed already.
    zip.setLevel(Deflater.NO_COMPRESSION);
  }

  /// The first line of the manifest.
  private record About(String query, String reading, String version, String written) {}

  /// Another line: one file of one tweet.
  ///
  /// @param file its name in the zip
  /// @param absent why it is not there
  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Line(
      String tweet,
      String time,
      String account,
      String operation,
      String name,
      @Nullable String file,
      @Nullable String sha256,
      @Nullable String absent) {}

  /// Writes all of it. Hits are gone through twice, as nothing of them is held.
  void write(SearchParameters search) throws IOException, QueryRefused {
    var query = search.request().query();
    var selection = search.request().selection();
    searcher.export(query, selection, Sort.NEWEST, this::files);
    zip.putNextEntry(new ZipEntry("manifest.jsonl"));
    line(
        new About(
            search.query().text(),
            search.reading(),
            searcher.archive().version(),
            Instant.now().toString()));
    searcher.export(query, selection, Sort.NEWEST, this::lines);
    zip.closeEntry();
    zip.finish();
  }

  private void files(Hit hit) throws IOException {
    for (var media : hit.media()) {
      var name = media.file().flatMap(MediaEntry::address);
      if (name.isPresent() && !missing.containsKey(name.get()) && written.add(name.get())) {
        file(media.file().orElseThrow(), name.get());
      }
    }
  }

  private void file(MediaEntry entry, String name) throws IOException {
    try (var in = catalogue.open(entry, 0)) {
      zip.putNextEntry(new ZipEntry("media/" + name));
      var buffer = new byte[BUFFER_BYTES];
      for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        zip.write(buffer, 0, read);
      }
      zip.closeEntry();
    } catch (ClientGone e) {
      throw e;
    } catch (IOException e) {
      written.remove(name);
      missing.put(name, "its file cannot be read where it was when it was indexed");
    }
  }

  private void lines(Hit hit) throws IOException {
    for (var media : hit.media()) {
      line(line(hit, media));
    }
  }

  private Line line(Hit hit, Media media) {
    var name = media.file().flatMap(MediaEntry::address);
    var there = name.filter(written::contains);
    var refusal = media.file().map(entry -> entry.facts().refusal()).orElse("no file is known");
    var absent = there.isPresent() ? null : missing.getOrDefault(name.orElse(""), refusal);
    return new Line(
        hit.tweet().id().toString(),
        hit.tweet().time().toString(),
        hit.tweet().account().id(),
        hit.tweet().source().operation(),
        media.name(),
        there.map(file -> "media/" + file).orElse(null),
        media.file().map(entry -> entry.facts().sha256()).orElse(null),
        absent);
  }

  private void line(Object line) throws IOException {
    zip.write(Json.bytes(line));
    zip.write('\n');
  }
}
