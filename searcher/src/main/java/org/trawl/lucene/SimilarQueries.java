package org.trawl.lucene;

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
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;
import org.trawl.columns.Columns;
import org.trawl.language.Tokenizer;
import org.trawl.schema.NearText;
import org.trawl.schema.TweetFields;
import org.trawl.search.Deadline;

/// Finds tweets with nearly the same text ([NearText]) as some tweets, or as a text that is given.
/// What may fit is found without reading texts, and then compared word by word; nothing that fits
/// is missed.
///
/// Thread-safe.
final class SimilarQueries {
  private final IndexReader reader;
  private final Columns columns;
  private final TweetQueries tweets;
  private final StoredTexts texts;

  SimilarQueries(IndexReader reader, Columns columns, TweetQueries tweets, StoredTexts texts) {
    this.reader = reader;
    this.columns = columns;
    this.tweets = tweets;
    this.texts = texts;
  }

  /// These tweets and all with nearly the text of one of them. An id that the archive lacks finds
  /// nothing. Compares one tweet of each text in their clusters.
  Query to(List<Long> ids, Deadline deadline) throws IOException {
    var asked = tweets.found(ids);
    var found = tweets.withCopies(asked);
    var near = columns.near();
    var originals = new TreeMap<Integer, Integer>();
    asked.stream()
        .filter(doc -> near.text(doc) >= 0)
        .forEach(doc -> {
          originals.putIfAbsent(near.text(doc), doc);
        });
    if (originals.isEmpty()) {
      return tweets.documents(found);
    }
    var reading = new Reading(deadline);
    var byCluster = new HashMap<Integer, List<NearText>>();
    for (var original : originals.entrySet()) {
      byCluster
          .computeIfAbsent(near.cluster(original.getKey()), _ -> new ArrayList<>())
          .add(reading.text(original.getValue()));
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
      var fit = known == null ? reading.isNear(doc, others) : known;
      fits.put(text, fit);
      if (fit) {
        found.set(doc);
      }
    }
    return tweets.documents(found);
  }

  /// The tweets with nearly one of these texts; a text without words finds nothing.
  Query toTexts(List<String> given, Deadline deadline) throws IOException {
    var found = new BitSet();
    for (var text : given) {
      add(text, deadline, found);
    }
    return tweets.documents(found);
  }

  /// Reads the tweets that have enough of a text's words. Lucene finds them from the rarest words,
  /// of which they have one at least.
  private void add(String given, Deadline deadline, BitSet found) throws IOException {
    var reading = new Reading(deadline);
    var original = NearText.of(given, reading.tokenizer);
    var words = new TreeSet<>(NearText.words(given, reading.tokenizer));
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
        var fit = known == null ? reading.isNear(doc, List.of(original)) : known;
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
  private final class Reading {
    private final Deadline deadline;
    private final Tokenizer tokenizer = new Tokenizer();

    Reading(Deadline deadline) {
      this.deadline = deadline;
    }

    NearText text(int doc) throws IOException {
      deadline.check();
      return NearText.of(texts.text(doc), tokenizer);
    }

    boolean isNear(int doc, List<NearText> others) throws IOException {
      var own = text(doc);
      return others.stream().anyMatch(own::isNear);
    }
  }
}
