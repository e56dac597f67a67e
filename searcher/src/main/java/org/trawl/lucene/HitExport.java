package org.trawl.lucene;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.trawl.search.Deadline;
import org.trawl.search.SearchResult.Hit;
import org.trawl.search.TweetSearch;

/// Hands on all hits of a search in their order, in memory that does not grow with their number.
final class HitExport {
  /// Tweets that are put in order at a time. By relevance and by counts that takes a search of its
  /// own.
  private static final int PAGE = 50_000;

  /// Tweets that are loaded at a time, by each free processor.
  private static final int PART = 2_000;

  /// Makes hits of documents, in their order.
  interface DocLoader {
    List<Hit> load(int[] docs) throws IOException;
  }

  private final PageOrder order;
  private final Processors processors;
  private final DocLoader documents;

  HitExport(PageOrder order, Processors processors, DocLoader documents) {
    this.order = order;
    this.processors = processors;
    this.documents = documents;
  }

  void export(PageOrder.UnorderedHits wanted, TweetSearch.HitSink sink) throws IOException {
    var forever = Deadline.in(Duration.ofDays(10_000));
    Cursor after = null;
    while (true) {
      var ordered = order.of(wanted, PAGE, after, new Relevance.Means(forever, 1));
      hand(ordered.page().stream().mapToInt(TopHits.Ranked::doc).toArray(), sink);
      if (!ordered.more()) {
        return;
      }
      after = ordered.last();
    }
  }

  /// Loads documents and hands them on, in the order given: while some are on their way, free
  /// processors load the next.
  private void hand(int[] docs, TweetSearch.HitSink sink) throws IOException {
    var loading = new ArrayDeque<Future<List<Hit>>>();
    try {
      for (var from = 0; from < docs.length || !loading.isEmpty(); ) {
        while (from < docs.length && loading.size() < processors.share()) {
          loading.add(load(docs, from));
          from += PART;
        }
        for (var hit : Processors.join(loading.remove())) {
          sink.take(hit);
        }
      }
    } finally {
      loading.forEach(part -> part.cancel(false));
    }
  }

  private Future<List<Hit>> load(int[] docs, int from) throws IOException {
    var part = Arrays.copyOfRange(docs, from, Math.min(docs.length, from + PART));
    return processors.share() > 1
        ? Processors.fork(() -> documents.load(part))
        : CompletableFuture.completedFuture(documents.load(part));
  }
}
