package org.trawl.search;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.trawl.search.SearchResult.Hit;

/// Accounts that acted on the same items within moments of each other, on more days than chance has
/// it. What is chance: that each tweet kept its day and its item, and had the time of any other of
/// that day.
///
/// @param tweets hits that were looked at
/// @param accounts that acted on an item that another one acted on, too
/// @param groups the most improbable first
/// @param pairCount pairs of accounts that acted together improbably often
/// @param groupCount how many groups they make, of which `groups` has the first
/// @param chance what the same tweets give with their times shuffled within each day
/// @param partial whether the time budget ended before all was counted
public record Coordination(
    NetworkType type,
    long tweets,
    int accounts,
    List<Group> groups,
    long pairCount,
    int groupCount,
    Chance chance,
    boolean partial) {
  public Coordination {
    requireNonNull(type, "type");
    groups = List.copyOf(groups);
    requireNonNull(chance, "chance");
  }

  /// Accounts that acted together: a community of the network of improbable pairs, by the Leiden
  /// algorithm.
  ///
  /// @param surprise the sum of its pairs'
  /// @param members those of the highest surprise first
  /// @param pairs the most improbable first
  /// @param first the earliest tweet with which two members acted together
  /// @param last the latest
  /// @param days on which they did
  /// @param items different items on which they did
  /// @param examples tweets on the items on which most members did
  public record Group(
      double surprise,
      List<Member> members,
      List<Pair> pairs,
      Instant first,
      Instant last,
      int days,
      int items,
      List<Example> examples) {
    public Group {
      members = List.copyOf(members);
      pairs = List.copyOf(pairs);
      requireNonNull(first, "first");
      requireNonNull(last, "last");
      examples = List.copyOf(examples);
    }
  }

  /// @param id the user id
  /// @param label the handle
  /// @param surprise the sum of its pairs'
  public record Member(String id, String label, double surprise) {
    public Member {
      requireNonNull(id, "id");
      requireNonNull(label, "label");
    }
  }

  /// Two members.
  ///
  /// @param one the place of a member
  /// @param other that of another
  /// @param together how often they acted together: one item on one day is once
  /// @param expected how often chance has it
  /// @param items different items of these
  /// @param surprise minus the decimal logarithm of the probability of acting together as often or
  ///   more often by chance
  public record Pair(
      int one, int other, int together, double expected, int items, double surprise) {}

  /// An item on which members acted together.
  ///
  /// @param members how many of them
  /// @param hit the earliest tweet of a member on it
  public record Example(int members, Hit hit) {
    public Example {
      requireNonNull(hit, "hit");
    }
  }

  /// What chance gives.
  public record Chance(long pairs, int groups) {}
}
