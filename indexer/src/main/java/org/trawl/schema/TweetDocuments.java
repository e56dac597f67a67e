package org.trawl.schema;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.trawl.detect.LanguageDetector;
import org.trawl.detect.LanguageReading;
import org.trawl.grammar.WordForms;
import org.trawl.language.LanguageCode;
import org.trawl.tweet.Hashtag;
import org.trawl.tweet.Tweet;

/// Makes documents of tweets. One for each thread: the text layers are reused, so a document must
/// be added to the index before the next one is made.
public final class TweetDocuments {
  private static final FieldType KEYWORD = type(IndexOptions.DOCS, false, true);
  private static final FieldType TEXT =
      type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, true, false);
  private static final FieldType LAYER =
      type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, true, true);

  /// Positions between two links, so that no phrase reaches from one into the next.
  private static final int LINK_GAP = 100;

  private final RowCodec codec;
  private final LanguageDetector detector;
  private final TextLayers layers;
  private final LayerStream urls = new LayerStream();

  /// @param shared takes in what rows repeat; saved beside the index
  /// @param wordForms the grammars; one for all threads
  public TweetDocuments(SharedCells shared, LanguageDetector detector, WordForms wordForms) {
    this.codec = new RowCodec(shared);
    this.detector = detector;
    this.layers = new TextLayers(wordForms);
  }

  private static FieldType type(IndexOptions options, boolean tokenized, boolean omitNorms) {
    var type = new FieldType();
    type.setIndexOptions(options);
    type.setTokenized(tokenized);
    type.setOmitNorms(omitNorms);
    type.freeze();
    return type;
  }

  /// Which language a tweet is in.
  ///
  /// @param usual what its account writes in, or [LanguageCode#UNDETERMINED]
  public LanguageReading language(Tweet tweet, String usual) {
    return detector.read(tweet.content().text(), tweet.content().language(), usual);
  }

  /// A tweet's row as it is stored; [TweetReading] makes the tweet of it again.
  public BytesRef row(Tweet tweet) {
    return codec.encode(tweet.source().row());
  }

  /// The document of a tweet whose account nothing is known of; valid until the next call.
  ///
  /// @param media the tweet's files, where the archive has them
  public Document document(Tweet tweet, List<MediaFile> media) {
    return document(tweet, media, language(tweet, LanguageCode.UNDETERMINED));
  }

  /// The document of a tweet; valid until the next call.
  ///
  /// @param media the tweet's files, where the archive has them
  /// @param reading which language it is in
  public Document document(Tweet tweet, List<MediaFile> media, LanguageReading reading) {
    var document = new Document();
    keyword(document, TweetFields.DETECTED, reading.language());
    switch (reading.by()) {
      case ACCOUNT -> {
        keyword(document, TweetFields.READ_BY, TweetFields.BY_ACCOUNT);
        document.add(new StoredField(TweetFields.READ_BY, TweetFields.BY_ACCOUNT));
      }
      case LABEL -> keyword(document, TweetFields.READ_BY, TweetFields.BY_LABEL);
      case TEXT, LETTERS -> {}
    }
    text(document, tweet, reading.language());
    account(document, tweet);
    content(document, tweet, media);
    references(document, tweet.references());
    quotedUser(document, tweet);
    numbers(document, tweet);
    document.add(new StoredField(TweetFields.ROW, row(tweet)));
    for (var file : media) {
      document.add(new StoredField(TweetFields.MEDIA_FILE, file.stored()));
    }
    return document;
  }

  private void text(Document document, Tweet tweet, String detected) {
    layers.read(tweet.content().text(), detected);
    document.add(new Field(TweetFields.TEXT, layers.text(), TEXT));
    if (!layers.forms().isEmpty()) {
      document.add(new Field(TweetFields.FORMS, layers.forms(), LAYER));
    }
    if (!layers.written().isEmpty()) {
      document.add(new Field(TweetFields.WRITTEN, layers.written(), LAYER));
    }
    document.add(new NumericDocValuesField(TweetFields.COPY, layers.copyHash()));
    for (var position : layers.aside()) {
      keyword(document, TweetFields.ASIDE, TweetFields.positionTerm(position));
    }
  }

  private static void account(Document document, Tweet tweet) {
    var operation = tweet.source().operation();
    keyword(document, TweetFields.OPERATION, operation);
    keyword(
        document, TweetFields.ACCOUNT, TweetFields.accountTerm(operation, tweet.account().id()));
  }

  private void content(Document document, Tweet tweet, List<MediaFile> media) {
    var content = tweet.content();
    keyword(document, TweetFields.LANGUAGE, content.language());
    keyword(document, TweetFields.KIND, tweet.kind().name().toLowerCase(Locale.ROOT));
    keyword(document, TweetFields.CLIENT, content.client());
    var hashtags = keys(content.hashtags());
    keywords(document, TweetFields.HASHTAG, hashtags);
    var mentions = lower(content.mentions());
    keywords(document, TweetFields.MENTION, mentions);
    links(document, content.urls());
    var kinds = MediaKinds.of(tweet, media);
    keywords(document, TweetFields.MEDIA, kinds);
    var has = new TreeSet<String>();
    has(has, "hashtags", !hashtags.isEmpty());
    has(has, "mentions", !mentions.isEmpty());
    has(has, "links", !content.urls().isEmpty());
    has(has, "geo", !(content.location() instanceof Tweet.Location.None));
    has(has, "poll", !content.poll().isEmpty());
    has(has, "media", MediaKinds.known(kinds));
    has(has, "exif", media.stream().anyMatch(MediaFile::exif));
    // By this, as the id of the tweet it quotes may be lost.
    has(has, TweetFields.HAS_QUOTE, tweet.references().quote());
    for (var feature : has) {
      keyword(document, TweetFields.HAS, feature);
    }
  }

  private static void has(Set<String> features, String feature, boolean there) {
    if (there) {
      features.add(feature);
    }
  }

  private void links(Document document, List<String> links) {
    var hosts = new TreeSet<String>();
    var parents = new TreeSet<String>();
    var keys = new TreeSet<BytesRef>();
    urls.begin();
    var position = 0;
    for (var link : new TreeSet<>(links)) {
      var address = new LinkAddress(link);
      if (!address.host().isEmpty()) {
        hosts.add(address.host());
        parents.addAll(LinkAddress.withParents(address.host()));
        keys.add(address.key());
      }
      for (var part : address.parts()) {
        urls.add(position++, new BytesRef(part.length() > 200 ? part.substring(0, 200) : part));
      }
      position += LINK_GAP;
    }
    if (!urls.isEmpty()) {
      document.add(new Field(TweetFields.URL, urls, LAYER));
    }
    for (var key : keys) {
      document.add(new Field(TweetFields.LINK, key, KEYWORD));
    }
    keywords(document, TweetFields.DOMAIN, hosts);
    for (var parent : parents) {
      keyword(document, TweetFields.HOST, parent);
    }
  }

  private static void references(Document document, Tweet.References references) {
    if (!references.inReplyToUser().isEmpty()) {
      keyword(document, TweetFields.TO, lower(references.inReplyToUser()));
    }
    if (!references.inReplyToHandle().isEmpty()) {
      keyword(document, TweetFields.TO, lower(references.inReplyToHandle()));
    }
    if (!references.retweetedUser().isEmpty()) {
      keyword(document, TweetFields.RETWEETED_USER, lower(references.retweetedUser()));
    }
    if (!references.retweetedHandle().isEmpty()) {
      keyword(document, TweetFields.RETWEETED_USER, lower(references.retweetedHandle()));
    }
    keyword(document, TweetFields.RETWEETED, lower(references.retweeted()));
    references
        .inReplyToTweet()
        .ifPresent(id -> keyword(document, TweetFields.REPLY_TO_TWEET, TweetFields.idTerm(id)));
    references
        .quotedTweet()
        .ifPresent(id -> keyword(document, TweetFields.QUOTED_TWEET, TweetFields.idTerm(id)));
    references
        .retweetedTweet()
        .ifPresent(id -> keyword(document, TweetFields.RETWEETED_TWEET, TweetFields.idTerm(id)));
  }

  private static void quotedUser(Document document, Tweet tweet) {
    var quoted = tweet.references().quotedTweet();
    if (quoted.isPresent()) {
      tweet.content().urls().stream()
          .flatMap(url -> new LinkAddress(url).handleOf(quoted.getAsLong()).stream())
          .findFirst()
          .ifPresent(handle -> keyword(document, TweetFields.QUOTED_USER, handle));
    }
  }

  private static void numbers(Document document, Tweet tweet) {
    document.add(new NumericDocValuesField(TweetFields.ID, tweet.id().value()));
    document.add(new NumericDocValuesField(TweetFields.TIME, tweet.time().getEpochSecond()));
    var counts = tweet.counts();
    document.add(NumericDocValuesField.indexedField(TweetFields.LIKES, counts.likes()));
    document.add(NumericDocValuesField.indexedField(TweetFields.RETWEETS, counts.retweets()));
    document.add(NumericDocValuesField.indexedField(TweetFields.REPLIES, counts.replies()));
    document.add(NumericDocValuesField.indexedField(TweetFields.QUOTES, counts.quotes()));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static Set<String> keys(List<String> hashtags) {
    var keys = new TreeSet<String>();
    for (var tag : hashtags) {
      if (!tag.isBlank()) {
        keys.add(Hashtag.key(tag));
      }
    }
    return keys;
  }

  private static Set<String> lower(List<String> texts) {
    var lower = new TreeSet<String>();
    for (var text : texts) {
      if (!text.isBlank()) {
        lower.add(lower(text));
      }
    }
    return lower;
  }

  /// A facet's values, or the empty term.
  private static void keywords(Document document, String field, Set<String> values) {
    if (values.isEmpty()) {
      keyword(document, field, "");
    }
    for (var value : values) {
      keyword(document, field, value);
    }
  }

  private static void keyword(Document document, String field, String value) {
    document.add(new Field(field, new BytesRef(TweetFields.cut(value)), KEYWORD));
  }
}
