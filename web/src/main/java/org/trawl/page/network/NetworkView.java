package org.trawl.page.network;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/// What the page of a network shows.
///
/// @param found empty before a network is asked for, and if it cannot be
public record NetworkView(Form form, Optional<Found> found) {
  public NetworkView {
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
      List<TypeGroup> types,
      String window,
      String min,
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

  /// Types that belong together.
  public record TypeGroup(String label, List<Option> options) {
    public TypeGroup {
      options = List.copyOf(options);
    }
  }

  public record Option(String value, String label, boolean selected) {}

  public record Field(String name, String value) {}

  public record Link(String label, String href) {}

  /// A network.
  ///
  /// @param title what it is of
  /// @param says how large it is
  /// @param notes what was left out, and why
  /// @param picture what the script draws, as JSON; empty if there is nothing
  /// @param drawn what is drawn of it, and what is not
  public record Found(
      String title,
      String says,
      List<String> notes,
      List<Link> files,
      String picture,
      String drawn,
      List<NodeRow> nodes,
      String moreNodes,
      List<EdgeRow> edges,
      String moreEdges,
      boolean ranked,
      boolean shares) {
    public Found {
      notes = List.copyOf(notes);
      files = List.copyOf(files);
      nodes = List.copyOf(nodes);
      edges = List.copyOf(edges);
    }
  }

  /// @param rank PageRank in percent; empty without directions
  public record NodeRow(
      Link name,
      String kind,
      String tweets,
      String degree,
      String weight,
      String community,
      String rank,
      String language,
      String operations,
      String span) {}

  /// @param evidence the tweets behind it, by its weight
  public record EdgeRow(Link source, Link target, Link evidence, String items, String span) {}
}
