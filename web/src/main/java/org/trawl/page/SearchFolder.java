package org.trawl.page;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.trawl.api.PackedList;
import org.trawl.api.PackedQuery;
import org.trawl.query.QueryLimits;

/// Where a page of a search stands. A list, and a query too long to be repeated in each link, stand
/// packed in the path: `/lists/LIST/search`, `/queries/QUERY/search`, or one in the other,
/// `/lists/LIST/queries/QUERY/search`. All pages of the same search stand in the same folder, so
/// that what is relative to one is relative to all.
///
/// @param list in the path, if one is
/// @param query in the path, if it is
record SearchFolder(Optional<PackedList> list, Optional<String> query) {
  /// Where nothing is packed.
  static final SearchFolder ROOT = new SearchFolder(Optional.empty(), Optional.empty());

  /// Queries up to this long stand in the address as they were typed, to be read and changed there.
  static final int LONGEST_TYPED = 500;

  SearchFolder {
    requireNonNull(list, "list");
    requireNonNull(query, "query");
  }

  /// The folder that a search belongs in; a query too long to be searched is none to pack.
  static SearchFolder of(Optional<PackedList> list, String query) {
    boolean packs = query.length() > LONGEST_TYPED && query.length() <= QueryLimits.MAX_LENGTH;
    return new SearchFolder(list, packs ? Optional.of(query) : Optional.empty());
  }

  /// The way from here to a page of a search: its name in this very folder, else a path.
  ///
  /// @param there the folder of that page
  /// @param path of the page outside of all folders, such as `/api/export`
  String to(SearchFolder there, String path) {
    var name = path.equals("/") ? "search" : path.substring(1).replace('/', '-');
    boolean isPacked = there.list.isPresent() || there.query.isPresent();
    if (isPacked && equals(there)) {
      return "./" + name;
    }
    var inside = there.query.map(text -> "queries/" + new PackedQuery(text).packed() + "/");
    if (list.isPresent() && list.equals(there.list)) {
      return (query.isPresent() ? "../../" : "./") + inside.orElse("") + name;
    }
    var lists =
        there.list.map(
            one -> "lists/" + one.packed().orElseThrow(IllegalStateException::new) + "/");
    return isPacked ? "/" + lists.orElse("") + inside.orElse("") + name : path;
  }
}
