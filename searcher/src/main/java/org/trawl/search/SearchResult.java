package org.trawl.search;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trawl.media.MediaEntry;
import org.trawl.search.SearchRequest.Collapse;
import org.trawl.tweet.Tweet;

/// An answer: exact totals and counts, and one page of hits.
///
/// @param total tweets that match
/// @param texts different texts among them, links, mentions and the like set aside
/// @param accounts accounts that sent them
/// @param partial whether the time budget ended before all was counted
public record SearchResult(
    long total,
    long texts,
    long accounts,
    Duration took,
    boolean partial,
    Page page,
    Counts counts) {
  public SearchResult {
    requireNonNull(took, "took");
    requireNonNull(page, "page");
    requireNonNull(counts, "counts");
  }

  /// Hits in order.
  ///
  /// @param before how many hits the pages before this one have shown
  /// @param next the cursor of the page after this one; empty after the last hit
  /// @param held accounts of which hits stand further down than their score has them, so that many
  ///   accounts come first: their user ids, and how many of the search's hits they sent
  public record Page(List<Hit> hits, long before, Optional<String> next, Map<String, Long> held) {
    public static final Page EMPTY = new Page(List.of(), 0, Optional.empty(), Map.of());

    public Page {
      hits = List.copyOf(hits);
      held = Map.copyOf(held);
      requireNonNull(next, "next");
    }
  }

  /// The hits of the page.
  public List<Hit> hits() {
    return page.hits();
  }

  /// The cursor of the next page.
  public Optional<String> next() {
    return page.next();
  }

  /// What was counted over all hits.
  public record Counts(Map<Facet, FacetCounts> facets, Optional<Timeline> timeline) {
    public Counts {
      facets =
          facets.isEmpty()
              ? Map.of()
              : java.util.Collections.unmodifiableMap(new EnumMap<>(facets));
      requireNonNull(timeline, "timeline");
    }
  }

  /// The values of one facet, most frequent first, then by name; `(none)` stands among them.
  ///
  /// @param distinct how many values there are in all, `(none)` not counted
  public record FacetCounts(List<FacetValue> values, long distinct) {
    public FacetCounts {
      values = List.copyOf(values);
    }
  }

  /// Values of one facet, asked for alone.
  ///
  /// @param partial whether time ran out, so that counts are lower bounds
  public record FacetValues(FacetCounts counts, boolean partial) {
    public FacetValues {
      requireNonNull(counts, "counts");
    }
  }

  /// One value of a facet.
  ///
  /// @param value what to filter by
  /// @param label what to show: the handle of an account, else the value
  /// @param count the total after choosing this value alone in its facet
  public record FacetValue(
      String value, String label, long count, boolean selected, boolean excluded) {}

  /// One tweet of the answer.
  ///
  /// @param detected the language Trawl read the tweet as, ISO code
  /// @param asItsAccount whether that is so because most tweets of the account are in it: the
  ///   tweet's own few words do not tell
  /// @param marks what matched in the text: ascending, not overlapping
  /// @param copies tweets in the archive with the same text, this one included
  /// @param media files of this tweet
  /// @param pictures how often its pictures stand in the archive; empty for once, and in exports
  public record Hit(
      Tweet tweet,
      String detected,
      boolean asItsAccount,
      List<Span> marks,
      Copies copies,
      List<Media> media,
      Optional<SamePicture> pictures) {
    public Hit {
      marks = List.copyOf(marks);
      media = List.copyOf(media);
      requireNonNull(pictures, "pictures");
    }

    /// How many tweets in the archive have nearly this text, this one and its copies included.
    public long similar() {
      return copies.similar();
    }

    /// A tweet whose own text tells its language.
    public Hit(Tweet tweet, String detected, List<Span> marks, Copies copies, List<Media> media) {
      this(tweet, detected, false, marks, copies, media, Optional.empty());
    }

    public Hit withCopies(Copies other) {
      return new Hit(tweet, detected, asItsAccount, marks, other, media, pictures);
    }

    public Hit withPictures(Optional<SamePicture> other) {
      return new Hit(tweet, detected, asItsAccount, marks, copies, media, other);
    }

    public Hit withMarks(List<Span> other) {
      return new Hit(tweet, detected, asItsAccount, other, copies, media, pictures);
    }
  }

  /// Characters `start` (inclusive) to `end` (exclusive) of a text, in UTF-16 units.
  public record Span(int start, int end) {
    public Span {
      if (start < 0 || end <= start) {
        throw new IllegalArgumentException("a span must not be empty, got " + start + " to " + end);
      }
    }
  }

  /// Tweets of the same text, or nearly the same.
  ///
  /// @param tweets of the same text in the whole archive, 1 or more
  /// @param similar of nearly the same text in the whole archive, those of the same among them
  /// @param hits among this search's hits that this one stands for; 0 unless hits are collapsed
  /// @param accounts that sent those hits; 0 unless hits are collapsed
  /// @param collapsed which hits those are
  public record Copies(long tweets, long similar, long hits, long accounts, Collapse collapsed) {
    public Copies {
      requireNonNull(collapsed, "collapsed");
    }

    /// Of a hit that stands for itself.
    public Copies(long tweets, long similar) {
      this(tweets, similar, 0, 0, Collapse.NONE);
    }
  }

  /// What one thing adds to a hit's score.
  ///
  /// @param what `word`, `as typed`, `name`, `nearness`, `origin`, `length` or `reactions`
  /// @param of what it is about: a word of the query, a trait of the tweet
  public record ScorePart(String what, String of, int points) {}

  /// Why a hit stands where it stands.
  ///
  /// @param points its score, the sum of its parts; hits of a higher score come first, then those
  ///   of a higher id
  /// @param byScore its place by score alone, from 1, which is another one where the first hits are
  ///   varied; 0 for a hit far behind them, which stands by score alone
  public record Standing(int points, List<ScorePart> parts, int byScore) {
    public Standing {
      parts = List.copyOf(parts);
    }
  }

  /// Tweets of the archive with a picture like one of a tweet's, itself included: those that
  /// [org.trawl.query.QueryAst.SamePicture] finds.
  ///
  /// @param tweets 2 or more
  /// @param accounts that sent them
  public record SamePicture(long tweets, long accounts) {}

  /// A picture or video of a tweet.
  ///
  /// @param kind `image`, `video` or `gif`
  /// @param name the file's name, and the archive it lies in
  public record Media(String kind, String name, Optional<MediaEntry> file) {
    public Media {
      requireNonNull(kind, "kind");
      requireNonNull(name, "name");
      requireNonNull(file, "file");
    }
  }
}
