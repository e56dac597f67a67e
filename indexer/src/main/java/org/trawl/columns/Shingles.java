package org.trawl.columns;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.trawl.schema.NearText;
import org.trawl.schema.TweetFields;

/// The shingles ([NearText]) of one tweet of each different text, by document: read off the
/// postings of the words, which say where in each text they stand. To unpack the texts and cut them
/// into words once more would cost ten times as much.
///
/// @param size how many documents there are
/// @param blocks documents by `BLOCK`
@SuppressWarnings("ArrayRecordComponent") // Read in loops; never compared.
record Shingles(int size, Block[] blocks) {
  private static final int BLOCK_BITS = 18;

  /// Documents that one thread reads at a time, which bounds what it holds meanwhile.
  private static final int BLOCK = 1 << BLOCK_BITS;

  /// @param starts where those of each document begin; one more than there are documents
  /// @param shingles ascending for each document
  @SuppressWarnings("ArrayRecordComponent") // Read in loops; never compared.
  record Block(int[] starts, int[] shingles) {}

  /// @param wanted the documents to read
  static Shingles of(IndexReader reader, FixedBitSet wanted) throws IOException {
    var blocks = new Block[Math.ceilDiv(reader.maxDoc(), BLOCK)];
    var failures = new IOException[blocks.length];
    IntStream.range(0, blocks.length)
        .parallel()
        .forEach(block -> {
          try {
            blocks[block] = new BlockReader(reader, wanted, block * BLOCK).read();
          } catch (IOException e) {
            failures[block] = e;
          }
        });
    for (var failure : failures) {
      if (failure != null) {
        throw failure;
      }
    }
    return new Shingles(reader.maxDoc(), blocks);
  }

  /// The array with a document's shingles, between [#from] and [#to].
  int[] array(int doc) {
    return blocks[doc >>> BLOCK_BITS].shingles;
  }

  int from(int doc) {
    return blocks[doc >>> BLOCK_BITS].starts[doc & (BLOCK - 1)];
  }

  int to(int doc) {
    return blocks[doc >>> BLOCK_BITS].starts[(doc & (BLOCK - 1)) + 1];
  }

  /// How many shingles a document has.
  int count(int doc) {
    return to(doc) - from(doc);
  }

  /// How many all have.
  long total() {
    return Arrays.stream(blocks).mapToLong(block -> block.shingles.length).sum();
  }

  /// Reads one block: first how long texts are, then which words stand where.
  private static final class BlockReader {
    /// Lengths of words above this are told apart no more.
    private static final int LONG = 255;

    private final IndexReader reader;
    private final FixedBitSet wanted;
    private final int first;
    private final int count;

    /// Where each text's positions begin in `words`.
    private final int[] starts;

    BlockReader(IndexReader reader, FixedBitSet wanted, int first) {
      this.reader = reader;
      this.wanted = wanted;
      this.first = first;
      this.count = Math.min(BLOCK, reader.maxDoc() - first);
      this.starts = new int[count + 1];
    }

    /// Takes a word's places in a wanted text.
    private interface Places {
      void of(int doc, PostingsEnum places) throws IOException;
    }

    /// Takes a word and gives who takes its places.
    private interface Words {
      Places of(BytesRef term);
    }

    private void each(String field, int flags, Words words) throws IOException {
      for (var leaf : reader.leaves()) {
        each(leaf, field, flags, words);
      }
    }

    private void each(LeafReaderContext leaf, String field, int flags, Words words)
        throws IOException {
      var from = Math.max(0, first - leaf.docBase);
      var to = Math.min(leaf.reader().maxDoc(), first + count - leaf.docBase);
      var terms = leaf.reader().terms(field);
      if (terms == null || from >= to) {
        return;
      }
      PostingsEnum postings = null;
      var all = terms.iterator();
      for (var term = all.next(); term != null; term = all.next()) {
        var places = words.of(term);
        postings = all.postings(postings, flags);
        for (var doc = postings.advance(from); doc < to; doc = postings.nextDoc()) {
          if (wanted.get(leaf.docBase + doc)) {
            places.of(leaf.docBase + doc - first, postings);
          }
        }
      }
    }

    Block read() throws IOException {
      Places longest =
          (doc, places) -> {
            var last = 0;
            for (var left = places.freq(); left > 0; left--) {
              last = places.nextPosition();
            }
            starts[doc + 1] = Math.max(starts[doc + 1], last + 1);
          };
      each(TweetFields.TEXT, PostingsEnum.POSITIONS, _ -> longest);
      for (var doc = 0; doc < count; doc++) {
        starts[doc + 1] = Math.addExact(starts[doc], starts[doc + 1]);
      }
      var words = new int[starts[count]];
      var lengths = new byte[words.length];
      each(TweetFields.TEXT, PostingsEnum.POSITIONS, term -> words(term, words, lengths));
      each(
          TweetFields.ASIDE,
          PostingsEnum.NONE,
          term -> {
            var position = TweetFields.position(term);
            return (doc, _) -> {
              if (position < starts[doc + 1] - starts[doc]) {
                lengths[starts[doc] + position] = 0;
              }
            };
          });
      return shingles(words, lengths);
    }

    /// Of several words in one place the shortest is the text's: the others are two characters as
    /// one, or a word with a sign.
    private Places words(BytesRef term, int[] words, byte[] lengths) {
      var word = NearText.word(term);
      var length = Math.min(LONG, term.length);
      return (doc, places) -> {
        for (var left = places.freq(); left > 0; left--) {
          var at = starts[doc] + places.nextPosition();
          var there = lengths[at] & 0xFF;
          if (there == 0 || length < there) {
            words[at] = word;
            lengths[at] = (byte) length;
          }
        }
      };
    }

    private Block shingles(int[] words, byte[] lengths) {
      var shingleStarts = new int[count + 1];
      var all = new int[Math.max(16, words.length)];
      var text = new int[64];
      for (var doc = 0; doc < count; doc++) {
        var size = 0;
        for (var at = starts[doc]; at < starts[doc + 1]; at++) {
          if (lengths[at] != 0) {
            if (size == text.length) {
              text = Arrays.copyOf(text, size * 2);
            }
            text[size++] = words[at];
          }
        }
        var own = NearText.shingles(text, size);
        var start = shingleStarts[doc];
        if (all.length - start < own.length) {
          all = Arrays.copyOf(all, Math.addExact(all.length, all.length / 2 + own.length));
        }
        System.arraycopy(own, 0, all, start, own.length);
        shingleStarts[doc + 1] = start + own.length;
      }
      return new Block(shingleStarts, Arrays.copyOf(all, shingleStarts[count]));
    }
  }
}
