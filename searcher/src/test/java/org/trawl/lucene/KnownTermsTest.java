package org.trawl.lucene;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trawl.search.Deadline;

final class KnownTermsTest {
  private static final Query THERE = term("there");
  private static final Query HERE = term("here");
  private static final Query NOWHERE = term("nowhere");
  private static final Deadline FOREVER = Deadline.in(Duration.ofDays(1));

  private DirectoryReader reader;
  private IndexSearcher searcher;
  private KnownTerms terms;

  private static Query term(String word) {
    return new TermQuery(new Term("text", word));
  }

  @BeforeEach
  void index() throws IOException {
    var directory = new ByteBuffersDirectory();
    try (var writer = new IndexWriter(directory, new IndexWriterConfig())) {
      for (var words : List.of("there here", "there", "here", "")) {
        var document = new Document();
        for (var word : words.split(" ")) {
          document.add(new StringField("text", word, Field.Store.NO));
        }
        writer.addDocument(document);
        writer.commit();
      }
    }
    reader = DirectoryReader.open(directory);
    searcher = new IndexSearcher(reader);
    terms = new KnownTerms(reader);
  }

  @AfterEach
  void close() throws IOException {
    reader.close();
  }

  private static BooleanQuery of(Occur first, Query one, Occur second, Query other) {
    return new BooleanQuery.Builder().add(one, first).add(other, second).build();
  }

  @Test
  void alternativesThatNoTweetHasAreLeftOut() throws IOException {
    assertEquals(THERE, terms.resolved(of(Occur.SHOULD, THERE, Occur.SHOULD, NOWHERE), 2, FOREVER));
    assertEquals(
        of(Occur.SHOULD, THERE, Occur.SHOULD, HERE),
        terms.resolved(of(Occur.SHOULD, THERE, Occur.SHOULD, HERE), 2, FOREVER));
    assertInstanceOf(
        MatchNoDocsQuery.class,
        terms.resolved(of(Occur.SHOULD, NOWHERE, Occur.SHOULD, NOWHERE), 2, FOREVER));
    assertInstanceOf(MatchNoDocsQuery.class, terms.resolved(NOWHERE, 2, FOREVER));
  }

  @Test
  void nothingIsLookedUpPastTheDeadline() {
    var over = Deadline.in(Duration.ZERO);
    assertThrows(Deadline.Over.class, () -> terms.resolved(THERE, 2, over));
  }

  @Test
  void manyTermsAreFoundAsOneIsInEachSegment() throws IOException {
    var asked = new HashSet<Term>(List.of(new Term("text", "there"), new Term("text", "here")));
    for (var i = 0; i < 40; i++) {
      asked.add(new Term(i % 3 == 0 ? "other" : "text", "h" + i));
    }
    for (var threads : List.of(1, 3)) {
      var found = TermLookup.of(reader, asked, threads, FOREVER);
      assertEquals(asked, found.keySet());
      for (var term : asked) {
        var expected = TermStates.build(searcher, term, true);
        var states = requireNonNull(found.get(term));
        assertEquals(expected.docFreq(), states.docFreq(), term::toString);
        assertEquals(expected.totalTermFreq(), states.totalTermFreq(), term::toString);
        for (var segment : reader.leaves()) {
          var there = segment.reader().postings(term, PostingsEnum.NONE);
          assertEquals(there != null, states.get(segment) != null, term::toString);
        }
      }
    }
  }

  @Test
  void everyQueryFindsWhatItFoundBefore() throws IOException {
    var queries =
        List.of(
            THERE,
            of(Occur.MUST, THERE, Occur.MUST, HERE),
            of(Occur.MUST, THERE, Occur.MUST, NOWHERE),
            of(Occur.MUST, THERE, Occur.MUST_NOT, HERE),
            of(Occur.MUST, THERE, Occur.MUST_NOT, NOWHERE),
            of(Occur.FILTER, THERE, Occur.SHOULD, NOWHERE),
            of(Occur.SHOULD, HERE, Occur.MUST_NOT, THERE),
            of(Occur.SHOULD, NOWHERE, Occur.MUST_NOT, THERE),
            new BoostQuery(of(Occur.SHOULD, THERE, Occur.SHOULD, NOWHERE), 4),
            new ConstantScoreQuery(of(Occur.MUST, THERE, Occur.MUST, HERE)),
            new BooleanQuery.Builder().build());
    // The second time all terms are known.
    for (var round = 0; round < 2; round++) {
      for (var query : queries) {
        var before = searcher.search(query, 10).scoreDocs;
        var after = searcher.search(terms.resolved(query, 2, FOREVER), 10).scoreDocs;
        assertEquals(before.length, after.length, query::toString);
        for (var i = 0; i < before.length; i++) {
          assertEquals(before[i].doc, after[i].doc, query::toString);
          assertEquals(before[i].score, after[i].score, query::toString);
        }
      }
    }
  }
}
