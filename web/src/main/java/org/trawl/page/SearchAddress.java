package org.trawl.page;

import static java.util.Objects.requireNonNull;
import static org.trawl.api.ParameterNames.AFTER;
import static org.trawl.api.ParameterNames.CLAUSES;
import static org.trawl.api.ParameterNames.COPIES;
import static org.trawl.api.ParameterNames.EXCLUDE;
import static org.trawl.api.ParameterNames.FACETS;
import static org.trawl.api.ParameterNames.FACET_SIZE;
import static org.trawl.api.ParameterNames.FILTER;
import static org.trawl.api.ParameterNames.QUERY;
import static org.trawl.api.ParameterNames.SINCE;
import static org.trawl.api.ParameterNames.SIZE;
import static org.trawl.api.ParameterNames.SORT;
import static org.trawl.api.ParameterNames.TIMELINE;
import static org.trawl.api.ParameterNames.UNTIL;
import static org.trawl.api.ParameterNames.ZONE;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.trawl.api.PackedList;
import org.trawl.api.ParameterNames;
import org.trawl.api.Zones;
import org.trawl.page.site.Wording;
import org.trawl.search.Facet;
import org.trawl.search.SearchRequest.Selection;

/// The state of the search page, as it stands in its address: every link of the page is this one
/// with something changed. What is at its default is left out, so that addresses stay short.
///
/// A list and a long query stand in the path, as [SearchFolder] says: the links of a page are
/// relative then, so that what is long is in none of them.
///
/// @param parameters names in the order of [#NAMES], each with one value or more
/// @param list within which is searched, if there is one
/// @param here the folder of the page whose links are made
public record SearchAddress(
    Map<String, List<String>> parameters, Optional<PackedList> list, SearchFolder here) {
  /// How hits are shown, which is the page's own: as cards, as a table or as pictures.
  static final String VIEW = "view";

  /// The tweet that is open beside the results.
  static final String OPEN = "tweet";

  /// The cursors of the pages before this one but for the first, as far as they are kept.
  static final String TRAIL = "trail";

  /// So many cursors, of some thirty characters each, leave an address short enough.
  private static final int LONGEST_TRAIL = 20;

  /// Those that say which tweets it is about; a list stands in the path.
  private static final List<String> SCOPE = List.of(QUERY, FILTER, EXCLUDE, SINCE, UNTIL, ZONE);

  /// The parameters that make up a search, in the order they are written.
  private static final List<String> NAMES =
      List.of(
          QUERY,
          FILTER,
          EXCLUDE,
          SINCE,
          UNTIL,
          ZONE,
          SORT,
          COPIES,
          FACETS,
          FACET_SIZE,
          TIMELINE,
          VIEW,
          SIZE,
          AFTER,
          TRAIL,
          CLAUSES,
          OPEN);

  /// What leaves the set of hits as it is; changing anything else goes back to the first page.
  private static final List<String> PAGE_ONLY =
      List.of(VIEW, FACETS, FACET_SIZE, TIMELINE, CLAUSES, TRAIL, OPEN);

  /// Nothing asked.
  public static final SearchAddress EMPTY = new SearchAddress(Map.of());

  public SearchAddress {
    requireNonNull(parameters, "parameters");
    var ordered = new LinkedHashMap<String, List<String>>();
    for (var name : NAMES) {
      var values = parameters.getOrDefault(name, List.of()).stream().distinct().toList();
      if (!values.isEmpty()) {
        ordered.put(name, values);
      }
    }
    parameters = java.util.Collections.unmodifiableMap(ordered);
    requireNonNull(list, "list");
    requireNonNull(here, "here");
  }

  /// A search without a list, linked from a page outside of all folders.
  public SearchAddress(Map<String, List<String>> parameters) {
    this(parameters, Optional.empty(), SearchFolder.ROOT);
  }

  /// This search as a page in a folder links to it: within the folder's list, and for its query
  /// unless the parameters have one.
  SearchAddress in(SearchFolder folder) {
    var all = new LinkedHashMap<>(parameters);
    folder.query().ifPresent(query -> all.putIfAbsent(QUERY, List.of(query)));
    return new SearchAddress(all, folder.list(), folder);
  }

  /// This search within a list.
  SearchAddress within(Optional<PackedList> other) {
    return new SearchAddress(parameters, other, here);
  }

  /// This search outside any list.
  public SearchAddress outside() {
    return new SearchAddress(parameters, Optional.empty(), here);
  }

  /// The address with these parameters of a request; those of other names are left out, and empty
  /// ones but for `q`, which asks for every tweet when empty.
  public static SearchAddress of(Map<String, List<String>> request) {
    var kept = new LinkedHashMap<String, List<String>>();
    request.forEach((name, values) ->
        kept.put(
            name,
            values.stream().filter(value -> name.equals(QUERY) || !value.isBlank()).toList()));
    return new SearchAddress(kept);
  }

  /// What parameters say of which tweets a search is about, without its order, page and view.
  public static SearchAddress scope(Map<String, List<String>> parameters) {
    var own = new LinkedHashMap<>(parameters);
    own.keySet().retainAll(SCOPE);
    own.putIfAbsent(QUERY, List.of(""));
    return of(own);
  }

  /// A search for this query and nothing else.
  public static SearchAddress query(String query) {
    return new SearchAddress(Map.of(QUERY, List.of(query)));
  }

  /// Whether nothing at all is asked: the first visit.
  public boolean empty() {
    return parameters.isEmpty();
  }

  /// How many values of facets are chosen or excluded.
  int chosen() {
    return parameters.getOrDefault(FILTER, List.of()).size()
        + parameters.getOrDefault(EXCLUDE, List.of()).size();
  }

  /// The query as typed, perhaps empty.
  public String query() {
    return first(QUERY).orElse("");
  }

  /// The first value of a parameter.
  public Optional<String> first(String name) {
    return parameters.getOrDefault(name, List.of()).stream().findFirst();
  }

  /// This search with one parameter set to one value.
  public SearchAddress with(String name, String value) {
    return with(name, List.of(value));
  }

  /// This search without a parameter.
  public SearchAddress without(String name) {
    return with(name, List.of());
  }

  /// The page after this one.
  SearchAddress next(String cursor) {
    var trail = new ArrayList<>(trail());
    first(AFTER).ifPresent(trail::add);
    var kept = trail.subList(Math.max(0, trail.size() - LONGEST_TRAIL), trail.size());
    return with(AFTER, cursor).with(TRAIL, kept.isEmpty() ? List.of() : joined(kept));
  }

  /// The page before this one, if the address knows it.
  ///
  /// @param isSecond whether this is the second page
  Optional<SearchAddress> previous(boolean isSecond) {
    var trail = trail();
    if (isSecond || trail.isEmpty()) {
      return isSecond ? Optional.of(without(AFTER)) : Optional.empty();
    }
    var before = trail.subList(0, trail.size() - 1);
    return Optional.of(
        with(AFTER, trail.getLast()).with(TRAIL, before.isEmpty() ? List.of() : joined(before)));
  }

  private List<String> trail() {
    return first(TRAIL).map(trail -> List.of(trail.split("\\."))).orElse(List.of());
  }

  private static List<String> joined(List<String> cursors) {
    return List.of(String.join(".", cursors));
  }

  /// This search with a tweet open beside its results.
  SearchAddress open(String tweet) {
    return with(OPEN, tweet);
  }

  /// This search with no tweet open, as all links of its page but one have it.
  SearchAddress closed() {
    return without(OPEN);
  }

  /// This search between two times; without an end where it is empty.
  public SearchAddress between(Optional<Instant> since, Optional<Instant> until) {
    return with(SINCE, since.map(this::time).stream().toList())
        .with(UNTIL, until.map(this::time).stream().toList())
        .without(TIMELINE);
  }

  /// This search within another selection.
  public SearchAddress within(Selection selection) {
    return with(FILTER, written(selection.filters()))
        .with(EXCLUDE, written(selection.excludes()))
        .between(selection.since(), selection.until());
  }

  private static List<String> written(Map<Facet, List<String>> choices) {
    var written = new ArrayList<String>();
    for (var facet : Facet.values()) {
      choices
          .getOrDefault(facet, List.of())
          .forEach(value -> written.add(facet.key() + ":" + value));
    }
    return written;
  }

  /// Whether a facet's value is chosen.
  public boolean filters(Facet facet, String value) {
    return has(FILTER, facet, value);
  }

  /// Whether a facet's value is excluded.
  public boolean excludes(Facet facet, String value) {
    return has(EXCLUDE, facet, value);
  }

  /// This search with a facet's value chosen, or no longer if it is.
  public SearchAddress toggleFilter(Facet facet, String value) {
    return toggle(FILTER, EXCLUDE, facet, value);
  }

  /// This search with a facet's value excluded, or no longer if it is.
  public SearchAddress toggleExclude(Facet facet, String value) {
    return toggle(EXCLUDE, FILTER, facet, value);
  }

  /// This search without any filter of a facet.
  public SearchAddress clear(Facet facet) {
    var prefix = facet.key() + ":";
    return with(FILTER, others(FILTER, prefix)).with(EXCLUDE, others(EXCLUDE, prefix));
  }

  /// The query alone: no filter, no dates, no list; sort and view stay.
  public SearchAddress clearAll() {
    return outside().without(FILTER).without(EXCLUDE).without(SINCE).without(UNTIL);
  }

  /// Whether anything but the query narrows the search.
  public boolean narrowed() {
    return list.isPresent()
        || parameters.keySet().stream().anyMatch(ParameterNames.SELECTION::contains);
  }

  /// The page that compares this search with others; the empty one for a search whose query or list
  /// is too long to stand in an address again.
  public String compareHref() {
    return packed() ? "/compare" : asked(query().isBlank()).href("/compare");
  }

  /// The page that tells what is peculiar about the tweets of this search; empty for a search whose
  /// query or list is too long to stand in an address again.
  public Optional<String> distinctiveHref() {
    return packed() ? Optional.empty() : Optional.of(asked(false).href("/distinctive"));
  }

  /// The page that shows the accounts of this search; for one that cannot stand in an address
  /// again, the page of all accounts.
  public String accountsHref() {
    return packed() ? "/accounts" : asked(false).href("/accounts");
  }

  /// This search without its order, page and view.
  private SearchAddress asked(boolean isForAll) {
    var kept = new LinkedHashMap<>(parameters);
    kept.keySet().retainAll(SCOPE);
    if (isForAll) {
      kept.remove(QUERY);
    }
    return new SearchAddress(kept);
  }

  /// The page's address.
  public String href() {
    return href("/");
  }

  /// The same search asked of another path, such as `/api/export`.
  public String href(String path) {
    var fields = fieldsWithout();
    var beside =
        fields.stream()
            .map(field -> field.name() + "=" + encode(field.value()))
            .collect(Collectors.joining("&"));
    return at(path) + (fields.isEmpty() ? "" : "?" + beside);
  }

  /// Where a page of this search is: the path itself, or its name in the folder of the search.
  public String at(String path) {
    return here.to(folder(), path);
  }

  /// Where the page of the list is, beside the pages of its searches.
  public String listHref() {
    return here.query().isPresent() ? "../../list" : "./list";
  }

  /// Whether the page whose links are made is a page of this very search, as to its folder.
  boolean isHere() {
    return folder().equals(here);
  }

  /// Whether a list or the query stands in the path.
  public boolean packed() {
    return !folder().equals(SearchFolder.ROOT);
  }

  /// What stands in the path once stays there, however short it is.
  private SearchFolder folder() {
    boolean isKept = here.query().filter(query()::equals).isPresent();
    return isKept ? new SearchFolder(list, here.query()) : SearchFolder.of(list, query());
  }

  /// Parameters but for these and for what stands in the path: the hidden fields of a form that
  /// sets these.
  public List<Field> fieldsWithout(String... names) {
    var left = new ArrayList<>(List.of(names));
    if (folder().query().isPresent()) {
      left.add(QUERY);
    }
    if (left.contains(AFTER)) {
      left.addAll(List.of(TRAIL, OPEN));
    }
    var out = new ArrayList<Field>();
    parameters.forEach((name, values) -> {
      if (!left.contains(name)) {
        values.forEach(value -> out.add(new Field(name, value)));
      }
    });
    return out;
  }

  /// A field of a form.
  public record Field(String name, String value) {}

  private SearchAddress with(String name, List<String> values) {
    var changed = new LinkedHashMap<>(parameters);
    changed.put(name, values);
    if (!PAGE_ONLY.contains(name)) {
      changed.remove(TRAIL);
      if (!name.equals(AFTER)) {
        changed.remove(AFTER);
      }
    }
    return new SearchAddress(changed, list, here);
  }

  private boolean has(String name, Facet facet, String value) {
    return parameters.getOrDefault(name, List.of()).contains(facet.key() + ":" + value);
  }

  private SearchAddress toggle(String name, String opposite, Facet facet, String value) {
    var written = facet.key() + ":" + value;
    var chosen = new ArrayList<>(parameters.getOrDefault(name, List.of()));
    if (!chosen.remove(written)) {
      chosen.add(written);
    }
    return with(name, chosen)
        .with(
            opposite,
            parameters.getOrDefault(opposite, List.of()).stream()
                .filter(other -> !other.equals(written))
                .toList());
  }

  private List<String> others(String name, String prefix) {
    return parameters.getOrDefault(name, List.of()).stream()
        .filter(value -> !value.startsWith(prefix))
        .toList();
  }

  /// Whose days and hours are meant and shown; UTC unless the address names another zone.
  public ZoneId zone() {
    return first(ZONE).flatMap(Zones::of).orElse(ZoneOffset.UTC);
  }

  /// What this page calls the times of its zone.
  public String zoneName() {
    return Wording.zone(zone());
  }

  /// The zone as the beginning of an address's parameters; empty for UTC.
  static String zoned(ZoneId zone) {
    return zone.equals(ZoneOffset.UTC) ? "" : "?zone=" + encode(zone.getId());
  }

  /// A day where it begins then in the address's zone, else to the second.
  private String time(Instant time) {
    var day = time.atZone(zone()).toLocalDate();
    return day.atStartOfDay(zone()).toInstant().equals(time)
        ? day.toString()
        : time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /// Percent-encoded where it must be; colons, commas, slashes and brackets stay readable.
  public static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8)
        .replace("%3A", ":")
        .replace("%2C", ",")
        .replace("%2F", "/")
        .replace("%28", "(")
        .replace("%29", ")")
        .replace("%40", "@");
  }
}
