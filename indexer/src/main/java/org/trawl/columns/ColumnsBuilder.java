package org.trawl.columns;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.ArrayUtil;
import org.trawl.schema.TweetFields;
import org.trawl.tweet.Snowflake;

/// Makes the columns of an index by turning its postings around: each facet's values are terms, and
/// their postings say which tweets have them. No doc values are stored for facets, which would hold
/// the same once more.
///
/// Costs one pass over the postings of single-valued facets and two over those of hashtags,
/// mentions and domains; in memory some 60 bytes a tweet while it runs.
public final class ColumnsBuilder {
  private final IndexReader reader;
  private final int size;

  private ColumnsBuilder(IndexReader reader) {
    this.reader = reader;
    this.size = reader.maxDoc();
  }

  /// The columns of a reader. Its documents must all be live: Trawl never deletes.
  public static Columns build(IndexReader reader) throws IOException {
    if (reader.hasDeletions()) {
      throw new IllegalArgumentException("an index of tweets must have no deleted documents");
    }
    return new ColumnsBuilder(reader).build();
  }

  /// Reads the groups of fields at the same time, as each is one thread's work and none needs
  /// another.
  private Columns build() throws IOException {
    var rows = new int[Math.multiplyExact(size + 1, Columns.STRIDE)];
    try (var threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      var tags = threads.submit(() -> tags(rows));
      var values = threads.submit(() -> values(rows));
      var times = threads.submit(this::times);
      var groups = threads.submit(() -> CopyGroups.of(copyHashes()));
      return columns(rows, get(values), get(tags), get(times), get(groups));
    }
  }

  private static <T> T get(Future<T> work) throws IOException {
    try {
      return work.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the columns were interrupted", e);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException cause -> throw cause;
        case Error cause -> throw cause; // Out of memory is told apart further up.
        case null, default ->
            throw new IllegalStateException("columns could not be made", e.getCause());
      }
    }
  }

  /// Facets with one value a tweet, media aside.
  @SuppressWarnings("ArrayRecordComponent") // Only to hand them on.
  private record Values(
      Dictionary accounts,
      int[] language,
      Dictionary languages,
      byte[] kind,
      Dictionary kinds,
      byte[] media,
      Dictionary mediaKinds,
      int[] client,
      Dictionary clients,
      byte[] detected,
      Dictionary detectedLanguages) {}

  /// Facets with several values a tweet.
  ///
  /// @param missing a bit for each facet of which a tweet has no value
  @SuppressWarnings("ArrayRecordComponent") // As above.
  private record Tags(
      int[] tags, byte[] missing, Dictionary hashtags, Dictionary mentions, Dictionary domains) {}

  @SuppressWarnings("ArrayRecordComponent") // As above.
  private record Times(int[] times, Columns.OddIds odd) {}

  private Values values(int[] rows) throws IOException {
    var accounts =
        single(TweetFields.ACCOUNT, (doc, value) -> rows[doc * 3 + Columns.ACCOUNT] = value);
    var language = new int[size];
    var languages = single(TweetFields.LANGUAGE, (doc, value) -> language[doc] = value);
    var kind = new byte[size];
    var kinds = single(TweetFields.KIND, (doc, value) -> kind[doc] = (byte) value);
    var media = new byte[size];
    var mediaKinds = single(TweetFields.MEDIA, (doc, value) -> media[doc] |= (byte) (1 << value));
    var client = new int[size];
    var clients = single(TweetFields.CLIENT, (doc, value) -> client[doc] = value);
    var detected = new byte[size];
    var detectedLanguages =
        single(TweetFields.DETECTED, (doc, value) -> detected[doc] = (byte) value);
    return new Values(
        accounts,
        language,
        languages,
        kind,
        kinds,
        media,
        mediaKinds,
        client,
        clients,
        detected,
        detectedLanguages);
  }

  private Tags tags(int[] rows) throws IOException {
    var missing = new byte[size];
    var hashtags = tagTerms(TweetFields.HASHTAG, rows, missing, 1);
    var mentions = tagTerms(TweetFields.MENTION, rows, missing, 2);
    var domains = tagTerms(TweetFields.DOMAIN, rows, missing, 4);
    var tags = new int[startTags(rows)];
    fillTags(TweetFields.HASHTAG, hashtags, 0, rows, tags);
    fillTags(TweetFields.MENTION, mentions, hashtags.size(), rows, tags);
    fillTags(TweetFields.DOMAIN, domains, hashtags.size() + mentions.size(), rows, tags);
    endTags(rows);
    return new Tags(tags, missing, hashtags, mentions, domains);
  }

  private Columns columns(int[] rows, Values values, Tags tags, Times times, CopyGroups groups) {
    var traits =
        traits(rows, values.language, values.kind, values.media, values.client, tags.missing);
    return new Columns(
        rows,
        tags.tags,
        times.times,
        values.detected,
        groups.groups(),
        groups.sizes(),
        times.odd,
        traits,
        new Columns.Dictionaries(
            values.accounts,
            values.languages,
            values.kinds,
            values.mediaKinds,
            values.clients,
            values.detectedLanguages,
            tags.hashtags,
            tags.mentions,
            tags.domains));
  }

  private interface Cell {
    void set(int doc, int value);
  }

  /// A facet whose every tweet has a term (the empty one for none).
  private Dictionary single(String field, Cell cell) throws IOException {
    var terms = terms(field);
    var ordinals = terms.ordinals();
    each(
        field,
        (term, postings) -> {
          var ordinal = ordinals[term];
          for (var doc = postings.nextDoc();
              doc != DocIdSetIterator.NO_MORE_DOCS;
              doc = postings.nextDoc()) {
            cell.set(doc, ordinal);
          }
        });
    return terms.dictionary(ordinals);
  }

  /// The dictionary of a facet with several values a tweet, without the empty term, whose tweets
  /// are marked `missing`. Counts each tweet's values into the row's tag start.
  private Dictionary tagTerms(String field, int[] rows, byte[] missing, int bit)
      throws IOException {
    var terms = terms(field);
    var none = terms.hasEmpty();
    each(
        field,
        (term, postings) -> {
          var empty = none && term == 0;
          for (var doc = postings.nextDoc();
              doc != DocIdSetIterator.NO_MORE_DOCS;
              doc = postings.nextDoc()) {
            if (empty) {
              missing[doc] |= (byte) bit;
            } else {
              rows[doc * 3 + Columns.TAGS]++;
            }
          }
        });
    var kept = none ? terms.withoutFirst() : terms;
    return kept.dictionary(kept.ordinals());
  }

  /// Turns counts into starts; returns how many tags there are in all.
  private int startTags(int[] rows) {
    var total = 0;
    for (var doc = 0; doc <= size; doc++) {
      var count = rows[doc * 3 + Columns.TAGS];
      rows[doc * 3 + Columns.TAGS] = total;
      total = Math.addExact(total, count);
    }
    return total;
  }

  /// Writes the tags of one facet; a row's start moves to where its next tag belongs.
  private void fillTags(String field, Dictionary dictionary, int base, int[] rows, int[] tags)
      throws IOException {
    var sorted = dictionary.sorted();
    var skip = terms(field).hasEmpty() ? 1 : 0;
    each(
        field,
        (term, postings) -> {
          if (term < skip) {
            return;
          }
          var tag = base + sorted[term - skip];
          for (var doc = postings.nextDoc();
              doc != DocIdSetIterator.NO_MORE_DOCS;
              doc = postings.nextDoc()) {
            tags[rows[doc * 3 + Columns.TAGS]++] = tag;
          }
        });
  }

  /// After filling, each start stands at its end, which is the next one's start: moves them back.
  private void endTags(int[] rows) {
    for (var doc = size; doc > 0; doc--) {
      rows[doc * 3 + Columns.TAGS] = rows[(doc - 1) * 3 + Columns.TAGS];
    }
    rows[Columns.TAGS] = 0;
  }

  private Columns.Traits traits(
      int[] rows, int[] language, byte[] kind, byte[] media, int[] client, byte[] missing) {
    var found = new HashMap<Long, Integer>();
    var keys = new long[64];
    var counts = new int[64];
    for (var doc = 0; doc < size; doc++) {
      var key =
          ((long) client[doc] << 32)
              | ((long) language[doc] << 16)
              | (media[doc] & 0xFFL) << 8
              | (long) kind[doc] << 4
              | missing[doc];
      var known = found.get(key);
      int set;
      if (known == null) {
        set = found.size();
        found.put(key, set);
        keys = ArrayUtil.grow(keys, set + 1);
        counts = ArrayUtil.grow(counts, set + 1);
        keys[set] = key;
      } else {
        set = known;
      }
      counts[set]++;
      rows[doc * 3 + Columns.TRAITS] = set;
    }
    var rank = rank(counts, found.size());
    var traits =
        new Columns.Traits(
            new int[rank.length],
            new int[rank.length],
            new int[rank.length],
            new int[rank.length],
            new int[rank.length],
            new int[rank.length]);
    for (var set = 0; set < rank.length; set++) {
      var to = rank[set];
      traits.client()[to] = (int) (keys[set] >>> 32);
      traits.language()[to] = (int) (keys[set] >>> 16) & 0xFFFF;
      traits.media()[to] = (int) (keys[set] >>> 8) & 0xFF;
      traits.kind()[to] = (int) (keys[set] >>> 4) & 0xF;
      traits.missing()[to] = (int) keys[set] & 0xF;
      traits.counts()[to] = counts[set];
    }
    for (var doc = 0; doc < size; doc++) {
      rows[doc * 3 + Columns.TRAITS] = rank[rows[doc * 3 + Columns.TRAITS]];
    }
    return traits;
  }

  /// Gives the place of each when ordered by falling count; ties keep their order.
  private static int[] rank(int[] counts, int size) {
    var order = new long[size];
    for (var i = 0; i < size; i++) {
      order[i] = ((long) (Integer.MAX_VALUE - counts[i]) << 32) | i;
    }
    Arrays.sort(order);
    var rank = new int[size];
    for (var place = 0; place < size; place++) {
      rank[(int) order[place]] = place;
    }
    return rank;
  }

  /// The times, and the ids that do not hold theirs.
  private Times times() throws IOException {
    var times = new int[size];
    var odd = new ArrayList<Map.Entry<Long, Integer>>();
    for (var leaf : reader.leaves()) {
      var time = DocValues.getNumeric(leaf.reader(), TweetFields.TIME);
      var ids = DocValues.getNumeric(leaf.reader(), TweetFields.ID);
      for (var doc = time.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = time.nextDoc()) {
        times[leaf.docBase + doc] = (int) time.longValue();
        ids.advanceExact(doc);
        var id = new Snowflake(ids.longValue());
        if (!id.timed() || id.createdAt().getEpochSecond() != time.longValue()) {
          odd.add(Map.entry(id.value(), leaf.docBase + doc));
        }
      }
    }
    odd.sort(Map.Entry.comparingByKey());
    return new Times(
        times,
        new Columns.OddIds(
            odd.stream().mapToLong(Map.Entry::getKey).toArray(),
            odd.stream().mapToInt(Map.Entry::getValue).toArray()));
  }

  private long[] copyHashes() throws IOException {
    var hashes = new long[size];
    for (var leaf : reader.leaves()) {
      NumericDocValues values = leaf.reader().getNumericDocValues(TweetFields.COPY);
      if (values == null) {
        continue;
      }
      for (var doc = values.nextDoc();
          doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = values.nextDoc()) {
        hashes[leaf.docBase + doc] = values.longValue();
      }
    }
    return hashes;
  }

  private interface Postings {
    void of(int term, PostingsEnum postings) throws IOException;
  }

  /// Visits the postings of every term of a field, in byte order of the terms.
  private void each(String field, Postings visitor) throws IOException {
    var terms = MultiTerms.getTerms(reader, field);
    if (terms == null) {
      return;
    }
    TermsEnum all = terms.iterator();
    PostingsEnum postings = null;
    for (var term = 0; all.next() != null; term++) {
      postings = all.postings(postings, PostingsEnum.NONE);
      visitor.of(term, postings);
    }
  }

  private Terms terms(String field) throws IOException {
    var starts = new int[1024];
    var bytes = new byte[1 << 14];
    var counts = new int[1024];
    var size = 0;
    var terms = MultiTerms.getTerms(reader, field);
    if (terms != null) {
      var all = terms.iterator();
      for (var term = all.next(); term != null; term = all.next()) {
        starts = ArrayUtil.grow(starts, size + 2);
        counts = ArrayUtil.grow(counts, size + 1);
        bytes = ArrayUtil.grow(bytes, starts[size] + term.length);
        System.arraycopy(term.bytes, term.offset, bytes, starts[size], term.length);
        counts[size] = all.docFreq();
        starts[++size] = starts[size - 1] + term.length;
      }
    }
    return new Terms(Arrays.copyOf(starts, size + 1), bytes, Arrays.copyOf(counts, size));
  }

  /// The terms of a field in byte order, with their document counts.
  @SuppressWarnings("ArrayRecordComponent") // Only to hand three arrays on.
  private record Terms(int[] starts, byte[] bytes, int[] counts) {
    boolean hasEmpty() {
      return counts.length > 0 && starts[1] == starts[0];
    }

    Terms withoutFirst() {
      return new Terms(
          Arrays.copyOfRange(starts, 1, starts.length),
          bytes,
          Arrays.copyOfRange(counts, 1, counts.length));
    }

    /// The ordinal of each term: its rank by falling count.
    int[] ordinals() {
      return rank(counts, counts.length);
    }

    Dictionary dictionary(int[] ordinals) {
      var size = counts.length;
      var terms = new int[size];
      IntStream.range(0, size).forEach(term -> terms[ordinals[term]] = term);
      var newStarts = new int[size + 1];
      var newBytes = new byte[starts[size] - starts[0]];
      var newCounts = new int[size];
      for (var ordinal = 0; ordinal < size; ordinal++) {
        var term = terms[ordinal];
        var length = starts[term + 1] - starts[term];
        System.arraycopy(bytes, starts[term], newBytes, newStarts[ordinal], length);
        newStarts[ordinal + 1] = newStarts[ordinal] + length;
        newCounts[ordinal] = counts[term];
      }
      return new Dictionary(newStarts, newBytes, ordinals, newCounts);
    }
  }
}
