package org.trawl.lucene;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.trawl.columns.Columns;
import org.trawl.index.PublishedIndex;
import org.trawl.lucene.media.HitMedia;
import org.trawl.lucene.names.AccountDirectory;
import org.trawl.lucene.near.TextGroups;
import org.trawl.schema.StoredTweet;
import org.trawl.schema.TweetReading;
import org.trawl.search.SearchResult.Copies;
import org.trawl.search.SearchResult.Hit;
import org.trawl.search.TweetSearch;

/// Reads the tweets of a page from the index.
final class HitLoader {
  /// Hits looked at at a time.
  private static final int BLOCK = 1024;

  private final IndexReader reader;
  private final Columns columns;
  private final HitMedia media;
  private final AccountDirectory accounts;
  private final TweetReading reading;

  HitLoader(PublishedIndex index, AccountDirectory accounts) {
    this.reader = index.reader();
    this.columns = index.columns();
    this.media = new HitMedia(index.media());
    this.accounts = accounts;
    this.reading = new TweetReading(index.cells());
  }

  /// What is told of hits beside a page's own.
  ///
  /// @param copies of the page's documents
  /// @param held hits by the user ids of accounts that are held back
  record Beside(Map<Integer, Copies> copies, Map<String, Long> held) {}

  /// Among a search's hits: how often a text occurs, and from which accounts.
  private static final class Group {
    private long hits;
    private final Set<Integer> users = new HashSet<>();
  }

  /// Counts the copies of a page's tweets among all hits, and the hits of accounts.
  ///
  /// @param held accounts to count; those that no tweet of the page is of are left out
  /// @param texts which tweets are one hit
  Beside beside(List<Integer> page, Set<Integer> held, HitSet hits, TextGroups texts) {
    var groups = new HashMap<Integer, Group>();
    var sent = new HashMap<Integer, long[]>();
    for (var doc : page) {
      if (texts.of(doc) != 0) {
        groups.put(texts.of(doc), new Group());
      }
      if (held.contains(user(doc))) {
        sent.put(user(doc), new long[1]);
      }
    }
    count(hits, texts, groups, sent);
    var copies = new HashMap<Integer, Copies>();
    for (var doc : page) {
      var group = groups.get(texts.of(doc));
      copies.put(
          doc,
          new Copies(
              columns.copiesOf(doc),
              columns.similarTo(doc),
              group == null ? 1 : group.hits,
              group == null ? 1 : group.users.size(),
              texts.collapse()));
    }
    var counted = new HashMap<String, Long>();
    sent.forEach((user, count) -> {
      if (count[0] > FirstHits.OF_ONE_ACCOUNT) {
        counted.put(accounts.userId(user), count[0]);
      }
    });
    return new Beside(copies, counted);
  }

  private int user(int doc) {
    return accounts.user(columns.account(doc));
  }

  private void count(
      HitSet hits, TextGroups texts, Map<Integer, Group> groups, Map<Integer, long[]> sent) {
    if (groups.isEmpty() && sent.isEmpty()) {
      return;
    }
    // Bits tell the many hits that are no copies from the few that are.
    var wanted = new FixedBitSet(texts.count());
    groups.keySet().forEach(wanted::set);
    var block = new int[BLOCK];
    for (var segment : hits.segments()) {
      for (var n = segment.fill(0, block); n > 0; n = segment.fill(block[n - 1] + 1, block)) {
        for (var k = 0; k < n; k++) {
          var doc = segment.base() + block[k];
          var group = texts.of(doc);
          if (group != 0 && wanted.get(group)) {
            var counted = requireNonNull(groups.get(group));
            counted.hits++;
            counted.users.add(user(doc));
          }
          if (!sent.isEmpty()) {
            count(sent.get(user(doc)));
          }
        }
      }
    }
  }

  private static void count(long @Nullable [] hits) {
    if (hits != null) {
      hits[0]++;
    }
  }

  /// The tweet of a document, without marks.
  Hit load(int doc) throws IOException {
    var stored = new StoredTweet();
    reader.storedFields().document(doc, stored);
    return hit(doc, stored);
  }

  private Hit hit(int doc, StoredTweet stored) {
    var dictionaries = columns.dictionaries();
    var tweet = reading.tweet(stored.row(), accounts.operation(columns.account(doc)));
    return new Hit(
        tweet,
        dictionaries.detectedLanguages().value(columns.detected()[doc] & 0xFF),
        stored.isReadByAccount(),
        List.of(),
        new Copies(columns.copiesOf(doc), columns.similarTo(doc)),
        stored.media().isEmpty() ? List.of() : media.of(tweet.id().value(), stored.media()),
        Optional.empty());
  }

  /// The tweets of many documents, in the order given. Reads them in the order they lie in, by the
  /// readers made for merges, which unpack each block of stored fields once and not for each row.
  List<Hit> load(int[] docs) throws IOException {
    var byPlace = docs.clone();
    Arrays.sort(byPlace);
    var loaded = new Hit[docs.length];
    var next = 0;
    for (var leaf : reader.leaves()) {
      var end = leaf.docBase + leaf.reader().maxDoc();
      if (next == docs.length || byPlace[next] >= end) {
        continue;
      }
      var fields = inOrder(leaf.reader());
      for (; next < docs.length && byPlace[next] < end; next++) {
        var stored = new StoredTweet();
        fields.document(byPlace[next] - leaf.docBase, stored);
        loaded[next] = hit(byPlace[next], stored);
      }
    }
    var inOrder = new ArrayList<Hit>(docs.length);
    for (var doc : docs) {
      inOrder.add(loaded[Arrays.binarySearch(byPlace, doc)]);
    }
    return inOrder;
  }

  /// Hands on the tweets of many documents, some at a time.
  void load(int[] docs, TweetSearch.HitSink sink) throws IOException {
    for (var from = 0; from < docs.length; from += BLOCK) {
      for (var hit : load(Arrays.copyOfRange(docs, from, Math.min(docs.length, from + BLOCK)))) {
        sink.take(hit);
      }
    }
  }

  private static StoredFields inOrder(LeafReader segment) throws IOException {
    return segment instanceof CodecReader codec
        ? codec.getFieldsReader().getMergeInstance()
        : segment.storedFields();
  }
}
