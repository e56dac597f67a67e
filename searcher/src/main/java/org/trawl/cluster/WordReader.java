package org.trawl.cluster;

import java.io.IOException;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.BaseTermsEnum;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.ImpactsEnum;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// A word list as Lucene shows the terms of an index: what looks through these, such as patterns
/// and the spellings of names, runs over it as it is. There are terms and how many tweets have
/// them, and nothing else: no postings.
final class WordReader extends FilterLeafReader {
  private final WordList words;
  private final int tweets;

  private WordReader(LeafReader empty, WordList words, int tweets) {
    super(empty);
    this.words = words;
    this.tweets = tweets;
  }

  /// @param tweets of the archive
  static WordReader of(WordList words, int tweets) throws IOException {
    var directory = new ByteBuffersDirectory();
    try (var writer = new IndexWriter(directory, new IndexWriterConfig())) {
      writer.addDocument(new Document());
    }
    var reader = DirectoryReader.open(directory);
    return new WordReader(reader.leaves().getFirst().reader(), words, tweets);
  }

  @Override
  public @Nullable Terms terms(String field) {
    var found = words.words(field);
    return found.size() == 0 ? null : new ListedTerms(found);
  }

  @Override
  public int maxDoc() {
    return tweets;
  }

  @Override
  public int numDocs() {
    return tweets;
  }

  @Override
  public @Nullable CacheHelper getCoreCacheHelper() {
    return null;
  }

  @Override
  public @Nullable CacheHelper getReaderCacheHelper() {
    return null;
  }

  private final class ListedTerms extends Terms {
    private final WordList.Words words;

    ListedTerms(WordList.Words words) {
      this.words = words;
    }

    @Override
    public TermsEnum iterator() {
      return new ListedTerm(words);
    }

    @Override
    public long size() {
      return words.size();
    }

    @Override
    public long getSumTotalTermFreq() {
      return getSumDocFreq();
    }

    @Override
    public long getSumDocFreq() {
      long sum = 0;
      for (int count : words.tweets()) {
        sum += count;
      }
      return sum;
    }

    @Override
    public int getDocCount() {
      return tweets;
    }

    @Override
    public boolean hasFreqs() {
      return false;
    }

    @Override
    public boolean hasOffsets() {
      return false;
    }

    @Override
    public boolean hasPositions() {
      return false;
    }

    @Override
    public boolean hasPayloads() {
      return false;
    }
  }

  private static final class ListedTerm extends BaseTermsEnum {
    private final WordList.Words words;
    private int number = -1;

    ListedTerm(WordList.Words words) {
      this.words = words;
    }

    @Override
    public SeekStatus seekCeil(BytesRef text) {
      number = words.firstAtLeast(text);
      if (number == words.size()) {
        return SeekStatus.END;
      }
      return words.term(number).bytesEquals(text) ? SeekStatus.FOUND : SeekStatus.NOT_FOUND;
    }

    @Override
    public void seekExact(long ord) {
      number = Math.toIntExact(ord);
    }

    @Override
    public @Nullable BytesRef next() {
      number++;
      return number < words.size() ? words.term(number) : null;
    }

    @Override
    public BytesRef term() {
      return words.term(number);
    }

    @Override
    public long ord() {
      return number;
    }

    @Override
    public int docFreq() {
      return words.tweets()[number];
    }

    @Override
    public long totalTermFreq() {
      return docFreq();
    }

    @Override
    public PostingsEnum postings(@Nullable PostingsEnum reuse, int flags) {
      throw new UnsupportedOperationException("a word list has no postings");
    }

    @Override
    public ImpactsEnum impacts(int flags) {
      throw new UnsupportedOperationException("a word list has no postings");
    }
  }
}
