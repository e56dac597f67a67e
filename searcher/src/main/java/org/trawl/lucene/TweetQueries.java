package org.trawl.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.Query;
import org.trawl.columns.Columns;
import org.trawl.media.MediaCatalogue;
import org.trawl.media.PictureHash;

/// Finds tweets by their ids: those that have them, and those that have the text of one of them
/// ([org.trawl.lucene.near.SimilarTweets] has those that nearly have it). An id that the archive
/// lacks finds nothing.
///
/// Thread-safe.
final class TweetQueries {
  private final IndexReader reader;
  private final Columns columns;
  private final MediaCatalogue media;

  TweetQueries(IndexReader reader, Columns columns, MediaCatalogue media) {
    this.reader = reader;
    this.columns = columns;
    this.media = media;
  }

  Query withIds(List<Long> ids) throws IOException {
    return documents(found(ids));
  }

  /// These tweets and all with a picture that looks like one of theirs.
  Query withPictureOf(List<Long> ids) throws IOException {
    var all = new TreeSet<Long>(ids);
    for (long id : ids) {
      for (var like : media.tweetsLike(id, PictureHash.ALIKE)) {
        all.add(like);
      }
    }
    return withIds(List.copyOf(all));
  }

  /// These tweets and all with the same text. Looks through the column of texts once, up to the
  /// last tweet of those asked for.
  Query copiesOf(List<Long> ids) throws IOException {
    return documents(withCopies(found(ids)));
  }

  /// Some documents and all with the same text.
  BitSet withCopies(BitSet some) {
    var docs = (BitSet) some.clone();
    var groups = new BitSet();
    long left = 0;
    for (int doc = docs.nextSetBit(0); doc >= 0; doc = docs.nextSetBit(doc + 1)) {
      int group = columns.copies()[doc];
      // Group 0 is that of all texts that stand alone.
      if (group != 0 && !groups.get(group)) {
        groups.set(group);
        left += columns.groupSizes()[group];
      }
    }
    for (int doc = 0; left > 0; doc++) {
      if (groups.get(columns.copies()[doc])) {
        docs.set(doc);
        left--;
      }
    }
    return docs;
  }

  /// The documents with these ids.
  BitSet found(List<Long> ids) throws IOException {
    var lookup = new IdLookup(reader, columns);
    var docs = new BitSet();
    for (var id : ids) {
      lookup.find(id).ifPresent(docs::set);
    }
    return docs;
  }

  /// Just these documents.
  Query documents(BitSet docs) {
    var segments = new ArrayList<SegmentHits>();
    for (var leaf : reader.leaves()) {
      int size = leaf.reader().maxDoc();
      var own = docs.get(leaf.docBase, leaf.docBase + size).stream().toArray();
      segments.add(SegmentHits.of(leaf.docBase, size, own, own.length));
    }
    return new HitSetQuery(new HitSet(segments, true));
  }
}
