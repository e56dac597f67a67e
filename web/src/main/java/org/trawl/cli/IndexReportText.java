package org.trawl.cli;

import java.util.ArrayList;
import org.trawl.explain.Listing;
import org.trawl.ingest.IndexReport;
import org.trawl.ingest.IndexReport.FileReport;

/// A run of the indexer in words.
final class IndexReportText {
  /// A rate is worth telling of work that took so long; below it says how long Java takes to start.
  private static final double RATE_SECONDS = 5;

  /// Of fewer the time is that of starting.
  private static final int RATE_TWEETS = 1_000;

  private IndexReportText() {}

  /// What became of a file's rows: `2,000 tweets from 12 accounts; 3 rejected`.
  static String file(FileReport file) {
    var counts = file.counts();
    if (counts.rows() == 0) {
      return "a header and no rows" + before(file);
    }
    var parts = new ArrayList<String>();
    if (counts.indexed() > 0 || counts.accounts() == 0) {
      parts.add(
          Listing.count(counts.indexed(), "tweet", "tweets")
              + (file.findings().authors() == 0
                  ? ""
                  : " from " + Listing.count(file.findings().authors(), "account", "accounts")));
    }
    if (counts.accounts() > 0) {
      parts.add("the profiles of " + Listing.count(counts.accounts(), "account", "accounts"));
    }
    if (counts.duplicates() > 0) {
      parts.add(
          Listing.count(counts.duplicates(), "row", "rows")
              + " left out as duplicates, whose tweet ids were there before");
    }
    parts.add(
        counts.rejected() == counts.rows()
            ? "every one of its rows was rejected"
            : counts.rejected() == 0
                ? "no row was rejected"
                : Listing.count(counts.rejected(), "row was", "rows were") + " rejected");
    return String.join("; ", parts) + before(file);
  }

  private static String before(FileReport file) {
    return file.already() ? " (indexed before, not read again)" : "";
  }

  /// What the run did, and what the index holds now.
  static String all(IndexReport report) {
    var outcome =
        switch (report.outcome()) {
          case PUBLISHED -> "";
          case UNCHANGED -> "Nothing was new. ";
          case STOPPED -> "Stopped; run the same command again to go on. ";
        };
    var seconds = Math.max(report.took().toMillis(), 1) / 1000.0;
    var rate =
        seconds < RATE_SECONDS || report.indexed() < RATE_TWEETS
            ? ""
            : " (" + Listing.number(Math.round(report.indexed() / seconds)) + " tweets a second)";
    return outcome
        + "Took in "
        + Listing.count(report.indexed(), "tweet", "tweets")
        + (report.listed() == 0
            ? ""
            : " and the profiles of " + Listing.count(report.listed(), "account", "accounts"))
        + String.format(java.util.Locale.ROOT, " in %.1f s", seconds)
        + rate
        + ", "
        + Listing.count(report.duplicates(), "duplicate", "duplicates")
        + " left out, "
        + Listing.number(report.rejected())
        + " rejected; the index holds "
        + Listing.count(report.tweets(), "tweet", "tweets")
        + " from "
        + Listing.count(report.accounts(), "account", "accounts")
        + ".";
  }
}
