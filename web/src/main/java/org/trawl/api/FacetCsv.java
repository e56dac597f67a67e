package org.trawl.api;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.trawl.api.SearchJson.FacetValuesJson;
import org.trawl.search.Facet;

/// The values of a facet as a table. What someone else wrote stands as a [SafeCell]; a user id has
/// a letter before it, as programs that open a table take it for a number and round it.
public final class FacetCsv {
  private FacetCsv() {}

  public static String of(Facet facet, FacetValuesJson found) {
    var out = new StringWriter();
    try (var csv = CsvWriter.builder().build(out)) {
      csv.writeRecord("value", "label", "count");
      for (var value : found.values()) {
        boolean isId = facet == Facet.ACCOUNT && TwitterAddress.isNumber(value.value());
        csv.writeRecord(
            isId ? "u" + value.value() : SafeCell.of(value.value()),
            SafeCell.of(value.label()),
            Long.toString(value.count()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
