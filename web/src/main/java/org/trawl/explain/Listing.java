package org.trawl.explain;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// Enumerations in English, cut where they would bore: "a, b or c", "a, b, c and 309 more".
public final class Listing {
  /// The most that is named one by one.
  private static final int MOST = 12;

  private Listing() {}

  static <T> String or(List<T> values, Function<T, String> name) {
    return list(values, name, " or ");
  }

  public static <T> String and(List<T> values, Function<T, String> name) {
    return list(values, name, " and ");
  }

  private static <T> String list(List<T> values, Function<T, String> name, String last) {
    if (values.size() > MOST + 1) {
      var first = String.join(", ", values.subList(0, MOST).stream().map(name).toList());
      return first + last + number(values.size() - MOST) + " more";
    }
    var names = values.stream().map(name).toList();
    int size = names.size();
    return size == 1
        ? names.getFirst()
        : String.join(", ", names.subList(0, size - 1)) + last + names.getLast();
  }

  /// A number with its thousands set apart.
  public static String number(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }

  /// `1 tweet`, `12,345 tweets`.
  public static String count(long number, String one, String many) {
    return number(number) + " " + (number == 1 ? one : many);
  }
}
