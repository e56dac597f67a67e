package org.trawl;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What the documents and the descriptions of packages say of the code is so: its packages, who
/// uses whom, the names of its classes.
class DocumentsTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final List<String> MODULES = List.of("indexer", "searcher", "web", "bench");
  private static final Pattern CODE = Pattern.compile("`([A-Z][a-z0-9]+[A-Z][A-Za-z0-9]*)`");
  private static final Pattern LINK = Pattern.compile("\\[`(\\w+)`]\\(([^)#]+)\\)");
  private static final Pattern REFERENCE = Pattern.compile("\\[org\\.trawl\\.([\\w.]+)]");
  private static final Pattern ENTRY = Pattern.compile("`([A-Z]\\w+)`");
  private static final Pattern CITED = Pattern.compile("docs/[\\w/-]+\\.md");

  /// Names of other projects, or of their settings.
  private static final Set<String> OTHERS =
      Set.of(
          "DirectSpellChecker",
          "DynamicUser",
          "FixedBitSet",
          "FreqInlineSize",
          "LongField",
          "MemoryDenyWriteExecute",
          "NaN",
          "SortedSetDocValuesFacetCounts",
          "SortedSetDocValuesFacetField",
          "StandardAnalyzer",
          "UnifiedHighlighter",
          "UseTransparentHugePages");

  private static final List<Path> SOURCES = new ArrayList<>();

  @BeforeAll
  static void findSources() throws IOException {
    for (var module : MODULES) {
      try (var files = Files.walk(ROOT.resolve(module).resolve("src"))) {
        files.filter(file -> file.toString().endsWith(".java")).forEach(SOURCES::add);
      }
    }
    assertTrue(SOURCES.size() > 500, "the sources were not found");
  }

  private static List<Path> documents() throws IOException {
    try (var docs = Files.walk(ROOT.resolve("docs"));
        var top = Files.list(ROOT)) {
      return Stream.concat(
              Stream.concat(docs, top), Stream.of(ROOT.resolve("bench").resolve("README.md")))
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .toList();
    }
  }

  private static List<Path> packageInfos() {
    return SOURCES.stream()
        .filter(file -> file.endsWith("package-info.java") && file.toString().contains("main"))
        .toList();
  }

  private static String name(Path source) {
    return source.getFileName().toString().replace(".java", "");
  }

  /// The package of a source, without `org.trawl`.
  private static String packageOf(Path source) {
    var path = source.getParent().toString().replace('\\', '/');
    return path.substring(path.indexOf("org/trawl/") + "org/trawl/".length()).replace('/', '.');
  }

  /// The packages of main code with the module of each.
  private static Map<String, String> packages() {
    var packages = new TreeMap<String, String>();
    for (var info : packageInfos()) {
      packages.put(packageOf(info), ROOT.relativize(info).getName(0).toString());
    }
    return packages;
  }

  private static String architecture() throws IOException {
    return Files.readString(ROOT.resolve("docs").resolve("architecture.md"));
  }

  @Test
  void theTableHasEveryPackageInItsModule() throws IOException {
    var table = architecture().replaceAll("(?s).*\\| module \\| package \\|", "");
    var told = new TreeMap<String, String>();
    var module = "";
    for (var line : table.substring(0, table.indexOf("\n\n")).lines().skip(2).toList()) {
      var cells = line.split("\\|", -1);
      module = cells[1].isBlank() ? module : cells[1].strip();
      told.put(cells[2].strip().replace("`", ""), module);
    }
    assertEquals(packages(), told);
  }

  /// The packages of each row of the picture, from the top.
  private static List<List<String>> rows() throws IOException {
    var text = architecture();
    int start = text.indexOf("```text");
    var rows = new ArrayList<List<String>>();
    for (var line : text.substring(start, text.indexOf("\n```", start)).lines().skip(3).toList()) {
      rows.add(List.of(line.split("│", -1)[1].strip().split(" +")));
    }
    return rows;
  }

  @Test
  void thePictureHasEveryPackageAboveAllItUses() throws IOException {
    var rowOf = new HashMap<String, Integer>();
    var rows = rows();
    for (int row = 0; row < rows.size(); row++) {
      for (var name : rows.get(row)) {
        rowOf.put(name, row);
      }
    }
    assertEquals(packages().keySet(), new TreeSet<>(rowOf.keySet()));
    var upward = new TreeSet<String>();
    var classes = MainCode.classes();
    var types = classes.stream().map(MainCode::name).collect(Collectors.toSet());
    for (var type : classes) {
      var own = inTrawl(MainCode.name(type));
      for (var other : MainCode.named(type)) {
        var used = inTrawl(other);
        if (types.contains(other)
            && !used.equals(own)
            && requireNonNull(rowOf.get(used)) <= requireNonNull(rowOf.get(own))) {
          upward.add(own + " uses " + used);
        }
      }
    }
    assertEquals(Set.of(), upward);
  }

  /// The package of a type without `org.trawl`. What is generated of templates shows the records of
  /// all pages, and stands with the highest of them.
  private static String inTrawl(String type) {
    return MainCode.packageOf(type)
        .substring("org.trawl.".length())
        .replace("page.generated", "page.analysis");
  }

  @Test
  void namesOfClassesInDocumentsAreThoseOfTheCode() throws IOException {
    var known = SOURCES.stream().map(DocumentsTest::name).collect(Collectors.toSet());
    var unknown = new TreeSet<String>();
    int seen = 0;
    for (var document : documents()) {
      var text = Files.readString(document);
      for (var found : CODE.matcher(text).results().toList()) {
        seen++;
        if (!known.contains(found.group(1)) && !OTHERS.contains(found.group(1))) {
          unknown.add(found.group(1) + " in " + ROOT.relativize(document));
        }
      }
      for (var found : LINK.matcher(text).results().toList()) {
        var linked = document.getParent().resolve(found.group(2)).normalize();
        if (linked.toString().endsWith(".java")
            && (!Files.exists(linked) || !name(linked).equals(found.group(1)))) {
          unknown.add(found.group() + " in " + ROOT.relativize(document));
        }
      }
    }
    assertTrue(seen > 50, "the names were not found");
    assertEquals(Set.of(), unknown);
  }

  @Test
  void whereToLookNamesThePackageOfEachClass() throws IOException {
    var table = architecture().replaceAll("(?s).*\n## Where to look\n", "");
    var wrong = new ArrayList<String>();
    var rows = table.substring(0, table.indexOf("\n## ")).strip().lines().skip(2).toList();
    for (var row : rows) {
      var told = row.split("\\|", -1)[2].strip().replace("`", "");
      for (var found : LINK.matcher(row).results().toList()) {
        if (!packageOf(Path.of(found.group(2))).equals(told)) {
          wrong.add(found.group(1) + " is not in " + told);
        }
      }
    }
    assertTrue(rows.size() > 15, "the table was not found");
    assertEquals(List.of(), wrong);
  }

  @Test
  void descriptionsOfPackagesNameWhatIsThere() throws IOException {
    var types =
        SOURCES.stream()
            .map(source -> packageOf(source) + "." + name(source))
            .collect(Collectors.toSet());
    var missing = new TreeSet<String>();
    for (var info : packageInfos()) {
      var text = Files.readString(info);
      var own = packageOf(info);
      REFERENCE
          .matcher(text)
          .results()
          .map(found -> found.group(1))
          .filter(type -> !types.contains(type))
          .forEach(type -> missing.add(type + " in " + own));
      ENTRY
          .matcher(text)
          .results()
          .map(found -> own + "." + found.group(1))
          .filter(type -> !types.contains(type))
          .forEach(type -> missing.add(type + " in " + own));
      CITED
          .matcher(text)
          .results()
          .map(found -> found.group())
          .filter(file -> !Files.exists(ROOT.resolve(file)))
          .forEach(file -> missing.add(file + " in " + own));
    }
    assertEquals(packages().size(), packageInfos().size());
    assertEquals(Set.of(), missing);
  }
}
