package org.trawl.archive;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.trawl.tweet.Layout;
import org.trawl.tweet.Remarks;
import org.trawl.tweet.UnusableRow;

/// What a person should know of how a table was read: each kind of oddness with its number and its
/// first example, as the ends of sentences that begin with the table's name.
final class Findings implements Remarks {
  private static final int SHOWN = 90;

  private final Map<Kind, Found> remarks = new EnumMap<>(Kind.class);
  private final Map<UnusableRow.Reason, Found> unusable = new EnumMap<>(UnusableRow.Reason.class);
  private long line;

  /// How often something was found, and where first.
  private static final class Found {
    private final String example;
    private final long line;
    private long count;

    Found(String example, long line) {
      this.example = example;
      this.line = line;
    }
  }

  /// Says in which line the row begins that the next remarks are about.
  void at(long begins) {
    line = begins;
  }

  @Override
  public void add(Kind kind, String example) {
    remarks.computeIfAbsent(kind, _ -> new Found(example, line)).count++;
  }

  /// Takes in why a row could not be used.
  void add(UnusableRow why) {
    unusable.computeIfAbsent(why.reason(), _ -> new Found(String.valueOf(why.getMessage()), line))
        .count++;
  }

  /// All that was found, a sentence's end each.
  List<String> sentences() {
    var all = new ArrayList<String>();
    unusable.values().forEach(found -> all.add(rejected(found)));
    remarks.forEach((kind, found) -> all.add(sentence(kind, found)));
    return all;
  }

  private static String rejected(Found found) {
    return "has %s that could not be used: %s (%s)"
        .formatted(rows(found.count), shown(found.example), first(found));
  }

  private static String sentence(Remarks.Kind kind, Found found) {
    var example = "“" + shown(found.example) + "”";
    var where = first(found);
    return switch (kind) {
      case NOTHING_IN_WORDS ->
          "has %s for nothing in %s (%s): read as empty"
              .formatted(example, number(found.count, "cell", "cells"), where);
      case ROUNDED_REFERENCE ->
          "has %s that a program rounded, such as %s (%s): that a tweet is a reply, quote or retweet is kept, to which one is lost"
              .formatted(number(found.count, "reference", "references"), example, where);
      case REFERENCE_FROM_LINK ->
          "has %s that a program rounded, such as %s (%s), whose whole id was read from the links of the row"
              .formatted(number(found.count, "reference", "references"), example, where);
      case ID_FROM_ADDRESS ->
          "has %s that a program rounded, such as %s (%s): read whole from the tweet's address"
              .formatted(number(found.count, "tweet id", "tweet ids"), example, where);
      case HANDLE_FOR_ROUNDED_USER ->
          "has a rounded user id in %s, such as %s (%s), which several accounts may share: the handle stands for it"
              .formatted(rows(found.count), example, where);
      case HANDLE_FOR_MISSING_USER ->
          "has no user ids: in %s the handle stands for it, such as %s (%s)"
              .formatted(rows(found.count), example, where);
      case TIME_FROM_ID ->
          "has %s whose time differs from that in the tweet's id by over a minute, such as %s (%s): the id is right"
              .formatted(rows(found.count), example, where);
      case ID_WITHOUT_SENSE ->
          "has %s whose id holds another time, such as %s (%s): most ids of the file do, so they were made up, and the row's time is kept"
              .formatted(rows(found.count), example, where);
      case DAY_ONLY ->
          "has only the day in %s, such as %s (%s): midnight stands for the time"
              .formatted(rows(found.count), example, where);
      case UNLIKELY_TIME ->
          "has %s sent before Twitter began in 2006 or after 2029, such as %s (%s): kept as it stands"
              .formatted(rows(found.count), example, where);
      case COUNT_TOO_LARGE ->
          "has %s above 2,147,483,647, such as %s (%s): that number stands for it"
              .formatted(number(found.count, "count", "counts"), example, where);
      case UNREADABLE_CELL ->
          "has %s that could not be read, such as %s (%s): taken as empty"
              .formatted(number(found.count, "cell", "cells"), example, where);
    };
  }

  private static String first(Found found) {
    return (found.count == 1 ? "line " : "first in line ") + found.line;
  }

  private static String rows(long count) {
    return number(count, "row", "rows");
  }

  static String number(long count, String one, String many) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
  }

  private static String shown(String example) {
    var text = example.strip();
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
  }

  /// Which columns of its layout a header lacks; empty if it has them all.
  static Optional<String> missing(List<String> columns) {
    var missing = Layout.of(columns).missing(columns);
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "lacks %s of the archive's files, %s: what stands there is unknown"
                .formatted(
                    number(missing.size(), "column", "columns"), String.join(", ", missing)));
  }
}
