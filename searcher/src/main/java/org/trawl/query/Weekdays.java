package org.trawl.query;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// The English names of the days of a week, whole or by their first three letters.
final class Weekdays {
  private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");

  private static final Map<String, Integer> NUMBERS = numbers();

  private Weekdays() {}

  private static Map<String, Integer> numbers() {
    var numbers = new HashMap<String, Integer>();
    for (var day : DayOfWeek.values()) {
      var name = day.getDisplayName(TextStyle.FULL, Locale.ENGLISH).toLowerCase(Locale.ROOT);
      numbers.put(name, day.getValue());
      numbers.put(name.substring(0, 3), day.getValue());
    }
    return Map.copyOf(numbers);
  }

  /// A value or range with numbers for the days it names: `[mon TO fri]` as `[1 TO 5]`.
  static String asNumbers(String typed) {
    return WORD.matcher(typed)
        .replaceAll(word -> {
          var number = NUMBERS.get(word.group().toLowerCase(Locale.ROOT));
          return number == null ? word.group() : number.toString();
        });
  }
}
