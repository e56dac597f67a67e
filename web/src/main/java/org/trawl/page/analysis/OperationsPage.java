package org.trawl.page.analysis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.trawl.api.analysis.OperationFigures;
import org.trawl.api.analysis.OperationFigures.Operation;
import org.trawl.page.SearchAddress;
import org.trawl.page.analysis.CompareView.Link;
import org.trawl.page.analysis.OperationsView.Column;
import org.trawl.page.analysis.OperationsView.Row;
import org.trawl.page.site.Wording;
import org.trawl.search.CompareRequest;
import org.trawl.search.Facet;
import org.trawl.search.QueryRefused;
import org.trawl.search.SearchRequest.Sort;

/// Makes the page that puts the releases side by side.
final class OperationsPage {
  /// Values of a facet that are shown of each release.
  private static final int VALUES = 3;

  private static final List<Facet> LISTS =
      List.of(
          Facet.LANGUAGE,
          Facet.HASHTAG,
          Facet.DOMAIN,
          Facet.MENTION,
          Facet.CLIENT,
          Facet.ACCOUNT_CREATED);

  private final OperationFigures figures;

  OperationsPage(OperationFigures figures) {
    this.figures = figures;
  }

  OperationsView view() throws IOException, QueryRefused {
    var found = figures.get();
    var rows = found.operations().stream().map(OperationsPage::row).toList();
    var first =
        found.operations().stream().limit(CompareRequest.MOST).map(Operation::name).toList();
    var compared =
        new CompareAddress(
            first.stream().map(OperationsPage::query).toList(), Map.of(), SearchAddress.EMPTY);
    return new OperationsView(
        columns(found.operations()),
        rows,
        first.size() < 2 ? Optional.empty() : Optional.of(compared.href()),
        found.partial());
  }

  private static String query(String name) {
    return "operation:" + (name.matches("\\w+") ? name : "\"" + name + "\"");
  }

  private static List<Column> columns(List<Operation> operations) {
    var columns = new ArrayList<Column>();
    for (var name : List.of("Tweets", "Accounts with tweets", "Accounts listed")) {
      columns.add(new Column(name, true));
    }
    columns.add(new Column("First", false));
    columns.add(new Column("Last", false));
    operations.stream()
        .findFirst()
        .ifPresent(
            one -> one.parts().forEach(part -> columns.add(new Column(title(part.name()), true))));
    LISTS.forEach(facet -> columns.add(new Column(facet.label(), false)));
    return columns;
  }

  private static String title(String part) {
    return switch (part) {
      case "tweet" -> "Own tweets";
      case "retweet" -> "Retweets";
      case "reply" -> "Replies";
      case "quote" -> "Quotes";
      default -> "With " + part;
    };
  }

  private static Row row(Operation operation) {
    var all = SearchAddress.EMPTY.toggleFilter(Facet.OPERATION, operation.name());
    var cells = new ArrayList<List<Link>>();
    var total = operation.found().total();
    cells.add(List.of(new Link(Wording.number(total), all.href())));
    cells.add(
        List.of(
            new Link(Wording.number(operation.found().accounts()), all.href("/facets/account"))));
    cells.add(List.of(new Link(Wording.number(operation.listed()), "")));
    cells.add(time(operation.first().map(Wording::day), all, Sort.OLDEST));
    cells.add(time(operation.last().map(Wording::day), all, Sort.NEWEST));
    for (var part : operation.parts()) {
      var facet = part.choice().substring(0, part.choice().indexOf(':'));
      var value = part.choice().substring(part.choice().indexOf(':') + 1);
      var chosen = Facet.valueOf(facet.toUpperCase(Locale.ROOT));
      var search =
          part.isExcluded() ? all.toggleExclude(chosen, value) : all.toggleFilter(chosen, value);
      var share = total == 0 ? "0 %" : CompareChart.percent((double) part.count() / total);
      cells.add(List.of(new Link(share, search.href())));
    }
    for (var facet : LISTS) {
      cells.add(values(operation, facet, all));
    }
    return new Row(Wording.facetValue(Facet.OPERATION, operation.name(), operation.name()), cells);
  }

  private static List<Link> time(Optional<String> day, SearchAddress all, Sort sort) {
    return day.map(text ->
            List.of(new Link(text, all.with("sort", sort.name().toLowerCase(Locale.ROOT)).href())))
        .orElse(List.of());
  }

  private static List<Link> values(Operation operation, Facet facet, SearchAddress all) {
    var counts = operation.found().counts().facets().get(facet);
    if (counts == null) {
      return List.of();
    }
    return counts.values().stream()
        .filter(value -> !value.value().equals(Facet.NONE))
        .limit(VALUES)
        .map(value ->
            new Link(
                Wording.facetValue(facet, value.value(), value.label())
                    + " "
                    + Wording.number(value.count()),
                all.toggleFilter(facet, value.value()).href()))
        .toList();
  }
}
