package org.trawl.columns;

import static java.util.Objects.requireNonNull;

/// All columns of one published index, by document number of its reader.
///
/// Each tweet has one *trait set*: its language, the detected one, its kind, media and client, how
/// many copies its text has and whether it has hashtags, mentions and links. Few sets occur, so
/// that counting a tweet into all of these facets is one increment, and a fold over the sets at the
/// end. Operation, account language and year are the account's and come out of its one count in the
/// same way. Hashtags, mentions, domains and retweeted accounts, several a tweet or of many values,
/// are *tags*: one list a tweet, in one space of ordinals.
///
/// @param rows three numbers a tweet: its account, its trait set, where its tags begin in `tags`;
///   and one more such triple at the end whose tags' begin is the end of the last tweet's
/// @param tags ordinals: hashtags from 0, then mentions, then domains, then retweeted accounts
/// @param times seconds since 1970
/// @param detected the ordinal in `detectedLanguages` of each tweet
/// @param copies the group of tweets with the same text, 1 or more; 0: no other has it
/// @param groupSizes tweets by group; index 0 is unused
@SuppressWarnings(
    "ArrayRecordComponent") // Plain arrays are what makes counting fast; never compared.
public record Columns(
    int[] rows,
    int[] tags,
    int[] times,
    byte[] detected,
    int[] copies,
    int[] groupSizes,
    NearCopies near,
    OddIds oddIds,
    Traits traits,
    Dictionaries dictionaries) {
  /// Numbers a tweet in `rows`.
  public static final int STRIDE = 3;

  public static final int ACCOUNT = 0;
  public static final int TRAITS = 1;
  public static final int TAGS = 2;

  public Columns {
    requireNonNull(near, "near");
    requireNonNull(oddIds, "oddIds");
    requireNonNull(traits, "traits");
    requireNonNull(dictionaries, "dictionaries");
    if (rows.length % STRIDE != 0
        || rows.length / STRIDE != detected.length + 1
        || copies.length != detected.length
        || times.length != detected.length) {
      throw new IllegalArgumentException("columns of different lengths");
    }
  }

  /// How many tweets there are.
  public int size() {
    return detected.length;
  }

  public int account(int doc) {
    return rows[doc * STRIDE + ACCOUNT];
  }

  public int traitSet(int doc) {
    return rows[doc * STRIDE + TRAITS];
  }

  /// How many tweets of the archive have this tweet's text, itself included.
  public int copiesOf(int doc) {
    return copies[doc] == 0 ? 1 : groupSizes[copies[doc]];
  }

  /// How many tweets of the archive have nearly this tweet's text, itself and its copies included.
  public int similarTo(int doc) {
    var text = near.text(doc);
    return text < 0 ? copiesOf(doc) : near.tweets(text);
  }

  /// The tweets whose id does not hold the second they were sent in: those before November 2010 and
  /// those without an id in the archive. All others are found by their time.
  ///
  /// @param ids ascending
  /// @param docs the tweet of each id
  @SuppressWarnings("ArrayRecordComponent") // As above.
  public record OddIds(long[] ids, int[] docs) {}

  /// The trait sets that occur, most frequent first.
  ///
  /// @param media a bit for each ordinal of `Dictionaries.media`
  /// @param detected ordinals in `Dictionaries.detectedLanguages`
  /// @param copies numbers of [CopyRange]
  /// @param missing a bit each for: no hashtags (1), no mentions (2), no domains (4), no retweet
  ///   (8)
  /// @param counts tweets of the whole archive by trait set
  @SuppressWarnings("ArrayRecordComponent") // As above.
  public record Traits(
      int[] language,
      int[] detected,
      int[] kind,
      int[] media,
      int[] client,
      int[] copies,
      int[] missing,
      int[] counts) {
    static Traits ofSize(int size) {
      return new Traits(
          new int[size],
          new int[size],
          new int[size],
          new int[size],
          new int[size],
          new int[size],
          new int[size],
          new int[size]);
    }

    public int size() {
      return counts.length;
    }
  }

  /// The texts behind the ordinals. An empty text is "none".
  public record Dictionaries(
      Dictionary accounts,
      Dictionary languages,
      Dictionary kinds,
      Dictionary media,
      Dictionary clients,
      Dictionary detectedLanguages,
      Dictionary hashtags,
      Dictionary mentions,
      Dictionary domains,
      Dictionary retweeted) {
    /// Where the mentions begin in the one space of tag ordinals; hashtags begin at 0.
    public int firstMention() {
      return hashtags.size();
    }

    /// Where the domains begin in the one space of tag ordinals.
    public int firstDomain() {
      return hashtags.size() + mentions.size();
    }

    /// Where the retweeted accounts begin in the one space of tag ordinals.
    public int firstRetweeted() {
      return firstDomain() + domains.size();
    }

    /// How many tag ordinals there are.
    public int tagCount() {
      return firstRetweeted() + retweeted.size();
    }
  }
}
