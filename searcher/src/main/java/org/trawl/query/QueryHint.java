package org.trawl.query;

import java.time.Instant;

/// Something in a query that was read, perhaps not as it was meant.
public sealed interface QueryHint {
  /// What it is about.
  TextSpan span();

  /// `and`, `or` or `not` in lower case between words: read as a word.
  record LowerCaseOperator(TextSpan span, String word) implements QueryHint {}

  /// An operator such as `AND` or `OR` with nothing on one side: left out.
  record IdleOperator(TextSpan span, String operator) implements QueryHint {}

  /// A minus with a space after it: left out.
  record LoneMinus(TextSpan span) implements QueryHint {}

  /// A space after an operator's colon: read as if there were none.
  record SpaceAfterColon(TextSpan span, Operator operator) implements QueryHint {}

  /// Values in brackets with only spaces between: read as alternatives.
  record SpacedList(TextSpan span, Operator operator) implements QueryHint {}

  /// A `?` at a word's end: read as any one letter.
  record QuestionMark(TextSpan span, String word) implements QueryHint {}

  /// `NEAR` without a number: read as a word.
  record BareNear(TextSpan span) implements QueryHint {}

  /// `=` before a pattern, which matches folded words only: left out.
  record InexactPattern(TextSpan span, String pattern) implements QueryHint {}

  /// Something that changes nothing here, such as `^2` or `include:nativeretweets`: left out.
  record Ignored(TextSpan span, String what) implements QueryHint {}

  /// An address of Twitter's link shortener, which stands in texts and is not what links are by.
  record ShortLink(TextSpan span) implements QueryHint {}

  /// Signs inside a word that stand in no index: `a/b` is looked for as `a` and then `b`.
  record SignsUnsearched(TextSpan span, String word, String signs) implements QueryHint {}

  /// Dates that leave nothing between them, as `until:` leaves its day out.
  ///
  /// @param since of the part that begins
  /// @param until of the part that ends, not after `since`
  record NothingBetween(TextSpan span, Instant since, Instant until) implements QueryHint {}

  /// Empty quotes or brackets: left out.
  record Empty(TextSpan span) implements QueryHint {}
}
