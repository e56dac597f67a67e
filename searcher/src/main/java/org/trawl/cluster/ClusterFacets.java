package org.trawl.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.trawl.lucene.names.AccountDirectory;
import org.trawl.search.Deadline;
import org.trawl.search.Facet;
import org.trawl.search.FacetListing;
import org.trawl.search.FacetListing.Value;
import org.trawl.search.NotOffered;
import org.trawl.search.SearchResult.FacetCounts;
import org.trawl.search.ValueText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Counts the values of facets, exactly. Each shard of a cluster gives its most frequent values
/// only, and with them how much the sums may lack. Where that could change which values come first,
/// or a number, more are asked for, until it cannot; at last all, some at a time.
///
/// Thread-safe.
final class ClusterFacets {
  private static final int FIRST = 400;
  private static final int WIDER = 8;

  /// Values asked for at once at most: a cluster gives 65,535 in one answer.
  private static final int MOST = 50_000;

  /// Where all values are counted, so many at a time, about.
  private static final int PART = 20_000;

  private final ClusterSearches searches;
  private final AccountDirectory accounts;
  private final Map<String, Integer> numbers;

  /// @param numbers how many numbers each numbered field can have
  ClusterFacets(ClusterSearches searches, AccountDirectory accounts, Map<String, Integer> numbers) {
    this.searches = searches;
    this.accounts = accounts;
    this.numbers = numbers;
  }

  /// What is to be counted of one facet.
  ///
  /// @param query of the tweets among which its values are counted
  record Ask(Facet facet, ObjectNode query, FacetListing listing) {
    String field() {
      return FacetFields.of(facet);
    }
  }

  Map<Facet, FacetCounts> count(Collection<Ask> asks, Deadline deadline) throws IOException {
    var counts = new EnumMap<Facet, FacetCounts>(Facet.class);
    var left = new ArrayList<>(asks);
    for (int size = FIRST; !left.isEmpty(); size = Math.min(MOST, size * WIDER)) {
      var last = size == MOST;
      var bodies = size == FIRST ? together(left, size) : apart(left, size);
      var answers = searches.search(bodies, deadline);
      var wider = new ArrayList<Ask>();
      for (var ask : left) {
        var found = found(ask, answers);
        if (found.isPresent()) {
          counts.put(ask.facet, found.get());
        } else if (last) {
          counts.put(ask.facet, all(ask, deadline));
        } else {
          wider.add(ask);
        }
      }
      left = wider;
    }
    return counts;
  }

  /// Facets among the same tweets are one search.
  private List<ObjectNode> together(List<Ask> asks, int size) {
    var byQuery =
        asks.stream()
            .collect(Collectors.groupingBy(Ask::query, LinkedHashMap::new, Collectors.toList()));
    var bodies = new ArrayList<ObjectNode>();
    byQuery.forEach((query, of) -> bodies.add(body(query, of, size)));
    return bodies;
  }

  private List<ObjectNode> apart(List<Ask> asks, int size) {
    return asks.stream().map(ask -> body(ask.query, List.of(ask), size)).toList();
  }

  private ObjectNode body(ObjectNode query, List<Ask> asks, int size) {
    var aggregations = Dsl.object();
    for (var ask : asks) {
      var key = ask.facet.key();
      aggregations.set(key, most(ask, size));
      aggregations.set(key + " chosen", chosen(ask));
      number(ask.facet).ifPresent(field -> aggregations.set(key + " distinct", distinct(field)));
    }
    var body = Dsl.object().put("size", 0).put("track_total_hits", false);
    body.set("query", query);
    body.set("aggs", aggregations);
    return body;
  }

  private static ObjectNode most(Ask ask, int size) {
    var terms =
        Dsl.object()
            .put("field", ask.field())
            .put("size", size)
            .put("shard_size", size)
            .put("show_term_doc_count_error", true);
    pattern(ask).ifPresent(pattern -> terms.put("include", pattern));
    return Dsl.object("terms", terms);
  }

  /// What a facet of many values is asked for, where only some are looked for.
  private static Optional<String> pattern(Ask ask) {
    var text = ask.listing.text();
    if (!isNumbered(ask.facet)
        || ask.facet == Facet.ACCOUNT
        || (text.prefix().isEmpty() && text.part().isEmpty())) {
      return Optional.empty();
    }
    var prefix = quoted(text.prefix().toLowerCase(Locale.ROOT));
    var part = quoted(text.part().toLowerCase(Locale.ROOT));
    // Both may overlap.
    return Optional.of(
        part.isEmpty()
            ? prefix + ".*"
            : prefix.isEmpty() ? ".*" + part + ".*" : "(" + prefix + ".*)&(.*" + part + ".*)");
  }

  private static String quoted(String text) {
    return text.replaceAll("([^\\p{L}\\p{N}])", "\\\\$1");
  }

  /// The values that are chosen, and those that have none: they are listed whatever their count.
  private static ObjectNode chosen(Ask ask) {
    var values = new LinkedHashSet<String>();
    values.add("");
    ask.listing.chosen().keySet().forEach(value -> values.add(FacetFields.term(value)));
    var include = Dsl.array();
    values.forEach(include::add);
    return Dsl.object(
        "terms",
        Dsl.object()
            .put("field", ask.field())
            .put("size", values.size())
            .put("shard_size", values.size())
            .set("include", include));
  }

  private static boolean isNumbered(Facet facet) {
    return number(facet).isPresent();
  }

  /// The field of numbers of a facet with many values.
  private static Optional<String> number(Facet facet) {
    return switch (facet) {
      case HASHTAG, MENTION, DOMAIN, RETWEETED ->
          Optional.of(ClusterSchema.number(FacetFields.of(facet)));
      case ACCOUNT -> Optional.of(ClusterSchema.USER_NUMBER);
      case OPERATION,
          LANGUAGE,
          DETECTED,
          CLIENT,
          KIND,
          COPIES,
          MEDIA,
          ACCOUNT_LANGUAGE,
          ACCOUNT_CREATED ->
          Optional.empty();
    };
  }

  private ObjectNode distinct(String field) {
    return Distinct.of(field, numbers.getOrDefault(field, 1));
  }

  /// The counts of a facet, if no value that was not given could change them.
  private Optional<FacetCounts> found(Ask ask, List<JsonNode> answers) {
    var key = ask.facet.key();
    for (var answer : answers) {
      var found = answer.path("aggregations");
      // The same facet is never asked for twice.
      if (!found.has(key)) {
        continue;
      }
      var terms = found.path(key);
      var all = terms.path("sum_other_doc_count").asLong() == 0;
      // Of accounts that are looked for by a text, the cluster does not know which fit.
      var some = ask.facet != Facet.ACCOUNT || ask.listing.text().equals(ValueText.ANY);
      if (!all && !(some && isNumbered(ask.facet) && isCertain(terms, ask.listing))) {
        return Optional.empty();
      }
      var values = values(ask.facet, terms);
      values.putAll(values(ask.facet, found.path(key + " chosen")));
      if (!isNumbered(ask.facet)) {
        return Optional.of(ask.listing.of(values.values()));
      }
      long distinct = found.path(key + " distinct").path("value").asLong();
      return Optional.of(ask.listing.of(values.values(), distinct));
    }
    return Optional.empty();
  }

  /// Whether the first values are the most frequent, their counts are whole, and nothing else could
  /// be as frequent.
  private static boolean isCertain(JsonNode terms, FacetListing listing) {
    var buckets = terms.path("buckets");
    int size = listing.size();
    if (size == 0) {
      return true;
    }
    if (buckets.size() < size) {
      return false;
    }
    long least = buckets.get(size - 1).path("doc_count").asLong();
    if (terms.path("doc_count_error_upper_bound").asLong() >= least) {
      return false;
    }
    for (int i = 0; i < buckets.size(); i++) {
      long lacking = buckets.get(i).path("doc_count_error_upper_bound").asLong();
      long most = buckets.get(i).path("doc_count").asLong() + lacking;
      if (lacking > 0 && (i < size || most >= least)) {
        return false;
      }
    }
    return true;
  }

  private Map<String, Value> values(Facet facet, JsonNode terms) {
    var values = new LinkedHashMap<String, Value>();
    for (var bucket : terms.path("buckets")) {
      var text = bucket.path("key").asString();
      long count = bucket.path("doc_count").asLong();
      var value =
          facet == Facet.ACCOUNT ? new Value(text, handle(text), count) : Value.of(text, count);
      values.put(value.value(), value);
    }
    return values;
  }

  private String handle(String userId) {
    var named = accounts.named(userId);
    return named.isEmpty() ? userId : accounts.handle(accounts.user(named.getFirst()));
  }

  /// Counts every value, some at a time, and keeps the most frequent of them.
  private FacetCounts all(Ask ask, Deadline deadline) throws IOException {
    var key = ask.facet.key();
    var number = number(ask.facet);
    int parts = 1 + number.map(field -> numbers.getOrDefault(field, 1)).orElse(MOST) / PART;
    var kept = new LinkedHashMap<String, Value>();
    long distinct = 0;
    for (int part = 0; part < parts; part++) {
      var body = body(ask.query, List.of(ask), MOST);
      ((ObjectNode) body.path("aggs").path(key).path("terms"))
          .set("include", Dsl.object().put("partition", part).put("num_partitions", parts));
      var found = searches.search(body, deadline).path("aggregations");
      if (found.path(key).path("sum_other_doc_count").asLong() > 0) {
        throw new NotOffered(
            "the values of " + ask.facet.label() + " are too many for a cluster to count");
      }
      var values = values(ask.facet, found.path(key));
      distinct += values.keySet().stream().filter(value -> !value.equals(Facet.NONE)).count();
      kept.putAll(values);
      kept.putAll(values(ask.facet, found.path(key + " chosen")));
      var best =
          kept.values().stream()
              .filter(value -> value.fits(ask.listing.text()))
              .sorted(FacetListing.MOST_FIRST)
              .limit(ask.listing.size())
              .map(Value::value)
              .collect(Collectors.toSet());
      best.addAll(ask.listing.chosen().keySet());
      kept.keySet().retainAll(best);
    }
    return ask.listing.of(kept.values(), distinct);
  }
}
