package org.trawl.archive;

import java.io.IOException;
import java.util.List;
import org.trawl.tweet.UnusableRow;

/// What is done with the rows of a table: they are read, or only looked at.
interface RowTaker {
  /// The rows from here on have these columns.
  void use(List<String> columns) throws IOException;

  /// Takes in a row.
  ///
  /// @param line where it begins, from 1
  /// @param cells as many as there are columns
  void take(long line, List<String> cells) throws IOException, UnusableRow;

  /// Sets a record aside that cannot be used.
  void reject(long line, UnusableRow why, String text) throws IOException;

  /// Hears something about the table as a whole, the end of a sentence that begins with its name.
  void note(String words);
}
