package org.trawl.page.analysis;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.trawl.page.SearchAddress.Field;
import org.trawl.page.TakeAway;

/// The page that compares searches.
///
/// @param faults what is wrong with what was asked, for people
/// @param chips what is chosen beside all searches
/// @param answer empty if nothing was asked or it has faults
public record CompareView(
    String title, Form form, List<String> faults, List<Chip> chips, Optional<Answer> answer) {
  public CompareView {
    requireNonNull(title, "title");
    requireNonNull(form, "form");
    faults = List.copyOf(faults);
    chips = List.copyOf(chips);
    requireNonNull(answer, "answer");
  }

  /// What can be changed.
  ///
  /// @param boxes one for each search, and room for more
  /// @param kept what is chosen beside the searches
  public record Form(
      List<Box> boxes,
      List<Choice> wholes,
      List<Choice> intervals,
      boolean share,
      boolean bars,
      List<Field> kept) {
    public Form {
      boxes = List.copyOf(boxes);
      wholes = List.copyOf(wholes);
      intervals = List.copyOf(intervals);
      kept = List.copyOf(kept);
    }
  }

  /// A box for a search.
  ///
  /// @param number from 1
  public record Box(int number, String text) {}

  /// One value of a menu.
  public record Choice(String value, String label, boolean chosen) {}

  /// What holds for all searches, and how to do without it.
  public record Chip(String of, String value, String remove) {}

  /// A number and the search that gives it.
  public record Link(String text, String href) {}

  /// What was found.
  ///
  /// @param notes what must be known of the numbers
  /// @param whole what shares are of, such as `all tweets of the archive`
  /// @param rows one for each search
  /// @param pairs one for each two searches
  public record Answer(
      Optional<CompareChart> chart,
      List<String> notes,
      String whole,
      List<Row> rows,
      List<Pair> pairs,
      List<Period> periods,
      String zone,
      Links links) {
    public Answer {
      requireNonNull(chart, "chart");
      notes = List.copyOf(notes);
      rows = List.copyOf(rows);
      pairs = List.copyOf(pairs);
      periods = List.copyOf(periods);
    }
  }

  /// The same elsewhere.
  ///
  /// @param away the chart as a drawing
  public record Links(String json, String csv, TakeAway away) {}

  /// One of the searches.
  ///
  /// @param number from 1
  /// @param first empty if there are no tweets; so are the others
  /// @param whole the total of what the share is of
  public record Row(
      int number,
      String query,
      String reading,
      Link total,
      Link accounts,
      Optional<Link> first,
      Optional<Link> last,
      Optional<Link> peak,
      String share,
      Link whole) {}

  /// What two searches have in common, and what each has alone.
  public record Pair(
      int a, int b, String queryA, String queryB, Link both, Link onlyA, Link onlyB) {}

  /// A row of the table twin.
  ///
  /// @param since the begin as addresses write it
  /// @param narrow the comparison of this period alone
  public record Period(String since, String until, Link narrow, List<Cell> cells) {
    public Period {
      cells = List.copyOf(cells);
    }
  }

  /// The tweets of one search in a period.
  ///
  /// @param share empty where the whole has no tweets
  /// @param whole where the share is of
  public record Cell(long count, Link total, String share, String whole) {}
}
