package org.trawl.page.site;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Instant;
import org.trawl.page.media.Showing;
import org.trawl.search.TweetSearch;
import org.trawl.web.BasePath;

/// What every page has around its content.
///
/// @param base where the addresses of its pages begin
/// @param assets where the static files are, a folder named by their content
/// @param pictures how they are shown until the reader says otherwise
/// @param indexed the day of the index, such as `24 Jun 2016`
public record Site(BasePath base, String assets, Showing pictures, String indexed) {
  public Site {
    requireNonNull(base, "base");
    requireNonNull(assets, "assets");
    requireNonNull(pictures, "pictures");
    requireNonNull(indexed, "indexed");
  }

  /// The site of an archive.
  ///
  /// @param base where the addresses of its pages begin
  /// @param pictures how they are shown where there are some
  /// @throws IOException if the build lacks a static file
  public static Site of(TweetSearch searcher, BasePath base, Showing pictures) throws IOException {
    var indexed = Wording.day(searcher.archive().state().updated());
    return new Site(base, Assets.load().folder(), pictures.of(searcher.media()), indexed);
  }

  /// The address of a static file.
  public String asset(String name) {
    return assets + name;
  }

  /// The day on which a page is made.
  public String today() {
    return Wording.day(Instant.now());
  }
}
