package org.trawl.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.trawl.search.SearchResult.Span;

class TweetTextTest {
  @Test
  void hashtagsOfEveryScriptAndMentionsAreSearches() {
    assertEquals(
        "a (#выборы) and (#انتخابات_بندر), (@bob)!", show("a #выборы and #انتخابات_بندر, @bob!"));
  }

  @Test
  void aHashedMentionIsOne() {
    var hash = "Zq3k+Vb0nHh7pT1yXw5mLc9RsJ2dKfA8eGuOiQ4tBvM=";
    assertEquals("RT (@" + hash + "): hi", show("RT @" + hash + ": hi"));
  }

  @Test
  void numbersAndMailAddressesAreNoEntities() {
    assertEquals("we are #1, mail bob@example.org", show("we are #1, mail bob@example.org"));
  }

  @Test
  void outsideLinksAreShownAndNotLinked() {
    var parts = TweetText.parts("see https://t.co/a#b now", List.of(), List.of());
    assertEquals(
        List.of("https://t.co/a#b"),
        parts.stream().filter(TextPart::link).map(part -> part.runs().getFirst().text()).toList());
  }

  @Test
  void marksCutAcrossEntities() {
    assertEquals("x <y >(<#ta>g)", show("x y #tag", new Span(2, 7)));
  }

  private static String show(String text, Span... marks) {
    return TweetText.parts(text, List.of(marks), List.of()).stream()
        .map(TweetTextTest::show)
        .collect(Collectors.joining());
  }

  private static String show(TextPart part) {
    var runs =
        part.runs().stream()
            .map(run -> run.marked() ? "<" + run.text() + ">" : run.text())
            .collect(Collectors.joining());
    return part.href().isPresent() ? "(" + runs + ")" : runs;
  }
}
