package org.trawl.page.site;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/// The pages' icons. They stand in the page as a line each, as `<use>` makes a browser copy the
/// elements that it names for each of the hundred icons of a page of results: a sixth of all that
/// it does for that page (`docs/decisions/page.md`).
public enum Icon {
  ALL("M2 4v8M14 4v8M4 8h8M6 6 4 8l2 2M10 6l2 2-2 2"),
  ARCHIVE("M2.5 3h11v3h-11ZM3.5 6v7h9V6M6.5 8.5h3"),
  CLOSE("m4.5 4.5 7 7m0-7-7 7"),
  EARLIER("M9.5 4 5.5 8l4 4"),
  FILTER("M2 4h12M4.5 8h7M7 12h2"),
  LATER("m6.5 4 4 4-4 4"),
  LIKES("M8 13.5S2.5 10.3 2.5 6.3A2.8 2.8 0 0 1 8 5.2a2.8 2.8 0 0 1 5.5 1.1c0 4-5.5 7.2-5.5 7.2Z"),
  MINUS("M13.5 8a5.5 5.5 0 1 1-11 0 5.5 5.5 0 0 1 11 0ZM5.5 8h5"),
  OFF("M4.5 2.5h7a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2h-7a2 2 0 0 1-2-2v-7a2 2 0 0 1 2-2Z"),
  ON(OFF.path + "m.5 5.5 2 2.2L11 6"),
  OUT("M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0ZM10.5 10.5 14 14M5 7h4"),
  QUOTE("M6.5 4.5H3V8h3.5ZM6.5 8c0 2-.8 3.2-2.5 4M13 4.5H9.5V8H13ZM13 8c0 2-.8 3.2-2.5 4"),
  REPLY("M6 4 2.5 7.5 6 11M2.5 7.5H10a3.5 3.5 0 0 1 3.5 3.5v1.5"),
  RETWEET(
      "M2 6.5 4.5 4 7 6.5M4.5 4v6A1.5 1.5 0 0 0 6 11.5h3M14 9.5 11.5 12 9 9.5M11.5 12V6A1.5 1.5 0"
          + " 0 0 10 4.5H7"),
  SEARCH("M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0ZM10.5 10.5 14 14"),
  TWEET("M2.5 3.5h11v7H8l-3 3v-3H2.5Z"),
  UNDO("M4 6.5h5.5a3 3 0 0 1 0 6H6M6.5 4 4 6.5 6.5 9");

  private final String path;

  Icon(String path) {
    this.path = requireNonNull(path, "path");
  }

  /// The icon of a name in lower case, such as `retweet`.
  ///
  /// @throws IllegalArgumentException if there is none
  public static Icon of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  /// Its lines, as SVG's path data on 16 by 16 units.
  public String path() {
    return path;
  }
}
