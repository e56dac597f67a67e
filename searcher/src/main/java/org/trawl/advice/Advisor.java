package org.trawl.advice;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.trawl.query.QueryAst;
import org.trawl.search.Advice;
import org.trawl.search.Advice.ClauseCount;
import org.trawl.search.SearchRequest;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchResult;

/// Counts a query's parts, tells which one leaves nothing over, and has [RepairFinder] look for
/// ways out.
public final class Advisor {
  private final Counts parts;
  private final NearTerms terms;
  private final SearchRequest request;
  private final List<QueryAst> clauses;

  public Advisor(Counts parts, NearTerms terms, SearchRequest request) {
    this.parts = parts;
    this.terms = terms;
    this.request = request;
    clauses = request.query().clauses();
  }

  public Advice advice(SearchResult found) throws IOException {
    var counts = counts();
    if (found.total() > 0 || found.partial()) {
      return new Advice(counts, Optional.empty(), List.of(), parts.cut());
    }
    var emptied = emptied(counts);
    var repairs = new RepairFinder(parts, terms, request).repairs(counts);
    return new Advice(counts, emptied, repairs, parts.cut());
  }

  private List<ClauseCount> counts() throws IOException {
    int size = Math.min(clauses.size(), Advice.MAX_CLAUSES);
    var alone = new ArrayList<OptionalLong>(size);
    for (var clause : clauses.subList(0, size)) {
      alone.add(parts.count(List.of(clause), Selection.NONE));
    }
    var counts = new ArrayList<ClauseCount>(size);
    for (int i = 0; i < size; i++) {
      counts.add(new ClauseCount(clauses.get(i), alone.get(i), without(i, alone)));
    }
    return counts;
  }

  /// A part that is nowhere leaves nothing over for any of the others: no need to look.
  private OptionalLong without(int index, List<OptionalLong> alone) throws IOException {
    for (int i = 0; i < alone.size(); i++) {
      if (i != index && alone.get(i).equals(OptionalLong.of(0))) {
        return OptionalLong.of(0);
      }
    }
    var others = new ArrayList<>(clauses);
    others.remove(index);
    return parts.count(others, request.selection());
  }

  private Optional<ClauseCount> emptied(List<ClauseCount> counts) throws IOException {
    if (!counts.stream().allMatch(ClauseCount::counted)) {
      return Optional.empty();
    }
    var last =
        counts.stream()
            .filter(count -> count.without().getAsLong() > 0)
            .reduce((_, later) -> later);
    if (last.isPresent() || isSelectionsDoing()) {
      return last;
    }
    return counts.stream().min(Comparator.comparingLong(count -> count.alone().getAsLong()));
  }

  private boolean isSelectionsDoing() throws IOException {
    return !request.selection().equals(Selection.NONE)
        && parts.count(clauses, Selection.NONE).orElse(0) > 0;
  }
}
