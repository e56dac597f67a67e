package org.trawl.bench;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.range.LongRange;
import org.apache.lucene.facet.range.LongRangeFacetCounts;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.NumericUtils;
import org.jspecify.annotations.Nullable;
import org.trawl.search.Facet;

/// Answers the benchmark's questions from the baseline's index as Lucene's own guides say: one
/// searcher, one pass for hits and facets, [SortedSetDocValuesFacetCounts], [UnifiedHighlighter],
/// ranges of months for the timeline. Thread-safe.
final class BaselineSearcher implements Closeable {
  private static final int HITS = 20;
  private static final int FACET_VALUES = 10;

  private final Directory directory;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final FacetsConfig config = BaselineDocuments.facets();
  private final SortedSetDocValuesReaderState state;
  private final Analyzer analyzer = BaselineDocuments.analyzer();
  private final LongRange[] months;

  private BaselineSearcher(Directory directory, DirectoryReader reader) throws IOException {
    this.directory = directory;
    this.reader = reader;
    searcher = new IndexSearcher(reader);
    state = new DefaultSortedSetDocValuesReaderState(reader, config);
    months = months(reader);
  }

  static BaselineSearcher open(Path index) throws IOException {
    var directory = FSDirectory.open(index);
    return new BaselineSearcher(directory, DirectoryReader.open(directory));
  }

  IndexReader reader() {
    return reader;
  }

  /// What a question is answered with.
  ///
  /// @param highlighted the texts of the hits, marked
  /// @param facets the most frequent values of each facet
  /// @param timeline tweets by month; months without any are left out
  record Answer(
      long total,
      long accounts,
      List<Map<String, String>> hits,
      List<String> highlighted,
      Map<String, Map<String, Long>> facets,
      Map<String, Long> timeline) {}

  /// Answers a question.
  ///
  /// @param after the hit that the page comes after; null for the first page
  Answer answer(Parameters asked, @Nullable ScoreDoc after) throws IOException {
    var question = BaselineQuery.of(asked, analyzer, config);
    var query = question.whole();
    var found = search(query, question.sort(), HITS, after);
    var collected = found.facetsCollector();
    var counts = new SortedSetDocValuesFacetCounts(state, collected);
    var facets = new LinkedHashMap<String, Map<String, Long>>();
    for (var facet : IndexWords.facetNames()) {
      var own = question.chosen().contains(facet) ? counts(question.without(facet)) : counts;
      facets.put(facet, top(own, facet));
    }
    return new Answer(
        found.topDocs().totalHits.value(),
        distinct(counts, Facet.ACCOUNT.key()),
        stored(found.topDocs()),
        highlighted(query, found.topDocs()),
        facets,
        timeline(collected));
  }

  /// The hit that the page after some pages comes after; null if there are no hits.
  @Nullable ScoreDoc last(Parameters asked) throws IOException {
    var question = BaselineQuery.of(asked, analyzer, config);
    var hits = search(question.whole(), question.sort(), asked.deep() * Parameters.DEEP_PAGE, null);
    var docs = hits.topDocs().scoreDocs;
    return docs.length == 0 ? null : docs[docs.length - 1];
  }

  private FacetsCollectorManager.FacetsResult search(
      Query query, @Nullable Sort sort, int most, @Nullable ScoreDoc after) throws IOException {
    var manager = new FacetsCollectorManager();
    if (sort == null) {
      return after == null
          ? FacetsCollectorManager.search(searcher, query, most, manager)
          : FacetsCollectorManager.searchAfter(searcher, after, query, most, manager);
    }
    return after == null
        ? FacetsCollectorManager.search(searcher, query, most, sort, manager)
        : FacetsCollectorManager.searchAfter(searcher, after, query, most, sort, manager);
  }

  private SortedSetDocValuesFacetCounts counts(Query query) throws IOException {
    var collected = searcher.search(query, new FacetsCollectorManager());
    return new SortedSetDocValuesFacetCounts(state, collected);
  }

  private static Map<String, Long> top(SortedSetDocValuesFacetCounts counts, String facet)
      throws IOException {
    var result = counts.getTopChildren(FACET_VALUES, facet);
    var values = new LinkedHashMap<String, Long>();
    if (result != null) {
      for (var value : result.labelValues) {
        values.put(value.label, value.value.longValue());
      }
    }
    return values;
  }

  private static long distinct(SortedSetDocValuesFacetCounts counts, String facet)
      throws IOException {
    var result = counts.getTopChildren(1, facet);
    return result == null ? 0 : result.childCount;
  }

  private List<Map<String, String>> stored(TopDocs page) throws IOException {
    var hits = new ArrayList<Map<String, String>>();
    var stored = searcher.storedFields();
    for (var hit : page.scoreDocs) {
      var row = new LinkedHashMap<String, String>();
      for (var cell : stored.document(hit.doc)) {
        row.put(cell.name(), cell.stringValue());
      }
      hits.add(row);
    }
    return hits;
  }

  private List<String> highlighted(Query query, TopDocs page) throws IOException {
    if (page.scoreDocs.length == 0) {
      return List.of();
    }
    var highlighter = UnifiedHighlighter.builder(searcher, analyzer).build();
    var texts = new ArrayList<String>();
    for (var text : highlighter.highlight(BaselineDocuments.TEXT, query, page)) {
      texts.add(text == null ? "" : text);
    }
    return texts;
  }

  private Map<String, Long> timeline(FacetsCollector collected) throws IOException {
    var timeline = new LinkedHashMap<String, Long>();
    if (months.length == 0) {
      return timeline;
    }
    var counts = new LongRangeFacetCounts(BaselineDocuments.TIME, collected, months);
    for (LabelAndValue month : counts.getAllChildren(BaselineDocuments.TIME).labelValues) {
      if (month.value.longValue() > 0) {
        timeline.put(month.label, month.value.longValue());
      }
    }
    return timeline;
  }

  /// A range for each month from the first tweet's to the last one's.
  private static LongRange[] months(IndexReader reader) throws IOException {
    var min = PointValues.getMinPackedValue(reader, BaselineDocuments.TIME);
    var max = PointValues.getMaxPackedValue(reader, BaselineDocuments.TIME);
    var months = new ArrayList<LongRange>();
    if (min != null && max != null) {
      var last = month(NumericUtils.sortableBytesToLong(max, 0));
      var month = month(NumericUtils.sortableBytesToLong(min, 0));
      for (; !month.isAfter(last); month = month.plusMonths(1)) {
        var next = month.plusMonths(1);
        months.add(new LongRange(month.toString(), start(month), true, start(next), false));
      }
    }
    return months.toArray(LongRange[]::new);
  }

  private static YearMonth month(long seconds) {
    return YearMonth.from(Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.UTC));
  }

  private static long start(YearMonth month) {
    return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
  }

  /// The values of each facet, most frequent first, without the one that stands for none.
  Map<String, List<String>> values(int most) throws IOException {
    var counts = new SortedSetDocValuesFacetCounts(state);
    var values = new LinkedHashMap<String, List<String>>();
    for (var facet : IndexWords.facetNames()) {
      Set<String> labels = new LinkedHashSet<>();
      var result = counts.getTopChildren(most, facet);
      if (result != null) {
        for (var value : result.labelValues) {
          labels.add(value.label);
        }
      }
      labels.remove(Facet.NONE);
      values.put(facet, List.copyOf(labels));
    }
    return values;
  }

  /// Writes stored rows as CSV to nowhere, in the index's order: the least work there is.
  Exported export(long rows) throws IOException {
    var bytes = new CountingStream();
    var started = System.nanoTime();
    var stored = reader.storedFields();
    var most = (int) Math.min(rows, reader.maxDoc());
    try (var csv = CsvWriter.builder().build(bytes)) {
      for (var doc = 0; doc < most; doc++) {
        var cells = new ArrayList<String>();
        for (var cell : stored.document(doc)) {
          cells.add(cell.stringValue());
        }
        csv.writeRecord(cells);
      }
    }
    return new Exported(most, bytes.count, (System.nanoTime() - started) / 1e9);
  }

  /// Counts bytes and forgets them.
  private static final class CountingStream extends OutputStream {
    private long count;

    @Override
    public void write(int one) {
      count++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      count += length;
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
    directory.close();
  }
}
