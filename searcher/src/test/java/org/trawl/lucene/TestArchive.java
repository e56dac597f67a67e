package org.trawl.lucene;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.trawl.columns.ColumnsBuilder;
import org.trawl.detect.LanguageDetector;
import org.trawl.grammar.WordForms;
import org.trawl.index.AccountTable;
import org.trawl.index.Manifest;
import org.trawl.index.PublishedIndex;
import org.trawl.media.MediaCatalogue;
import org.trawl.schema.SharedCells;
import org.trawl.schema.TweetDocuments;
import org.trawl.schema.TweetFields;
import org.trawl.tweet.Row;
import org.trawl.tweet.Tweet;
import org.trawl.tweet.TweetReader;
import org.trawl.tweet.UnusableRow;

/// A small archive in memory, for tests: rows in the official layout, indexed as the indexer does.
public final class TestArchive {
  /// Both read their models and dictionaries once.
  static final LanguageDetector DETECTOR = LanguageDetector.load();

  static final WordForms FORMS = WordForms.load();

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);

  private final List<Tweet> tweets = new ArrayList<>();

  /// One row under construction; every cell has a plain default.
  public static final class RowBuilder {
    private final Map<String, String> cells = new LinkedHashMap<>();
    private String operation = "ira";

    RowBuilder(long id, String text) {
      cell("tweetid", Long.toString(id));
      cell("userid", "1001");
      cell("user_display_name", "Someone");
      cell("user_screen_name", "someone");
      cell("user_reported_location", "");
      cell("user_profile_description", "");
      cell("user_profile_url", "");
      cell("follower_count", "0");
      cell("following_count", "0");
      cell("account_creation_date", "2014-05-06");
      cell("account_language", "en");
      cell("tweet_language", "en");
      cell("tweet_text", text);
      cell("tweet_time", "2016-06-24 09:11");
      cell("tweet_client_name", "Twitter Web Client");
      cell("in_reply_to_tweetid", "");
      cell("in_reply_to_userid", "");
      cell("quoted_tweet_tweetid", "");
      cell("is_retweet", "false");
      cell("retweet_userid", "");
      cell("retweet_tweetid", "");
      cell("latitude", "");
      cell("longitude", "");
      cell("quote_count", "0");
      cell("reply_count", "0");
      cell("like_count", "0");
      cell("retweet_count", "0");
      cell("hashtags", "[]");
      cell("urls", "[]");
      cell("user_mentions", "[]");
      cell("poll_choices", "");
    }

    /// Sets one cell by its column's name in the archive.
    public RowBuilder cell(String column, String value) {
      cells.put(column, value);
      return this;
    }

    /// The account, by its handle; the id is made from it.
    public RowBuilder by(String handle) {
      return cell("userid", Integer.toString(1000 + Math.abs(handle.hashCode() % 100_000)))
          .cell("user_screen_name", handle)
          .cell("user_display_name", handle);
    }

    public RowBuilder at(Instant time) {
      return cell("tweet_time", MINUTE.format(time));
    }

    public RowBuilder lang(String code) {
      return cell("tweet_language", code);
    }

    public RowBuilder operation(String name) {
      operation = name;
      return this;
    }

    /// The row read as the indexer reads it.
    public Tweet tweet() {
      var row = new Row(List.copyOf(cells.keySet()), List.copyOf(cells.values()));
      try {
        return TweetReader.of(row.columns()).read(row, operation);
      } catch (UnusableRow e) {
        throw new IllegalArgumentException(e);
      }
    }
  }

  /// A row to add with [#add]. Ids below 29,700,000,000 hold no time.
  public static RowBuilder row(long id, String text) {
    return new RowBuilder(id, text);
  }

  public TestArchive add(RowBuilder row) {
    tweets.add(row.tweet());
    return this;
  }

  public List<Tweet> tweets() {
    return tweets;
  }

  /// Indexes the tweets, in as many segments as asked for, and opens a searcher.
  public TweetSearcher open(int segments) throws IOException {
    return open(segments, TweetSearcher.RECENT_BYTES);
  }

  /// The same with so many bytes for what is remembered of recent searches.
  public TweetSearcher open(int segments, long memory) throws IOException {
    return TweetSearcher.of(index(segments), FORMS, DETECTOR, memory);
  }

  /// Indexes the tweets.
  public PublishedIndex index(int segments) throws IOException {
    var shared = new SharedCells();
    var accounts = new AccountTable();
    var directory = new ByteBuffersDirectory();
    var documents = new TweetDocuments(shared, DETECTOR, FORMS);
    var config = new IndexWriterConfig().setIndexSort(TweetFields.indexSort());
    var every = Math.max(1, (tweets.size() + segments - 1) / segments);
    try (var writer = new IndexWriter(directory, config)) {
      for (var i = 0; i < tweets.size(); i++) {
        accounts.sent(tweets.get(i));
        writer.addDocument(documents.document(tweets.get(i), List.of()));
        if ((i + 1) % every == 0) {
          writer.flush();
        }
      }
    }
    var reader = DirectoryReader.open(directory);
    var manifest =
        new Manifest(
            Manifest.Versions.CURRENT,
            Instant.EPOCH,
            Instant.EPOCH,
            new Manifest.Generation(1, "segments_1", "accounts", "cells", "columns", "", List.of()),
            List.of(),
            Map.of("ira", new Manifest.OperationCounts(tweets.size(), accounts.size())));
    return new PublishedIndex(
        manifest, reader, ColumnsBuilder.build(reader), accounts, shared, MediaCatalogue.empty());
  }
}
