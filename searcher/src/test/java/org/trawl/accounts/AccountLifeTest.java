package org.trawl.accounts;

import static java.util.Comparator.reverseOrder;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class AccountLifeTest {
  /// @param perDay tweets a day
  private static void send(
      AccountLife life, String from, int days, int perDay, String language, List<String> tags) {
    var start = LocalDate.parse(from).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    for (int day = 0; day < days; day++) {
      for (int i = 0; i < perDay; i++) {
        life.add(start + 86_400L * day + i, language, "TweetDeck", tags);
      }
    }
  }

  @Test
  void anAccountThatTurnsFromOneLanguageToAnotherTellsAWholeBit() {
    var life = new AccountLife();
    send(life, "2015-01-01", 59, 2, "ru", List.of("новости"));
    send(life, "2015-03-01", 59, 2, "en", List.of("news"));
    var told = life.told();
    var language = told.language().orElseThrow();
    assertEquals("ru", language.before());
    assertEquals("en", language.after());
    assertEquals(YearMonth.of(2015, 3), language.month());
    // A whole bit, less what chance gives 118 tweets of two values.
    assertEquals(1, language.bits(), 0.01);
    assertEquals("новости", told.topic().orElseThrow().before());
    assertTrue(told.tempo().isEmpty() || told.tempo().get().bits() < 0.01, told.toString());
  }

  @Test
  void anAccountThatStaysTheSameTurnsNowhere() {
    var life = new AccountLife();
    var random = new Random(3);
    var start = LocalDate.parse("2015-01-01").atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    for (int i = 0; i < 600; i++) {
      life.add(start + i * 86_400L, random.nextBoolean() ? "ru" : "en", "", List.of());
    }
    life.told().language().ifPresent(turn -> assertTrue(turn.bits() < 0.02, turn.toString()));
  }

  @Test
  void aFewOddTweetsAtTheBeginningTellLittle() {
    var life = new AccountLife();
    send(life, "2015-01-01", 9, 1, "de", List.of());
    send(life, "2015-02-01", 300, 1, "en", List.of());
    assertEquals(Optional.empty(), life.told().language());
    var few = new AccountLife();
    send(few, "2015-01-01", 19, 1, "ru", List.of());
    send(few, "2015-02-01", 28, 1, "en", List.of());
    assertEquals(Optional.empty(), few.told().language());
  }

  @Test
  void aPaceIsTweetsADay() {
    var life = new AccountLife();
    send(life, "2015-01-01", 90, 1, "en", List.of());
    send(life, "2015-04-01", 90, 9, "en", List.of());
    var tempo = life.told().tempo().orElseThrow();
    assertEquals(YearMonth.of(2015, 4), tempo.month());
    assertEquals(1, tempo.before(), 0.01);
    assertEquals(9, tempo.after(), 0.2);
    // Shares of tweets .1 and .9, of days .5 each: .1 log .2 + .9 log 1.8.
    assertEquals(0.531, tempo.bits(), 0.01);
  }

  /// The turn is the one that counting every part anew finds, with logarithms of shares.
  @Test
  void theBestMonthIsFound() {
    var random = new Random(7);
    for (int round = 0; round < 50; round++) {
      var sent = new ArrayList<ValueTurn.Sent>();
      int size = 40 + random.nextInt(60);
      int turn = random.nextInt(size);
      for (int i = 0; i < size; i++) {
        var value = i < turn ? random.nextInt(3) : random.nextInt(4) + 1;
        sent.add(new ValueTurn.Sent(24_180 + i / 6, "v" + value));
      }
      double best = 0;
      for (int i = ValueTurn.LEAST; i <= size - ValueTurn.LEAST; i++) {
        var before = most(sent.subList(0, i));
        var after = most(sent.subList(i, size));
        if (sent.get(i).month() != sent.get(i - 1).month() && !before.equals(after)) {
          best = Math.max(best, told(sent, i));
        }
      }
      var found = new ValueTurn(sent).find();
      assertEquals(best, found.map(ValueChange::bits).orElse(0.0), 1e-9);
    }
  }

  private static double told(List<ValueTurn.Sent> sent, int at) {
    var values = new HashSet<>(sent.stream().map(ValueTurn.Sent::value).toList());
    double bits = 0;
    int cells = 0;
    for (var value : values) {
      double all = count(sent, value) / (double) sent.size();
      for (var side : List.of(sent.subList(0, at), sent.subList(at, sent.size()))) {
        double joint = count(side, value) / (double) sent.size();
        if (joint > 0) {
          cells++;
          bits += joint * Math.log(joint / (all * side.size() / sent.size()));
        }
      }
    }
    return (bits - (cells - values.size() - 1) / 2.0 / sent.size()) / Math.log(2);
  }

  private static String most(List<ValueTurn.Sent> part) {
    return IntStream.range(0, 6)
        .mapToObj(i -> "v" + i)
        .max(Comparator.comparingLong((String v) -> count(part, v)).thenComparing(reverseOrder()))
        .orElseThrow();
  }

  private static long count(List<ValueTurn.Sent> sent, String value) {
    return IntStream.range(0, sent.size()).filter(i -> sent.get(i).value().equals(value)).count();
  }
}
