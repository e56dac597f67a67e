package org.trawl.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import org.trawl.query.QueryAst;
import org.trawl.search.Deadline;
import org.trawl.search.Facet;
import org.trawl.search.QueryRefused;
import org.trawl.search.SearchRequest.Selection;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The hits of a search as a query of a cluster: those of its own query within what was chosen
/// beside it, and for each facet those without its own choice.
///
/// @param compiled the search's own query
/// @param all finds the hits
/// @param withoutOwn finds those of which a facet's values are counted, for each facet with a
///   choice
record ClusterHits(
    ClusterCompiler.Compiled compiled, ObjectNode all, Map<Facet, ObjectNode> withoutOwn) {

  static ClusterHits of(
      QueryAst query,
      Selection selection,
      ClusterCompiler compiler,
      FacetFields fields,
      Deadline deadline)
      throws IOException, QueryRefused {
    var compiled = compiler.compile(query, deadline);
    var base = new ArrayList<JsonNode>();
    base.add(compiled.query());
    if (selection.since().isPresent() || selection.until().isPresent()) {
      base.add(
          ClusterOperators.time(selection.since().orElse(null), selection.until().orElse(null)));
    }
    if (!(selection.within() instanceof QueryAst.All)) {
      base.add(compiler.compile(selection.within(), deadline).query());
    }
    var chosen = new EnumMap<Facet, ObjectNode>(Facet.class);
    selection.facets().forEach(facet -> chosen.put(facet, fields.of(facet, selection)));
    var withoutOwn = new EnumMap<Facet, ObjectNode>(Facet.class);
    for (var facet : chosen.keySet()) {
      var others = new ArrayList<>(base);
      chosen.forEach((other, choice) -> {
        if (other != facet) {
          others.add(choice);
        }
      });
      withoutOwn.put(facet, Dsl.every(others));
    }
    var all = new ArrayList<>(base);
    all.addAll(chosen.values());
    return new ClusterHits(compiled, Dsl.every(all), withoutOwn);
  }

  /// Those of which a facet's values are counted.
  ObjectNode of(Facet facet) {
    return withoutOwn.getOrDefault(facet, all);
  }
}
