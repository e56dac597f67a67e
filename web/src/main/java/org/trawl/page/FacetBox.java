package org.trawl.page;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trawl.page.site.Wording;
import org.trawl.search.Facet;
import org.trawl.search.SearchResult.FacetCounts;
import org.trawl.search.SearchResult.FacetValue;

/// One facet at the left: its most frequent values, with a box to tick and a control to exclude.
///
/// @param open whether it is unfolded before anyone asks
/// @param more where all values are listed; empty if all are here
public record FacetBox(
    String key,
    String title,
    List<Value> values,
    boolean open,
    Optional<String> more,
    String distinct) {
  /// Unfolded from the start; the others when something is chosen in them.
  private static final Set<Facet> OPEN =
      EnumSet.of(Facet.OPERATION, Facet.LANGUAGE, Facet.ACCOUNT, Facet.HASHTAG, Facet.KIND);

  /// How many values are shown at the left.
  static final int SHOWN = 6;

  public FacetBox {
    requireNonNull(key, "key");
    requireNonNull(title, "title");
    values = List.copyOf(values);
    requireNonNull(more, "more");
    requireNonNull(distinct, "distinct");
  }

  /// A value of a facet.
  ///
  /// @param field what the form sends, `facet:value`
  /// @param share of the facet's most frequent value, 0 to 100
  /// @param toggle where choosing it, or no longer choosing it, leads
  /// @param exclude where excluding it, or no longer excluding it, leads
  public record Value(
      String field,
      String label,
      String count,
      double share,
      State state,
      String toggle,
      String exclude) {
    public boolean selected() {
      return state == State.SELECTED;
    }

    public boolean excluded() {
      return state == State.EXCLUDED;
    }

    /// The end of an id for the value's controls, the same after every search.
    public String id() {
      return "-" + Integer.toHexString(field.hashCode());
    }
  }

  /// What was clicked.
  public enum State {
    FREE,
    SELECTED,
    EXCLUDED
  }

  static FacetBox of(Facet facet, FacetCounts counts, SearchAddress address, int shown) {
    var values = values(facet, counts, address);
    var chosen = values.stream().anyMatch(value -> value.state() != State.FREE);
    var first = new ArrayList<>(values.subList(0, Math.min(shown, values.size())));
    values.stream().skip(shown).filter(value -> value.state() != State.FREE).forEach(first::add);
    var more =
        counts.distinct() > first.size() || values.size() > first.size()
            ? Optional.of(address.href("/facets/" + facet.key()))
            : Optional.<String>empty();
    return new FacetBox(
        facet.key(),
        facet.label(),
        first,
        chosen || OPEN.contains(facet),
        more,
        Wording.number(counts.distinct()));
  }

  /// All values of an answer, ready to show.
  static List<Value> values(Facet facet, FacetCounts counts, SearchAddress address) {
    long most = counts.values().stream().mapToLong(FacetValue::count).max().orElse(1);
    return counts.values().stream().map(value -> value(facet, value, most, address)).toList();
  }

  private static Value value(Facet facet, FacetValue value, long most, SearchAddress address) {
    var state = value.selected() ? State.SELECTED : value.excluded() ? State.EXCLUDED : State.FREE;
    return new Value(
        facet.key() + ":" + value.value(),
        Wording.facetValue(facet, value.value(), value.label()),
        Wording.number(value.count()),
        TopList.share(value.count(), most),
        state,
        address.toggleFilter(facet, value.value()).href(),
        address.toggleExclude(facet, value.value()).href());
  }
}
