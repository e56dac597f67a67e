package org.trawl.page.analysis;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.trawl.page.SearchAddress;
import org.trawl.page.SearchAddress.Field;
import org.trawl.page.analysis.CompareView.Link;

/// The page that shows the accounts of a search as a table.
///
/// @param search whose accounts
/// @param says how many accounts and of how many tweets, leading to the search
/// @param faults what is wrong with what was asked, for people
/// @param where which of the rows are shown; empty if all are
public record AccountsView(
    SearchAddress search,
    Link says,
    Form form,
    List<Column> columns,
    List<Row> rows,
    String where,
    Optional<String> previous,
    Optional<String> next,
    Downloads downloads,
    List<String> faults,
    boolean partial) {
  public AccountsView {
    requireNonNull(search, "search");
    requireNonNull(says, "says");
    requireNonNull(form, "form");
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    requireNonNull(where, "where");
    requireNonNull(previous, "previous");
    requireNonNull(next, "next");
    requireNonNull(downloads, "downloads");
    faults = List.copyOf(faults);
  }

  /// What can be changed.
  ///
  /// @param kept all that cannot
  public record Form(String name, String least, List<Field> kept) {
    public Form {
      kept = List.copyOf(kept);
    }
  }

  /// A column.
  ///
  /// @param href the same rows ordered by it, or turned round if they are already; empty if none
  /// @param sorted `ascending`, `descending` or `none`, as ARIA names them
  public record Column(String name, String href, String sorted, boolean isNumber) {}

  /// One account: what stands in each column, with where it leads, if anywhere.
  public record Row(Link account, List<Link> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /// The same rows for programs and spreadsheets.
  public record Downloads(String json, String csv) {}
}
