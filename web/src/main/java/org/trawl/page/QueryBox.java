package org.trawl.page;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// What the page says of the query itself.
///
/// @param echo the query with what is wrong in it marked; empty if nothing is
/// @param reading the query in plain words, empty for none
public record QueryBox(
    String text, List<EchoPart> echo, List<Problem> problems, List<Notice> hints, String reading) {
  public QueryBox {
    requireNonNull(text, "text");
    echo = List.copyOf(echo);
    problems = List.copyOf(problems);
    hints = List.copyOf(hints);
    requireNonNull(reading, "reading");
  }

  /// The box before anything was typed.
  static final QueryBox BLANK = new QueryBox("", List.of(), List.of(), List.of(), "");

  /// A stretch of the query.
  ///
  /// @param problem the number of the problem in it, from 1; 0 for none
  public record EchoPart(String text, int problem) {}

  /// What is wrong.
  ///
  /// @param offset where, for the cursor, in UTF-16 units
  /// @param mend the query mended, empty if that cannot be told
  /// @param mendHref the mended search
  public record Problem(
      int number, String says, int offset, int length, String mend, String mendHref) {}

  /// What was read, perhaps not as meant.
  public record Notice(String says) {}
}
