package org.trawl.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// `published.txt` lists queries that people published, each with its source and with the tree that
/// its author meant.
final class PublishedQueriesTest {
  private static final Path TABLE = Path.of("src/test/resources/org/trawl/query/published.txt");
  private static final String COLUMN = " │ ";

  /// Where a query is from.
  ///
  /// @param kind such as `archive`
  record Source(String kind, String title, String year, String address) {
    static Source of(String line) {
      var cells = line.substring("## ".length()).split(COLUMN, -1);
      assertEquals(4, cells.length, line);
      return new Source(cells[0], cells[1], cells[2], cells[3]);
    }
  }

  record Published(Source source, String query, String tree, String notices) {
    @Override
    public String toString() {
      return query;
    }
  }

  @ParameterizedTest
  @MethodSource("table")
  void queryIsReadAsItsAuthorMeant(Published row) {
    var parsed = QueryParser.parse(row.query);
    assertEquals(row.tree, Dump.tree(parsed.ast()), row.query);
    assertEquals(row.notices, Dump.notices(parsed), row.query);
    var printed = QueryPrinter.print(parsed.ast());
    assertEquals(parsed.ast(), QueryParser.parse(printed).ast(), printed);
  }

  @Test
  void everyQueryHasASource() throws IOException {
    for (var row : table()) {
      assertTrue(!row.source.title.isBlank(), row.query);
      assertTrue(row.source.year.matches("20[0-2][0-9]"), row.source.toString());
      assertTrue(row.source.address.startsWith("https://"), row.source.toString());
    }
  }

  @Test
  void thereAreEnoughOfEachKind() throws IOException {
    assertTrue(of("x").size() >= 120, "examples of X's operators");
    assertTrue(of("archive").size() >= 10, "queries on these archives");
    assertEquals(table().size(), new HashSet<>(table()).size(), "twice the same");
  }

  /// Whoever asks these archives asks for nothing that they do not hold.
  @Test
  void queriesOnTheseArchivesHaveNoProblems() throws IOException {
    for (var row : of("archive")) {
      assertEquals("", row.notices, row.query);
    }
  }

  private static List<Published> of(String kind) throws IOException {
    return table().stream().filter(row -> row.source.kind.equals(kind)).toList();
  }

  static List<Published> table() throws IOException {
    var rows = new ArrayList<Published>();
    Source source = null;
    for (var line : Files.readAllLines(TABLE)) {
      if (line.startsWith("## ")) {
        source = Source.of(line);
      } else if (!line.isBlank() && !line.startsWith("# ")) {
        var cells = line.split(COLUMN, -1);
        assertTrue(source != null && cells.length >= 2, line);
        rows.add(
            new Published(source, cells[0], cells[1].strip(), cells.length > 2 ? cells[2] : ""));
      }
    }
    return rows;
  }
}
