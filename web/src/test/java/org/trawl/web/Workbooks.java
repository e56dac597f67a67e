package org.trawl.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;

/// Reads workbooks with the JDK alone.
public final class Workbooks {
  private Workbooks() {}

  /// The cells of each sheet, row by row, empty ones left out.
  public static List<List<List<String>>> read(byte[] workbook)
      throws IOException, XMLStreamException {
    var sheets = new ArrayList<List<List<String>>>();
    for (int i = 1; !part(workbook, "xl/worksheets/sheet" + i + ".xml").isEmpty(); i++) {
      sheets.add(rows(part(workbook, "xl/worksheets/sheet" + i + ".xml")));
    }
    return sheets;
  }

  private static List<List<String>> rows(String xml) throws XMLStreamException {
    var rows = new ArrayList<List<String>>();
    var reader = XMLInputFactory.newDefaultFactory().createXMLStreamReader(new StringReader(xml));
    while (reader.hasNext()) {
      if (reader.next() == javax.xml.stream.XMLStreamConstants.START_ELEMENT) {
        switch (reader.getLocalName()) {
          case "row" -> rows.add(new ArrayList<>());
          case "t", "v" -> rows.getLast().add(reader.getElementText());
          default -> {}
        }
      }
    }
    return rows;
  }

  /// One file inside a workbook; empty if it has none of that name.
  public static String part(byte[] workbook, String name) throws IOException {
    var file = Files.createTempFile("trawl-test", ".xlsx");
    try (var zip = new ZipFile(Files.write(file, workbook).toFile())) {
      var entry = zip.getEntry(name);
      return entry == null ? "" : new String(zip.getInputStream(entry).readAllBytes(), UTF_8);
    } finally {
      Files.delete(file);
    }
  }
}
