package org.trawl.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.trawl.index.PublishedIndex;
import org.trawl.language.Folding;
import org.trawl.query.QueryParser;
import org.trawl.schema.TweetFields;
import org.trawl.search.QueryRefused;
import org.trawl.search.SearchRequest;
import org.trawl.search.SearchRequest.Counting;
import org.trawl.search.SearchRequest.Page;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchRequest.Sort;
import org.trawl.search.TweetSearch;

/// Puts the tweets with some words in order.
sealed interface Ranker {
  /// The first hits.
  ///
  /// @param words separated by spaces
  List<RankedHit> first(String words, int size) throws IOException;

  /// Trawl, by relevance, as its page shows it.
  record Trawl(TweetSearch searcher) implements Ranker {
    private static final Duration BUDGET = Duration.ofMinutes(1);

    @Override
    public List<RankedHit> first(String words, int size) throws IOException {
      var page = new Page(Sort.RELEVANCE, size, Optional.empty(), true);
      var nothing = new Counting(Set.of(), 1, Optional.empty(), BUDGET);
      var query = QueryParser.parse(words).ast();
      try {
        var found = searcher.search(new SearchRequest(query, Selection.NONE, page, nothing));
        return found.hits().stream().map(RankedHit::of).toList();
      } catch (QueryRefused e) {
        throw new IllegalStateException("plain words are never refused: " + words, e);
      }
    }
  }

  /// Lucene's BM25 over the folded words, any of which may match, as its query parser reads words.
  record PlainBm25(PublishedIndex index, TweetReader tweets) implements Ranker {
    @Override
    public List<RankedHit> first(String words, int size) throws IOException {
      var query = new BooleanQuery.Builder();
      for (var word : words.split(" ")) {
        var term = new Term(TweetFields.TEXT, new BytesRef(Folding.fold(word)));
        query.add(new TermQuery(term), Occur.SHOULD);
      }
      var found = new IndexSearcher(index.reader()).search(query.build(), size);
      var hits = new java.util.ArrayList<RankedHit>();
      for (var hit : found.scoreDocs) {
        hits.add(RankedHit.of(tweets.tweet(hit.doc)));
      }
      return hits;
    }
  }
}
