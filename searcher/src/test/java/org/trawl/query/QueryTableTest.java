package org.trawl.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// `queries.txt` says how each of many queries is read. With `-Dupdate=true` the table is rewritten
/// from what the parser does, to be reviewed as a difference.
final class QueryTableTest {
  private static final Path TABLE = Path.of("src/test/resources/org/trawl/query/queries.txt");
  private static final String COLUMN = " │ ";

  record Line(String query, String tree, String notices) {
    @Override
    public String toString() {
      return query;
    }
  }

  @ParameterizedTest
  @MethodSource("table")
  void queryIsReadAsTheTableSays(Line row) {
    var parsed = QueryParser.parse(unescaped(row.query));
    assertEquals(row.tree, Dump.tree(parsed.ast()), row.query);
    assertEquals(row.notices, Dump.notices(parsed), row.query);
  }

  @ParameterizedTest
  @MethodSource("table")
  void printedTreeIsReadAsTheSameTree(Line row) {
    var ast = QueryParser.parse(unescaped(row.query)).ast();
    var printed = QueryPrinter.print(ast);
    var again = QueryParser.parse(printed);
    assertEquals(ast, again.ast(), printed);
    assertEquals(List.of(), again.problems(), printed);
  }

  @ParameterizedTest
  @MethodSource("table")
  void mendingOneProblemLeavesNoneOfItsKindThere(Line row) {
    var parsed = QueryParser.parse(unescaped(row.query));
    for (var problem : parsed.problems()) {
      problem
          .mend()
          .ifPresent(mend -> {
            var mended = mend.apply(parsed.text());
            var left = QueryParser.parse(mended).problems();
            assertTrue(
                left.size() < parsed.problems().size(),
                () -> row.query + " mended as " + mended + " still has " + left);
          });
    }
  }

  @Test
  void tableIsLong() throws IOException {
    assertTrue(table().size() >= 300, () -> "only so many rows");
  }

  static List<Line> table() throws IOException {
    var rows = new ArrayList<Line>();
    var lines = new ArrayList<String>();
    for (var line : Files.readAllLines(TABLE)) {
      if (line.isBlank() || line.startsWith("# ")) {
        lines.add(line);
        continue;
      }
      var cells = line.split(COLUMN, -1);
      var query = cells[0].strip();
      if (Boolean.getBoolean("update")) {
        var parsed = QueryParser.parse(unescaped(query));
        var notices = Dump.notices(parsed);
        rows.add(new Line(query, Dump.tree(parsed.ast()), notices));
      } else {
        rows.add(new Line(query, cells[1].strip(), cells.length > 2 ? cells[2].strip() : ""));
      }
      var last = rows.getLast();
      lines.add(query + COLUMN + last.tree + (last.notices.isEmpty() ? "" : COLUMN + last.notices));
    }
    if (Boolean.getBoolean("update")) {
      Files.write(TABLE, lines);
    }
    return rows;
  }

  /// In the table, `⟨201c⟩` is the character with that number, `⏎` a line's end, `␣` a space.
  static String unescaped(String cell) {
    var text = new StringBuilder();
    int at = 0;
    while (at < cell.length()) {
      char sign = cell.charAt(at);
      int close = sign == '⟨' ? cell.indexOf('⟩', at) : -1;
      if (close > 0) {
        text.appendCodePoint(Integer.parseInt(cell.substring(at + 1, close), 16));
        at = close + 1;
      } else {
        text.append(sign == '⏎' ? '\n' : sign == '␣' ? ' ' : sign);
        at++;
      }
    }
    return text.toString();
  }
}
