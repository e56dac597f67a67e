package org.trawl.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;
import org.trawl.language.WordTerms;
import org.trawl.match.WordSet;
import org.trawl.schema.TweetFields;

/// Reads where a word of a shape stands in the documents of a segment, from all its terms in all
/// layers. Documents are asked for in rising order.
///
/// Not thread-safe.
final class WordPostings {
  private static final int[] NOWHERE = {};

  private final PriorityQueue<Source> sources =
      new PriorityQueue<>(Comparator.comparingInt(source -> source.doc));
  private final List<Source> here = new ArrayList<>();
  private final List<Source> respelled = new ArrayList<>();
  private int[] found = new int[16];
  private int count;

  /// One term's postings.
  ///
  /// The postings of `language`, if any, say where they count.
  private static final class Source {
    private final PostingsEnum postings;
    private final @Nullable PostingsEnum language;
    private int doc = -1;

    Source(PostingsEnum postings, @Nullable PostingsEnum language) {
      this.postings = postings;
      this.language = language;
    }

    void advance(int target) throws IOException {
      if (doc < target) {
        doc = postings.advance(target);
      }
    }

    boolean counts() throws IOException {
      if (language == null) {
        return true;
      }
      return (language.docID() < doc ? language.advance(doc) : language.docID()) == doc;
    }
  }

  WordPostings(LeafReader reader, WordSet word) throws IOException {
    add(reader, TweetFields.TEXT, word.folded(), null);
    add(reader, TweetFields.FORMS, word.lemmas(), null);
    add(reader, TweetFields.WRITTEN, word.written(), null);
    for (var own : word.own().entrySet()) {
      add(reader, TweetFields.TEXT, own.getValue(), own.getKey());
    }
    add(reader, TweetFields.TEXT, word.plain(), null);
    for (var plain : word.plain()) {
      addRespelled(reader, plain);
    }
  }

  private void add(LeafReader reader, String field, Set<String> terms, @Nullable String language)
      throws IOException {
    var all = terms.isEmpty() ? null : reader.terms(field);
    if (all == null) {
      return;
    }
    var seek = all.iterator();
    for (var term : terms) {
      if (!seek.seekExact(new BytesRef(term))) {
        continue;
      }
      PostingsEnum inLanguage = null;
      if (language != null) {
        inLanguage = docs(reader, language);
        if (inLanguage == null) {
          continue;
        }
      }
      sources.add(new Source(seek.postings(null, PostingsEnum.POSITIONS), inLanguage));
    }
  }

  private static @Nullable PostingsEnum docs(LeafReader reader, String language)
      throws IOException {
    var terms = reader.terms(TweetFields.DETECTED);
    var seek = terms == null ? null : terms.iterator();
    return seek == null || !seek.seekExact(new BytesRef(language))
        ? null
        : seek.postings(null, PostingsEnum.NONE);
  }

  /// Where a folded token is spelled otherwise: those of its positions that do not count.
  private void addRespelled(LeafReader reader, String folded) throws IOException {
    var terms = reader.terms(TweetFields.WRITTEN);
    if (terms == null) {
      return;
    }
    var prefix = new BytesRef(WordTerms.writtenPrefix(folded));
    var seek = terms.iterator();
    if (seek.seekCeil(prefix) == TermsEnum.SeekStatus.END) {
      return;
    }
    for (var term = seek.term();
        term != null && StringHelper.startsWith(term, prefix);
        term = seek.next()) {
      respelled.add(new Source(seek.postings(null, PostingsEnum.POSITIONS), null));
    }
  }

  /// Where the word stands in a document, ascending.
  int[] positions(int doc) throws IOException {
    count = 0;
    if (sources.size() == 1) {
      // In quotes, most words are one term: it needs no queue.
      var only = sources.element();
      only.advance(doc);
      readIfHere(only, doc);
    } else {
      readAll(doc);
    }
    if (!respelled.isEmpty() && count > 0) {
      withoutRespelled(doc);
    }
    return distinct();
  }

  private void readAll(int doc) throws IOException {
    while (!sources.isEmpty() && sources.element().doc < doc) {
      var source = sources.poll();
      source.advance(doc);
      if (source.doc != DocIdSetIterator.NO_MORE_DOCS) {
        sources.add(source);
      }
    }
    // Those that stand on the document are on top; they go back once read.
    here.clear();
    while (!sources.isEmpty() && sources.element().doc == doc) {
      here.add(sources.poll());
    }
    for (var source : here) {
      readIfHere(source, doc);
    }
    sources.addAll(here);
  }

  private void readIfHere(Source source, int doc) throws IOException {
    if (source.doc == doc && source.counts()) {
      read(source);
    }
  }

  private void read(Source source) throws IOException {
    for (int i = source.postings.freq(); i > 0; i--) {
      if (count == found.length) {
        found = Arrays.copyOf(found, count * 2);
      }
      found[count++] = source.postings.nextPosition();
    }
  }

  private void withoutRespelled(int doc) throws IOException {
    for (var source : respelled) {
      source.advance(doc);
      if (source.doc == doc) {
        for (int i = source.postings.freq(); i > 0; i--) {
          remove(source.postings.nextPosition());
        }
      }
    }
  }

  private void remove(int position) {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (found[i] != position) {
        found[kept++] = found[i];
      }
    }
    count = kept;
  }

  private int[] distinct() {
    if (count == 0) {
      return NOWHERE;
    }
    if (count > 1) {
      Arrays.sort(found, 0, count);
    }
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (kept == 0 || found[i] != found[kept - 1]) {
        found[kept++] = found[i];
      }
    }
    return Arrays.copyOf(found, kept);
  }
}
