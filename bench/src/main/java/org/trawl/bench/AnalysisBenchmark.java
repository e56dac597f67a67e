package org.trawl.bench;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.store.FSDirectory;
import org.trawl.archive.ArchiveRows;
import org.trawl.archive.TweetArchive;
import org.trawl.detect.LanguageDetector;
import org.trawl.grammar.WordForms;
import org.trawl.schema.SharedCells;
import org.trawl.schema.TweetDocuments;
import org.trawl.schema.TweetFields;
import org.trawl.tweet.Tweet;

/// What the analysis of tweets costs: the same archive read and made into documents, once with all
/// of it (tokens, language, word forms, three layers), once with the standard analyzer's tokens in
/// its place and everything else as it is; and both with the documents added to an index.
///
/// All in one program and on one thread, in turn, the first of a round being the second of the
/// next. A first round warms it up and is not counted.
///
/// @param work a folder for the indexes, which are deleted
record AnalysisBenchmark(List<Path> sources, Path work, int rounds) {
  private static final int RAM_BUFFER_MIB = 256;

  AnalysisBenchmark {
    sources = List.copyOf(sources);
  }

  /// What is done with the tweets.
  enum Mode {
    PLAIN_DOCUMENTS("documents, standard analyzer", false, false),
    WHOLE_DOCUMENTS("documents, whole analysis", true, false),
    PLAIN_INDEX("index, standard analyzer", false, true),
    WHOLE_INDEX("index, whole analysis", true, true);

    private final String label;
    private final boolean whole;
    private final boolean index;

    Mode(String label, boolean whole, boolean index) {
      this.label = label;
      this.whole = whole;
      this.index = index;
    }
  }

  /// One pass over the archive.
  private record Pass(long tweets, double wallSeconds, double processorSeconds) {}

  /// How fast a mode is: medians over the rounds.
  ///
  /// @param perProcessorSecond tweets in a second of processor time
  record Rate(String mode, double perSecond, double perProcessorSecond) {}

  /// All modes.
  ///
  /// @param documents the rate of documents with the whole analysis by that without, in processor
  ///   time
  /// @param index the same of indexing
  record Result(long tweets, int rounds, List<Rate> rates, double documents, double index)
      implements Section {
    Result {
      rates = List.copyOf(rates);
    }

    @Override
    public String name() {
      return "analysis";
    }

    @Override
    public String markdown() {
      var text = new StringBuilder();
      text.append(
          String.format(
              Locale.ROOT,
              """
              %,d tweets, one thread, %d rounds in turn, medians.

              | | tweets a second | tweets a processor second |
              | --- | ---: | ---: |
              """,
              tweets,
              rounds));
      for (var rate : rates) {
        text.append(
            String.format(
                Locale.ROOT,
                "| %s | %,.0f | %,.0f |%n",
                rate.mode,
                rate.perSecond,
                rate.perProcessorSecond));
      }
      text.append(
          String.format(
              Locale.ROOT,
              "%nWith the whole analysis, documents are made at %.2f of the rate without it, and"
                  + " indexed at %.2f (processor time).%n",
              documents,
              index));
      return text.toString();
    }
  }

  Result run() throws IOException {
    var analysis = new Analysis(LanguageDetector.load(), WordForms.load());
    Map<Mode, List<Pass>> passes = new EnumMap<>(Mode.class);
    for (int round = 0; round <= rounds; round++) {
      var modes = new ArrayList<>(List.of(Mode.values()));
      if (round % 2 == 1) {
        modes.sort(Comparator.reverseOrder());
      }
      for (var mode : modes) {
        var pass = pass(mode, analysis);
        if (round > 0) {
          passes.computeIfAbsent(mode, first -> new ArrayList<>()).add(pass);
        }
      }
    }
    var rates = new EnumMap<Mode, Rate>(Mode.class);
    passes.forEach((mode, all) -> rates.put(mode, rate(mode, all)));
    return new Result(
        requireNonNull(passes.get(Mode.PLAIN_DOCUMENTS)).getFirst().tweets,
        rounds,
        List.copyOf(rates.values()),
        ratio(rates, Mode.WHOLE_DOCUMENTS, Mode.PLAIN_DOCUMENTS),
        ratio(rates, Mode.WHOLE_INDEX, Mode.PLAIN_INDEX));
  }

  private static double ratio(Map<Mode, Rate> rates, Mode whole, Mode plain) {
    return requireNonNull(rates.get(whole)).perProcessorSecond
        / requireNonNull(rates.get(plain)).perProcessorSecond;
  }

  private static Rate rate(Mode mode, List<Pass> passes) {
    return new Rate(
        mode.label,
        median(passes.stream().map(pass -> pass.tweets / pass.wallSeconds).toList()),
        median(passes.stream().map(pass -> pass.tweets / pass.processorSeconds).toList()));
  }

  private static double median(List<Double> numbers) {
    var sorted = numbers.stream().sorted().toList();
    return (sorted.get(sorted.size() / 2) + sorted.get((sorted.size() - 1) / 2)) / 2;
  }

  /// What all passes share.
  private record Analysis(LanguageDetector detector, WordForms forms) {}

  private Pass pass(Mode mode, Analysis analysis) throws IOException {
    var threads = ManagementFactory.getThreadMXBean();
    var started = System.nanoTime();
    var used = threads.getCurrentThreadCpuTime();
    var tweets = mode.index ? index(mode, analysis) : documents(mode, analysis);
    return new Pass(
        tweets,
        (System.nanoTime() - started) / 1e9,
        (threads.getCurrentThreadCpuTime() - used) / 1e9);
  }

  private long documents(Mode mode, Analysis analysis) throws IOException {
    try (var plain = new StandardAnalyzer()) {
      return read(mode, analysis, document -> runThrough(document, plain));
    }
  }

  /// Takes the tokens as an index would. Those of the whole analysis are made with the document.
  private static void runThrough(Document document, StandardAnalyzer analyzer) throws IOException {
    for (var field : document.getFields()) {
      if (field instanceof TextField text) {
        try (var tokens = analyzer.tokenStream(TweetFields.TEXT, text.stringValue())) {
          tokens.reset();
          boolean more = tokens.incrementToken();
          while (more) {
            more = tokens.incrementToken();
          }
          tokens.end();
        }
      }
    }
  }

  private long index(Mode mode, Analysis analysis) throws IOException {
    Files.createDirectories(work);
    var folder = Files.createTempDirectory(work, "analysis");
    try (var plain = new StandardAnalyzer();
        var directory = FSDirectory.open(folder)) {
      var config =
          new IndexWriterConfig(plain)
              .setOpenMode(OpenMode.CREATE)
              .setIndexSort(TweetFields.indexSort())
              .setRAMBufferSizeMB(RAM_BUFFER_MIB)
              // On this thread, whose time is taken.
              .setMergeScheduler(new SerialMergeScheduler());
      try (var writer = new IndexWriter(directory, config)) {
        long tweets = read(mode, analysis, writer::addDocument);
        writer.commit();
        return tweets;
      }
    } finally {
      try (var files = Files.walk(folder)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /// Takes documents in.
  private interface Sink {
    void take(Document document) throws IOException;
  }

  /// Reads the archive and gives the document of each tweet, until the next is read.
  private long read(Mode mode, Analysis analysis, Sink sink) throws IOException {
    var rows =
        new Rows(
            mode.whole,
            new TweetDocuments(new SharedCells(), analysis.detector, analysis.forms),
            sink);
    for (var file : TweetArchive.open(sources, Optional.empty()).files()) {
      file.read(rows);
    }
    return rows.tweets;
  }

  private static final class Rows implements ArchiveRows {
    private final boolean whole;
    private final TweetDocuments documents;
    private final Sink sink;
    private long tweets;

    Rows(boolean whole, TweetDocuments documents, Sink sink) {
      this.whole = whole;
      this.documents = documents;
      this.sink = sink;
    }

    @Override
    public void tweet(Tweet tweet) {
      tweets++;
      try {
        sink.take(whole ? documents.document(tweet, List.of()) : plain(tweet));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /// The document of the tweet without a word, and the text as plain Lucene takes it.
    private Document plain(Tweet tweet) {
      var content = tweet.content();
      var silent =
          new Tweet.Content(
              "",
              content.language(),
              content.hashtags(),
              content.mentions(),
              content.urls(),
              content.client(),
              content.location(),
              content.poll());
      var document =
          documents.document(
              new Tweet(
                  tweet.id(),
                  tweet.time(),
                  tweet.account(),
                  silent,
                  tweet.references(),
                  tweet.counts(),
                  tweet.source()),
              List.of());
      document.removeField(TweetFields.TEXT);
      document.add(new TextField(TweetFields.TEXT, content.text(), Store.NO));
      return document;
    }

    @Override
    public void account(Tweet.Account account) {}

    @Override
    public void reject(String file, long line, String reason, String row) {}
  }
}
