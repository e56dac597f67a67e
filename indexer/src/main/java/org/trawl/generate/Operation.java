package org.trawl.generate;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// One invented operation: what its release looks like and who speaks in it. The states behind them
/// do not exist.
///
/// @param name as in the release's file names
/// @param weight its part of all tweets, out of [#WEIGHTS]
/// @param languages what its accounts write in; repeated ones are written by more accounts
/// @param active the days of its first and its last tweet; a few of the oldest release are from
///   before (see [Occasion])
/// @param hour the local time's distance from UTC, in hours
record Operation(
    String name,
    Vintage vintage,
    int weight,
    List<String> languages,
    Period active,
    int hour,
    List<String> clients) {

  /// The sum of all weights.
  static final int WEIGHTS = 100;

  /// Days, both inclusive.
  record Period(LocalDate from, LocalDate to) {
    long fromSecond() {
      return from.toEpochSecond(java.time.LocalTime.MIN, ZoneOffset.UTC);
    }

    long toSecond() {
      return to.plusDays(1).toEpochSecond(java.time.LocalTime.MIN, ZoneOffset.UTC) - 1;
    }
  }

  private static final List<String> HANDS =
      List.of(
          "Twitter Web Client",
          "Twitter Web Client",
          "Twitter for Android",
          "TweetDeck",
          "Twitter for iPhone",
          "Mobile Web (M2)");

  private static final List<String> MACHINES =
      List.of(
          "twitterfeed", "IFTTT", "dlvr.it", "Buffer", "erased14591474", "vmnewsbot", "Postcron ");

  private static Operation of(
      String name,
      Vintage vintage,
      int weight,
      String languages,
      String from,
      String to,
      int hour) {
    return new Operation(
        name,
        vintage,
        weight,
        List.of(languages.split(" ", -1)),
        new Period(LocalDate.parse(from), LocalDate.parse(to)),
        hour,
        vintage == Vintage.OCTOBER_2018 ? join(HANDS, MACHINES) : HANDS);
  }

  private static List<String> join(List<String> a, List<String> b) {
    return java.util.stream.Stream.concat(a.stream(), b.stream()).toList();
  }

  /// Every operation of a generated archive.
  static final List<Operation> ALL =
      List.of(
          of(
              "velmora",
              Vintage.OCTOBER_2018,
              48,
              "en en en en en ru ru ru ru uk de it",
              "2010-11-06",
              "2018-06-20",
              3),
          of(
              "zarhan_201901_1",
              Vintage.FROM_2019,
              22,
              "fa fa ar ar en en fr fr ur id",
              "2012-02-01",
              "2018-11-30",
              4),
          of(
              "costaclara_062019_1",
              Vintage.FROM_2019,
              12,
              "es es es es pt pt en",
              "2013-03-10",
              "2019-05-20",
              -4),
          of(
              "longwan_082019_1",
              Vintage.FROM_2019,
              8,
              "zh zh zh en en ja ko id",
              "2014-01-05",
              "2019-08-10",
              8),
          of(
              "altinova_062020",
              Vintage.FROM_2020,
              10,
              "tr tr tr tr tr en ar",
              "2014-06-01",
              "2020-04-28",
              3));
}
