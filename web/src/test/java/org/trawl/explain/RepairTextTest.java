package org.trawl.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.trawl.query.QueryParser;
import org.trawl.search.Facet;
import org.trawl.search.Repair;
import org.trawl.search.Repair.Change;
import org.trawl.search.Repair.Correction;
import org.trawl.search.Repair.Looseness;
import org.trawl.search.SearchRequest.Selection;

class RepairTextTest {
  private static Repair repair(Change change, String parts) {
    var query = QueryParser.parse(parts).ast();
    return new Repair(change, query.clauses(), query, Selection.NONE, 1);
  }

  private static void says(String words, String shortly, Change change, String parts) {
    assertEquals(words, RepairText.of(repair(change, parts)));
    assertEquals(shortly, RepairText.shortly(repair(change, parts)));
  }

  private static Change years(String since, String until) {
    return new Change.WholeYears(time(since), time(until));
  }

  private static Optional<Instant> time(String year) {
    return year.isEmpty()
        ? Optional.empty()
        : Optional.of(Instant.parse(year + "-01-01T00:00:00Z"));
  }

  @Test
  void partsAreNamedAsTheyAreWritten() {
    says("leave out \"a b\"", "leave it out", new Change.Drop(), "\"a b\"");
    says("leave out a, -b", "leave out all that is in no tweet", new Change.Drop(), "a -b");
    says(
        "search for “brexit” instead of “brexot” and “nhs” instead of “nhss”",
        "search for “brexit” and “nhs”",
        new Change.Respell(
            List.of(new Correction("brexot", "brexit"), new Correction("nhss", "nhs"))),
        "brexot nhss");
    says(
        "ask for \"a b\" less closely: its words, anywhere",
        "its words, anywhere",
        new Change.Loosen(Looseness.WORDS_ANYWHERE),
        "\"a b\"");
    says(
        "ask for =A less closely: in any case",
        "in any case",
        new Change.Loosen(Looseness.ANY_CASE),
        "=A");
    says(
        "remove the filter media", "remove the filter media", new Change.Unfilter(Facet.MEDIA), "");
  }

  @Test
  void longPartsAreCut() {
    var letters = "x".repeat(200);
    says("leave out " + "x".repeat(80) + "…", "leave it out", new Change.Drop(), letters);
  }

  @Test
  void yearsAreNamedWhole() {
    says("all of 2016", "all of 2016", years("2016", "2017"), "");
    says("2015 to 2016", "2015 to 2016", years("2015", "2017"), "");
    says("from 2015 on", "from 2015 on", years("2015", ""), "");
    says("up to the end of 2016", "up to the end of 2016", years("", "2017"), "");
  }
}
