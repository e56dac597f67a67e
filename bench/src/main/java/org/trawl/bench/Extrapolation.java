package org.trawl.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.JsonNode;

/// What more tweets would need, computed from reports of fewer: through each measured number goes
/// the straight line that fits best; from a single report the line through zero.
///
/// A line suits what grows with the tweets, as bytes and counting do. It is too low for what grows
/// faster than them, such as merging while indexing, by a few in a hundred for each tenfold.
///
/// @param reports as the command `all` wrote them
/// @param tweets what is asked for
record Extrapolation(List<JsonNode> reports, long tweets) {
  Extrapolation {
    reports = reports.stream().sorted(Comparator.comparingLong(Extrapolation::tweetsOf)).toList();
    if (reports.isEmpty()) {
      throw new IllegalArgumentException("a report at least");
    }
  }

  private static long tweetsOf(JsonNode report) {
    return report.path("tweets").asLong();
  }

  /// One number of a report.
  private record Figure(String name, String unit, double scale, ToDoubleFunction<JsonNode> of) {}

  private static Figure at(String name, String unit, double scale, String path) {
    return new Figure(name, unit, scale, report -> report.at(path).asDouble());
  }

  private static final List<Figure> FIGURES =
      List.of(
          at("CSV", "GB", 1e9, "/sections/indexing/archiveBytes"),
          at("index", "GB", 1e9, "/sections/indexing/trawl/indexBytes"),
          new Figure("indexing", "minutes", 60, report -> median(report, "wallSeconds")),
          new Figure(
              "indexing, memory of its own", "MB", 1e6, report -> most(report, "peakOwnBytes")),
          at("heap after start", "MB", 1e6, "/sections/startup/trawl/memory/heapBytes"),
          at("heap after the list", "MB", 1e6, "/sections/memory/trawl/heapBytes"),
          at("ready after", "s", 1e3, "/sections/startup/trawl/ready/medianMillis"),
          at("search, median of the list", "ms", 1, "/sections/latency/trawl/medianMillis"),
          at("search, p99 of the list", "ms", 1, "/sections/latency/trawl/p99Millis"),
          at("slowest question, median", "ms", 1, "/sections/latency/slowestMedianMillis"),
          new Figure("everything, median", "ms", 1, Extrapolation::everything),
          new Figure("a search among 8 clients", "ms", 1, Extrapolation::share));

  private static List<Double> uses(JsonNode report, String name) {
    var numbers = new ArrayList<Double>();
    for (var use : report.at("/sections/indexing/trawl/uses")) {
      numbers.add(use.path(name).asDouble());
    }
    numbers.sort(null);
    return numbers;
  }

  private static double median(JsonNode report, String name) {
    var numbers = uses(report, name);
    return numbers.isEmpty() ? 0 : numbers.get(numbers.size() / 2);
  }

  private static double most(JsonNode report, String name) {
    var numbers = uses(report, name);
    return numbers.isEmpty() ? 0 : numbers.getLast();
  }

  private static double everything(JsonNode report) {
    for (var line : report.at("/sections/latency/lines")) {
      if (line.path("category").asString().equals("match all")) {
        return line.at("/trawl/medianMillis").asDouble();
      }
    }
    return 0;
  }

  private static double share(JsonNode report) {
    var perSecond = report.at("/sections/throughput/trawl/perSecond").asDouble();
    return perSecond == 0 ? 0 : 1000 / perSecond;
  }

  /// A straight line.
  record Line(double start, double slope) {
    double at(double x) {
      return start + slope * x;
    }

    /// Of least squares; of one point, the line through it and zero. Nothing here shrinks as tweets
    /// become more, so that a line that would fall is level.
    static Line through(double[] x, double[] y) {
      if (x.length == 1) {
        return new Line(0, y[0] / x[0]);
      }
      var meanX = mean(x);
      var meanY = mean(y);
      var both = 0.0;
      var own = 0.0;
      for (var i = 0; i < x.length; i++) {
        both += (x[i] - meanX) * (y[i] - meanY);
        own += (x[i] - meanX) * (x[i] - meanX);
      }
      if (own == 0) {
        throw new IllegalArgumentException("the reports are all of the same number of tweets");
      }
      var slope = Math.max(0, both / own);
      return new Line(meanY - slope * meanX, slope);
    }

    private static double mean(double[] numbers) {
      return java.util.Arrays.stream(numbers).average().orElse(0);
    }
  }

  /// A table: what was measured, and what is computed.
  String markdown() {
    var text = new StringBuilder("| |");
    for (var report : reports) {
      text.append(String.format(Locale.ROOT, " measured at %,d |", tweetsOf(report)));
    }
    text.append(
        String.format(Locale.ROOT, " each million more | **computed for %,d** |%n", tweets));
    text.append("| --- |").append(" ---: |".repeat(reports.size() + 2)).append('\n');
    var x = reports.stream().mapToDouble(report -> tweetsOf(report) / 1e6).toArray();
    for (var figure : FIGURES) {
      var y =
          reports.stream().mapToDouble(r -> figure.of.applyAsDouble(r) / figure.scale).toArray();
      var line = Line.through(x, y);
      text.append("| ").append(figure.name).append(", ").append(figure.unit).append(" |");
      for (var measured : y) {
        text.append(' ').append(number(measured)).append(" |");
      }
      text.append(" %s | **%s** |\n".formatted(number(line.slope), number(line.at(tweets / 1e6))));
    }
    if (reports.size() == 1) {
      text.append(
          "\n"
              + "From one report the line goes through zero, so what does not grow with the tweets,"
              + " such as starting a JVM, comes out far too high.\n");
    }
    return text.toString();
  }

  private static String number(double number) {
    var size = Math.abs(number);
    var format = size < 1 ? "%.3f" : size < 100 ? "%.2f" : "%,.0f";
    return String.format(Locale.ROOT, format, number);
  }
}
