package org.trawl.schema;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.trawl.tweet.Tweet;

/// Which media a tweet has, by its files where they are given, else by its link addresses.
public final class MediaKinds {
  /// A short link in the text that the archive's list of links does not explain: Twitter's own
  /// media are such links, but so are links to suspended accounts.
  static final String UNEXPLAINED = "unexplained";

  private MediaKinds() {}

  public static Set<String> of(Tweet tweet, List<MediaFile> files) {
    var kinds = new TreeSet<String>();
    for (var file : files) {
      if (file.kind() != MediaFile.Kind.NONE) {
        kinds.add(file.kind().facet());
      }
    }
    if (!kinds.isEmpty()) {
      return kinds;
    }
    var content = tweet.content();
    for (var url : content.urls()) {
      byAddress(url, kinds);
    }
    if (content.text().contains("pic.twitter.com/")) {
      kinds.add(MediaFile.Kind.IMAGE.facet());
    }
    if (kinds.isEmpty() && shortLinks(content.text()) > content.urls().size()) {
      kinds.add(UNEXPLAINED);
    }
    return kinds;
  }

  private static void byAddress(String url, Set<String> kinds) {
    if (url.contains("pic.twitter.com/") || url.contains("pbs.twimg.com/media/")) {
      kinds.add(MediaFile.Kind.IMAGE.facet());
    }
    if (url.contains("video.twimg.com/")) {
      kinds.add(MediaFile.Kind.VIDEO.facet());
    }
    if (url.contains("//twitter.com/") && url.contains("/status/")) {
      if (url.contains("/photo/")) {
        kinds.add(MediaFile.Kind.IMAGE.facet());
      }
      if (url.contains("/video/")) {
        kinds.add(MediaFile.Kind.VIDEO.facet());
      }
    }
  }

  private static int shortLinks(String text) {
    var count = 0;
    for (var at = text.indexOf("//t.co/"); at >= 0; at = text.indexOf("//t.co/", at + 1)) {
      count++;
    }
    return count;
  }

  /// Whether some medium is certain.
  static boolean known(Set<String> kinds) {
    return !kinds.isEmpty() && !kinds.contains(UNEXPLAINED);
  }
}
