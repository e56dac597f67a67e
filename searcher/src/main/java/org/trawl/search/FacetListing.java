package org.trawl.search;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchResult.FacetCounts;
import org.trawl.search.SearchResult.FacetValue;

/// What of a facet is wanted, and how its values are put in order and cut, whatever engine counted
/// them.
///
/// @param size most values, chosen ones not counted; 0 or more
/// @param text what the values fit
/// @param selected values that are chosen; they are listed whatever their count
/// @param excluded values that must not be there; listed likewise
public record FacetListing(int size, ValueText text, List<String> selected, List<String> excluded) {
  /// The order of values: most frequent first, then by name.
  public static final Comparator<Value> MOST_FIRST =
      Comparator.comparingLong(Value::count).reversed().thenComparing(Value::value);

  public FacetListing {
    requireNonNull(text, "text");
    selected = List.copyOf(selected);
    excluded = List.copyOf(excluded);
  }

  /// What a selection makes of a facet.
  public static FacetListing of(Facet facet, Selection selection, ValueText text, int size) {
    return new FacetListing(
        size,
        text,
        selection.filters().getOrDefault(facet, List.of()),
        selection.excludes().getOrDefault(facet, List.of()));
  }

  /// A value with the tweets that have it.
  ///
  /// @param label what is shown: the handle of an account, else the value
  public record Value(String value, String label, long count) {
    /// A value that is its own label; the empty text is [Facet#NONE].
    public static Value of(String text, long count) {
      var shown = text.isEmpty() ? Facet.NONE : text;
      return new Value(shown, shown, count);
    }

    public boolean fits(ValueText text) {
      return text.fits(label) || text.fits(value);
    }
  }

  /// Cuts a list of all values to size; chosen values stay, even with no hits.
  public FacetCounts of(Collection<Value> all) {
    return of(all, all.stream().filter(v -> !v.value.equals(Facet.NONE)).count());
  }

  /// The same of values that are not all there are, but all that can be listed.
  ///
  /// @param distinct how many there are in all, [Facet#NONE] not counted
  public FacetCounts of(Collection<Value> listable, long distinct) {
    var values = new ArrayList<>(listable);
    values.removeIf(v -> !v.fits(text));
    var kept = most(values);
    var missing = chosen();
    kept.forEach(value -> missing.remove(value.value));
    values.forEach(value -> missing.computeIfPresent(value.value, (_, _) -> value));
    kept.addAll(missing.values());
    return new FacetCounts(kept.stream().map(this::facetValue).toList(), distinct);
  }

  private FacetValue facetValue(Value value) {
    return new FacetValue(
        value.value,
        value.label,
        value.count,
        selected.contains(value.value),
        excluded.contains(value.value));
  }

  /// The most frequent, in order. Of thousands of accounts a page needs ten.
  private List<Value> most(List<Value> values) {
    if (size == 0) {
      return new ArrayList<>();
    }
    var best = new PriorityQueue<Value>(Math.min(size, values.size()) + 1, MOST_FIRST.reversed());
    for (var value : values) {
      if (best.size() < size) {
        best.add(value);
      } else if (MOST_FIRST.compare(value, best.element()) < 0) {
        best.poll();
        best.add(value);
      }
    }
    var kept = new ArrayList<>(best);
    kept.sort(MOST_FIRST);
    return kept;
  }

  /// The values that are chosen or excluded, in this order, as if no tweet had them.
  public Map<String, Value> chosen() {
    var chosen = new LinkedHashMap<String, Value>();
    for (var values : List.of(selected, excluded)) {
      values.forEach(value -> chosen.put(value, new Value(value, value, 0)));
    }
    return chosen;
  }
}
