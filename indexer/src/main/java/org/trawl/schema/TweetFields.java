package org.trawl.schema;

import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;

/// The fields of a tweet's document.
///
/// # The three layers of the text
///
/// A tweet's tokens stand at the same positions in three fields, each holding only what the one
/// before it cannot say:
///
/// - [#TEXT] has every token, folded: lower case, accents off. Phrases, wildcards, fuzzy words and
///   regular expressions run here.
/// - [#FORMS] has the lemmas of a token by the grammar of the tweet's [#DETECTED] language, as
///   [org.trawl.language.WordTerms#form]; and only where they are anything else than just the
///   folded token itself, which is its own lemma too. Most tokens are, so this layer is small, and
///   so are its posting lists.
/// - [#WRITTEN] has a token as it was written, as [org.trawl.language.WordTerms#written]; and only
///   where that differs from the folded token.
///
/// Words that a hyphen or an apostrophe joins stand in [#FORMS] once more as one, at the position
/// of the first, as [org.trawl.language.WordTerms#joined]: `e-mail` is found as `email` in any
/// form, and only so. A word with its sign (`$5`, `c++`) is one more term of [#TEXT] at the
/// position of the word.
///
/// A word therefore matches in any form where `text` has the word itself; or `forms` has one of its
/// lemmas in some language; or `text` has a lemma that is its own only lemma in a language that the
/// tweet was read as.
///
/// # Facets
///
/// A facet's field has one term a value; a tweet without any has the empty term. Columns are built
/// from these postings when an index is published (package `columns`), so that facet fields need no
/// doc values.
public final class TweetFields {
  /// Folded tokens with positions.
  public static final String TEXT = "text";

  /// Lemmas by language, with the positions of their tokens.
  public static final String FORMS = "forms";

  /// Tokens as written, with positions.
  public static final String WRITTEN = "written";

  /// The account that sent it, one term: [#accountTerm].
  public static final String ACCOUNT = "account";

  /// The release's name.
  public static final String OPERATION = "operation";

  /// The archive's language code, `und` for none.
  public static final String LANGUAGE = "language";

  /// The language Trawl read the tweet as, ISO code, `und` for none.
  public static final String DETECTED = "detected";

  /// What [#DETECTED] goes by where neither letters nor text decide: [#BY_ACCOUNT], or [#BY_LABEL]
  /// where it is not known what the account writes in, or its letters are others. All other tweets
  /// have no term. The former is stored as well.
  public static final String READ_BY = "read_by";

  public static final String BY_ACCOUNT = "account";
  public static final String BY_LABEL = "label";

  /// `tweet`, `retweet`, `reply` or `quote`.
  public static final String KIND = "kind";

  /// What media it has: `images`, `videos`, `gifs`, each known from media files or link addresses;
  /// `unexplained` for a short link that the archive's list of links lacks, a hint of media and no
  /// proof; or the empty term.
  public static final String MEDIA = "media";

  /// The app it was sent from, or the empty term.
  public static final String CLIENT = "client";

  /// Hashtags in lower case without `#`, or the empty term.
  public static final String HASHTAG = "hashtag";

  /// Mentioned handles in lower case, or user ids where the text lacks the handle; or the empty
  /// term.
  public static final String MENTION = "mention";

  /// Hosts of links without `www.`, or the empty term.
  public static final String DOMAIN = "domain";

  /// Hosts of links with all their parent domains of two labels or more.
  public static final String HOST = "host";

  /// The parts of link addresses, folded, with positions.
  public static final String URL = "url";

  /// Each link by [LinkAddress#canonical], hashed to 8 bytes: tweets with the same link share it.
  public static final String LINK = "link";

  /// What it carries: `links`, `hashtags`, `mentions`, `geo`, `poll`, `media`, `exif`,
  /// [#HAS_QUOTE].
  public static final String HAS = "has";

  public static final String HAS_QUOTE = "quote";

  /// Whom it answers: the user id, and the handle in lower case where the text begins with it.
  public static final String TO = "to";

  /// Whom it retweets: the user id, and the handle in lower case where the text has it.
  public static final String RETWEETED_USER = "retweeted_user";

  /// The one account it retweets: [org.trawl.tweet.Tweet.References#retweeted] in lower case, or
  /// the empty term.
  public static final String RETWEETED = "retweeted";

  /// The id of the tweet it answers.
  public static final String REPLY_TO_TWEET = "reply_to_tweet";

  /// The id of the tweet it quotes.
  public static final String QUOTED_TWEET = "quoted_tweet";

  /// Whom it quotes: the handle in lower case that a link of the tweet gives.
  public static final String QUOTED_USER = "quoted_user";

  /// The id of the tweet it retweets.
  public static final String RETWEETED_TWEET = "retweeted_tweet";

  /// The tweet's id, a doc value.
  public static final String ID = "id";

  /// Seconds since 1970, a doc value.
  public static final String TIME = "time";

  /// Engagement, doc values.
  public static final String LIKES = "likes";

  public static final String RETWEETS = "retweets";
  public static final String REPLIES = "replies";
  public static final String QUOTES = "quotes";

  /// The hash of the text that copies share, a doc value; 0 for a tweet without words. What is set
  /// aside is decided in [CopyText].
  public static final String COPY = "copy";

  /// The positions in [#TEXT] of words that [#COPY] sets aside, one term each: [#positionTerm].
  /// Those of mentions, of the `RT` in front and of the hashtags at the end.
  public static final String ASIDE = "aside";

  /// The whole row as bytes, and the media files; stored.
  public static final String ROW = "row";

  public static final String MEDIA_FILE = "media_file";

  /// Changes with every change to what is written; an index of another version is rebuilt.
  public static final int VERSION = 10;

  /// Newest first, then the higher id: what people read first lies first, a span of time is a range
  /// of documents in each segment, and documents of one moment compress well together.
  public static Sort indexSort() {
    return new Sort(
        new SortField(TIME, SortField.Type.LONG, true),
        new SortField(ID, SortField.Type.LONG, true));
  }

  /// The term of an account of an operation.
  public static String accountTerm(String operation, String userId) {
    return operation + '\0' + userId;
  }

  /// The operation in an account's term.
  public static String accountOperation(String term) {
    return term.substring(0, term.indexOf('\0'));
  }

  /// The user id in an account's term.
  public static String accountUser(String term) {
    return term.substring(term.indexOf('\0') + 1);
  }

  /// The term of a tweet's id.
  public static String idTerm(long id) {
    return Long.toString(id);
  }

  /// The term of a position in a text.
  static String positionTerm(int position) {
    return Integer.toString(position);
  }

  /// The position of a [#positionTerm].
  public static int position(BytesRef term) {
    return Integer.parseInt(term.utf8ToString());
  }

  /// A value cut to what a term can hold (32,766 bytes), which no honest value reaches.
  static String cut(String value) {
    return value.length() > 8_000 ? value.substring(0, 8_000) : value;
  }

  private TweetFields() {}
}
