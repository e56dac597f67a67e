package org.trawl.page;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trawl.page.analysis.AllPages;
import org.trawl.search.QueryRefused;
import org.trawl.search.TweetSearch;
import org.trawl.web.SearchServer;
import org.trawl.web.ServerOptions;

/// The system's Chromium in front of a server of a small archive. Where there is no Chromium, tests
/// are skipped, and in CI they fail.
final class Chromium implements AutoCloseable {
  /// `./verify` looks for the program where each system has it.
  private static final Path EXECUTABLE =
      Path.of(
          java.util.Objects.requireNonNullElse(
              System.getenv("TRAWL_CHROMIUM"), "/usr/bin/chromium"));

  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          // All pages are of one server. A process for each would take half a second to start.
          "--renderer-process-limit=1",
          "--disable-site-isolation-trials");

  private final Path folder;
  private final TweetSearch searcher;
  private final SearchServer server;
  private final Playwright playwright;
  private final Browser browser;
  private final List<String> complaints = new ArrayList<>();

  /// Makes an index in a folder and opens it.
  interface Archive {
    TweetSearch open(Path folder) throws IOException;
  }

  private Chromium(Archive archive) throws IOException {
    folder = Files.createTempDirectory("trawl-pages");
    searcher = archive.open(folder);
    var pages = new AllPages(searcher, Duration.ofSeconds(10));
    server = SearchServer.of(searcher, ServerOptions.DEFAULT.onPort(0), pages).start();
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(new LaunchOptions().setExecutablePath(EXECUTABLE).setArgs(ARGUMENTS));
    // As `trawl serve` does: else the first page would wait for what is read once.
    try {
      server.warmUp();
    } catch (QueryRefused e) {
      throw new IllegalStateException(e);
    }
  }

  /// Starts both.
  static Chromium start() throws IOException {
    return start(SmallArchive::open);
  }

  private static @Nullable Chromium shared;

  /// Both, started once for all tests of this JVM, which ends them.
  static synchronized Chromium shared() throws IOException {
    if (shared == null) {
      var started = start();
      Runtime.getRuntime().addShutdownHook(new Thread(started::end));
      shared = started;
    }
    return shared;
  }

  private void end() {
    try {
      close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Starts both with another archive.
  static Chromium start(Archive archive) throws IOException {
    var found = Files.isExecutable(EXECUTABLE);
    assumeTrue(found || "true".equals(System.getenv("CI")), "no Chromium at " + EXECUTABLE);
    return new Chromium(archive);
  }

  /// How a reader looks at the pages.
  record Reader(int width, int height, boolean dark, boolean scripts) {
    static final Reader DESK = new Reader(1360, 900, false, true);
    static final Reader PHONE = new Reader(390, 844, false, true);

    Reader inTheDark() {
      return new Reader(width, height, true, scripts);
    }

    Reader withoutScripts() {
      return new Reader(width, height, dark, false);
    }
  }

  /// An empty page of a reader of their own. What the page complains about, the content security
  /// policy included, is kept for [#complaints].
  Page open(Reader reader) {
    var scheme =
        reader.dark()
            ? com.microsoft.playwright.options.ColorScheme.DARK
            : com.microsoft.playwright.options.ColorScheme.LIGHT;
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setBaseURL("http://127.0.0.1:" + server.port())
                .setViewportSize(reader.width(), reader.height())
                .setColorScheme(scheme)
                .setHasTouch(reader.width() < 600)
                .setLocale("en-GB")
                .setPermissions(List.of("clipboard-read", "clipboard-write"))
                .setJavaScriptEnabled(reader.scripts()));
    // A search that finds nothing may take all of its budget to say why, and machines are busy.
    context.setDefaultTimeout(30_000);
    var page = context.newPage();
    page.onPageError(complaints::add);
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") && !message.text().contains("status of 40")) {
        complaints.add(message.text());
      }
    });
    page.onDialog(dialog -> {
      complaints.add("a dialog opened: " + dialog.message());
      dialog.dismiss();
    });
    return page;
  }

  /// A page at an address, for a reader of their own.
  Page open(Reader reader, String address) {
    var page = open(reader);
    page.navigate(address);
    return page;
  }

  /// The whole address of a path, for other clients.
  String address(String path) {
    return "http://127.0.0.1:" + server.port() + path;
  }

  /// Closes the pages of all readers.
  void closePages() {
    List.copyOf(browser.contexts()).forEach(BrowserContext::close);
  }

  /// What pages complained about since the last call.
  List<String> complaints() {
    var out = List.copyOf(complaints);
    complaints.clear();
    return out;
  }

  @Override
  public void close() throws IOException {
    playwright.close();
    server.close();
    searcher.close();
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
