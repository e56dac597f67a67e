package org.trawl.api;

import java.util.List;
import java.util.Map;
import org.trawl.explain.HintText;
import org.trawl.explain.Reading;
import org.trawl.query.ParsedQuery;
import org.trawl.query.QueryPrinter;

/// The answer of `/api/parse`: how a query is read, without searching.
///
/// @param text as typed
/// @param tree the query as it is run, written out in the query language with every bracket it has;
///   of a query with problems, what could be read of it
/// @param reading the same in plain words
/// @param problems what has to be mended before it can be searched, in the order of their places
public record ParsedJson(
    String text,
    String tree,
    String reading,
    List<String> hints,
    List<Map<String, Object>> problems) {
  public static ParsedJson of(ParsedQuery query) {
    return new ParsedJson(
        query.text(),
        QueryPrinter.print(query.ast()),
        Reading.of(query.ast()),
        query.hints().stream().map(HintText::of).toList(),
        SearchParameters.faults(ParameterNames.QUERY, query).stream()
            .map(Problem.Fault::json)
            .toList());
  }
}
