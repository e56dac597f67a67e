package org.trawl.page.chart;

/// The colours of a drawing. A drawing stands alone, so they are those of the page, written out.
public enum Theme {
  LIGHT(
      "#ffffff",
      "#1b1b1a",
      "#5a5852",
      "#dedad0",
      "#3d8698",
      new String[] {
        "#0a5f73", "#b0440c", "#5b3a9e", "#3a7a22", "#b0305c", "#2457b8", "#7a5c00", "#55524c"
      },
      new String[] {"#eef2f3", "#b9d3da", "#83b1bd", "#4d8fa0", "#0a5f73"}),
  DARK(
      "#15171a",
      "#e7e5df",
      "#a9a79f",
      "#32363c",
      "#4d9db1",
      new String[] {
        "#6fc3d8", "#f2a06a", "#b9a3f2", "#8fd06f", "#f48db3", "#8ab4ff", "#e0c25a", "#c3c0b8"
      },
      new String[] {"#1f2428", "#24424b", "#31626f", "#458a9b", "#6fc3d8"});

  private final String paper;
  private final String ink;
  private final String soft;
  private final String rule;
  private final String bar;

  @SuppressWarnings("ImmutableEnumChecker") // never written to
  private final String[] series;

  @SuppressWarnings("ImmutableEnumChecker") // never written to
  private final String[] levels;

  Theme(
      String paper,
      String ink,
      String soft,
      String rule,
      String bar,
      String[] series,
      String[] levels) {
    this.paper = paper;
    this.ink = ink;
    this.soft = soft;
    this.rule = rule;
    this.bar = bar;
    this.series = series;
    this.levels = levels;
  }

  String paper() {
    return paper;
  }

  /// Of titles.
  public String ink() {
    return ink;
  }

  /// Of labels.
  public String soft() {
    return soft;
  }

  /// Of lines across.
  public String rule() {
    return rule;
  }

  /// Of the bars of a single search.
  public String bar() {
    return bar;
  }

  /// Of one search among several.
  ///
  /// @param number from 1 to 8
  public String series(int number) {
    return series[number - 1];
  }

  /// Of how much there is.
  ///
  /// @param level from 0, nothing, to 4
  public String level(int level) {
    return levels[level];
  }
}
