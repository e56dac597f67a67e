package org.trawl.lucene.near;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;
import org.trawl.columns.Columns;
import org.trawl.index.PublishedIndex;
import org.trawl.language.Tokenizer;
import org.trawl.lucene.names.AccountDirectory;
import org.trawl.schema.NearText;
import org.trawl.schema.StoredTweet;
import org.trawl.schema.TweetFields;
import org.trawl.schema.TweetReading;
import org.trawl.search.Deadline;

/// Finds tweets with nearly the same text ([NearText]) as some tweets, or as a text that is given.
/// What may fit is found without reading texts, and then compared word by word; nothing that fits
/// is missed.
///
/// Thread-safe.
public final class SimilarTweets {
  private final IndexReader reader;
  private final Columns columns;
  private final AccountDirectory accounts;
  private final TweetReading reading;

  /// @param accounts of the index
  public SimilarTweets(PublishedIndex index, AccountDirectory accounts) {
    this.reader = index.reader();
    this.columns = index.columns();
    this.accounts = accounts;
    this.reading = new TweetReading(index.cells());
  }

  /// All tweets with nearly the text of one of some, but for those that have near-copies of no
  /// other text than their own. Compares one tweet of each text in their clusters.
  ///
  /// @param asked the documents of those tweets
  /// @return documents
  /// @throws Deadline.Over if it was over before all were compared
  public BitSet to(BitSet asked, Deadline deadline) throws IOException {
    var found = new BitSet();
    var near = columns.near();
    var originals = new TreeMap<Integer, Integer>();
    asked.stream()
        .filter(doc -> near.text(doc) >= 0)
        .forEach(doc -> {
          originals.putIfAbsent(near.text(doc), doc);
        });
    var comparing = new Comparing(deadline);
    var byCluster = new HashMap<Integer, List<NearText>>();
    for (var original : originals.entrySet()) {
      byCluster
          .computeIfAbsent(near.cluster(original.getKey()), _ -> new ArrayList<>())
          .add(comparing.text(original.getValue()));
    }
    var fits = new HashMap<Integer, Boolean>();
    for (var place = 0; place < near.size(); place++) {
      var doc = near.doc(place);
      var text = near.text(doc);
      var others = byCluster.get(near.cluster(text));
      if (others == null) {
        continue;
      }
      var known = fits.get(text);
      var fit = known == null ? comparing.isNear(doc, others) : known;
      fits.put(text, fit);
      if (fit) {
        found.set(doc);
      }
    }
    return found;
  }

  /// The tweets with nearly one of these texts; a text without words finds nothing.
  ///
  /// @return documents
  /// @throws Deadline.Over if it was over before all were compared
  public BitSet toTexts(List<String> given, Deadline deadline) throws IOException {
    var found = new BitSet();
    for (var text : given) {
      add(text, deadline, found);
    }
    return found;
  }

  /// Reads the tweets that have enough of a text's words. Lucene finds them from the rarest words,
  /// of which they have one at least.
  private void add(String given, Deadline deadline, BitSet found) throws IOException {
    var comparing = new Comparing(deadline);
    var original = NearText.of(given, comparing.tokenizer);
    var words = new TreeSet<>(NearText.words(given, comparing.tokenizer));
    if (words.isEmpty()) {
      return;
    }
    var query = new BooleanQuery.Builder();
    for (var word : words) {
      query.add(new TermQuery(new Term(TweetFields.TEXT, word)), BooleanClause.Occur.SHOULD);
    }
    query.setMinimumNumberShouldMatch(Math.max(1, words.size() - original.mayLackWords()));
    var searcher = new IndexSearcher(reader);
    searcher.setQueryCache(null);
    var weight =
        searcher.createWeight(searcher.rewrite(query.build()), ScoreMode.COMPLETE_NO_SCORES, 1);
    var fits = new HashMap<Integer, Boolean>();
    for (var leaf : reader.leaves()) {
      var scorer = weight.scorer(leaf);
      if (scorer == null) {
        continue;
      }
      var docs = scorer.iterator();
      for (var own = docs.nextDoc(); own != DocIdSetIterator.NO_MORE_DOCS; own = docs.nextDoc()) {
        var doc = leaf.docBase + own;
        var group = columns.copies()[doc];
        var known = group == 0 ? null : fits.get(group);
        var fit = known == null ? comparing.isNear(doc, List.of(original)) : known;
        if (group != 0) {
          fits.put(group, fit);
        }
        if (fit) {
          found.set(doc);
        }
      }
    }
  }

  /// Reads texts of documents, until time is over.
  private final class Comparing {
    private final Deadline deadline;
    private final Tokenizer tokenizer = new Tokenizer();

    Comparing(Deadline deadline) {
      this.deadline = deadline;
    }

    NearText text(int doc) throws IOException {
      deadline.check();
      var stored = new StoredTweet();
      reader.storedFields().document(doc, stored);
      var operation = accounts.operation(columns.account(doc));
      return NearText.of(reading.tweet(stored.row(), operation).content().text(), tokenizer);
    }

    boolean isNear(int doc, List<NearText> others) throws IOException {
      var own = text(doc);
      return others.stream().anyMatch(own::isNear);
    }
  }
}
