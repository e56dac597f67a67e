package org.trawl.bench;

/// What one benchmark found, as a part of a report.
sealed interface Section
    permits IndexingBenchmark.Result,
        AnalysisBenchmark.Result,
        LatencyBenchmark.Result,
        ThroughputBenchmark.Result,
        ExportBenchmark.Result,
        StartupBenchmark.Result,
        MemoryBenchmark.Result,
        LoadBenchmark.Result,
        SlowExportBenchmark.Result,
        RankingBenchmark.Result {
  /// The name in reports and files, such as `latency`.
  String name();

  /// Tables for people, without a heading.
  String markdown();
}
