package org.trawl.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.trawl.api.Json;

/// Issue 15, number 22: counts by the clocks of a zone are exact, over changes of summer time too,
/// which the archive's months have in Berlin, New York and São Paulo.
@Timeout(120)
class ZoneTest {
  private static final List<String> ZONES =
      List.of(
          "UTC",
          "Europe/Berlin",
          "America/New_York",
          "America/Sao_Paulo",
          "Asia/Kolkata",
          "Australia/Lord_Howe",
          "Pacific/Kiritimati",
          "-03:30");

  private static LiveServer live;
  private static List<Instant> times;

  @BeforeAll
  static void start() throws Exception {
    live = LiveServer.start(ServerOptions.DEFAULT);
    times =
        live.get("/api/export", "format", "jsonl", "columns", "time", "q", "")
            .body()
            .lines()
            .map(line -> Instant.parse(Json.MAPPER.readTree(line).get("time").asString()))
            .toList();
  }

  @AfterAll
  static void stop() throws IOException {
    live.close();
  }

  private static <K> Map<K, Long> counted(Function<Instant, K> by) {
    return times.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
  }

  private static long total(String... parameters) throws Exception {
    var all = new ArrayList<>(List.of("size", "0", "facets", "none", "timeline", "none"));
    all.addAll(List.of(parameters));
    return live.json("/api/search", all.toArray(String[]::new)).get("total").asLong();
  }

  @Test
  void hoursAndWeekdaysAreThoseOfTheZone() throws Exception {
    for (var name : ZONES) {
      var zone = ZoneId.of(name);
      var hours = counted(time -> time.atZone(zone).getHour());
      for (int hour = 0; hour < 24; hour++) {
        assertEquals(
            hours.getOrDefault(hour, 0L), total("q", "hour:" + hour, "zone", name), name + hour);
      }
      var days = counted(time -> time.atZone(zone).getDayOfWeek());
      for (var day : DayOfWeek.values()) {
        var word = day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH).toLowerCase(Locale.ROOT);
        assertEquals(
            days.getOrDefault(day, 0L), total("q", "weekday:" + word, "zone", name), name + day);
      }
    }
  }

  @Test
  void timelineHasTheDaysOfTheZone() throws Exception {
    for (var name : ZONES) {
      var zone = ZoneId.of(name);
      var days = counted(time -> LocalDate.ofInstant(time, zone));
      var answer = live.json("/api/search", "q", "", "zone", name, "timeline", "day", "size", "0");
      var buckets = answer.at("/timeline/buckets");
      long all = 0;
      for (var bucket : buckets) {
        var start = Instant.parse(bucket.get("start").asString());
        var day = LocalDate.ofInstant(start, zone);
        assertEquals(day.atStartOfDay(zone).toInstant(), start, name);
        assertEquals(days.getOrDefault(day, 0L), bucket.get("count").asLong(), name + " " + day);
        all += bucket.get("count").asLong();
      }
      assertEquals(times.size(), all, name);
      assertEquals(!name.equals("UTC"), answer.at("/timeline").has("zone"));
    }
  }

  @Test
  void aDayOfTheTimelineIsTheSameDayInTheQueryAndBesideIt() throws Exception {
    for (var name : ZONES) {
      var zone = ZoneId.of(name);
      var days = counted(time -> LocalDate.ofInstant(time, zone));
      // The day on which Berlin's clocks go forward, and the one before Brazil's go back.
      for (var day : List.of("2016-03-27", "2016-02-20", "2016-02-29")) {
        long expected = days.getOrDefault(LocalDate.parse(day), 0L);
        assertEquals(expected, total("q", "time:" + day, "zone", name), name + day);
        var next = LocalDate.parse(day).plusDays(1).toString();
        assertEquals(
            expected, total("q", "", "since", day, "until", next, "zone", name), name + day);
        assertEquals(
            expected, total("q", "since:" + day + " until:" + next, "zone", name), name + day);
      }
    }
  }

  @Test
  void hoursOfTheTimelineAddUp() throws Exception {
    for (var name : ZONES) {
      var zone = ZoneId.of(name);
      var answer =
          live.json(
              "/api/search",
              "q",
              "",
              "zone",
              name,
              "timeline",
              "hour",
              "since",
              "2016-03-20",
              "until",
              "2016-04-03",
              "size",
              "0");
      long sum = 0;
      for (var bucket : answer.at("/timeline/buckets")) {
        sum += bucket.get("count").asLong();
      }
      var from = LocalDate.parse("2016-03-20").atStartOfDay(zone).toInstant();
      var until = LocalDate.parse("2016-04-03").atStartOfDay(zone).toInstant();
      assertEquals(
          times.stream().filter(time -> !time.isBefore(from) && time.isBefore(until)).count(),
          sum,
          name);
      assertEquals(sum, answer.get("total").asLong());
    }
  }

  @Test
  void timesThatNameTheirZoneKeepIt() throws Exception {
    assertEquals(
        total("q", "since:2016-03-01T12:00:00Z"),
        total("q", "since:2016-03-01T12:00:00Z", "zone", "Asia/Kolkata"));
    assertEquals(
        total("q", "since:2016-03-01T06:30:00Z"),
        total("q", "since:2016-03-01T12:00:00", "zone", "Asia/Kolkata"));
  }

  @Test
  void zoneThatIsNoneIsRefusedByName() throws Exception {
    for (var bad : List.of("Berlin", "CEST", "+5", "+25:00", "Europe/Berlin ; x")) {
      var answer = live.get("/api/search", "q", "red", "zone", bad);
      assertEquals(400, answer.statusCode(), bad);
      assertTrue(answer.body().contains("\"parameter\":\"zone\""), answer.body());
      assertEquals(1, Json.MAPPER.readTree(answer.body()).get("errors").size(), answer.body());
    }
  }

  @Test
  void readingNamesTheZone() throws Exception {
    var json = live.json("/api/search", "q", "hour:9", "zone", "Europe/Berlin");
    var reading = json.at("/query/reading").asString();
    assertTrue(reading.contains("by the clocks of Europe/Berlin"), reading);
    assertTrue(!reading.contains("UTC"), reading);
  }
}
