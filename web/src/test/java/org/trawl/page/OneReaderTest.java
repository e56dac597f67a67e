package org.trawl.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trawl.page.analysis.AllPages;
import org.trawl.page.site.Wording;
import org.trawl.search.Facet;
import org.trawl.search.TweetSearch;
import org.trawl.web.SearchServer;
import org.trawl.web.ServerOptions;
import tools.jackson.databind.json.JsonMapper;

/// The page and the interface for programs read an address alike; the page shows what is wrong with
/// it, where the interface refuses it.
final class OneReaderTest {
  private static final Duration BUDGET = Duration.ofMinutes(1);
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir private static Path folder;
  private static TweetSearch searcher;
  private static SearchServer server;

  @BeforeAll
  static void serve() throws Exception {
    searcher = SmallArchive.open(folder);
    server =
        SearchServer.of(searcher, ServerOptions.DEFAULT.onPort(0), new AllPages(searcher, BUDGET))
            .start();
  }

  @AfterAll
  static void end() throws Exception {
    server.close();
    searcher.close();
    CLIENT.close();
  }

  private static HttpResponse<String> ask(String path) throws Exception {
    var address = URI.create("http://127.0.0.1:" + server.port() + path);
    var request = HttpRequest.newBuilder(address).header("Accept", "text/html").build();
    return CLIENT.send(request, BodyHandlers.ofString());
  }

  private static long interfaceTotal(String parameters) throws Exception {
    var answer = ask("/api/search?" + parameters);
    assertEquals(200, answer.statusCode(), answer::body);
    return JsonMapper.shared().readTree(answer.body()).get("total").asLong();
  }

  private static String page(String parameters) throws Exception {
    var page = ask("/?" + parameters);
    assertEquals(200, page.statusCode(), page::body);
    return page.body();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "q=",
        "q=bridge&since=2016-06-24T13:30%2B02:00",
        "q=bridge&since=2016-06-24T13:30+02:00",
        "q=&since=2016",
        "q=&since=2016-06&until=2016-07",
        "q=&until=2016-06-24_13:30",
        "q=&since=2016-06-24T13:30:00Z",
        "q=&since=20160624",
        "q=&filter=language:en&filter=language:ru&exclude=kind:retweet",
        "q=&filter=hashtag:(none)",
        "q=bridge&sort=%20newest%20&timeline=none",
        "q=bridge&timeline=hour&facets=language,kind&facetSize=3",
        "q=bridge&since=2016-07-01&until=2016-06-01",
        "q=&since=2016-06-24&until=2016-06-25&zone=Europe/Berlin",
        "q=since:2016-06-24_01:00&zone=-05:30",
        "q=bridge&copies=collapse&size=0"
      })
  void whatTheInterfaceTakesThePageTakesToo(String parameters) throws Exception {
    var answer = ask("/api/search?" + parameters);
    var page = ask("/?" + parameters);
    assertEquals(200, page.statusCode());
    if (answer.statusCode() == 200) {
      long total = interfaceTotal(parameters);
      var says = Wording.number(total, "tweet", "tweets");
      assertTrue(total == 0 || page.body().contains(says), () -> says + " not in " + page.body());
      assertEquals(List.of(), hints(page.body()), parameters);
    } else {
      assertTrue(hints(page.body()).size() > 0, parameters);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "q=bridge&since=yesterday",
        "q=bridge&since=2016-02-30",
        "q=bridge&sort=best",
        "q=bridge&sort=newest&sort=oldest",
        "q=bridge&size=1000",
        "q=bridge&size=many",
        "q=bridge&filter=colour:red",
        "q=bridge&filter=red",
        "q=bridge&facets=colour",
        "q=bridge&facetSize=0",
        "q=bridge&timeline=week",
        "q=bridge&copies=hide",
        "q=bridge&clauses=maybe",
        "q=bridge&zone=Mars/Base",
        "q=bridge&after=nothing"
      })
  void whatTheInterfaceRefusesThePageShowsBesideTheRest(String parameters) throws Exception {
    var refused = ask("/api/search?" + parameters);
    assertEquals(400, refused.statusCode(), parameters);
    assertEquals(1, hints(page(parameters)).size(), parameters);
  }

  /// What the page says of the address, each as the text of its line.
  private static List<String> hints(String page) {
    return List.of(page.split("<p class=\"hint\">")).stream()
        .skip(1)
        .map(hint -> hint.substring(0, hint.indexOf("</p>")))
        .toList();
  }

  @Test
  void theListOfAnAddressStandsInThePathOfItsPage() throws Exception {
    var forward = page("q=bridge&list=alice,bob&listAccounts=from");
    assertTrue(forward.contains("/lists/"), forward);
    var refused = ask("/?q=bridge&list=" + "%22%22%22");
    assertEquals(ask("/api/search?q=bridge&list=%22%22%22").statusCode(), refused.statusCode());
  }

  @Test
  void pagesOfOneFacetAndOfSpellingsShowWhatIsWrongWithTheQuery() throws Exception {
    for (var path : List.of("/facets/hashtag", "/names", "/")) {
      var page = ask(path + "?q=form:bob");
      assertEquals(400, page.statusCode(), path);
      assertTrue(page.body().contains("There’s a mistake in this query"), path);
      assertTrue(page.body().contains("from:"), path);
    }
    var notes = ask("/facets/hashtag?q=bridge&since=yesterday");
    assertEquals(200, notes.statusCode());
    assertEquals(1, hints(notes.body()).size());
  }

  @Test
  void valuesOfOneFacetAreCountedUnderTheBudgetAndSaySo() throws Exception {
    var address = SearchAddress.of(Map.of("q", List.of("bridge")));
    var hurried =
        new SearchPages(searcher, Duration.ofNanos(1)).facet(Facet.HASHTAG, address, "", 0);
    assertEquals(Optional.of(true), hurried.found().map(FacetPage.Found::partial));
    var patient = new SearchPages(searcher, BUDGET).facet(Facet.HASHTAG, address, "", 0);
    assertEquals(Optional.of(false), patient.found().map(FacetPage.Found::partial));
    assertTrue(patient.found().orElseThrow().values().size() > 0);
    var json = JsonMapper.shared();
    var whole = json.readTree(ask("/api/facets/hashtag?q=bridge").body());
    assertEquals(false, whole.get("partial").asBoolean(true));
    var limits = ServerOptions.Limits.DEFAULT;
    var options =
        ServerOptions.DEFAULT
            .onPort(0)
            .with(
                new ServerOptions.Limits(
                    limits.searches().within(Duration.ofNanos(1)),
                    limits.clients(),
                    limits.stop()));
    try (var hasty =
        SearchServer.of(searcher, options, new AllPages(searcher, Duration.ofNanos(1))).start()) {
      var there = "http://127.0.0.1:" + hasty.port() + "/api/facets/hashtag?q=bridge";
      var request = HttpRequest.newBuilder(URI.create(there)).build();
      var answer = CLIENT.send(request, BodyHandlers.ofString());
      assertTrue(json.readTree(answer.body()).get("partial").asBoolean(false), answer::body);
    }
  }
}
