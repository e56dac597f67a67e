package org.trawl.tweet;

/// A cell with a user id: digits, or the hash that Twitter put there.
///
/// @param id empty where there is none
/// @param rounded whether its last digits are lost, so that it may be several people's
record UserCell(String id, boolean rounded) {
  private static final int SHORTEST_HASH = 40;

  /// Ids of so many digits and more are given out since 2015, with the time in them.
  private static final int LONG_ID = 17;

  /// So many zeros at the end of a long id are rounding: one honest id in ten thousand has them.
  private static final int ROUND_ZEROS = 4;

  private static final UserCell NONE = new UserCell("", false);

  static UserCell of(String cell) {
    if (plain(cell)) {
      return cell.equals("0") || cell.isEmpty() ? NONE : new UserCell(cell, false);
    }
    var text = NumberCell.bare(cell);
    if (text.length() >= SHORTEST_HASH) {
      return new UserCell(text, false);
    }
    return switch (NumberCell.of(text)) {
      case NumberCell.Whole(var value) ->
          value == 0 ? NONE : new UserCell(Long.toString(value), false);
      case NumberCell.Rounded _ -> new UserCell(text, true);
      case NumberCell.None _ -> NONE;
      case NumberCell.Other _ -> new UserCell(text, false);
    };
  }

  /// Whether the id ends in the zeros that a spreadsheet leaves.
  boolean endsRound() {
    var zeros = 0;
    while (zeros < id.length() && id.charAt(id.length() - 1 - zeros) == '0') {
      zeros++;
    }
    return id.length() >= LONG_ID && zeros >= ROUND_ZEROS && plain(id);
  }

  private static boolean plain(String text) {
    for (var i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
