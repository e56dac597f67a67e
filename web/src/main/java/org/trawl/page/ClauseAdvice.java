package org.trawl.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.trawl.explain.Reading;
import org.trawl.explain.RepairText;
import org.trawl.page.SearchView.Option;
import org.trawl.page.SearchView.Part;
import org.trawl.page.site.Wording;
import org.trawl.query.ParsedQuery;
import org.trawl.query.QueryAst;
import org.trawl.search.Advice.ClauseCount;
import org.trawl.search.Repair;
import org.trawl.search.Repair.Change;
import org.trawl.search.SearchRequest;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchResult;
import org.trawl.search.TweetSearch;

/// Says what each part of a query finds, and what would help a search that found nothing.
///
/// @param request the search as it was asked
/// @param found what it found
record ClauseAdvice(
    ParsedQuery parsed, SearchAddress address, SearchRequest request, SearchResult found) {

  SearchView.Clauses of(TweetSearch searcher) throws IOException {
    boolean asked = address.first("clauses").filter("true"::equals).isPresent();
    boolean empty = found.total() == 0 && !found.partial();
    var said = new ArrayList<Part>();
    if (asked || empty) {
      var advice = searcher.advise(request, found);
      advice.clauses().forEach(count -> said.add(part(count, advice.repairs())));
      var others = new LinkedHashMap<String, List<Option>>();
      advice.repairs().stream()
          .filter(repair -> !isOfOnePart(repair))
          .forEach(repair ->
              others.computeIfAbsent(beside(repair), _ -> new ArrayList<>()).add(way(repair)));
      others.forEach((says, ways) -> said.add(new Part(says, ways)));
      if (empty && advice.cut()) {
        said.add(new Part("Time ran out: there may be other ways to find something.", List.of()));
      }
    }
    return new SearchView.Clauses(said, count(asked, empty));
  }

  /// A query of a single part is what the total counts, unless something was clicked beside it.
  private Optional<Option> count(boolean asked, boolean empty) {
    int parts = parsed.clauses().size();
    if (empty || parts == 0 || (parts == 1 && !address.narrowed())) {
      return Optional.empty();
    }
    return Optional.of(
        asked
            ? new Option("Hide the numbers", address.without("clauses").href(), true)
            : new Option("Count each part", address.with("clauses", "true").href(), false));
  }

  private Part part(ClauseCount count, List<Repair> repairs) {
    var ways =
        repairs.stream()
            .filter(ClauseAdvice::isOfOnePart)
            .filter(repair -> repair.clauses().getFirst().equals(count.clause()))
            .map(this::way)
            .toList();
    return new Part(says(count), ways);
  }

  private static boolean isOfOnePart(Repair repair) {
    return switch (repair.change()) {
      case Change.Drop _, Change.Respell _, Change.Loosen _ -> repair.clauses().size() == 1;
      case Change.AnyDate _,
          Change.WholeYears _,
          Change.WholeDays _,
          Change.Unfilter _,
          Change.OutsideList _,
          Change.QueryAlone _ ->
          false;
    };
  }

  private String says(ClauseCount count) {
    var says = new StringBuilder(Wording.isolated(Wording.capital(Reading.of(count.clause()))));
    if (count.alone().isEmpty()) {
      return says.append(": not counted in time.").toString();
    }
    long alone = count.alone().getAsLong();
    says.append(": ")
        .append(alone == 0 ? "no tweet" : Wording.number(alone, "tweet", "tweets"))
        .append(" in the archive");
    if (count.without().isPresent() && parsed.clauses().size() > 1) {
      long without = count.without().getAsLong();
      says.append("; ")
          .append(RepairText.without(count.clause()))
          .append(" there ")
          .append(without == 1 ? "is " : "are ")
          .append(Wording.number(without));
    }
    return says.append('.').toString();
  }

  private static String beside(Repair repair) {
    return switch (repair.change()) {
      case Change.Drop _ -> "Several parts are in no tweet.";
      case Change.Respell _ -> "Several parts are perhaps misspelt.";
      case Change.AnyDate _, Change.WholeYears _ -> "No tweet of these dates fits the rest.";
      case Change.WholeDays _ ->
          "The dates leave nothing between them: “until” leaves its day out.";
      case Change.Unfilter(var facet) -> "The filter “" + facet.label() + "” leaves nothing over.";
      case Change.OutsideList _ -> "No value of your list fits the rest.";
      case Change.QueryAlone _ -> "The filters and dates beside the query leave nothing over.";
      case Change.Loosen _ -> throw new IllegalArgumentException("is of one part: " + repair);
    };
  }

  private Option way(Repair repair) {
    var label =
        repair.change() instanceof Change.Unfilter ? "Remove it" : RepairText.shortly(repair);
    var there =
        repair.query().equals(request.query())
            ? address
            : address.with("q", parsed.retyped(repair.query()));
    return new Option(
        Wording.isolated(Wording.capital(label))
            + ": "
            + Wording.number(repair.total(), "tweet", "tweets"),
        (repair.selection().equals(request.selection()) ? there : within(there, repair.selection()))
            .href(),
        false);
  }

  private static SearchAddress within(SearchAddress there, Selection selection) {
    var address = there.within(selection);
    return selection.within() instanceof QueryAst.All ? address.outside() : address;
  }
}
