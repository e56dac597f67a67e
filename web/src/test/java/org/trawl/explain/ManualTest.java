package org.trawl.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.trawl.query.Operator;
import org.trawl.query.QueryParser;

/// What the manual of the query language says about a query is how the query is read.
final class ManualTest {
  private static final Path MANUAL = Path.of("../docs/query-language.md");

  /// A row of a table whose first cell is a query.
  ///
  /// @param kind what the table's second column says
  /// @param cells the cells, as written without Markdown's escapes
  private record Example(String kind, List<String> cells) {
    String query() {
      return code(cells.getFirst());
    }

    static String code(String cell) {
      assertTrue(cell.matches("`[^`]+`"), () -> cell + " is no code");
      return cell.substring(1, cell.length() - 1);
    }
  }

  @TestFactory
  Stream<DynamicTest> everyExampleIsReadAsTheManualSays() throws IOException {
    return examples().stream()
        .map(example -> DynamicTest.dynamicTest(example.query(), () -> check(example)));
  }

  @Test
  void everyOperatorAndEveryOtherNameHasAnExample() throws IOException {
    var queries = examples().stream().map(Example::query).toList();
    var missing = new ArrayList<String>();
    for (var operator : Operator.values()) {
      Stream.concat(Stream.of(operator.key()), operator.aliases().stream())
          .filter(name -> queries.stream().noneMatch(q -> q.startsWith(name + ":")))
          .forEach(missing::add);
    }
    assertEquals(List.of(), missing);
  }

  private static void check(Example example) {
    var parsed = QueryParser.parse(example.query());
    var second = example.cells().get(1);
    switch (example.kind()) {
      case "read as" -> {
        assertEquals(List.of(), parsed.problems());
        assertEquals(List.of(), parsed.hints());
        assertEquals(second, Reading.of(parsed.ast()));
      }
      case "same as" -> {
        var plain = QueryParser.parse(Example.code(second));
        assertEquals(List.of(), plain.problems());
        assertEquals(List.of(), parsed.problems());
        assertEquals(plain.ast(), parsed.ast());
      }
      case "said" -> {
        assertEquals(
            List.of(second),
            parsed.problems().stream().map(problem -> ProblemText.of(problem).message()).toList());
        var mended = parsed.problems().getFirst().mend().map(mend -> mend.apply(parsed.text()));
        var third = example.cells().get(2);
        assertEquals(third, mended.map(query -> "`" + query.strip() + "`").orElse("none"));
        mended.ifPresent(query -> assertEquals(List.of(), QueryParser.parse(query).problems()));
      }
      case "hint" -> {
        assertEquals(List.of(), parsed.problems());
        assertEquals(List.of(second), parsed.hints().stream().map(HintText::of).toList());
      }
      default -> throw new AssertionError("a table of unknown kind: " + example.kind());
    }
  }

  private static List<Example> examples() throws IOException {
    var examples = new ArrayList<Example>();
    var kind = "";
    for (var line : Files.readAllLines(MANUAL)) {
      if (!line.startsWith("| ") || line.startsWith("| ---")) {
        continue;
      }
      var cells =
          Stream.of(line.split("(?<!\\\\)\\|"))
              .skip(1)
              .map(cell -> cell.strip().replace("\\|", "|"))
              .toList();
      if (cells.getFirst().equals("written")) {
        kind = cells.get(1);
      } else {
        examples.add(new Example(kind, cells));
      }
    }
    return examples;
  }
}
