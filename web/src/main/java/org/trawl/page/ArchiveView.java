package org.trawl.page;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// What is indexed, from which files, when, and what was set aside.
///
/// @param rejected such as `12 rows set aside`
/// @param over operations and languages over time
public record ArchiveView(
    String tweets,
    String updated,
    String rejected,
    List<TweetView.Fact> facts,
    List<OverTime> over,
    List<Source> sources) {
  public ArchiveView {
    requireNonNull(tweets, "tweets");
    requireNonNull(updated, "updated");
    requireNonNull(rejected, "rejected");
    facts = List.copyOf(facts);
    over = List.copyOf(over);
    sources = List.copyOf(sources);
  }

  /// Parts of the archive, each with its own small timeline by month on one common scale of time.
  public record OverTime(String title, String from, String to, List<Part> parts) {
    public OverTime {
      parts = List.copyOf(parts);
    }
  }

  /// An operation or a language.
  public record Part(String name, String tweets, String span, String href, List<Spark> sparks) {
    public Part {
      sparks = List.copyOf(sparks);
    }
  }

  /// A bar of a small timeline, as in [TimelineChart.Bar]; heights are of [#HEIGHT].
  public record Spark(String x, String width, double height) {
    public static final int HEIGHT = 24;

    public double y() {
      return HEIGHT - height;
    }
  }

  /// A file that was indexed.
  public record Source(
      String name,
      String operation,
      String tweets,
      String duplicates,
      String rejected,
      String end,
      String sha256) {}
}
