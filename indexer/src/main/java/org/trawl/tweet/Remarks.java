package org.trawl.tweet;

/// Hears what is odd in a row that can be read all the same.
public interface Remarks {
  /// Takes no notice.
  Remarks NONE = (kind, example) -> {};

  /// @param example the cell it is about, or what makes it plain
  void add(Kind kind, String example);

  /// What is odd.
  enum Kind {
    /// A word such as `NA` stands where nothing is meant.
    NOTHING_IN_WORDS,
    /// A reference to another tweet is a rounded number: that there is one is known, which is not.
    ROUNDED_REFERENCE,
    /// The whole id of a rounded reference stood in the row's links.
    REFERENCE_FROM_LINK,
    /// The tweet's rounded id stood whole in its address.
    ID_FROM_ADDRESS,
    /// The user id is rounded, so that several people may share it; the handle stands for it.
    HANDLE_FOR_ROUNDED_USER,
    /// The row has no user id; the handle stands for it.
    HANDLE_FOR_MISSING_USER,
    /// The cell and the time in the id differ by over a minute; the id is right.
    TIME_FROM_ID,
    /// The cell and the time in the id differ, and the ids of the file were made up.
    ID_WITHOUT_SENSE,
    /// Only the day is known.
    DAY_ONLY,
    /// A time before Twitter began or after the releases.
    UNLIKELY_TIME,
    /// A count above what one can be: cut to that.
    COUNT_TOO_LARGE,
    /// A cell that is not what its column holds; read as empty.
    UNREADABLE_CELL
  }
}
