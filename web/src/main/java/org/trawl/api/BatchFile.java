package org.trawl.api;

import static java.util.Objects.requireNonNull;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Many searches, one a line. Each line is read by itself, so that a broken one spoils no other;
/// empty lines are left out.
public final class BatchFile {
  /// What a line is called by its writer; it is no part of the search, and stands in the answer.
  private static final String LABEL = "label";

  /// A line that is a single cell in quotes.
  private static final Pattern CELL = Pattern.compile("\\s*\"(?:[^\"]|\"\")*+\"\\s*");

  /// The most characters of a line.
  private static final int MAX_LINE = 1 << 20;

  private final BufferedReader lines;
  private final BatchFormat format;
  private @Nullable List<String> header;
  private char separator = ',';
  private int number;

  /// @param lines read as far as asked for
  public BatchFile(BufferedReader lines, BatchFormat format) {
    this.lines = lines;
    this.format = format;
  }

  /// One line of a batch.
  ///
  /// @param number its place in the file, from 1
  /// @param parameters of the search
  /// @param said what of it stands in its answer
  /// @param fault why it is none, in words
  public record Line(
      int number, Map<String, List<String>> parameters, Said said, Optional<String> fault) {
    public Line {
      requireNonNull(said, "said");
      requireNonNull(parameters, "parameters");
      requireNonNull(fault, "fault");
    }
  }

  /// What of a line stands in its answer.
  ///
  /// @param query as it stood in the file; of a line that cannot be read, the whole line
  /// @param label what its writer calls it, else empty
  /// @param note how it was read where it could be read otherwise, else empty
  public record Said(String query, String label, String note) {
    public Said {
      requireNonNull(query, "query");
      requireNonNull(label, "label");
      requireNonNull(note, "note");
    }
  }

  /// The next line; empty after the last.
  public Optional<Line> next() throws IOException {
    for (var text = lines.readLine(); text != null; text = lines.readLine()) {
      number++;
      var line = number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
      boolean isHeader = number == 1 && format == BatchFormat.CSV && isHeader(line);
      if (!isHeader && !line.isBlank()) {
        return Optional.of(read(line));
      }
    }
    return Optional.empty();
  }

  private boolean isHeader(String line) {
    if (line.isBlank() || line.length() > MAX_LINE) {
      return false;
    }
    // Spreadsheets of half the world write semicolons, and many programs tabs.
    for (char sign : new char[] {',', '\t', ';'}) {
      var names = names(line, sign);
      if (names.contains("q")) {
        header = names;
        separator = sign;
        return true;
      }
    }
    return false;
  }

  private static List<String> names(String line, char sign) {
    try {
      return cells(line, sign).stream().map(cell -> name(cell.strip())).toList();
    } catch (CsvParseException e) {
      // A query may well begin with a quote, and go on behind the second.
      return List.of();
    }
  }

  private static String name(String typed) {
    if (typed.equalsIgnoreCase("query") || typed.equalsIgnoreCase("q")) {
      return "q";
    }
    return typed.equalsIgnoreCase(LABEL) ? LABEL : typed;
  }

  private Line read(String line) {
    if (line.length() > MAX_LINE) {
      return broken(line, "the line is longer than " + MAX_LINE + " characters");
    }
    try {
      return switch (format) {
        case CSV -> header == null ? good(line) : named(header, line);
        case JSONL -> json(Json.MAPPER.readTree(line), line);
      };
    } catch (CsvParseException e) {
      return broken(
          line, "the line is not CSV: look for a quote that is not closed or not doubled");
    } catch (JacksonException e) {
      return broken(line, "the line is not JSON");
    }
  }

  private static List<String> cells(String line, char sign) {
    try (var records =
        CsvReader.builder().fieldSeparator(sign).allowUnclosedQuote(false).ofCsvRecord(line)) {
      return records.iterator().next().getFields();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("a text cannot fail to be read", e);
    }
  }

  /// Where queries are the only column nothing parts a line, so that a line that is no single cell
  /// in quotes is a query as it would be typed, commas and all.
  private Line named(List<String> names, String line) {
    if (names.size() == 1) {
      return CELL.matcher(line).matches() ? unquoted(line) : good(line);
    }
    var cells = cells(line, separator);
    if (cells.size() > names.size()) {
      return broken(
          line,
          "the line has "
              + cells.size()
              + " cells and the header "
              + names.size()
              + "; a query with "
              + (separator == ',' ? "commas" : separator == ';' ? "semicolons" : "tabs")
              + " stands in quotes");
    }
    var parameters = new LinkedHashMap<String, List<String>>();
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).isBlank()) {
        parameters.computeIfAbsent(names.get(i), key -> new ArrayList<>()).add(cells.get(i));
      }
    }
    return good(parameters);
  }

  /// What stands in the quotes of a cell. They would be a part of the query without a header, which
  /// must be said: the numbers differ.
  private Line unquoted(String line) {
    var stripped = line.strip();
    var query = stripped.substring(1, stripped.length() - 1).replace("\"\"", "\"");
    var note =
        "the quotes around the line are those of CSV, as the file has a header: the query is "
            + ParameterReader.cut(query)
            + " without them; three quotes at each end are a phrase";
    return new Line(
        number, Map.of("q", List.of(query)), new Said(line, "", note), Optional.empty());
  }

  private Line json(JsonNode json, String line) {
    if (json.isString()) {
      return good(json.asString());
    }
    if (!json.isObject()) {
      return broken(line, "the line is neither a JSON object nor a JSON string");
    }
    var parameters = new LinkedHashMap<String, List<String>>();
    for (var field : json.properties()) {
      var values = new ArrayList<String>();
      if (field.getValue().isArray()) {
        field.getValue().forEach(value -> values.add(value.asString("")));
      } else {
        values.add(field.getValue().asString(""));
      }
      parameters.put(name(field.getKey()), values);
    }
    return good(parameters);
  }

  private Line good(String query) {
    return good(Map.of("q", List.of(query)));
  }

  private Line good(Map<String, List<String>> all) {
    var parameters = new LinkedHashMap<>(all);
    var label = parameters.remove(LABEL);
    var query = parameters.getOrDefault("q", List.of()).stream().findFirst().orElse("");
    var said = new Said(query, label == null ? "" : String.join(", ", label), "");
    return new Line(number, parameters, said, Optional.empty());
  }

  private Line broken(String line, String fault) {
    return new Line(number, Map.of(), new Said(line, "", ""), Optional.of(fault));
  }
}
