package org.trawl.match;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Values of an operator, any case, in which `*` stands for any signs and `?` for one.
public final class Glob {
  private Glob() {}

  public static boolean isPattern(String value) {
    return value.indexOf('*') >= 0 || value.indexOf('?') >= 0;
  }

  /// Accepts what is one of some values or fits one, itself given in lower case.
  public static Predicate<String> anyOf(List<String> values) {
    Set<String> plain =
        values.stream()
            .filter(value -> !isPattern(value))
            .map(value -> value.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    var patterns =
        values.stream()
            .filter(Glob::isPattern)
            .map(value -> value.toLowerCase(Locale.ROOT))
            .toList();
    return text ->
        plain.contains(text) || patterns.stream().anyMatch(pattern -> fits(pattern, text));
  }

  /// Whether a text fits a pattern, both in lower case. Goes back to the last star only, so that
  /// many stars cost no more than the product of both lengths.
  public static boolean fits(String pattern, String text) {
    int at = 0;
    int in = 0;
    int star = -1;
    int resume = 0;
    while (at < text.length()) {
      if (in < pattern.length() && pattern.charAt(in) == '*') {
        star = in++;
        resume = at;
      } else if (in < pattern.length()
          && (pattern.charAt(in) == '?' || pattern.charAt(in) == text.charAt(at))) {
        in++;
        at++;
      } else if (star >= 0) {
        in = star + 1;
        at = ++resume;
      } else {
        return false;
      }
    }
    while (in < pattern.length() && pattern.charAt(in) == '*') {
      in++;
    }
    return in == pattern.length();
  }
}
