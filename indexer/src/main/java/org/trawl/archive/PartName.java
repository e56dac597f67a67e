package org.trawl.archive;

import java.util.regex.Pattern;

/// The names of the parts that a file was split into: `x.csv.aa` and `x.csv.ab`, `xaa` and `xab`,
/// `x_part1.csv` and `x_part2.csv`, `x.csv.001`, `x-1.csv`, `x.csv` and `x_2.csv`.
final class PartName {
  /// Letters of the longest mark that counts by letters, as `split` makes them.
  private static final int LETTERS = 4;

  private static final Pattern FIRST_MARK = Pattern.compile("[-_. (]*(?:part[-_. ]?)?0*[12]\\)?");

  private PartName() {}

  /// Whether a name is that of the very next part.
  static boolean follows(String name, String next) {
    var marks = Marks.of(name, next);
    if (marks.first.isEmpty()) {
      return FIRST_MARK.matcher(marks.second).matches();
    }
    if (marks.numbers()) {
      return number(marks.second) == number(marks.first) + 1;
    }
    return marks.letters() && letters(marks.second) == letters(marks.first) + 1;
  }

  /// Whether a name is that of a later part, of which parts before may be missing.
  static boolean comesAfter(String name, String next) {
    var marks = Marks.of(name, next);
    if (marks.numbers()) {
      return number(marks.second) > number(marks.first);
    }
    return marks.letters() && letters(marks.second) > letters(marks.first);
  }

  /// What two names differ in: a run of digits or of letters as a whole.
  private record Marks(String first, String second) {
    static Marks of(String a, String b) {
      var start = 0;
      while (start < a.length() && start < b.length() && a.charAt(start) == b.charAt(start)) {
        start++;
      }
      var end = 0;
      while (end < Math.min(a.length(), b.length()) - start
          && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
        end++;
      }
      while (start > 0 && same(a.charAt(start - 1), a, start)) {
        start--;
      }
      while (end > 0
          && a.length() - end > 0
          && same(a.charAt(a.length() - end), a, a.length() - end - 1)) {
        end--;
      }
      return new Marks(a.substring(start, a.length() - end), b.substring(start, b.length() - end));
    }

    /// Whether a sign beside a place is of the same kind as the one there.
    private static boolean same(char beside, String text, int index) {
      if (index < 0 || index >= text.length()) {
        return false;
      }
      var c = text.charAt(index);
      return digit(c) ? digit(beside) : letter(c) && letter(beside);
    }

    boolean numbers() {
      return digits(first) && digits(second);
    }

    boolean letters() {
      return first.length() == second.length()
          && first.length() <= LETTERS
          && !first.isEmpty()
          && lower(first)
          && lower(second);
    }

    private static boolean digits(String text) {
      return !text.isEmpty() && text.length() <= 9 && text.chars().allMatch(c -> digit((char) c));
    }

    private static boolean lower(String text) {
      return text.chars().allMatch(c -> c >= 'a' && c <= 'z')
          || text.chars().allMatch(c -> c >= 'A' && c <= 'Z');
    }

    private static boolean digit(char c) {
      return c >= '0' && c <= '9';
    }

    private static boolean letter(char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private static int letters(String text) {
    var value = 0;
    for (var i = 0; i < text.length(); i++) {
      value = value * 26 + (Character.toLowerCase(text.charAt(i)) - 'a');
    }
    return value;
  }
}
