package org.trawl.cluster;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexableField;
import org.jspecify.annotations.Nullable;
import org.trawl.columns.Columns;
import org.trawl.columns.CopyRange;
import org.trawl.columns.Dictionary;
import org.trawl.detect.LanguageDetector;
import org.trawl.detect.LanguageReading;
import org.trawl.grammar.WordForms;
import org.trawl.index.PublishedIndex;
import org.trawl.lucene.CountColumns;
import org.trawl.lucene.TweetPriors;
import org.trawl.lucene.names.AccountDirectory;
import org.trawl.lucene.near.TextGroups;
import org.trawl.match.Clock;
import org.trawl.schema.StoredTweet;
import org.trawl.schema.TweetDocuments;
import org.trawl.schema.TweetFields;
import org.trawl.schema.TweetReading;
import org.trawl.search.SearchRequest.Collapse;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;

/// Writes the tweets of an index folder as documents of a cluster.
///
/// Each is made anew of its stored row, as the indexer made it, and with the language that was
/// settled on then; and what is known of it among all others (its copies, its account, what it
/// scores) comes from the folder's columns.
///
/// Not thread-safe.
final class ClusterDocuments {
  private static final JsonFactory JSON = new JsonFactory();

  private final PublishedIndex index;
  private final Columns columns;
  private final AccountDirectory accounts;
  private final TweetReading reading;
  private final TweetDocuments documents;
  private final byte[] priors;
  private final TextGroups same;
  private final TextGroups similar;
  private final Map<String, Dictionary> numbered;

  ClusterDocuments(PublishedIndex index, WordForms forms, LanguageDetector detector)
      throws IOException {
    this.index = index;
    columns = index.columns();
    accounts = new AccountDirectory(columns.dictionaries().accounts(), index.accounts());
    reading = new TweetReading(index.cells());
    documents = new TweetDocuments(index.cells(), detector, forms);
    priors = new TweetPriors(index.reader(), columns, new CountColumns(index.reader())).points();
    same = TextGroups.of(columns, Collapse.SAME);
    similar = TextGroups.of(columns, Collapse.SIMILAR);
    numbered = numbered(columns);
  }

  /// How many numbers each field of numbers can have.
  static JsonNode numbers(PublishedIndex index) {
    var columns = index.columns();
    var counts = Dsl.object();
    numbered(columns)
        .forEach((field, values) -> counts.put(ClusterSchema.number(field), values.size()));
    counts.put(ClusterSchema.USER_NUMBER, columns.dictionaries().accounts().size());
    counts.put(ClusterSchema.SAME, TextGroups.of(columns, Collapse.SAME).count());
    return counts;
  }

  /// The values of the facets whose values are numbered.
  private static Map<String, Dictionary> numbered(Columns columns) {
    var dictionaries = columns.dictionaries();
    return Map.of(
        TweetFields.HASHTAG, dictionaries.hashtags(),
        TweetFields.MENTION, dictionaries.mentions(),
        TweetFields.DOMAIN, dictionaries.domains(),
        TweetFields.RETWEETED, dictionaries.retweeted());
  }

  /// Writes a tweet as two lines of a bulk request: to make it, if it is not there.
  ///
  /// @param doc its number in the folder's index
  void write(int doc, OutputStream out) throws IOException {
    var stored = new StoredTweet();
    index.reader().storedFields().document(doc, stored);
    var account = columns.account(doc);
    var operation = accounts.operation(account);
    var language = columns.dictionaries().detectedLanguages().value(columns.detected()[doc] & 0xFF);
    var by = stored.isReadByAccount() ? LanguageReading.By.ACCOUNT : LanguageReading.By.TEXT;
    var tweet = reading.tweet(stored.row(), operation);
    var made = documents.document(tweet, stored.media(), new LanguageReading(language, by));
    line(
        out,
        json -> {
          json.writeName("create");
          json.writeStartObject();
          json.writeStringProperty("_id", tweet.id().toString());
          json.writeEndObject();
        });
    var fields = new Fields(made);
    line(
        out,
        json -> {
          fields.write(json);
          own(json, doc);
          if (stored.isReadByAccount()) {
            json.writeBooleanProperty(ClusterSchema.BY_ACCOUNT, true);
          }
          strings(
              json, TweetFields.MEDIA_FILE, stored.media().stream().map(m -> m.stored()).toList());
          json.writeNumberProperty(ClusterSchema.LENGTH, length(doc));
        });
  }

  private interface Members {
    void write(JsonGenerator json) throws IOException;
  }

  private static void line(OutputStream out, Members members) throws IOException {
    try (var json = JSON.createGenerator(ObjectWriteContext.empty(), new Unclosed(out))) {
      json.writeStartObject();
      members.write(json);
      json.writeEndObject();
    }
    out.write('\n');
  }

  /// A stream that a generator does not close.
  private static final class Unclosed extends FilterOutputStream {
    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      out.write(bytes, from, count);
    }

    @Override
    public void close() {}
  }

  private int length(int doc) throws IOException {
    for (var leaf : index.reader().leaves()) {
      if (doc < leaf.docBase + leaf.reader().maxDoc()) {
        var norms = leaf.reader().getNormValues(TweetFields.TEXT);
        return TweetPriors.words(norms, doc - leaf.docBase);
      }
    }
    throw new IllegalArgumentException("no document " + doc);
  }

  /// What the archive as a whole makes of a tweet.
  private void own(JsonGenerator json, int doc) {
    var account = columns.account(doc);
    var user = accounts.user(account);
    json.writeStringProperty(ClusterSchema.USER, accounts.userId(user));
    json.writeNumberProperty(ClusterSchema.USER_NUMBER, user);
    json.writeStringProperty(ClusterSchema.ACCOUNT_LANGUAGE, accounts.language(account));
    json.writeStringProperty(ClusterSchema.ACCOUNT_CREATED, accounts.createdYear(account));
    group(json, ClusterSchema.SAME, same.of(doc));
    group(json, ClusterSchema.SIMILAR, similar.of(doc));
    json.writeNumberProperty(ClusterSchema.COPIES, columns.copiesOf(doc));
    json.writeNumberProperty(ClusterSchema.SIMILAR_COUNT, columns.similarTo(doc));
    var range = columns.traits().copies()[columns.traitSet(doc)];
    json.writeStringProperty(ClusterSchema.COPY_RANGE, CopyRange.numbered(range).key());
    json.writeNumberProperty(ClusterSchema.PRIOR, priors[doc] & 0xFF);
    var time = columns.times()[doc];
    json.writeNumberProperty(ClusterSchema.HOUR, Clock.hour(time));
    json.writeNumberProperty(ClusterSchema.WEEKDAY, Clock.weekday(time));
  }

  /// Group 0 is that of all tweets that stand alone.
  private static void group(JsonGenerator json, String field, int group) {
    if (group != 0) {
      json.writeNumberProperty(field, group);
    }
  }

  private static void strings(JsonGenerator json, String field, Collection<String> values) {
    if (values.isEmpty()) {
      return;
    }
    json.writeName(field);
    json.writeStartArray();
    values.forEach(json::writeString);
    json.writeEndArray();
  }

  /// The fields of a document as the indexer makes it.
  private final class Fields {
    private final Map<String, TreeSet<String>> terms = new HashMap<>();
    private final Map<String, Number> numbers = new HashMap<>();
    private final LayerText layers;
    private final List<String> links;
    private byte @Nullable [] row;

    Fields(Document document) throws IOException {
      for (var field : document.getFields()) {
        take(field);
      }
      layers =
          LayerText.of(
              stream(document, TweetFields.TEXT),
              stream(document, TweetFields.FORMS),
              stream(document, TweetFields.WRITTEN));
      var urls = document.getField(TweetFields.URL);
      links =
          urls == null ? List.of() : new ArrayList<>(List.of(LayerText.of(tokens(urls)).text()));
    }

    private TokenStream tokens(IndexableField field) {
      var stream = field.tokenStream(NO_ANALYZER, null);
      if (stream == null) {
        throw new IllegalStateException(field.name() + " is no text");
      }
      return stream;
    }

    private org.apache.lucene.analysis.@Nullable TokenStream stream(
        Document document, String name) {
      var field = document.getField(name);
      return field == null ? null : tokens(field);
    }

    private void take(IndexableField field) {
      var name = field.name();
      if (ClusterSchema.LEFT_OUT.contains(name)
          || name.equals(TweetFields.TEXT)
          || name.equals(TweetFields.FORMS)
          || name.equals(TweetFields.WRITTEN)
          || name.equals(TweetFields.URL)
          || name.equals(TweetFields.MEDIA_FILE)) {
        return;
      }
      var bytes = field.binaryValue();
      var number = field.numericValue();
      if (name.equals(TweetFields.ROW) && bytes != null) {
        row = Arrays.copyOfRange(bytes.bytes, bytes.offset, bytes.offset + bytes.length);
      } else if (ClusterSchema.TERMS.contains(name)
          && bytes != null
          && field.fieldType().indexOptions() != IndexOptions.NONE) {
        terms.computeIfAbsent(name, _ -> new TreeSet<>()).add(bytes.utf8ToString());
      } else if (number != null && field.fieldType().docValuesType() != DocValuesType.NONE) {
        numbers.put(name, number);
      } else {
        throw new IllegalStateException("the field " + name + " has no place on a cluster");
      }
    }

    void write(JsonGenerator json) {
      json.writeStringProperty(ClusterSchema.LAYERS, layers.text());
      strings(json, TweetFields.URL, links);
      terms.forEach((field, values) -> {
        strings(json, field, values);
        var dictionary = numbered.get(field);
        if (dictionary != null) {
          json.writeName(ClusterSchema.number(field));
          json.writeStartArray();
          for (var value : values) {
            if (!value.isEmpty()) {
              json.writeNumber(dictionary.ordinal(value).orElseThrow());
            }
          }
          json.writeEndArray();
        }
      });
      numbers.forEach((field, value) -> json.writeNumberProperty(field, value.longValue()));
      if (row != null) {
        json.writeStringProperty(TweetFields.ROW, Base64.getEncoder().encodeToString(row));
      }
    }
  }

  /// Fields that bring their terms need none.
  private static final Analyzer NO_ANALYZER =
      new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
          throw new IllegalStateException(field + " brings no terms");
        }
      };
}
