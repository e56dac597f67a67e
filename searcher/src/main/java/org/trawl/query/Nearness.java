package org.trawl.query;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trawl.query.QueryAst.TextField;

/// `NEAR/n` between words, phrases or brackets of alternative ones: those joined at one distance
/// are all near each other, and together they are one side of the next.
final class Nearness {
  /// No `NEAR/n` stands here.
  static final int NONE = -1;

  private static final String NEAR = "NEAR/";

  private final @Nullable QueryAst first;
  private final List<TextPattern> operands = new ArrayList<>();
  private int distance = NONE;

  Nearness(@Nullable QueryAst first) {
    this.first = first;
  }

  /// Whether `NEAR/` and a digit stand here.
  static boolean stands(Scan scan) {
    return scan.text.regionMatches(true, scan.at, NEAR, 0, NEAR.length())
        && Character.isDigit(scan.charAt(scan.at + NEAR.length()));
  }

  /// Reads `NEAR/n` if it stands here.
  ///
  /// @return the distance, or [#NONE] and nothing is read
  static int read(Scan scan) {
    if (!stands(scan)) {
      return NONE;
    }
    int start = scan.at;
    int end = scan.wordEnd(start);
    var digits = scan.text.substring(start + NEAR.length(), end);
    scan.at = end;
    return distance(scan, start + NEAR.length(), digits);
  }

  /// A count of words; one that cannot be read is a problem and stands for the greatest.
  static int distance(Scan scan, int start, String digits) {
    var number = DateRange.asciiDigits(digits);
    if (number.matches("[0-9]{1,4}") && Integer.parseInt(number) <= TextPattern.Near.MAX_DISTANCE) {
      return Integer.parseInt(number);
    }
    int end = start + digits.length();
    var mend = number.matches("[0-9]+") ? Integer.toString(TextPattern.Near.MAX_DISTANCE) : "5";
    scan.problem(
        new QueryProblem.BadDistance(
            scan.span(start, end), digits, scan.replace(start, end, mend)));
    return TextPattern.Near.MAX_DISTANCE;
  }

  /// Adds what stands after `NEAR/n`.
  ///
  /// @return false if one of the sides is no pattern of words; then nothing is added
  boolean join(@Nullable QueryAst right, int next) {
    if (first == null || right == null) {
      return false;
    }
    var field = field(first);
    var leftPattern = pattern(first);
    var rightPattern = pattern(right);
    if (field == null || field != field(right) || leftPattern == null || rightPattern == null) {
      return false;
    }
    if (distance != next) {
      var left = joined() ? new TextPattern.Near(operands, distance) : leftPattern;
      operands.clear();
      operands.add(left);
      distance = next;
    }
    operands.add(rightPattern);
    return true;
  }

  /// What stands before the first `NEAR/n`.
  @Nullable QueryAst first() {
    return first;
  }

  /// Whether anything was added.
  boolean joined() {
    return !operands.isEmpty();
  }

  /// All that was joined, as one.
  QueryAst finish() {
    return new QueryAst.Text(
        requireNonNull(field(requireNonNull(first))), new TextPattern.Near(operands, distance));
  }

  private static @Nullable TextField field(QueryAst ast) {
    return switch (ast) {
      case QueryAst.Text(var field, _) -> field;
      case QueryAst.Or(var children) -> {
        var first = field(children.getFirst());
        yield children.stream().allMatch(child -> field(child) == first) ? first : null;
      }
      case QueryAst.All _, QueryAst.And _, QueryAst.Not _, QueryAst.Operator _ -> null;
    };
  }

  private static @Nullable TextPattern pattern(QueryAst ast) {
    return switch (ast) {
      case QueryAst.Text(_, var pattern) -> pattern;
      case QueryAst.Or(var children) -> {
        List<TextPattern> patterns = new ArrayList<>();
        for (var child : children) {
          if (child instanceof QueryAst.Text(_, var pattern)) {
            patterns.add(pattern);
          }
        }
        yield patterns.size() == children.size() ? new TextPattern.Alternatives(patterns) : null;
      }
      case QueryAst.All _, QueryAst.And _, QueryAst.Not _, QueryAst.Operator _ -> null;
    };
  }
}
