package org.trawl.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.trawl.columns.Columns;
import org.trawl.columns.Dictionary;
import org.trawl.index.PublishedIndex;
import org.trawl.schema.TweetFields;

/// A number for all that an index holds of each field and of each column besides the stored rows,
/// by the tweets' ids: the same for two indexes of the same tweets, in whatever order and segments.
///
/// Each entry, such as a tweet's word at a place, is mixed to a number, and those are added up.
final class IndexDigest {
  private final Map<String, Long> sums = new TreeMap<>();
  private final PublishedIndex index;

  private IndexDigest(PublishedIndex index) {
    this.index = index;
  }

  static Map<String, Long> of(PublishedIndex index) throws IOException {
    var digest = new IndexDigest(index);
    for (var leaf : index.reader().leaves()) {
      var ids = digest.ids(leaf.reader());
      digest.columns(ids, leaf.docBase);
      for (var field : leaf.reader().getFieldInfos()) {
        digest.postings(leaf.reader(), field.name, ids);
        digest.values(leaf.reader(), field, ids);
      }
    }
    return digest.sums;
  }

  private long[] ids(LeafReader reader) throws IOException {
    var values = reader.getNumericDocValues(TweetFields.ID);
    var ids = new long[reader.maxDoc()];
    for (var doc = values.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = values.nextDoc()) {
      ids[doc] = values.longValue();
    }
    return ids;
  }

  private void add(String what, long id, long... entry) {
    long sum = mixed(id);
    for (long part : entry) {
      sum = mixed(sum ^ part);
    }
    sums.merge(what, sum, Long::sum);
  }

  /// The mixer of SplitMix64.
  private static long mixed(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  private void postings(LeafReader reader, String field, long[] ids) throws IOException {
    var terms = reader.terms(field);
    if (terms == null) {
      return;
    }
    var each = terms.iterator();
    for (var term = each.next(); term != null; term = each.next()) {
      long word = term.utf8ToString().hashCode();
      var found = each.postings(null, PostingsEnum.ALL);
      for (var doc = found.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = found.nextDoc()) {
        int times = terms.hasPositions() ? found.freq() : 0;
        add("postings of " + field, ids[doc], word, times);
        for (int i = 0; i < times; i++) {
          add("positions of " + field, ids[doc], word, found.nextPosition(), found.startOffset());
        }
      }
    }
  }

  private void values(LeafReader reader, FieldInfo field, long[] ids) throws IOException {
    var what = "values of " + field.name;
    switch (field.getDocValuesType()) {
      case NUMERIC -> {
        var values = reader.getNumericDocValues(field.name);
        while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
          add(what, ids[values.docID()], values.longValue());
        }
      }
      case BINARY -> {
        var values = reader.getBinaryDocValues(field.name);
        while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
          add(what, ids[values.docID()], values.binaryValue().hashCode());
        }
      }
      case SORTED -> {
        var values = reader.getSortedDocValues(field.name);
        while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
          add(what, ids[values.docID()], values.lookupOrd(values.ordValue()).hashCode());
        }
      }
      case SORTED_NUMERIC -> {
        var values = reader.getSortedNumericDocValues(field.name);
        while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
          for (int i = 0; i < values.docValueCount(); i++) {
            add(what, ids[values.docID()], values.nextValue());
          }
        }
      }
      case SORTED_SET -> {
        var values = reader.getSortedSetDocValues(field.name);
        while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
          for (int i = 0; i < values.docValueCount(); i++) {
            add(what, ids[values.docID()], values.lookupOrd(values.nextOrd()).hashCode());
          }
        }
      }
      case NONE -> {}
    }
  }

  private void columns(long[] ids, int base) {
    var columns = index.columns();
    var known = columns.dictionaries();
    var traits = columns.traits();
    for (int i = 0; i < ids.length; i++) {
      int doc = base + i;
      int set = columns.traitSet(doc);
      column("account", ids[i], known.accounts(), columns.account(doc));
      column("language", ids[i], known.languages(), traits.language()[set]);
      column("kind", ids[i], known.kinds(), traits.kind()[set]);
      column("client", ids[i], known.clients(), traits.client()[set]);
      column("detected", ids[i], known.detectedLanguages(), columns.detected()[doc]);
      for (int medium = 0; medium < known.media().size(); medium++) {
        if ((traits.media()[set] >> medium & 1) == 1) {
          column("media", ids[i], known.media(), medium);
        }
      }
      column("trait detected", ids[i], known.detectedLanguages(), traits.detected()[set]);
      add("column copies in ranges", ids[i], traits.copies()[set]);
      add("column missing", ids[i], traits.missing()[set]);
      add("column time", ids[i], columns.times()[doc]);
      add("column copies", ids[i], columns.copiesOf(doc));
      add("column similar", ids[i], columns.similarTo(doc));
      tags(columns, doc, ids[i]);
    }
  }

  private void column(String name, long id, Dictionary dictionary, int ordinal) {
    add("column " + name, id, dictionary.value(ordinal).hashCode());
  }

  private void tags(Columns columns, int doc, long id) {
    var known = columns.dictionaries();
    var texts = new ArrayList<String>();
    int end = columns.rows()[(doc + 1) * Columns.STRIDE + Columns.TAGS];
    for (int i = columns.rows()[doc * Columns.STRIDE + Columns.TAGS]; i < end; i++) {
      int tag = columns.tags()[i];
      texts.add(
          tag < known.firstMention()
              ? "#" + known.hashtags().value(tag)
              : tag < known.firstDomain()
                  ? "@" + known.mentions().value(tag - known.firstMention())
                  : tag < known.firstRetweeted()
                      ? "/" + known.domains().value(tag - known.firstDomain())
                      : "RT " + known.retweeted().value(tag - known.firstRetweeted()));
    }
    Collections.sort(texts);
    add("column tags", id, texts.hashCode());
  }
}
