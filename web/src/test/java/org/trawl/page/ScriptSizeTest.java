package org.trawl.page;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// How much script a page loads. What one page alone needs is loaded by its template and counts
/// there only.
class ScriptSizeTest {
  private static final int MOST_LINES = 1500;
  private static final Path SCRIPTS = Path.of("src/main/resources/org/trawl/page/site/static");
  private static final Path TEMPLATES = Path.of("src/main/jte");
  private static final Pattern IMPORTED = Pattern.compile("from \"\\./(\\w+\\.js)\"");

  /// What the layout loads on some kinds of pages.
  private static final Pattern ONLY_SOME = Pattern.compile("@if\\(kind.*?@endif", Pattern.DOTALL);

  private static final Pattern LOADED =
      Pattern.compile("<script[^>]*site\\.asset\\(\"(\\w+\\.js)\"\\)");

  @Test
  void noPageLoadsMoreThanTheStyleGuideAllows() throws IOException {
    var layout = Files.readString(TEMPLATES.resolve("layout.jte"));
    var everywhere = new HashSet<String>();
    for (var script : loaded(ONLY_SOME.matcher(layout).replaceAll(""))) {
      collect(script, everywhere);
    }
    for (var some : ONLY_SOME.matcher(layout).results().toList()) {
      for (var script : loaded(some.group())) {
        assertFew(script, everywhere, Set.of(script));
      }
    }
    try (var templates = Files.list(TEMPLATES)) {
      for (var template : templates.toList()) {
        if (!template.endsWith("layout.jte")) {
          assertFew(
              template.getFileName().toString(), everywhere, loaded(Files.readString(template)));
        }
      }
    }
    assertTrue(everywhere.contains("navigate.js"), "imports are followed");
  }

  private static void assertFew(String page, Set<String> everywhere, Set<String> besides)
      throws IOException {
    var scripts = new HashSet<>(everywhere);
    for (var script : besides) {
      collect(script, scripts);
    }
    var lines = 0;
    for (var script : scripts) {
      lines += Files.readAllLines(SCRIPTS.resolve(script)).size();
    }
    assertTrue(lines <= MOST_LINES, page + " loads " + lines + " lines");
  }

  private static Set<String> loaded(String template) {
    var scripts = new HashSet<String>();
    var found = LOADED.matcher(template);
    while (found.find()) {
      scripts.add(found.group(1));
    }
    return scripts;
  }

  private static void collect(String script, Set<String> scripts) throws IOException {
    if (scripts.add(script)) {
      var imports = IMPORTED.matcher(Files.readString(SCRIPTS.resolve(script)));
      while (imports.find()) {
        collect(imports.group(1), scripts);
      }
    }
  }
}
