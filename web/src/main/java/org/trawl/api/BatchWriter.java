package org.trawl.api;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import org.trawl.api.BatchAnswer.Outcome;
import org.trawl.api.Problem.Fault;

/// Writes the answers of a batch, each as soon as it is there.
public sealed interface BatchWriter {
  void write(BatchAnswer answer) throws IOException;

  /// As a table. Queries and labels stand as they were given, unless they are to be [SafeCell]s.
  final class Csv implements BatchWriter {
    private final CsvWriter csv;
    private final boolean guarded;

    Csv(OutputStream out, boolean guarded) throws IOException {
      this.guarded = guarded;
      csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
      csv.writeRecord(
          "line",
          "query",
          "total",
          "accounts",
          "reading",
          "error",
          "position",
          "length",
          "suggestion",
          "mended",
          "label",
          "note");
      csv.flush();
    }

    @Override
    public void write(BatchAnswer answer) throws IOException {
      switch (answer.outcome()) {
        case Outcome.Found(var reading, long total, long accounts, boolean partial) ->
            csv.writeRecord(
                Integer.toString(answer.line()),
                given(answer.query()),
                Long.toString(total),
                Long.toString(accounts),
                SafeCell.of(reading),
                partial ? "the search ran out of time: there are more" : "",
                "",
                "",
                "",
                "",
                given(answer.label()),
                answer.note());
        case Outcome.Failed(var problem) -> {
          var fault = answer.fault().orElseGet(() -> Fault.of("line", problem.detail()));
          csv.writeRecord(
              Integer.toString(answer.line()),
              given(answer.query()),
              "",
              "",
              "",
              SafeCell.of(fault.detail()),
              fault.spot().map(spot -> Integer.toString(spot.position())).orElse(""),
              fault.spot().map(spot -> Integer.toString(spot.length())).orElse(""),
              fault.suggestion().orElse(""),
              given(fault.mended().orElse("")),
              given(answer.label()),
              answer.note());
        }
      }
      csv.flush();
    }

    private String given(String text) {
      return guarded ? SafeCell.of(text) : text;
    }
  }

  /// As one JSON object a line.
  final class Jsonl implements BatchWriter {
    private final OutputStream out;

    Jsonl(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(BatchAnswer answer) throws IOException {
      var json = new LinkedHashMap<String, Object>();
      json.put("line", answer.line());
      if (!answer.label().isEmpty()) {
        json.put("label", answer.label());
      }
      json.put("query", answer.query());
      if (!answer.note().isEmpty()) {
        json.put("note", answer.note());
      }
      switch (answer.outcome()) {
        case Outcome.Found(var reading, long total, long accounts, boolean partial) -> {
          json.put("reading", reading);
          json.put("total", total);
          json.put("accounts", accounts);
          json.put("partial", partial);
        }
        case Outcome.Failed(var problem) -> json.put("error", problem.json());
      }
      out.write(Json.bytes(json));
      out.write('\n');
      out.flush();
    }
  }
}
