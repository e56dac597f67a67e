package org.trawl.bench;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.trawl.schema.LinkAddress;
import org.trawl.schema.MediaKinds;
import org.trawl.search.Facet;
import org.trawl.tweet.Tweet;

/// A tweet as a document of the baseline: what Lucene's own guides would make of it. Every column
/// is stored, the text is analysed by the standard analyzer, numbers are [LongField]s, and the
/// twelve facets are facet fields in their one default column.
final class BaselineDocuments {
  static final String TEXT = "text";
  static final String ID = "id";
  static final String TIME = "time";
  static final String LIKES = "likes";
  static final String RETWEETS = "retweets";

  /// Enough for any honest value; a term has a limit.
  private static final int MOST_CHARS = 8_000;

  private BaselineDocuments() {}

  static Analyzer analyzer() {
    return new StandardAnalyzer();
  }

  /// Which facets have several values a tweet.
  static FacetsConfig facets() {
    var config = new FacetsConfig();
    for (var facet : List.of(Facet.HASHTAG, Facet.MENTION, Facet.DOMAIN, Facet.MEDIA)) {
      config.setMultiValued(facet.key(), true);
    }
    return config;
  }

  /// The document to index.
  static Document of(Tweet tweet, FacetsConfig config) throws IOException {
    var document = new Document();
    document.add(new TextField(TEXT, tweet.content().text(), Store.YES));
    numbers(document, tweet);
    facets(document, tweet);
    var row = tweet.source().row();
    for (var i = 0; i < row.cells().size(); i++) {
      var cell = row.cells().get(i);
      // The text is stored above, under its own name.
      if (!cell.isEmpty() && !row.columns().get(i).equals("tweet_text")) {
        document.add(new StoredField(row.columns().get(i), cell));
      }
    }
    return config.build(document);
  }

  private static void numbers(Document document, Tweet tweet) {
    document.add(new LongField(ID, tweet.id().value(), Store.NO));
    document.add(new LongField(TIME, tweet.time().getEpochSecond(), Store.NO));
    document.add(new LongField(LIKES, tweet.counts().likes(), Store.NO));
    document.add(new LongField(RETWEETS, tweet.counts().retweets(), Store.NO));
  }

  private static void facets(Document document, Tweet tweet) {
    var content = tweet.content();
    var profile = tweet.account().profile();
    facet(document, Facet.OPERATION, Set.of(tweet.source().operation()));
    facet(document, Facet.LANGUAGE, Set.of(content.language()));
    facet(document, Facet.ACCOUNT, Set.of(tweet.account().id()));
    facet(document, Facet.HASHTAG, lower(content.hashtags()));
    facet(document, Facet.MENTION, lower(content.mentions()));
    facet(document, Facet.DOMAIN, hosts(content.urls()));
    facet(document, Facet.CLIENT, Set.of(content.client()));
    facet(document, Facet.KIND, Set.of(tweet.kind().name().toLowerCase(Locale.ROOT)));
    facet(document, Facet.RETWEETED, lower(List.of(tweet.references().retweeted())));
    facet(document, Facet.MEDIA, MediaKinds.of(tweet, List.of()));
    facet(document, Facet.ACCOUNT_LANGUAGE, Set.of(profile.language()));
    facet(
        document,
        Facet.ACCOUNT_CREATED,
        Set.of(profile.created().map(date -> Integer.toString(date.getYear())).orElse("")));
  }

  private static void facet(Document document, Facet facet, Set<String> values) {
    for (var value : values.isEmpty() ? Set.of("") : values) {
      var cut = value.length() > MOST_CHARS ? value.substring(0, MOST_CHARS) : value;
      var label = cut.isEmpty() ? Facet.NONE : cut;
      document.add(new SortedSetDocValuesFacetField(facet.key(), label));
    }
  }

  private static Set<String> lower(List<String> texts) {
    var lower = new TreeSet<String>();
    for (var text : texts) {
      if (!text.isBlank()) {
        lower.add(text.toLowerCase(Locale.ROOT));
      }
    }
    return lower;
  }

  private static Set<String> hosts(List<String> links) {
    var hosts = new TreeSet<String>();
    for (var link : links) {
      var host = new LinkAddress(link).host();
      if (!host.isEmpty()) {
        hosts.add(host);
      }
    }
    return hosts;
  }
}
