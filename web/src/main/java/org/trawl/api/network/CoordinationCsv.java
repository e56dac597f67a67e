package org.trawl.api.network;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import org.trawl.api.SafeCell;

/// Who acted together as a table: a row for each pair of each group. Names stand as [SafeCell]s; a
/// user id has a letter before it, as programs that open a table take it for a number and round it.
public final class CoordinationCsv {
  private CoordinationCsv() {}

  public static String of(CoordinationJson found) {
    var out = new StringWriter();
    try (var csv = CsvWriter.builder().build(out)) {
      csv.writeRecord(
          "group",
          "source",
          "source_label",
          "target",
          "target_label",
          "together",
          "expected",
          "items",
          "surprise",
          "group_surprise",
          "group_first",
          "group_last",
          "group_days");
      for (var group : found.groups()) {
        var labels = new HashMap<String, String>();
        group.members().forEach(member -> labels.put(member.id(), member.label()));
        for (var pair : group.pairs()) {
          csv.writeRecord(
              Integer.toString(group.group()),
              "u" + pair.source(),
              SafeCell.of(labels.getOrDefault(pair.source(), "")),
              "u" + pair.target(),
              SafeCell.of(labels.getOrDefault(pair.target(), "")),
              Integer.toString(pair.together()),
              Double.toString(pair.expected()),
              Integer.toString(pair.items()),
              Double.toString(pair.surprise()),
              Double.toString(group.surprise()),
              group.first(),
              group.last(),
              Integer.toString(group.days()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
