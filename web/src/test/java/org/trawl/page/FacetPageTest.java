package org.trawl.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trawl.query.QueryParser;
import org.trawl.search.Facet;
import org.trawl.search.SearchResult.FacetCounts;
import org.trawl.search.SearchResult.FacetValue;

final class FacetPageTest {
  private static final SearchAddress ADDRESS =
      SearchAddress.of(
          Map.of(
              "q", List.of("x"),
              "filter", List.of("hashtag:t3", "language:en"),
              "after", List.of("cursor")));

  private static FacetPage.Found found(String prefix, int skipped, int shown, boolean more) {
    return page(prefix, skipped, shown, more).found().orElseThrow();
  }

  private static FacetPage page(String prefix, int skipped, int shown, boolean more) {
    var values =
        IntStream.range(0, shown)
            .mapToObj(i -> new FacetValue("t" + i, "t" + i, 9, i == 3, false))
            .toList();
    var counts = new FacetCounts(values, 1_234);
    return FacetPage.of(
        Facet.HASHTAG,
        ADDRESS,
        prefix,
        QueryBox.of(QueryParser.parse("x"), List.of(), ADDRESS, List.of()),
        new FacetPage.Part(
            FacetBox.values(Facet.HASHTAG, counts, ADDRESS),
            skipped,
            more,
            counts.distinct(),
            false));
  }

  @Test
  void theValuesComeAHundredAtATime() {
    var first = found("", 0, 100, true);
    assertEquals("Values 1 to 100 of 1,234", first.says());
    assertEquals(Optional.empty(), first.earlier());
    assertEquals(
        Optional.of("/facets/hashtag?q=x&filter=hashtag:t3&filter=language:en&contains=t&skip=100"),
        found("t", 0, 100, true).later());
    var last = found("", 1_200, 34, false);
    assertEquals("Values 1,201 to 1,234 of 1,234", last.says());
    assertEquals(Optional.empty(), last.later());
    assertEquals(
        Optional.of("/facets/hashtag?q=x&filter=hashtag:t3&filter=language:en&contains=&skip=1100"),
        last.earlier());
  }

  @Test
  void whatFitsIsSaidInOneNumber() {
    assertEquals("1,234 values", found("", 0, 5, false).says());
    assertEquals("5 of 1,234 values contain it", found("t", 0, 5, false).says());
  }

  @Test
  void aTickBoxStandsForItsFilterAndTheOthersAreKept() {
    assertEquals(
        List.of(
            new SearchAddress.Field("q", "x"), new SearchAddress.Field("filter", "language:en")),
        found("", 0, 5, false).others());
    assertEquals(3, page("", 0, 5, false).kept().size());
  }
}
