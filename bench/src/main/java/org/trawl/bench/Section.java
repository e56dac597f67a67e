package org.trawl.bench;

/// What one benchmark found, as a part of a report. Not sealed: nobody asks which one it is, and
/// what writes reports knows no benchmark.
interface Section {
  /// The name in reports and files, such as `latency`.
  String name();

  /// Tables for people, without a heading.
  String markdown();
}
