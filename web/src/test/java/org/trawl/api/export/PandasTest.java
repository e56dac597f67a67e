package org.trawl.api.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Exports opened in pandas without any option: each id stands somewhere whole. Pandas is Debian's
/// `python3-pandas` with `python3-openpyxl`; the test is skipped where they are missing.
class PandasTest {
  private static final String PYTHON = "/usr/bin/python3";

  /// Prints all cells of a file as pandas has them.
  private static final String PRINT =
      """
      import sys, warnings
      warnings.simplefilter("ignore")
      import pandas as pd
      read = {
          "csv": pd.read_csv,
          "xlsx": pd.read_excel,
          "jsonl": lambda file: pd.read_json(file, lines=True),
      }
      for file in sys.argv[1:]:
          table = read[file.rsplit(".", 1)[1]](file)
          print(file.rsplit("/", 1)[1], *table.columns, sep="\\t")
          for row in table.itertuples(index=False):
              print(*row, sep="\\t")
      """;

  @TempDir private Path folder;

  private static String run(List<String> command) throws IOException, InterruptedException {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var says = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor(1, TimeUnit.MINUTES);
    assertEquals(0, process.exitValue(), says);
    return says;
  }

  private static boolean hasPandas() throws InterruptedException {
    try {
      return new ProcessBuilder(PYTHON, "-c", "import pandas, openpyxl").start().waitFor() == 0;
    } catch (IOException e) {
      return false; // No Python.
    }
  }

  @Test
  @Timeout(120)
  void eachIdStandsSomewhereWhole() throws Exception {
    assumeTrue(hasPandas(), "no pandas here: apt-get install python3-pandas python3-openpyxl");
    var files = new ArrayList<String>();
    try (var searcher = ExportedTables.open(folder)) {
      for (var format : List.of(ExportFormat.CSV, ExportFormat.XLSX, ExportFormat.JSONL)) {
        for (var ids : Ids.values()) {
          var name = ids.name().toLowerCase(Locale.ROOT) + "." + format.key();
          var options = ExportOptions.DEFAULT.withIds(ids);
          var to = ExportedTables.write(searcher, format, options, folder.resolve(name));
          files.add(to.toString());
        }
      }
    }
    var command = new ArrayList<>(List.of(PYTHON, "-c", PRINT));
    command.addAll(files);
    var tables = run(command).split("(?m)^(?=(?:plain|letter)\\.)");
    assertEquals(files.size(), tables.length);
    for (var table : tables) {
      var wanted = new ArrayList<>(ExportedTables.IDS);
      wanted.addAll(ExportedTables.USERS);
      wanted.addAll(
          List.of(ExportedTables.QUOTED, ExportedTables.RETWEETED, ExportedTables.REPLIED));
      wanted.removeIf(table::contains);
      assertEquals(List.of(), wanted, () -> "missing in " + table);
    }
  }
}
