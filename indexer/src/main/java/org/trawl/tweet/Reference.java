package org.trawl.tweet;

import java.util.List;
import java.util.OptionalLong;
import org.trawl.tweet.Header.Column;
import org.trawl.tweet.Remarks.Kind;

/// A tweet that a cell refers to.
///
/// @param id empty where only that there is one is known
/// @param there whether the cell refers to any
record Reference(OptionalLong id, boolean there) {
  private static final Reference NONE = new Reference(OptionalLong.empty(), false);

  /// @param links of the row, one of which may lead to the tweet
  static Reference of(Column column, Row row, List<String> links, Remarks remarks) {
    var cell = AccountReader.said(column, row, remarks);
    if (cell.isEmpty()) {
      return NONE;
    }
    return switch (NumberCell.of(cell)) {
      case NumberCell.Whole(var value) ->
          value == 0 ? NONE : new Reference(OptionalLong.of(value), true);
      case NumberCell.None _ -> NONE;
      case NumberCell.Rounded rounded -> {
        var whole = inLinks(links, rounded);
        remarks.add(
            whole.isPresent() ? Kind.REFERENCE_FROM_LINK : Kind.ROUNDED_REFERENCE,
            column.name() + " " + cell.strip());
        yield new Reference(whole, true);
      }
      case NumberCell.Other _ -> {
        var address = TweetReader.idInAddress(cell);
        if (address.isEmpty()) {
          remarks.add(Kind.UNREADABLE_CELL, column.name() + " " + cell.strip());
          yield NONE;
        }
        yield new Reference(OptionalLong.of(address.get().value()), true);
      }
    };
  }

  /// The one tweet among the links that rounding makes the cell of.
  private static OptionalLong inLinks(List<String> links, NumberCell.Rounded rounded) {
    var fitting =
        links.stream()
            .flatMap(link -> TweetReader.idInAddress(link).stream())
            .mapToLong(Snowflake::value)
            .filter(rounded::mayBe)
            .distinct()
            .toArray();
    return fitting.length == 1 ? OptionalLong.of(fitting[0]) : OptionalLong.empty();
  }
}
