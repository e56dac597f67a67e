package org.trawl.api;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes XML 1.0 of any text: characters that it cannot hold, such as control characters and
/// halves of surrogate pairs, become U+FFFD.
public final class XmlOut {
  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newFactory();

  private final XMLStreamWriter xml;

  /// A part of a document.
  public interface Part {
    void write() throws IOException;
  }

  private interface Step {
    void run() throws XMLStreamException;
  }

  public XmlOut(OutputStream out) throws IOException {
    try {
      xml = FACTORY.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private static void run(Step step) throws IOException {
    try {
      step.run();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  /// An element with others in it.
  ///
  /// @param attributes names and values in turn
  public void element(String name, Part content, String... attributes) throws IOException {
    run(() -> xml.writeCharacters("\n"));
    run(() -> xml.writeStartElement(name));
    attributes(attributes);
    content.write();
    run(xml::writeEndElement);
  }

  /// An element without content.
  public void empty(String name, String... attributes) throws IOException {
    run(() -> xml.writeCharacters("\n"));
    run(() -> xml.writeEmptyElement(name));
    attributes(attributes);
  }

  /// An element with a text.
  public void text(String name, String text, String... attributes) throws IOException {
    element(name, () -> run(() -> xml.writeCharacters(fit(text))), attributes);
  }

  private void attributes(String... attributes) throws IOException {
    for (int i = 0; i + 1 < attributes.length; i += 2) {
      var name = attributes[i];
      var value = fit(attributes[i + 1]);
      run(() -> xml.writeAttribute(name, value));
    }
  }

  public void finish() throws IOException {
    run(() -> xml.writeCharacters("\n"));
    run(xml::writeEndDocument);
    run(xml::flush);
  }

  private static String fit(String text) {
    if (text.codePoints().allMatch(XmlOut::isFit)) {
      return text;
    }
    var fit = new StringBuilder(text.length());
    text.codePoints().map(point -> isFit(point) ? point : 0xFFFD).forEach(fit::appendCodePoint);
    return fit.toString();
  }

  /// Whether XML 1.0 has a character.
  private static boolean isFit(int point) {
    return point == '\t'
        || point == '\n'
        || point == '\r'
        || (point >= 0x20 && point <= 0xD7FF)
        || (point >= 0xE000 && point <= 0xFFFD)
        || point >= 0x10000;
  }
}
