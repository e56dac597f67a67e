package org.trawl.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.DocIdSetIterator;
import org.trawl.columns.Columns;
import org.trawl.index.PublishedIndex;
import org.trawl.schema.StoredTweet;
import org.trawl.schema.TweetReading;
import org.trawl.search.SearchResult.Copies;
import org.trawl.search.SearchResult.Hit;
import org.trawl.search.SearchResult.Media;

/// Reads the tweets of a page from the index.
final class HitLoader {
  private final IndexReader reader;
  private final Columns columns;
  private final AccountDirectory accounts;
  private final TweetReading reading;

  HitLoader(PublishedIndex index, AccountDirectory accounts) {
    this.reader = index.reader();
    this.columns = index.columns();
    this.accounts = accounts;
    this.reading = new TweetReading(index.cells());
  }

  /// Among a search's hits: how often some texts occur, and from how many accounts.
  private static final class Group {
    private long hits;
    private final Set<Integer> users = new HashSet<>();
  }

  /// Counts the copies of a page's tweets among all hits.
  Map<Integer, Copies> copies(List<TopHits.Ranked> page, HitSet hits) throws IOException {
    var groups = new HashMap<Integer, Group>();
    for (var ranked : page) {
      if (columns.copies()[ranked.doc()] != 0) {
        groups.put(columns.copies()[ranked.doc()], new Group());
      }
    }
    if (!groups.isEmpty()) {
      for (var segment : hits.segments()) {
        var docs = segment.iterator();
        for (var doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
          var global = segment.base() + doc;
          var group = columns.copies()[global] == 0 ? null : groups.get(columns.copies()[global]);
          if (group != null) {
            group.hits++;
            group.users.add(accounts.user(columns.account(global)));
          }
        }
      }
    }
    var copies = new HashMap<Integer, Copies>();
    for (var ranked : page) {
      var group = groups.get(columns.copies()[ranked.doc()]);
      copies.put(
          ranked.doc(),
          new Copies(
              columns.copiesOf(ranked.doc()),
              group == null ? 1 : group.hits,
              group == null ? 1 : group.users.size()));
    }
    return copies;
  }

  /// The tweet of a document, without marks.
  Hit load(int doc) throws IOException {
    var stored = new StoredTweet();
    reader.storedFields().document(doc, stored);
    return hit(doc, stored);
  }

  private Hit hit(int doc, StoredTweet stored) {
    var dictionaries = columns.dictionaries();
    return new Hit(
        reading.tweet(stored.row(), accounts.operation(columns.account(doc))),
        dictionaries.detectedLanguages().value(columns.detected()[doc] & 0xFF),
        List.of(),
        new Copies(columns.copiesOf(doc), 0, 0),
        stored.media().stream()
            .map(m -> new Media(m.kind().name().toLowerCase(Locale.ROOT), m.name()))
            .toList());
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

  private static StoredFields inOrder(LeafReader segment) throws IOException {
    return segment instanceof CodecReader codec
        ? codec.getFieldsReader().getMergeInstance()
        : segment.storedFields();
  }
}
