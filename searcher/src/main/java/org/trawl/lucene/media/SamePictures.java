package org.trawl.lucene.media;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.trawl.columns.Columns;
import org.trawl.lucene.names.AccountDirectory;
import org.trawl.media.MediaCatalogue;
import org.trawl.media.PictureHash;
import org.trawl.search.SearchResult.Hit;
import org.trawl.search.SearchResult.SamePicture;

/// Counts the tweets with a picture like those of a page's hits. For one page.
public final class SamePictures {
  private final MediaCatalogue media;
  private final Lookup lookup;
  private final Columns columns;
  private final AccountDirectory accounts;

  /// What was counted, by the tweets that look alike: a page often has several of them.
  private final Map<List<Long>, SamePicture> counted = new HashMap<>();

  /// Finds the document of a tweet.
  @FunctionalInterface
  public interface Lookup {
    OptionalInt find(long id) throws IOException;
  }

  public SamePictures(
      MediaCatalogue media, Lookup lookup, Columns columns, AccountDirectory accounts) {
    this.media = media;
    this.lookup = lookup;
    this.columns = columns;
    this.accounts = accounts;
  }

  /// The hit with how often its pictures stand in the archive.
  public Hit on(Hit hit) throws IOException {
    if (hit.media().isEmpty() || media.size() == 0) {
      return hit;
    }
    var like = media.tweetsLike(hit.tweet().id().value(), PictureHash.ALIKE);
    if (like.length < 2) {
      return hit;
    }
    var key = Arrays.stream(like).boxed().toList();
    var known = counted.get(key);
    if (known == null) {
      known = count(like);
      counted.put(key, known);
    }
    return known.tweets() < 2 ? hit : hit.withPictures(Optional.of(known));
  }

  /// The media of a release may be of tweets that were not indexed.
  private SamePicture count(long[] ids) throws IOException {
    var tweets = 0L;
    var users = new HashSet<Integer>();
    for (var id : ids) {
      var doc = lookup.find(id);
      if (doc.isPresent()) {
        tweets++;
        users.add(accounts.user(columns.account(doc.getAsInt())));
      }
    }
    return new SamePicture(tweets, users.size());
  }
}
