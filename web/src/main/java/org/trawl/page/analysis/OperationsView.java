package org.trawl.page.analysis;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.trawl.page.analysis.CompareView.Link;

/// The page that puts the releases side by side.
///
/// @param columns of the table, behind the release's name
/// @param compare where the first of them are compared over time; empty if there is but one
/// @param partial whether time ran out
public record OperationsView(
    List<Column> columns, List<Row> rows, Optional<String> compare, boolean partial) {
  public OperationsView {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    requireNonNull(compare, "compare");
  }

  /// A column and whether it holds numbers.
  public record Column(String name, boolean isNumber) {}

  /// One release: what stands in each column, with the search that gives it; without an address
  /// where no search does.
  public record Row(String name, List<List<Link>> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }
}
