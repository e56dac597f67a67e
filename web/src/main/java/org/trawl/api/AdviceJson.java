package org.trawl.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.trawl.explain.Reading;
import org.trawl.explain.RepairText;
import org.trawl.query.ParsedQuery;
import org.trawl.search.Advice.ClauseCount;
import org.trawl.search.Facet;
import org.trawl.search.Repair;
import org.trawl.search.SearchRequest.Selection;

/// What an answer says of its query's parts, as it is sent.
public final class AdviceJson {
  private AdviceJson() {}

  /// A part of the query.
  ///
  /// @param text the part as typed
  /// @param position where it stands in the query, in UTF-16 units
  /// @param alone null if time ran out
  /// @param without null if time ran out
  public record ClauseJson(
      String text,
      String detail,
      int position,
      int length,
      @Nullable Long alone,
      @Nullable Long without) {
    static ClauseJson of(ClauseCount count, ParsedQuery query) {
      var span = query.span(count.clause());
      return new ClauseJson(
          span.of(query.text()),
          Reading.of(count.clause()),
          span.offset(),
          span.length(),
          number(count.alone()),
          number(count.without()));
    }
  }

  /// The part of the query that leaves nothing over.
  ///
  /// @param clause the part as typed
  public record EmptiedJson(
      String clause, String detail, int position, int length, long alone, long without) {
    static EmptiedJson of(ClauseCount count, ParsedQuery query) {
      var span = query.span(count.clause());
      return new EmptiedJson(
          span.of(query.text()),
          Reading.of(count.clause()),
          span.offset(),
          span.length(),
          count.alone().orElseThrow(),
          count.without().orElseThrow());
    }
  }

  /// A search that finds something.
  public record RepairJson(String change, String detail, ParametersJson parameters, long total) {
    static RepairJson of(Repair repair, ParsedQuery query) {
      return new RepairJson(
          RepairText.key(repair.change()),
          RepairText.of(repair),
          ParametersJson.of(query.retyped(repair.query()), repair.selection()),
          repair.total());
    }
  }

  /// All that says which tweets a search finds, as parameters.
  public record ParametersJson(
      String q,
      List<String> filter,
      List<String> exclude,
      @Nullable String since,
      @Nullable String until) {
    static ParametersJson of(String query, Selection selection) {
      return new ParametersJson(
          query,
          written(selection.filters()),
          written(selection.excludes()),
          selection.since().map(HitJson::time).orElse(null),
          selection.until().map(HitJson::time).orElse(null));
    }
  }

  private static @Nullable Long number(OptionalLong number) {
    return number.isPresent() ? number.getAsLong() : null;
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
}
