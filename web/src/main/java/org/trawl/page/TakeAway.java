package org.trawl.page;

import static java.util.Objects.requireNonNull;

/// Where a chart is to be had.
///
/// @param svg the drawing in the colours of print
/// @param dark the drawing in light colours on dark
/// @param csv its numbers, or empty
/// @param embed the chart alone, for the frame of another site
public record TakeAway(String svg, String dark, String csv, String embed) {
  public TakeAway {
    requireNonNull(svg, "svg");
    requireNonNull(dark, "dark");
    requireNonNull(csv, "csv");
    requireNonNull(embed, "embed");
  }

  /// Of a drawing and the page that shows it.
  public static TakeAway of(String svg, String csv, String page) {
    return new TakeAway(
        svg, ChartPages.with(svg, "theme=dark"), csv, ChartPages.with(page, "embed=1"));
  }

  /// The timeline of a search.
  public static TakeAway timeline(SearchAddress address) {
    var search = address.without("after").without("trail").without("view").without("clauses");
    return of(search.href(ChartPages.SVG), search.href(ChartPages.CSV), search.href());
  }

  /// The days and hours of an account.
  ///
  /// @param account its id or handle
  public static TakeAway account(String account, SearchAddress zone) {
    var page = AccountLine.href(account) + SearchAddress.zoned(zone.zone());
    return of(ChartPages.accountHref(account, zone), "", page);
  }
}
