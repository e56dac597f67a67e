package org.trawl.advice;

import java.io.IOException;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.trawl.query.QueryAst;
import org.trawl.search.Advice.ClauseCount;
import org.trawl.search.Repair;
import org.trawl.search.Repair.Change;
import org.trawl.search.Repair.Looseness;
import org.trawl.search.SearchRequest;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.TimeRange;

/// Looks for ways out of a search that found nothing. What finds nothing either, or could not be
/// counted in time, is none.
final class RepairFinder {
  /// Years have four digits.
  private static final int LAST_YEAR = 9999;

  private final Counts parts;
  private final Respelling respelling;
  private final Selection selection;
  private final List<QueryAst> clauses;
  private final List<Repair> repairs = new ArrayList<>();

  RepairFinder(Counts parts, NearTerms terms, SearchRequest request) {
    this.parts = parts;
    respelling = new Respelling(parts, terms);
    selection = request.selection();
    clauses = request.query().clauses();
  }

  List<Repair> repairs(List<ClauseCount> counts) throws IOException {
    var respelled = new ArrayList<Respelling.Respelled>();
    for (int i = 0; i < counts.size(); i++) {
      var known = respelling.of(clauses.get(i));
      respell(i, known);
      loosen(i);
      drop(i, counts.get(i));
      known.stream().findFirst().ifPresent(respelled::add);
    }
    if (respelled.size() > 1) {
      respellAll(respelled);
    }
    dropNowhere(counts);
    dates();
    filters();
    return List.copyOf(repairs);
  }

  private void respell(int index, List<Respelling.Respelled> spellings) throws IOException {
    for (var respelled : spellings) {
      var change = new Change.Respell(respelled.corrections());
      if (add(change, List.of(clauses.get(index)), with(index, respelled.ast()), selection)) {
        return;
      }
    }
  }

  /// Where several parts are misspelt, none helps by itself.
  private void respellAll(List<Respelling.Respelled> all) throws IOException {
    var corrections = new ArrayList<Repair.Correction>();
    var others = new ArrayList<>(clauses);
    var changed = new ArrayList<QueryAst>();
    for (var respelled : all) {
      corrections.addAll(respelled.corrections());
      changed.add(respelled.clause());
      others.replaceAll(clause -> clause.equals(respelled.clause()) ? respelled.ast() : clause);
    }
    add(new Change.Respell(corrections), changed, others, selection);
  }

  private void loosen(int index) throws IOException {
    var clause = clauses.get(index);
    for (var how : Looseness.values()) {
      var loosened = Loosening.of(clause, how);
      if (loosened.isPresent()) {
        add(new Change.Loosen(how), List.of(clause), with(index, loosened.get()), selection);
      }
    }
  }

  /// An empty query is no way out.
  private void drop(int index, ClauseCount count) {
    if (clauses.size() > 1 && count.without().orElse(0) > 0) {
      var others = new ArrayList<>(clauses);
      others.remove(index);
      add(
          new Change.Drop(),
          List.of(count.clause()),
          others,
          selection,
          count.without().getAsLong());
    }
  }

  private void dropNowhere(List<ClauseCount> counts) throws IOException {
    var nowhere = counts.stream().filter(ClauseCount::nowhere).map(ClauseCount::clause).toList();
    if (nowhere.size() > 1 && nowhere.size() < clauses.size()) {
      var others = clauses.stream().filter(clause -> !nowhere.contains(clause)).toList();
      if (!others.isEmpty()) {
        add(new Change.Drop(), nowhere, others, selection);
      }
    }
  }

  private void dates() throws IOException {
    var times = clauses.stream().filter(QueryAst.Time.class::isInstance).toList();
    if (times.isEmpty() && selection.since().isEmpty() && selection.until().isEmpty()) {
      return;
    }
    var chosen = TimeRange.of(QueryAst.and(clauses)).and(TimeRange.of(selection));
    if (chosen.isEmpty()) {
      span(times, chosen.since().orElseThrow(), chosen.until().orElseThrow());
    }
    var wider = clauses.stream().map(RepairFinder::wholeYears).toList();
    var within =
        selection.between(
            selection.since().map(RepairFinder::startOfYear),
            selection.until().map(RepairFinder::endOfYear));
    if (!wider.equals(clauses) || !within.equals(selection)) {
      add(wholeYears(wider, within), times, wider, within);
    }
    var rest = clauses.stream().filter(clause -> !(clause instanceof QueryAst.Time)).toList();
    add(new Change.AnyDate(), times, rest, selection.between(Optional.empty(), Optional.empty()));
  }

  /// Dates that leave nothing between them: the day that both name, or the days between the two
  /// when they stand the wrong way round.
  private void span(List<QueryAst> times, Instant since, Instant until) throws IOException {
    var from = until.truncatedTo(ChronoUnit.DAYS);
    var to = since.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
    var rest = new ArrayList<>(clauses);
    rest.removeAll(times);
    boolean beside = selection.since().isPresent() || selection.until().isPresent();
    if (!beside) {
      rest.add(new QueryAst.Time(Optional.of(from), Optional.of(to)));
    }
    var within = beside ? selection.between(Optional.of(from), Optional.of(to)) : selection;
    add(new Change.WholeDays(from, to), times, rest, within);
  }

  private static QueryAst wholeYears(QueryAst clause) {
    return clause instanceof QueryAst.Time(var since, var until)
        ? new QueryAst.Time(
            since.map(RepairFinder::startOfYear), until.map(RepairFinder::endOfYear))
        : clause;
  }

  private static Change wholeYears(List<QueryAst> clauses, Selection within) {
    var since = new ArrayList<Instant>();
    var until = new ArrayList<Instant>();
    within.since().ifPresent(since::add);
    within.until().ifPresent(until::add);
    for (var clause : clauses) {
      if (clause instanceof QueryAst.Time(var from, var to)) {
        from.ifPresent(since::add);
        to.ifPresent(until::add);
      }
    }
    return new Change.WholeYears(
        since.stream().max(Comparator.naturalOrder()),
        until.stream().min(Comparator.naturalOrder()));
  }

  private static Instant startOfYear(Instant time) {
    return startOf(time.atZone(ZoneOffset.UTC).getYear());
  }

  /// The first moment after the year of the last one before this.
  private static Instant endOfYear(Instant time) {
    int year = time.minusNanos(1).atZone(ZoneOffset.UTC).getYear();
    return year >= LAST_YEAR ? time : startOf(year + 1);
  }

  private static Instant startOf(int year) {
    return Year.of(year).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private void filters() throws IOException {
    for (var facet : selection.facets()) {
      add(new Change.Unfilter(facet), List.of(), clauses, selection.without(facet));
    }
    if (!(selection.within() instanceof QueryAst.All)) {
      add(new Change.OutsideList(), List.of(), clauses, selection.within(new QueryAst.All()));
    }
    if (!selection.equals(Selection.NONE)) {
      add(new Change.QueryAlone(), List.of(), clauses, Selection.NONE);
    }
  }

  private List<QueryAst> with(int index, QueryAst other) {
    var others = new ArrayList<>(clauses);
    others.set(index, other);
    return others;
  }

  /// Whether it finds anything.
  private boolean add(Change change, List<QueryAst> changed, List<QueryAst> query, Selection within)
      throws IOException {
    var total = parts.count(query, within);
    return total.orElse(0) > 0 && add(change, changed, query, within, total.getAsLong());
  }

  /// The first of two ways to the same search is kept.
  private boolean add(
      Change change, List<QueryAst> changed, List<QueryAst> query, Selection within, long total) {
    var ast = QueryAst.and(query);
    if (repairs.stream().noneMatch(r -> r.query().equals(ast) && r.selection().equals(within))) {
      repairs.add(new Repair(change, changed, ast, within, total));
    }
    return true;
  }
}
