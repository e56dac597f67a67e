package org.trawl.cluster;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.util.BytesRef;
import org.trawl.schema.TweetFields;

/// The words of an archive, and how many tweets have each: OpenSearch does not list the terms of a
/// field, so Trawl keeps them. Patterns are run over them, names and misspellings found among them,
/// and rare words told from frequent ones.
///
/// Stands in memory as a whole: the terms' bytes, and eight bytes for each.
final class WordList {
  /// The fields whose terms are kept.
  static final List<String> FIELDS =
      List.of(
          TweetFields.TEXT,
          TweetFields.FORMS,
          TweetFields.WRITTEN,
          TweetFields.HASHTAG,
          TweetFields.MENTION,
          TweetFields.TO,
          TweetFields.RETWEETED_USER,
          TweetFields.HOST,
          TweetFields.OPERATION,
          TweetFields.CLIENT,
          TweetFields.DETECTED);

  private final Map<String, Words> fields;

  private WordList(Map<String, Words> fields) {
    this.fields = fields;
  }

  /// The terms of one field in the order of their bytes.
  ///
  /// @param starts where each begins in `bytes`; one more than there are
  /// @param tweets that have each
  @SuppressWarnings("ArrayRecordComponent") // A million words are three arrays; never compared.
  record Words(byte[] bytes, int[] starts, int[] tweets) {
    int size() {
      return tweets.length;
    }

    BytesRef term(int number) {
      return new BytesRef(bytes, starts[number], starts[number + 1] - starts[number]);
    }

    /// The first term that is no less than another; [#size] if there is none.
    int firstAtLeast(BytesRef term) {
      int low = 0;
      int high = size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        int order =
            Arrays.compareUnsigned(
                bytes,
                starts[middle],
                starts[middle + 1],
                term.bytes,
                term.offset,
                term.offset + term.length);
        if (order < 0) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }
  }

  /// The words of a field; empty if no tweet has any.
  Words words(String field) {
    return fields.getOrDefault(field, NONE);
  }

  private static final Words NONE = new Words(new byte[0], new int[1], new int[0]);

  /// The texts of all terms of a field.
  List<String> texts(String field) {
    var words = words(field);
    return java.util.stream.IntStream.range(0, words.size())
        .mapToObj(number -> words.term(number).utf8ToString())
        .toList();
  }

  /// Bytes of memory that it takes.
  long bytes() {
    return fields.values().stream()
        .mapToLong(words -> words.bytes.length + 8L * words.size())
        .sum();
  }

  /// Writes the words of an index.
  static void write(IndexReader reader, OutputStream to) throws IOException {
    try (var out = new DataOutputStream(new GZIPOutputStream(to, 1 << 16))) {
      for (var field : FIELDS) {
        var terms = MultiTerms.getTerms(reader, field);
        if (terms == null) {
          continue;
        }
        out.writeUTF(field);
        var each = terms.iterator();
        var before = new byte[0];
        for (var term = each.next(); term != null; term = each.next()) {
          int shared = shared(before, term);
          out.writeInt(term.length);
          out.writeInt(shared);
          out.write(term.bytes, term.offset + shared, term.length - shared);
          out.writeInt(each.docFreq());
          before = BytesRef.deepCopyOf(term).bytes;
        }
        out.writeInt(-1);
      }
      out.writeUTF("");
    }
  }

  private static int shared(byte[] before, BytesRef term) {
    int mismatch =
        Arrays.mismatch(
            before, 0, before.length, term.bytes, term.offset, term.offset + term.length);
    return mismatch < 0 ? term.length : mismatch;
  }

  /// Reads what [#write] wrote.
  static WordList read(InputStream from) throws IOException {
    var fields = new LinkedHashMap<String, Words>();
    try (var in = new DataInputStream(new GZIPInputStream(from, 1 << 16))) {
      for (var field = in.readUTF(); !field.isEmpty(); field = in.readUTF()) {
        fields.put(field, words(in));
      }
    }
    return new WordList(fields);
  }

  private static Words words(DataInputStream in) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var starts = new int[1024];
    var tweets = new int[1024];
    var term = new byte[0];
    int count = 0;
    for (int length = in.readInt(); length >= 0; length = in.readInt()) {
      int shared = in.readInt();
      if (shared < 0 || shared > Math.min(length, term.length)) {
        throw new IOException("the word list is damaged");
      }
      var next = Arrays.copyOf(term, length);
      if (in.readNBytes(next, shared, length - shared) < length - shared) {
        throw new EOFException("the word list is cut off");
      }
      if (count + 1 == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
        tweets = Arrays.copyOf(tweets, count * 2);
      }
      starts[count] = bytes.size();
      tweets[count++] = in.readInt();
      bytes.write(next);
      term = next;
    }
    starts[count] = bytes.size();
    return new Words(
        bytes.toByteArray(), Arrays.copyOf(starts, count + 1), Arrays.copyOf(tweets, count));
  }
}
