package org.trawl.page;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.trawl.page.site.Wording;
import org.trawl.search.Facet;

/// The values of a facet under a search, a hundred at a time.
///
/// @param text what the values shown contain
/// @param kept the search, as fields of the form that looks for values
/// @param box what is said of the search's query
/// @param found empty if the query could not be read
/// @param back the search
public record FacetPage(
    String title,
    String key,
    String text,
    List<SearchAddress.Field> kept,
    QueryBox box,
    Optional<Found> found,
    SearchAddress back) {
  public FacetPage {
    requireNonNull(title, "title");
    requireNonNull(key, "key");
    requireNonNull(text, "text");
    kept = List.copyOf(kept);
    requireNonNull(box, "box");
    requireNonNull(found, "found");
    requireNonNull(back, "back");
  }

  /// Values that are shown.
  ///
  /// @param others the search but for the values shown, as fields of the form that ticks them
  /// @param says which of how many values these are
  /// @param earlier the values before these, empty for the first
  /// @param later the values after these, empty for the last
  /// @param partial whether time ran out, so that counts are lower bounds
  public record Found(
      List<SearchAddress.Field> others,
      List<FacetBox.Value> values,
      String says,
      Optional<String> earlier,
      Optional<String> later,
      boolean partial) {
    public Found {
      others = List.copyOf(others);
      values = List.copyOf(values);
      requireNonNull(says, "says");
      requireNonNull(earlier, "earlier");
      requireNonNull(later, "later");
    }
  }

  /// Some of a facet's values.
  ///
  /// @param skipped how many stand before them
  /// @param more whether any stand after them
  /// @param distinct how many values the facet has, whatever they contain
  record Part(
      List<FacetBox.Value> values, int skipped, boolean more, long distinct, boolean partial) {}

  /// The page of a query that could not be read.
  static FacetPage unread(Facet facet, SearchAddress address, String text, QueryBox box) {
    return new FacetPage(
        facet.label(),
        facet.key(),
        text,
        address.fieldsWithout("after"),
        box,
        Optional.empty(),
        address);
  }

  static FacetPage of(Facet facet, SearchAddress address, String text, QueryBox box, Part part) {
    var kept = address.fieldsWithout("after");
    var shown = part.values.stream().map(FacetBox.Value::field).collect(Collectors.toSet());
    var others =
        kept.stream()
            .filter(field -> !(field.name().equals("filter") && shown.contains(field.value())))
            .toList();
    int before = Math.max(0, part.skipped - SearchPages.VALUES);
    var found =
        new Found(
            others,
            part.values,
            says(part, text),
            part.skipped > 0 ? Optional.of(at(facet, address, text, before)) : Optional.empty(),
            part.more
                ? Optional.of(at(facet, address, text, part.skipped + SearchPages.VALUES))
                : Optional.empty(),
            part.partial);
    return new FacetPage(facet.label(), facet.key(), text, kept, box, Optional.of(found), address);
  }

  private static String says(Part part, String text) {
    var all = Wording.number(part.distinct, "value", "values");
    if (part.skipped == 0 && !part.more) {
      return text.isBlank()
          ? all
          : Wording.number(part.values.size()) + " of " + all + " contain it";
    }
    var these =
        "Values "
            + Wording.number(part.skipped + 1)
            + " to "
            + Wording.number(part.skipped + part.values.size());
    return text.isBlank() ? these + " of " + Wording.number(part.distinct) : these;
  }

  private static String at(Facet facet, SearchAddress address, String text, int skip) {
    var all = address.without("after").href("/facets/" + facet.key());
    return all
        + (all.contains("?") ? "&" : "?")
        + "contains="
        + SearchAddress.encode(text)
        + (skip > 0 ? "&skip=" + skip : "");
  }
}
