package org.trawl.query;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Any text is read as a query, with places inside of it, and what was read is printed so that it
/// is read as the same.
public final class QueryFuzz {
  private QueryFuzz() {}

  /// Tries one input.
  ///
  /// @throws AssertionError if a law is broken
  public static void fuzzerTestOneInput(byte[] input) {
    var text = new String(input, UTF_8);
    var parsed = QueryParser.parse(text);
    for (var problem : parsed.problems()) {
      inside(problem.span(), text);
    }
    // One of the mends, as each is another text to read.
    parsed.problems().stream()
        .flatMap(problem -> problem.mend().stream())
        .findFirst()
        .ifPresent(mend -> QueryParser.parse(mend.apply(text)));
    for (var hint : parsed.hints()) {
      inside(hint.span(), text);
    }
    var printed = QueryPrinter.print(parsed.ast());
    var again = QueryParser.parse(printed);
    if (!parsed.ast().equals(again.ast()) || !again.problems().isEmpty()) {
      throw new AssertionError(
          "“"
              + text
              + "” is "
              + parsed.ast()
              + ", printed “"
              + printed
              + "” is "
              + again.ast()
              + " with "
              + again.problems());
    }
  }

  private static void inside(TextSpan span, String text) {
    if (span.end() > text.length()) {
      throw new AssertionError(span + " is outside of “" + text + "”");
    }
  }
}
