package org.trawl.explain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.trawl.query.QueryAst;
import org.trawl.query.QueryPrinter;
import org.trawl.search.Repair;
import org.trawl.search.Repair.Change;
import org.trawl.search.Repair.Correction;
import org.trawl.search.Repair.Looseness;

/// Ways out of an empty answer in plain words, as requests: "leave out “nhs”".
public final class RepairText {
  /// The most of a part that is quoted.
  private static final int MOST = 80;

  private RepairText() {}

  /// In words that need no context.
  public static String of(Repair repair) {
    var parts = parts(repair.clauses());
    return switch (repair.change()) {
      case Change.Drop() -> "leave out " + parts;
      case Change.Respell(var corrections) ->
          "search for "
              + Listing.and(
                  corrections, each -> "“" + each.found() + "” instead of “" + each.typed() + "”");
      case Change.Loosen(var how) -> "ask for " + parts + " less closely: " + loosely(how);
      case Change.AnyDate _,
          Change.WholeYears _,
          Change.WholeDays _,
          Change.Unfilter _,
          Change.OutsideList _,
          Change.QueryAlone _ ->
          shortly(repair);
    };
  }

  /// How to speak of a query without a part of it.
  public static String without(QueryAst clause) {
    return isExclusion(clause) ? "if that is not excluded," : "without it";
  }

  private static boolean isExclusion(QueryAst clause) {
    return clause instanceof QueryAst.Not;
  }

  /// In few words, beside the part of the query that it changes.
  public static String shortly(Repair repair) {
    return switch (repair.change()) {
      case Change.Drop() -> dropped(repair.clauses());
      case Change.Respell(var corrections) ->
          "search for " + Listing.and(corrections, RepairText::found);
      case Change.Loosen(var how) -> loosely(how);
      case Change.AnyDate() -> "all dates";
      case Change.WholeYears(var since, var until) -> years(since, until);
      case Change.WholeDays(var since, var until) -> days(since, until);
      case Change.Unfilter(var facet) -> "remove the filter " + facet.key();
      case Change.OutsideList() -> "search outside the list";
      case Change.QueryAlone() -> "search without filters and dates";
    };
  }

  private static String dropped(List<QueryAst> clauses) {
    if (clauses.size() > 1) {
      return "leave out all that is in no tweet";
    }
    return isExclusion(clauses.getFirst()) ? "do not exclude it" : "leave it out";
  }

  /// The name of a change in answers for programs.
  public static String key(Change change) {
    return switch (change) {
      case Change.Drop() -> "drop";
      case Change.Respell _ -> "respell";
      case Change.Loosen(var how) -> how.name().toLowerCase(Locale.ROOT);
      case Change.AnyDate() -> "any_date";
      case Change.WholeYears _ -> "whole_years";
      case Change.WholeDays _ -> "whole_days";
      case Change.Unfilter _ -> "unfilter";
      case Change.OutsideList() -> "outside_list";
      case Change.QueryAlone() -> "query_alone";
    };
  }

  private static String found(Correction correction) {
    return "“" + correction.found() + "”";
  }

  private static String loosely(Looseness how) {
    return switch (how) {
      case ANY_CASE -> "in any case";
      case ANY_FORM -> "in any form";
      case NAME_BEGINS -> "accounts whose name or hash begins so";
      case WORDS_ANYWHERE -> "its words, anywhere";
    };
  }

  private static String days(Instant since, Instant until) {
    var first = LocalDate.ofInstant(since, ZoneOffset.UTC);
    var last = LocalDate.ofInstant(until, ZoneOffset.UTC).minusDays(1);
    return first.equals(last) ? "all of " + first : "from " + first + " to the end of " + last;
  }

  private static String years(Optional<Instant> since, Optional<Instant> until) {
    var first = since.map(RepairText::year);
    var last = until.map(end -> year(end.minusNanos(1)));
    if (first.isEmpty() || last.isEmpty()) {
      return first
          .map(year -> "from " + year + " on")
          .orElseGet(() -> "up to the end of " + last.orElseThrow());
    }
    return first.equals(last) ? "all of " + first.get() : first.get() + " to " + last.get();
  }

  private static String year(Instant time) {
    return Integer.toString(time.atOffset(ZoneOffset.UTC).getYear());
  }

  private static String parts(List<QueryAst> clauses) {
    return clauses.stream().map(RepairText::typed).collect(Collectors.joining(", "));
  }

  private static String typed(QueryAst clause) {
    var text = QueryPrinter.print(clause);
    return text.codePointCount(0, text.length()) <= MOST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MOST)) + "…";
  }
}
