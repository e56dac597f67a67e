package org.trawl.cluster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Pieces of OpenSearch's query language. No query made here scores, but where points are asked
/// for.
final class Dsl {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /// Values of one list that a cluster takes, less than its own bound of 65,536.
  private static final int MOST_TERMS = 60_000;

  private Dsl() {}

  static ObjectNode object() {
    return JSON.objectNode();
  }

  static ArrayNode array() {
    return JSON.arrayNode();
  }

  /// An object with one member.
  static ObjectNode object(String name, JsonNode value) {
    return object().set(name, value);
  }

  static ObjectNode all() {
    return object("match_all", object());
  }

  static ObjectNode none() {
    return object("match_none", object());
  }

  static ObjectNode term(String field, String value) {
    return object("term", object().put(field, value));
  }

  static ObjectNode exists(String field) {
    return object("exists", object().put("field", field));
  }

  /// Has one of these.
  static ObjectNode terms(String field, Collection<String> values) {
    if (values.size() == 1) {
      return term(field, values.iterator().next());
    }
    return inParts(field, List.copyOf(values), (array, value) -> array.add(value));
  }

  /// Has one of these numbers.
  static ObjectNode numbers(String field, Collection<? extends Number> values) {
    return inParts(field, List.copyOf(values), (array, value) -> array.add(value.longValue()));
  }

  private interface Adder<T> {
    void add(ArrayNode array, T value);
  }

  private static <T> ObjectNode inParts(String field, List<T> values, Adder<T> adder) {
    var parts = new ArrayList<JsonNode>();
    for (int from = 0; from < values.size(); from += MOST_TERMS) {
      var array = array();
      values
          .subList(from, Math.min(values.size(), from + MOST_TERMS))
          .forEach(value -> adder.add(array, value));
      parts.add(object("terms", object(field, array)));
    }
    return any(parts);
  }

  /// A number in a range, both bounds inclusive.
  static ObjectNode between(String field, long min, long max) {
    var range = object().put("gte", min);
    if (max != Long.MAX_VALUE) {
      range.put("lte", max);
    }
    return object("range", object(field, range));
  }

  /// Any of these.
  static ObjectNode any(Collection<? extends JsonNode> queries) {
    if (queries.isEmpty()) {
      return none();
    }
    if (queries.size() == 1 && queries.iterator().next() instanceof ObjectNode only) {
      return only;
    }
    var should = array();
    queries.forEach(should::add);
    return object("bool", object("should", should).put("minimum_should_match", 1));
  }

  /// All of these.
  static ObjectNode every(Collection<? extends JsonNode> queries) {
    return every(queries, List.of());
  }

  /// All of these and none of those.
  static ObjectNode every(
      Collection<? extends JsonNode> queries, Collection<? extends JsonNode> unwanted) {
    if (queries.isEmpty() && unwanted.isEmpty()) {
      return all();
    }
    if (unwanted.isEmpty()
        && queries.size() == 1
        && queries.iterator().next() instanceof ObjectNode only) {
      return only;
    }
    var bool = object();
    if (!queries.isEmpty()) {
      var filter = array();
      queries.forEach(filter::add);
      bool.set("filter", filter);
    }
    if (!unwanted.isEmpty()) {
      var not = array();
      unwanted.forEach(not::add);
      bool.set("must_not", not);
    }
    return object("bool", bool);
  }

  static ObjectNode but(JsonNode unwanted) {
    return every(List.of(), List.of(unwanted));
  }
}
