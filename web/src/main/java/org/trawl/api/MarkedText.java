package org.trawl.api;

import java.util.List;
import org.trawl.search.SearchResult.Span;

/// A tweet's text as HTML whose only tag is `<mark>`: whatever a tweet says, it stays text.
final class MarkedText {
  private MarkedText() {}

  static String html(String text, List<Span> marks) {
    var out = new StringBuilder(text.length() + 16 + marks.size() * 13);
    int at = 0;
    for (var mark : marks) {
      escape(text, at, mark.start(), out);
      out.append("<mark>");
      escape(text, mark.start(), mark.end(), out);
      out.append("</mark>");
      at = mark.end();
    }
    escape(text, at, text.length(), out);
    return out.toString();
  }

  private static void escape(String text, int start, int end, StringBuilder out) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
  }
}
