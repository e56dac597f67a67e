package org.trawl.columns;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.trawl.schema.TweetFields;
import org.trawl.tweet.Snowflake;

/// Makes the columns of an index by turning its postings around: each facet's values are terms, and
/// their postings say which tweets have them. No doc values are stored for facets, which would hold
/// the same once more.
///
/// Costs one pass over the postings of single-valued facets and two over those of hashtags,
/// mentions, domains and retweeted accounts, and two over those of words for near-copies; in memory
/// some 60 bytes a tweet while it runs, and some 200 for each different text while near-copies are
/// looked for.
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

  /// Near-copies first, as they take all processors and most memory; then the groups of fields at
  /// the same time, as each is one thread's work and none needs another.
  private Columns build() throws IOException {
    var hashes = copyHashes();
    var groups = CopyGroups.of(hashes);
    var near = NearGroups.of(reader, hashes, groups);
    var rows = new int[Math.multiplyExact(size + 1, Columns.STRIDE)];
    try (var threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      var tags = threads.submit(() -> tags(rows));
      var values = threads.submit(() -> values(rows));
      var times = threads.submit(this::times);
      return columns(rows, get(values), get(tags), get(times), groups, near);
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
      int[] tags,
      byte[] missing,
      Dictionary hashtags,
      Dictionary mentions,
      Dictionary domains,
      Dictionary retweeted) {}

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
    var retweeted = tagTerms(TweetFields.RETWEETED, rows, missing, 8);
    var tags = new int[startTags(rows)];
    fillTags(TweetFields.HASHTAG, hashtags, 0, rows, tags);
    fillTags(TweetFields.MENTION, mentions, hashtags.size(), rows, tags);
    var base = hashtags.size() + mentions.size();
    fillTags(TweetFields.DOMAIN, domains, base, rows, tags);
    fillTags(TweetFields.RETWEETED, retweeted, base + domains.size(), rows, tags);
    endTags(rows);
    return new Tags(tags, missing, hashtags, mentions, domains, retweeted);
  }

  private Columns columns(
      int[] rows, Values values, Tags tags, Times times, CopyGroups groups, NearCopies near) {
    var traits =
        TraitSets.of(
            rows,
            new TraitSets.Of(
                values.language,
                values.detected,
                values.kind,
                values.media,
                values.client,
                tags.missing,
                groups.groups(),
                groups.sizes()));
    return new Columns(
        rows,
        tags.tags,
        times.times,
        values.detected,
        groups.groups(),
        groups.sizes(),
        near,
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
            tags.domains,
            tags.retweeted));
  }

  private interface Cell {
    void set(int doc, int value);
  }

  /// A facet whose every tweet has a term (the empty one for none).
  private Dictionary single(String field, Cell cell) throws IOException {
    var terms = FieldTerms.of(reader, field);
    var ordinals = terms.ordinals();
    FieldTerms.each(
        reader,
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
    var terms = FieldTerms.of(reader, field);
    var none = terms.hasEmpty();
    FieldTerms.each(
        reader,
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
    var skip = FieldTerms.of(reader, field).hasEmpty() ? 1 : 0;
    FieldTerms.each(
        reader,
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
}
