package org.trawl.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.trawl.query.QueryAst.Metric;
import org.trawl.query.ValueReader.Value;

/// Reads numbers, dates and ids, and ranges of them: `[a TO b]`, `{a TO b}`, `a..b`, `>=a`, `<b`.
final class RangeReader {
  private static final Pattern BRACKETED =
      Pattern.compile("([\\[{]) *([^ ]*) +(?:TO|to|To|-) +([^ ]*) *([\\]}])");
  private static final Pattern TWEET_ADDRESS =
      Pattern.compile("https?://[^/]+/[^/]+/status(?:es)?/([0-9]+)(?:[/?].*)?");

  /// No range worth mending is longer.
  private static final int MAX_MENDED = 100;

  private final Scan scan;

  RangeReader(Scan scan) {
    this.scan = scan;
  }

  /// A range as written; an end that is open is empty.
  private record Written(String low, boolean lowInclusive, String high, boolean highInclusive) {}

  static boolean isRange(String text) {
    return !text.isEmpty()
        && ("[{<>=\u2264\u2265".indexOf(text.charAt(0)) >= 0 || text.contains(".."));
  }

  /// The range a value is written as; null if it is none, which is a problem.
  private @Nullable Written written(Operator operator, Value value) {
    var text = value.text();
    if (text.charAt(0) == '[' || text.charAt(0) == '{') {
      var match = BRACKETED.matcher(text.replaceAll(" +", " "));
      if (match.matches()) {
        return new Written(
            open(match.group(2)), text.charAt(0) == '[', open(match.group(3)), text.endsWith("]"));
      }
      scan.problem(
          new QueryProblem.BadRange(
              scan.span(value.start(), value.end()),
              operator,
              text,
              nearest(operator, text)
                  .flatMap(range -> scan.replace(value.start(), value.end(), range))
                  .or(() -> leaveOut(value))));
      return null;
    }
    int signs = 0;
    while (signs < text.length() && "<>=\u2264\u2265".indexOf(text.charAt(signs)) >= 0) {
      signs++;
    }
    var rest = text.substring(signs).strip();
    return switch (text.substring(0, signs)) {
      case ">=", "=>", "\u2265" -> new Written(rest, true, "", false);
      case ">" -> new Written(rest, false, "", false);
      case "<=", "=<", "\u2264" -> new Written("", false, rest, true);
      case "<" -> new Written("", false, rest, false);
      case "", "=", "==" -> dots(rest);
      default -> {
        scan.problem(
            new QueryProblem.BadRange(
                scan.span(value.start(), value.end()), operator, text, leaveOut(value)));
        yield null;
      }
    };
  }

  /// The range that was perhaps meant by one in brackets that cannot be read.
  private static Optional<String> nearest(Operator operator, String text) {
    boolean closed = text.endsWith("]") || text.endsWith("}");
    var parts = text.substring(1, text.length() - (closed ? 1 : 0)).strip().split(" +");
    boolean to = parts.length > 1 && parts[1].equalsIgnoreCase("to");
    var range =
        switch (parts.length) {
          case 1 -> closed ? parts[0] : ">=" + parts[0];
          case 2 -> to ? ">=" + parts[0] : "[" + parts[0] + " TO " + parts[1] + "]";
          case 3 -> to ? "[" + parts[0] + " TO " + parts[2] + "]" : "";
          default -> "";
        };
    return range.length() < MAX_MENDED
            && Character.isLetterOrDigit(parts[0].isEmpty() ? ' ' : parts[0].charAt(0))
            && QueryParser.parse(operator.key() + ":" + range).problems().isEmpty()
        ? Optional.of(range)
        : Optional.empty();
  }

  private static Written dots(String text) {
    int dots = text.indexOf("..");
    if (dots < 0) {
      return new Written(text, true, text, true);
    }
    return new Written(open(text.substring(0, dots)), true, open(text.substring(dots + 2)), true);
  }

  private static String open(String end) {
    return end.equals("*") ? "" : end;
  }

  /// A number of a tweet or its account; `min_likes:10` and the API's `followers_count:10` say "at
  /// least".
  Optional<QueryAst> counts(Operator operator, Metric metric, Value value) {
    boolean atLeast =
        switch (operator) {
          case MIN_LIKES, MIN_RETWEETS, MIN_REPLIES, MIN_QUOTES -> true;
          case FOLLOWERS_COUNT, FOLLOWING_COUNT -> !isRange(value.text());
          default -> false;
        };
    var plain = metric == Metric.WEEKDAY ? Weekdays.asNumbers(value.text()) : value.text();
    var text = atLeast && !isRange(plain) ? ">=" + plain : plain;
    var range =
        numbers(
            operator,
            value,
            text.matches("[0-9]+\\+") ? ">=" + text.substring(0, text.length() - 1) : text);
    return range == null
        ? Optional.empty()
        : Optional.of(inZone(new QueryAst.Count(metric, range.min, range.max)));
  }

  /// What the clock says depends on whose it is.
  private QueryAst inZone(QueryAst.Count count) {
    boolean isClock = count.metric() == Metric.HOUR || count.metric() == Metric.WEEKDAY;
    return isClock && !scan.zone().equals(ZoneOffset.UTC)
        ? new QueryAst.InZone(count, scan.zone())
        : count;
  }

  private record Numbers(long min, long max) {}

  private @Nullable Numbers numbers(Operator operator, Value value, String text) {
    var written = written(operator, new Value(text, value.start(), value.end(), value.quoted()));
    if (written == null) {
      return null;
    }
    var low = written.low.isEmpty() ? Optional.of(0L) : number(written.low);
    var high = written.high.isEmpty() ? Optional.of(Long.MAX_VALUE) : number(written.high);
    if (low.isEmpty() || high.isEmpty() || (written.low.isEmpty() && written.high.isEmpty())) {
      scan.problem(
          new QueryProblem.BadNumber(
              scan.span(value.start(), value.end()), operator, value.text(), leaveOut(value)));
      return null;
    }
    long min = low.get() + (written.low.isEmpty() || written.lowInclusive ? 0 : 1);
    long max = high.get() - (written.high.isEmpty() || written.highInclusive ? 0 : 1);
    if (max < min) {
      empty(operator, value, written);
      return null;
    }
    return new Numbers(min, max);
  }

  /// A range with nothing in it: the other way round, if its ends were swapped.
  private void empty(Operator operator, Value value, Written written) {
    var swapped = "[" + written.high + " TO " + written.low + "]";
    boolean swap =
        !written.high.equals(written.low) && !written.high.isEmpty() && !written.low.isEmpty();
    scan.problem(
        new QueryProblem.EmptyRange(
            scan.span(value.start(), value.end()),
            operator,
            value.text(),
            swap ? scan.replace(value.start(), value.end(), swapped) : leaveOut(value)));
  }

  /// A whole number, digits of any script, thousands set apart by commas or lines; `k` and `m` for
  /// thousand and million.
  private static Optional<Long> number(String typed) {
    var text = DateRange.asciiDigits(typed).replaceAll("(?<=[0-9])[,_](?=[0-9])", "");
    long unit = 1;
    if (text.matches("[0-9]+[kKmM]")) {
      unit = text.toLowerCase(java.util.Locale.ROOT).endsWith("k") ? 1_000 : 1_000_000;
      text = text.substring(0, text.length() - 1);
    }
    return text.matches("[0-9]{1,12}")
        ? Optional.of(Long.parseLong(text) * unit)
        : Optional.empty();
  }

  /// One id: a number, or a tweet's address that ends in it.
  Optional<Long> id(Operator operator, Value value) {
    var id = idOf(value.text());
    if (id.isEmpty()) {
      badId(operator, value);
    }
    return id;
  }

  private void badId(Operator operator, Value value) {
    scan.problem(
        new QueryProblem.BadId(
            scan.span(value.start(), value.end()), operator, value.text(), leaveOut(value)));
  }

  private static Optional<Long> idOf(String typed) {
    var address = TWEET_ADDRESS.matcher(typed);
    var text = DateRange.asciiDigits(address.matches() ? address.group(1) : typed);
    if (!text.matches("[0-9]{1,19}")) {
      return Optional.empty();
    }
    try {
      long id = Long.parseLong(text);
      return id > 0 ? Optional.of(id) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /// A range of ids: `since_id:` leaves its id out, `max_id:` has it in.
  Optional<QueryAst> ids(Operator operator, Value value) {
    var text =
        switch (operator) {
          case SINCE_ID -> ">" + value.text();
          case MAX_ID -> "<=" + value.text();
          default -> value.text();
        };
    var written = written(operator, new Value(text, value.start(), value.end(), value.quoted()));
    if (written == null) {
      return Optional.empty();
    }
    var low = written.low.isEmpty() ? Optional.of(1L) : idOf(written.low);
    var high = written.high.isEmpty() ? Optional.of(Long.MAX_VALUE) : idOf(written.high);
    if (low.isEmpty() || high.isEmpty() || (written.low.isEmpty() && written.high.isEmpty())) {
      badId(operator, value);
      return Optional.empty();
    }
    boolean after = !written.low.isEmpty() && !written.lowInclusive;
    boolean before = !written.high.isEmpty() && !written.highInclusive;
    if ((after && low.get() == Long.MAX_VALUE)
        || high.get() - (before ? 1 : 0) < low.get() + (after ? 1 : 0)) {
      empty(operator, value, written);
      return Optional.empty();
    }
    return Optional.of(
        new QueryAst.IdRange(low.get() + (after ? 1 : 0), high.get() - (before ? 1 : 0)));
  }

  /// A span of time, or of days for `created:`. A date stands for all of its day, a month for all
  /// of it; `since:` takes its beginning, and so does `until:`, which leaves it out.
  Optional<QueryAst> dates(Operator operator, Value value) {
    var text =
        switch (operator) {
          case SINCE, SINCE_TIME -> ">=" + value.text();
          case UNTIL, UNTIL_TIME -> "<" + value.text();
          default -> value.text();
        };
    var written = written(operator, new Value(text, value.start(), value.end(), value.quoted()));
    if (written == null) {
      return Optional.empty();
    }
    var low = span(operator, value, written.low);
    var high = written.high.equals(written.low) ? low : span(operator, value, written.high);
    boolean open = written.low.isEmpty() && written.high.isEmpty();
    if (open
        || low.isEmpty() != written.low.isEmpty()
        || high.isEmpty() != written.high.isEmpty()) {
      if (open) {
        badDate(value, value.text());
      }
      return Optional.empty();
    }
    var since = low.map(span -> written.lowInclusive ? span.start() : span.end());
    var until = high.map(span -> written.highInclusive ? span.end() : span.start());
    if (since.isPresent() && until.isPresent() && !since.get().isBefore(until.get())) {
      empty(operator, value, written);
      return Optional.empty();
    }
    if (operator == Operator.CREATED) {
      return created(
          operator,
          value,
          written,
          since.map(RangeReader::dayFrom),
          until.map(RangeReader::dayFrom));
    }
    return Optional.of(new QueryAst.Time(since, until));
  }

  private Optional<QueryAst> created(
      Operator operator,
      Value value,
      Written written,
      Optional<LocalDate> since,
      Optional<LocalDate> until) {
    if (since.isPresent() && until.isPresent() && !since.get().isBefore(until.get())) {
      empty(operator, value, written);
      return Optional.empty();
    }
    return Optional.of(new QueryAst.Created(since, until));
  }

  /// The first day that begins at or after a time: accounts have days only.
  private static LocalDate dayFrom(Instant time) {
    return LocalDate.ofInstant(time.plusNanos(86_399_999_999_999L), java.time.ZoneOffset.UTC);
  }

  /// The span of a date; empty if there is none or it can't be read, which is a problem.
  private Optional<DateRange> span(Operator operator, Value value, String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    boolean epoch = operator == Operator.SINCE_TIME || operator == Operator.UNTIL_TIME;
    // Days on which accounts were created are known by no clock.
    var zone = operator == Operator.CREATED ? ZoneOffset.UTC : scan.zone();
    var span = epoch ? DateRange.readEpoch(text) : DateRange.read(text, zone);
    if (epoch && span.isEmpty()) {
      span = DateRange.read(text, zone);
    }
    if (span.isEmpty()) {
      badDate(value, text);
    }
    return span;
  }

  private Optional<Mend> leaveOut(Value value) {
    return scan.leaveOut(value.start(), value.end());
  }

  private void badDate(Value value, String found) {
    int offset = Math.max(value.text().indexOf(found), 0);
    int start = value.quoted() ? value.start() : value.start() + offset;
    int end = value.quoted() ? value.end() : Math.min(start + found.length(), value.end());
    scan.problem(
        new QueryProblem.BadDate(
            scan.span(start, end),
            found,
            DateRange.nearest(found)
                .flatMap(date -> scan.replace(start, end, date))
                .or(() -> leaveOut(value))));
  }
}
