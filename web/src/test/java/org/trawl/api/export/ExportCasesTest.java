package org.trawl.api.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trawl.api.Json;
import org.trawl.ingest.IndexOptions;
import org.trawl.ingest.IndexProgress;
import org.trawl.ingest.TweetIndexer;
import org.trawl.query.QueryAst;
import org.trawl.search.SearchRequest.Selection;
import org.trawl.search.SearchRequest.Sort;
import org.trawl.search.TweetSearch;
import org.trawl.web.Workbooks;

/// Issue 15, number 19: every text can be had back from every format.
class ExportCasesTest {
  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
  private static final List<ExportColumn> COLUMNS = List.of(ExportColumn.ID, ExportColumn.TEXT);

  @TempDir private Path folder;

  private static byte[] exported(TweetSearch searcher, ExportFormat format, ExportOptions options)
      throws Exception {
    var out = new ByteArrayOutputStream();
    var writer = format.open(out, options);
    searcher.export(new QueryAst.All(), Selection.NONE, Sort.OLDEST, writer);
    writer.finish();
    return out.toByteArray();
  }

  private static List<String> csv(byte[] file, String column) {
    return CsvReader.builder().ofNamedCsvRecord(new String(file, UTF_8)).stream()
        .map(row -> row.getField(column))
        .toList();
  }

  @Test
  void everyTextComesBackFromEveryFormat() throws Exception {
    var file = Path.of(System.getProperty("trawl.shared", "../shared"), "cases", "exports.csv");
    assumeTrue(Files.exists(file), "no shared cases");
    var index = folder.resolve("index");
    new TweetIndexer(IndexOptions.of(List.of(file), index), IndexProgress.SILENT).run();
    try (var searcher = TweetSearch.open(index)) {
      var texts = new ArrayList<String>();
      searcher.export(
          new QueryAst.All(),
          Selection.NONE,
          Sort.OLDEST,
          hit -> texts.add(hit.tweet().content().text()));
      var options = ExportOptions.DEFAULT.withColumns(COLUMNS);
      var guarded = csv(exported(searcher, ExportFormat.CSV, options), "text");
      assertEquals(
          texts.stream().map(ExportCasesTest::withPictures).toList(),
          guarded.stream().map(cell -> cell.startsWith("'") ? cell.substring(1) : cell).toList());
      var kept = exported(searcher, ExportFormat.CSV, options.withFormulas(true));
      assertEquals(texts, csv(kept, "text"));
      var lines = new String(exported(searcher, ExportFormat.JSONL, options), UTF_8).lines();
      assertEquals(
          texts, lines.map(line -> Json.MAPPER.readTree(line).get("text").asString()).toList());
      var rows = Workbooks.read(exported(searcher, ExportFormat.XLSX, options)).getFirst();
      var cells = rows.stream().skip(1).map(row -> row.size() > 1 ? unescaped(row.get(1)) : "");
      assertEquals(texts, cells.toList());
    }
  }

  private static String withPictures(String text) {
    var out = new StringBuilder();
    text.chars()
        .map(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r' ? 0x2400 + c : c)
        .forEach(c -> out.append((char) c));
    return out.toString();
  }

  /// As Excel reads a text.
  private static String unescaped(String cell) {
    return ESCAPED
        .matcher(cell)
        .replaceAll(found ->
            java.util.regex.Matcher.quoteReplacement(
                Character.toString(Integer.parseInt(found.group(1), 16))));
  }
}
