package org.trawl.ingest;

import java.util.List;
import org.trawl.media.MediaCatalogue;
import org.trawl.media.MediaEntry;
import org.trawl.schema.MediaFile;

/// The media files of tweets, for the index of tweets: what each shows and what it is called.
///
/// @param catalogue empty where no media were given
record TweetMedia(MediaCatalogue catalogue) {
  /// The files of a tweet, in the order of their names.
  List<MediaFile> of(long id) {
    if (catalogue.size() == 0) {
      return List.of();
    }
    return catalogue.ofTweet(id).stream().map(this::file).toList();
  }

  private MediaFile file(MediaEntry entry) {
    var container = catalogue.containers().get(entry.place().container());
    return new MediaFile(
        MediaFile.Kind.of(entry), entry.facts().exif().any(), container.nameOf(entry.place()));
  }
}
