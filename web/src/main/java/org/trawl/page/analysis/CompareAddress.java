package org.trawl.page.analysis;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.trawl.api.ParameterNames;
import org.trawl.api.analysis.CompareParameters;
import org.trawl.page.SearchAddress;
import org.trawl.page.SearchAddress.Field;

/// The state of the page that compares searches, as it stands in its address.
///
/// @param queries the searches, none of them blank
/// @param choices how they are shown, by name; without what is at its default
/// @param shared what is chosen beside all of them: filters, dates and the zone
record CompareAddress(List<String> queries, Map<String, String> choices, SearchAddress shared) {
  /// Whether counts or shares are drawn.
  static final String SCALE = "scale";

  /// How: as lines or as bars.
  static final String DRAW = "draw";

  private static final Map<String, String> DEFAULTS =
      Map.of(
          CompareParameters.OF,
          "all",
          CompareParameters.INTERVAL,
          "auto",
          SCALE,
          "count",
          DRAW,
          "lines");

  private static final List<String> CHOICES =
      List.of(CompareParameters.OF, SCALE, CompareParameters.INTERVAL, DRAW);

  private static final List<String> SHARED =
      List.of(
          ParameterNames.FILTER,
          ParameterNames.EXCLUDE,
          ParameterNames.SINCE,
          ParameterNames.UNTIL,
          ParameterNames.ZONE);

  CompareAddress {
    queries = List.copyOf(queries);
    var ordered = new LinkedHashMap<String, String>();
    for (var name : CHOICES) {
      var value = choices.get(name);
      if (value != null && !value.equals(DEFAULTS.get(name))) {
        ordered.put(name, value);
      }
    }
    choices = java.util.Collections.unmodifiableMap(ordered);
    requireNonNull(shared, "shared");
  }

  /// The address with these parameters; those of other names are left out. Blank boxes of the form
  /// are no searches: every tweet is asked for by `*`.
  static CompareAddress of(Map<String, List<String>> parameters) {
    var queries =
        parameters.getOrDefault(ParameterNames.QUERY, List.of()).stream()
            .filter(text -> !text.isBlank())
            .toList();
    var choices = new HashMap<String, String>();
    for (var name : CHOICES) {
      parameters.getOrDefault(name, List.of()).stream()
          .filter(value -> !value.isBlank())
          .findFirst()
          .ifPresent(value -> choices.put(name, value.strip()));
    }
    var beside = new HashMap<>(parameters);
    beside.keySet().retainAll(SHARED);
    return new CompareAddress(queries, choices, SearchAddress.of(beside));
  }

  /// What is chosen, or else its default.
  String choice(String name) {
    return choices.getOrDefault(name, DEFAULTS.getOrDefault(name, ""));
  }

  /// The same with another choice.
  CompareAddress with(String name, String value) {
    var other = new HashMap<>(choices);
    other.put(name, value);
    return new CompareAddress(queries, other, shared);
  }

  /// The same within something else.
  CompareAddress within(SearchAddress other) {
    return new CompareAddress(queries, choices, other);
  }

  /// One of the searches, or one made of several.
  SearchAddress search(String query) {
    return shared.with(ParameterNames.QUERY, query);
  }

  /// The parameters as the interface for programs reads them.
  Map<String, List<String>> parameters() {
    var all = new LinkedHashMap<String, List<String>>();
    all.put(ParameterNames.QUERY, queries);
    for (var name : List.of(CompareParameters.OF, CompareParameters.INTERVAL)) {
      if (choices.containsKey(name)) {
        all.put(name, List.of(choice(name)));
      }
    }
    all.putAll(shared.parameters());
    return all;
  }

  /// What the form of the page has beside its boxes and choices.
  List<Field> fields() {
    return shared.fieldsWithout();
  }

  String href() {
    return href("/compare");
  }

  /// The same on another page.
  String href(String path) {
    var fields = new ArrayList<Field>();
    queries.forEach(query -> fields.add(new Field(ParameterNames.QUERY, query)));
    choices.forEach((name, value) -> fields.add(new Field(name, value)));
    fields.addAll(shared.fieldsWithout());
    return href(path, fields);
  }

  /// The same asked of the interface for programs.
  String apiHref(String format) {
    var fields = new ArrayList<Field>();
    parameters()
        .forEach((name, values) -> values.forEach(value -> fields.add(new Field(name, value))));
    if (!format.equals("json")) {
      fields.add(new Field("format", format));
    }
    return href("/api/compare", fields);
  }

  private static String href(String path, List<Field> fields) {
    return fields.isEmpty()
        ? path
        : path
            + "?"
            + fields.stream()
                .map(field -> field.name() + "=" + SearchAddress.encode(field.value()))
                .collect(Collectors.joining("&"));
  }
}
