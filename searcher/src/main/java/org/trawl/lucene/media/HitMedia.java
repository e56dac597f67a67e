package org.trawl.lucene.media;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.trawl.media.MediaCatalogue;
import org.trawl.schema.MediaFile;
import org.trawl.search.SearchResult.Media;

/// The media files of hits, with what the catalogue has of them.
public record HitMedia(MediaCatalogue catalogue) {
  /// The files of a tweet.
  ///
  /// @param stored what its document has: all there is where a part was published before its media
  ///   were looked at
  public List<Media> of(long tweet, List<MediaFile> stored) {
    var entries = catalogue.ofTweet(tweet);
    if (entries.isEmpty()) {
      return stored.stream()
          .map(file -> new Media(name(file.kind()), file.name(), Optional.empty()))
          .toList();
    }
    return entries.stream()
        .map(entry ->
            new Media(
                name(MediaFile.Kind.of(entry)),
                catalogue.containers().get(entry.place().container()).nameOf(entry.place()),
                Optional.of(entry)))
        .toList();
  }

  private static String name(MediaFile.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
