package org.trawl.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;
import org.trawl.language.WordTerms;
import org.trawl.schema.TweetFields;

/// Tweets that write at least one of many words just as it is folded, such as `=brexit`.
///
/// A tweet does unless it has each occurrence of the word in another spelling. Both layers count
/// how often: the text how often it has the word, the layer of spellings how often in each other
/// one. So the places need not be read, and a word that is always written so needs no look at all.
public final class PlainWordsQuery extends Query {
  private final List<String> words;

  /// The words, folded.
  public List<String> words() {
    return words;
  }

  /// @param words folded
  PlainWordsQuery(Collection<String> words) {
    this.words = words.stream().sorted().distinct().toList();
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
        var text = leaf.reader().terms(TweetFields.TEXT);
        return text == null ? null : new Supplier(leaf.reader(), text, score(), scoreMode);
      }

      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        return true;
      }
    };
  }

  private final class Supplier extends ScorerSupplier {
    private final LeafReader reader;
    private final Terms text;
    private final float score;
    private final ScoreMode mode;

    Supplier(LeafReader reader, Terms text, float score, ScoreMode mode) {
      this.reader = reader;
      this.text = text;
      this.score = score;
      this.mode = mode;
    }

    @Override
    public Scorer get(long leadCost) throws IOException {
      var found = new FixedBitSet(reader.maxDoc());
      var terms = text.iterator();
      var spellings = reader.terms(TweetFields.WRITTEN);
      var others = spellings == null ? null : spellings.iterator();
      for (var word : words) {
        if (terms.seekExact(new BytesRef(word))) {
          add(terms, others == null ? List.of() : otherSpellings(others, word), found);
        }
      }
      return new ConstantScoreScorer(score, mode, new BitSetIterator(found, cost()));
    }

    /// What Lucene takes for a set of terms: words of middling frequency.
    @Override
    public long cost() {
      try {
        var each = text.getSumDocFreq() / Math.max(1, text.size());
        return Math.min(reader.maxDoc(), words.size() * (each + 1));
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }

  private static List<PostingsEnum> otherSpellings(TermsEnum spellings, String word)
      throws IOException {
    var prefix = new BytesRef(WordTerms.writtenPrefix(word));
    var others = new ArrayList<PostingsEnum>();
    if (spellings.seekCeil(prefix) == TermsEnum.SeekStatus.END) {
      return others;
    }
    for (var term = spellings.term();
        term != null && StringHelper.startsWith(term, prefix);
        term = spellings.next()) {
      others.add(spellings.postings(null, PostingsEnum.FREQS));
    }
    return others;
  }

  /// Adds the documents of one word that do not have all of it in other spellings.
  private static void add(TermsEnum word, List<PostingsEnum> others, FixedBitSet found)
      throws IOException {
    if (others.isEmpty()) {
      found.or(word.postings(null, PostingsEnum.NONE));
      return;
    }
    var respelled = new Respelled(others);
    var postings = word.postings(null, PostingsEnum.FREQS);
    for (int doc = postings.nextDoc();
        doc != DocIdSetIterator.NO_MORE_DOCS;
        doc = postings.nextDoc()) {
      int times = respelled.times(doc);
      if (times == 0 || postings.freq() > times) {
        found.set(doc);
      }
    }
  }

  /// How often documents have a word in other spellings; asked for documents in rising order.
  private static final class Respelled {
    private final PostingsEnum[] spellings;
    private int next;

    Respelled(List<PostingsEnum> spellings) throws IOException {
      this.spellings = spellings.toArray(PostingsEnum[]::new);
      for (var spelling : this.spellings) {
        spelling.nextDoc();
      }
      next = nearest();
    }

    private int nearest() {
      int nearest = DocIdSetIterator.NO_MORE_DOCS;
      for (var spelling : spellings) {
        nearest = Math.min(nearest, spelling.docID());
      }
      return nearest;
    }

    int times(int doc) throws IOException {
      if (doc < next) {
        return 0;
      }
      int times = 0;
      for (var spelling : spellings) {
        if (spelling.docID() < doc) {
          spelling.advance(doc);
        }
        times += spelling.docID() == doc ? spelling.freq() : 0;
      }
      next = nearest();
      return times;
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return "written as folded: " + words;
  }

  @Override
  public boolean equals(Object other) {
    return sameClassAs(other) && words.equals(((PlainWordsQuery) other).words);
  }

  @Override
  public int hashCode() {
    return Objects.hash(classHash(), words);
  }
}
