package org.trawl.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Finds a shape among the positions of one text. Search and highlighting share it, so that what is
/// marked is what matched.
///
/// Every way in which a shape can lie is tried, not only the shortest: "black lives matter" fits
/// `"(black|black lives) matter"`. Texts are tweets, a hundred positions or so; only nearness of
/// many words that all occur many times has more ways than can be tried, and is given up after
/// [#MAX_STEPS], of which each word that a way is tried with counts one.
public final class ShapeMatcher {
  private static final int MAX_STEPS = 1_000_000;

  /// Where the words of a shape stand in a text.
  public interface Positions {
    /// The positions of a word, ascending.
    int[] of(WordSet word);
  }

  /// Positions `start` (inclusive) to `end` (exclusive).
  public record Span(int start, int end) {
    boolean overlaps(Span other) {
      return start < other.end && other.start < end;
    }

    int length() {
      return end - start;
    }
  }

  /// One way in which a shape lies.
  ///
  /// @param marks what of it is to be marked: all of a run or chain, only the operands of a
  ///   nearness
  public record Match(Span range, List<Span> marks) {
    static Match whole(int start, int end) {
      var range = new Span(start, end);
      return new Match(range, List.of(range));
    }
  }

  private final Positions positions;
  private final boolean first;
  private int steps;

  private ShapeMatcher(Positions positions, boolean first) {
    this.positions = positions;
    this.first = first;
  }

  /// Whether the shape is there.
  public static boolean matches(Shape shape, Positions positions) {
    if (shape instanceof Shape.Near(var operands, int distance)
        && operands.size() == 2
        && operands.get(0) instanceof Shape.Run first
        && operands.get(1) instanceof Shape.Run second
        && first.isWord()
        && second.isWord()) {
      return near(
          positions.of(first.words().getFirst().word()),
          positions.of(second.words().getFirst().word()),
          distance);
    }
    return !new ShapeMatcher(positions, true).find(shape, true).isEmpty();
  }

  /// Whether two words stand near each other, which is most of what is asked by nearness. The same
  /// as [#near(List, int, boolean)], in one walk along both.
  private static boolean near(int[] first, int[] second, int distance) {
    var from = 0;
    for (var position : first) {
      while (from < second.length && second[from] < position - 1 - distance) {
        from++;
      }
      for (var i = from; i < second.length && second[i] <= position + 1 + distance; i++) {
        if (second[i] != position) {
          return true;
        }
      }
    }
    return false;
  }

  /// All that is to be marked of it, in no order; may overlap.
  public static Set<Span> marks(Shape shape, Positions positions) {
    var marks = new LinkedHashSet<Span>();
    for (var match : new ShapeMatcher(positions, false).find(shape, true)) {
      marks.addAll(match.marks());
    }
    return marks;
  }

  /// @param top whether nothing depends on where the shape lies, so that one match is enough when
  ///   only asked whether there is one
  private List<Match> find(Shape shape, boolean top) {
    return switch (shape) {
      case Shape.Run run -> run(run, top && first);
      case Shape.Gap _ -> throw new IllegalArgumentException("a gap stands in chains only");
      case Shape.Chain(var parts) -> chain(parts);
      case Shape.OneOf(var shapes) -> oneOf(shapes, top && first);
      case Shape.Near(var operands, int distance) -> near(operands, distance, top && first);
    };
  }

  private List<Match> run(Shape.Run run, boolean one) {
    var matches = new ArrayList<Match>();
    var words = run.words();
    var head = words.getFirst();
    for (int position : positions.of(head.word())) {
      int start = position - head.offset();
      if (start >= 0 && fits(words, start)) {
        matches.add(Match.whole(start, start + run.width()));
        if (one) {
          return matches;
        }
      }
    }
    return matches;
  }

  private boolean fits(List<Shape.Placed> words, int start) {
    for (int i = 1; i < words.size(); i++) {
      var placed = words.get(i);
      if (Arrays.binarySearch(positions.of(placed.word()), start + placed.offset()) < 0) {
        return false;
      }
    }
    return true;
  }

  private List<Match> chain(List<Shape> parts) {
    Set<Span> chains = new LinkedHashSet<>();
    find(parts.getFirst(), false).forEach(match -> chains.add(match.range()));
    for (var part : parts.subList(1, parts.size())) {
      var longer = new LinkedHashSet<Span>();
      if (part instanceof Shape.Gap) {
        chains.forEach(chain -> longer.add(new Span(chain.start(), chain.end() + 1)));
      } else if (!chains.isEmpty()) {
        for (var match : find(part, false)) {
          for (var chain : chains) {
            if (chain.end() == match.range().start()) {
              longer.add(new Span(chain.start(), match.range().end()));
            }
          }
        }
      }
      chains.clear();
      chains.addAll(longer);
    }
    return chains.stream().map(range -> Match.whole(range.start(), range.end())).toList();
  }

  private List<Match> oneOf(List<Shape> shapes, boolean one) {
    Set<Match> matches = new LinkedHashSet<>();
    for (var shape : shapes) {
      matches.addAll(find(shape, one));
      if (one && !matches.isEmpty()) {
        break;
      }
    }
    return List.copyOf(matches);
  }

  private List<Match> near(List<Shape> operands, int distance, boolean one) {
    var found = new ArrayList<List<Match>>();
    for (var operand : operands) {
      var matches = find(operand, false);
      if (matches.isEmpty()) {
        return List.of();
      }
      found.add(matches);
    }
    var near = new LinkedHashSet<Match>();
    join(found, distance, one, new ArrayList<>(), near);
    return List.copyOf(near);
  }

  /// Takes one match of each operand in turn, as long as they can still be near enough.
  private void join(
      List<List<Match>> found, int distance, boolean one, List<Match> taken, Set<Match> near) {
    if (taken.size() == found.size()) {
      near.add(together(taken));
      return;
    }
    for (var match : found.get(taken.size())) {
      steps += found.size();
      if (steps > MAX_STEPS || (one && !near.isEmpty())) {
        return;
      }
      if (taken.stream().anyMatch(other -> overlap(other, match))) {
        continue;
      }
      taken.add(match);
      if (gaps(taken) - slack(found, taken.size()) <= distance) {
        join(found, distance, one, taken, near);
      }
      taken.removeLast();
    }
  }

  /// Whether two operands take the same word. One may lie in a gap of the other.
  private static boolean overlap(Match a, Match b) {
    return a.range().overlaps(b.range())
        && a.marks().stream().anyMatch(x -> b.marks().stream().anyMatch(x::overlaps));
  }

  /// Positions between the first and the last that lie in none of these.
  private static int gaps(List<Match> taken) {
    var ranges = new ArrayList<Span>(taken.size());
    taken.forEach(match -> ranges.add(match.range()));
    ranges.sort(Comparator.comparingInt(Span::start));
    int gaps = 0;
    int end = ranges.getFirst().end();
    for (var range : ranges) {
      gaps += Math.max(0, range.start() - end);
      end = Math.max(end, range.end());
    }
    return gaps;
  }

  /// Positions that the operands still to come can fill at most.
  private static int slack(List<List<Match>> found, int from) {
    int slack = 0;
    for (var matches : found.subList(from, found.size())) {
      int longest = 0;
      for (var match : matches) {
        longest = Math.max(longest, match.range().length());
      }
      slack += longest;
    }
    return slack;
  }

  private static Match together(List<Match> matches) {
    int start = Integer.MAX_VALUE;
    int end = 0;
    var marks = new ArrayList<Span>();
    for (var match : matches) {
      start = Math.min(start, match.range().start());
      end = Math.max(end, match.range().end());
      marks.addAll(match.marks());
    }
    return new Match(new Span(start, end), marks);
  }
}
