package org.trawl.page.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.trawl.lucene.TestArchive;
import org.trawl.page.analysis.SimilarView.Part;
import org.trawl.page.analysis.SimilarView.Variant;

/// The page of a tweet's near-copies.
final class SimilarPageTest {
  private static final Duration BUDGET = Duration.ofSeconds(30);
  private static final String TEXT = "we love our great country and its flag so much";

  private static void add(TestArchive archive, long id, String handle, String text) {
    archive.add(
        TestArchive.row(id, text)
            .by(handle)
            .at(Instant.parse("2016-01-01T00:00:00Z").plus(Duration.ofDays(id))));
  }

  private static String marked(Variant variant) {
    return variant.pieces().stream().map(SimilarPageTest::marked).collect(Collectors.joining());
  }

  private static String marked(Part part) {
    var element = part.element();
    return element.isEmpty()
        ? part.text()
        : "<" + element + ">" + part.text() + "</" + element + ">";
  }

  @Test
  void whoSentItFirstWhoThenAndHowTheTextsDiffer() throws Exception {
    var archive = new TestArchive();
    add(archive, 5, "ann", TEXT + " #MAGA");
    add(archive, 3, "bob", "We love our great nation and its flag so much");
    add(archive, 4, "bob", TEXT + " https://t.co/x");
    add(archive, 6, "cid", TEXT + " now");
    add(archive, 7, "cid", "nothing of the kind is said in this one");
    try (var searcher = archive.open(2)) {
      var page = new SimilarPage(searcher, BUDGET);
      var view = page.view("5").orElseThrow();
      assertEquals("4 tweets", view.all().text());
      assertEquals("3 accounts", view.from());
      assertEquals(
          List.of(
              "We love our great <del>country</del> <ins>nation</ins> and its flag so much"
                  + " <del>#MAGA</del>",
              TEXT + " <del>#MAGA</del> https://t.co/x",
              TEXT + " <del>#MAGA</del> <ins>now</ins>"),
          view.variants().stream().map(SimilarPageTest::marked).toList());
      assertEquals(
          List.of(false, true, false), view.variants().stream().map(Variant::own).toList());
      assertEquals("2 tweets", view.variants().get(1).tweets().text());
      assertEquals("2 accounts", view.variants().get(1).from());
      assertEquals("@bob", view.variants().getFirst().sender().text());
      assertEquals(
          List.of("@bob 2", "@ann 1", "@cid 1"),
          view.accounts().stream()
              .map(sender -> sender.account().text() + " " + sender.tweets().text())
              .toList());
      assertEquals("4 Jan 2016, 00:00 UTC", view.accounts().getFirst().first());
      assertEquals(List.of("English 4"), view.languages().stream().map(l -> l.text()).toList());
      assertTrue(view.others().isEmpty() && view.moreAccounts().isEmpty() && !view.partial());
      assertEquals(1, page.view("7").orElseThrow().variants().size(), "itself alone");
      assertEquals(Optional.empty(), page.view("999"));
      assertEquals(Optional.empty(), page.view("x"));
    }
  }
}
