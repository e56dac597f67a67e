package org.trawl.page.analysis;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.trawl.page.SearchAddress;
import org.trawl.page.SearchAddress.Field;
import org.trawl.page.analysis.CompareView.Choice;
import org.trawl.page.analysis.CompareView.Link;

/// The page that tells what is peculiar about the tweets of a search.
///
/// @param search whose tweets
/// @param says what is counted against what
/// @param faults what is wrong with what was asked, for people
/// @param lists one for each kind of value that has any
public record DistinctiveView(
    SearchAddress search,
    Link says,
    Link background,
    Form form,
    List<String> notes,
    List<String> faults,
    List<ValueList> lists) {
  public DistinctiveView {
    requireNonNull(search, "search");
    requireNonNull(says, "says");
    requireNonNull(background, "background");
    requireNonNull(form, "form");
    notes = List.copyOf(notes);
    faults = List.copyOf(faults);
    lists = List.copyOf(lists);
  }

  /// What can be changed.
  ///
  /// @param other the query that the tweets are held against, if it is one
  /// @param kept the search itself
  public record Form(List<Choice> against, String other, List<Choice> kinds, List<Field> kept) {
    public Form {
      against = List.copyOf(against);
      kinds = List.copyOf(kinds);
      kept = List.copyOf(kept);
    }
  }

  /// The values of one kind.
  ///
  /// @param key of the kind, such as `hashtag`
  /// @param more where more of them are; empty if these are all that are shown
  /// @param json the request that gives the same
  public record ValueList(String key, String title, List<Value> values, String more, String json) {
    public ValueList {
      values = List.copyOf(values);
    }
  }

  /// One value, its tweets of the search and of the background.
  ///
  /// @param times how many times as frequent it is, such as `12 ×`
  public record Value(String label, Link count, Link background, String times, String score) {}
}
