package org.trawl.lucene.network;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;

/// Walks a field's terms with the documents of each, in byte order of the terms.
final class FieldPostings {
  private FieldPostings() {}

  /// Takes the terms.
  interface Terms {
    /// A term that so many documents have.
    ///
    /// @return whether its documents are wanted
    boolean term(BytesRef term, int documents) throws IOException;

    /// A document of the last term.
    void document(int doc);
  }

  static void each(IndexReader reader, String field, Terms taker) throws IOException {
    var terms = MultiTerms.getTerms(reader, field);
    if (terms == null) {
      return;
    }
    var all = terms.iterator();
    PostingsEnum postings = null;
    for (var term = all.next(); term != null; term = all.next()) {
      if (!taker.term(term, all.docFreq())) {
        continue;
      }
      postings = all.postings(postings, PostingsEnum.NONE);
      for (int doc = postings.nextDoc();
          doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = postings.nextDoc()) {
        taker.document(doc);
      }
    }
  }
}
