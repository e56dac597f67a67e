package org.trawl.page.network;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.trawl.page.network.NetworkView.Field;
import org.trawl.page.network.NetworkView.Link;
import org.trawl.page.network.NetworkView.Option;

/// The page of who acted together.
///
/// @param found empty if what was asked has faults
public record CoordinationView(Form form, Optional<Found> found) {
  public CoordinationView {
    requireNonNull(form, "form");
    requireNonNull(found, "found");
  }

  /// The form as it was sent.
  ///
  /// @param hidden what narrows the search beside its query
  /// @param results the address of the search's results
  /// @param faults what is wrong, for people
  public record Form(
      String query,
      List<Option> types,
      String window,
      String items,
      List<Field> hidden,
      String results,
      List<String> faults) {
    public Form {
      types = List.copyOf(types);
      hidden = List.copyOf(hidden);
      faults = List.copyOf(faults);
    }
  }

  /// What was found.
  ///
  /// @param says how much, in a sentence
  /// @param chance what shuffled times give, in a sentence
  /// @param files the same for programs
  public record Found(
      String says, String chance, List<String> notes, List<Link> files, List<GroupView> groups) {
    public Found {
      notes = List.copyOf(notes);
      files = List.copyOf(files);
      groups = List.copyOf(groups);
    }
  }

  /// A group.
  ///
  /// @param title such as `Group 1: 34 accounts`
  /// @param says on how many items and days, and when
  /// @param odds how improbable its most improbable pair is, in words
  /// @param members the first of them
  /// @param more how many others there are, or empty
  /// @param links its network, tweets, accounts
  public record GroupView(
      String title,
      String says,
      String odds,
      List<Link> members,
      String more,
      List<Link> links,
      List<ExampleRow> examples,
      List<PairRow> pairs) {
    public GroupView {
      members = List.copyOf(members);
      links = List.copyOf(links);
      examples = List.copyOf(examples);
      pairs = List.copyOf(pairs);
    }
  }

  /// A tweet on an item that members shared.
  public record ExampleRow(String members, String text, String language, Link tweet) {}

  /// Two members.
  ///
  /// @param together how often they acted together; leads to the tweets
  public record PairRow(
      Link one, Link other, Link together, String expected, String items, String surprise) {}
}
