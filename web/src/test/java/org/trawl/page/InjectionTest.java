package org.trawl.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trawl.api.export.ExportColumn;
import org.trawl.api.export.ExportFormat;
import org.trawl.api.export.ExportOptions;
import org.trawl.page.Chromium.Reader;
import org.trawl.query.QueryParser;
import org.trawl.search.Facet;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchRequest.Sort;

/// Every field of a hostile tweet, and every part of a hostile address, is shown as text on every
/// page and is text in every export.
class InjectionTest {
  /// What only an attack could have put into a page.
  private static final String FOREIGN =
      """
      () => {
        const found = [];
        for (const element of document.querySelectorAll('*')) {
          if (/^(img|iframe|object|embed|base|meta\\[http)$/i.test(element.tagName)) {
            found.push(element.outerHTML);
          }
          for (const {name, value} of element.attributes) {
            const leads = ['href', 'src', 'action', 'formaction', 'xlink:href'].includes(name);
            if (name.startsWith('on') || name === 'srcdoc' || name === 'autofocus' && value !== ''
                || leads && !/^(https?:\\/\\/|[/?#]|$)/.test(value)) {
              found.push(element.tagName + ' ' + name + '=' + value);
            }
          }
        }
        for (const script of document.scripts) {
          if (!script.src.startsWith(location.origin + '/assets/')) {
            found.push(script.outerHTML);
          }
        }
        for (const style of document.querySelectorAll('style, [style]')) {
          found.push(style.outerHTML);
        }
        return found;
      }
      """;

  private static Chromium chromium;

  @BeforeAll
  static void start() throws IOException {
    chromium = Chromium.start(HostileArchive::open);
  }

  @AfterAll
  static void stop() throws IOException {
    if (chromium != null) {
      chromium.close();
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }

  private static void inert(Page page, String address) {
    page.navigate(address);
    assertEquals(List.of(), page.evaluate(FOREIGN), address);
    assertEquals(List.of(), chromium.complaints(), address);
  }

  @Test
  void everyFieldIsShownInertOnEveryPage() {
    var addresses = new ArrayList<>(List.of("/", "/?q=hostile&size=100", "/?q=hostile&view=table"));
    addresses.addAll(
        List.of("/?q=hostile&copies=collapse", "/archive", "/help", "/saved", "/lists"));
    addresses.add("/lists?list=" + SearchAddress.encode(SmallArchive.ATTACK + " @a #b"));
    for (var facet : Facet.values()) {
      addresses.add("/facets/" + facet.key() + "?q=hostile");
    }
    for (int i = 0; i < HostileArchive.ATTACKS.size(); i++) {
      addresses.add("/tweets/" + HostileArchive.id(i));
      addresses.add("/accounts/" + encode(HostileArchive.user(i)));
    }
    var page = chromium.open(Reader.DESK);
    for (var address : addresses) {
      inert(page, address);
    }
    page.context().close();
  }

  @Test
  void everyPartOfAnAddressIsShownInert() {
    var page = chromium.open(Reader.DESK);
    var addresses =
        List.of(
            "/?q=VALUE",
            "/?q=form:VALUE",
            "/?q=hostile&filter=hashtag:VALUE&exclude=client:VALUE",
            "/?q=hostile&filter=VALUE",
            "/?q=hostile&since=VALUE&until=VALUE",
            "/?q=hostile&sort=VALUE&view=VALUE&after=VALUE",
            "/facets/hashtag?q=hostile&contains=VALUE");
    // Every address with three attacks, every attack at three addresses or more.
    for (int i = 0; i < addresses.size(); i++) {
      for (int j = 0; j < 3; j++) {
        var attack = HostileArchive.ATTACKS.get((i + 2 * j) % 6);
        inert(page, addresses.get(i).replace("VALUE", encode(attack)));
      }
    }
    page.context().close();
  }

  @Test
  void suggestionsAreShownInert() {
    var page = chromium.open(Reader.DESK, "/");
    for (var typed : List.of("#", "@", "from:", "client:", "lang:", "#\"")) {
      page.locator("input[name=q], textarea[name=q]").first().fill("");
      page.locator("input[name=q], textarea[name=q]").first().pressSequentially(typed);
      page.waitForTimeout(300);
      assertEquals(List.of(), page.evaluate(FOREIGN), typed);
    }
    assertEquals(List.of(), chromium.complaints());
    page.context().close();
  }

  private static byte[] export(Path folder, ExportFormat format) throws Exception {
    var out = new ByteArrayOutputStream();
    try (var searcher = HostileArchive.open(folder)) {
      var writer = format.open(out, ExportOptions.DEFAULT);
      var query = QueryParser.parse("hostile").ast();
      searcher.export(query, Selection.NONE, Sort.OLDEST, writer);
      writer.finish();
    }
    return out.toByteArray();
  }

  @Test
  void noCellOfATableIsAFormula(@TempDir Path folder) throws Exception {
    var csv = new String(export(folder, ExportFormat.CSV), UTF_8);
    int rows = 0;
    try (var records = CsvReader.builder().ofNamedCsvRecord(csv)) {
      for (var row : records) {
        rows++;
        assertEquals(ExportColumn.values().length, row.getFieldCount());
        for (var field : row.getFields()) {
          assertFalse(field.matches("(?s)[=+@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20-].*"), field);
        }
      }
    }
    assertEquals(HostileArchive.ATTACKS.size(), rows);
  }

  @Test
  void everyLineOfJsonIsOneTweet(@TempDir Path folder) throws Exception {
    var lines = new String(export(folder, ExportFormat.JSONL), UTF_8).lines().toList();
    assertEquals(HostileArchive.ATTACKS.size(), lines.size());
    for (var line : lines) {
      assertTrue(line.startsWith("{") && line.endsWith("}"), line);
      assertTrue(line.chars().noneMatch(Character::isISOControl), line);
    }
  }
}
