package org.trawl.sound;

import static java.util.Objects.checkIndex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// All spellings of a sound in one script: nodes, and arcs that write a few letters at a cost, from
/// [#FIRST] to [#last]. A spelling's cost is the least that a way through the graph which writes it
/// takes. It has no circles.
///
/// After each sound may stand one silent letter: a place among the sounds has two nodes, before and
/// after it.
public final class SpellingGraph {
  public static final int FIRST = 0;

  /// The cost of what is no spelling of the sound.
  public static final int NEVER = Integer.MAX_VALUE / 2;

  /// Letters from a node to another.
  ///
  /// @param letters empty where a sound is not written
  /// @param cost 0 or more
  public record Arc(String letters, int to, int cost) {}

  /// Letters to a node, whatever they cost.
  private record Step(String letters, int to) {}

  private final SoundLattice sounds;
  private final List<Map<Step, Integer>> arcs = new ArrayList<>();

  private SpellingGraph(SoundLattice sounds) {
    this.sounds = sounds;
    for (int node = 0; node < 2 * sounds.size(); node++) {
      arcs.add(new HashMap<>());
    }
  }

  static SpellingGraph of(SoundLattice sounds, SoundTable table) {
    var graph = new SpellingGraph(sounds);
    for (int node = 0; node < sounds.size(); node++) {
      for (var arc : sounds.from(node)) {
        if (arc.sound() == SoundLattice.SILENT) {
          graph.add(2 * node, "", 2 * arc.to(), arc.cost());
          graph.add(2 * node + 1, "", 2 * arc.to() + 1, arc.cost());
        }
      }
      for (var spelling : table.spellings()) {
        graph.write(node, spelling);
      }
    }
    return graph;
  }

  private void write(int node, SoundTable.Spelling spelling) {
    boolean begins = node == SoundLattice.FIRST;
    if (begins ? spelling.isUnwritten() : spelling.first()) {
      return;
    }
    if (!spelling.isSilent()) {
      follow(node, node, 0, 0, spelling);
    } else if (!spelling.last() || node == sounds.last()) {
      add(2 * node, spelling.letters(), 2 * node + 1, spelling.cost());
    }
  }

  /// Follows the sounds of a spelling through the lattice, past what is silent between them.
  private void follow(int start, int node, int done, int cost, SoundTable.Spelling spelling) {
    if (done == spelling.sounds().length()) {
      boolean ends = node == sounds.last();
      if (ends ? !spelling.isUnwritten() : !spelling.last()) {
        add(2 * start, spelling.letters(), 2 * node, cost + spelling.cost());
        add(2 * start + 1, spelling.letters(), 2 * node, cost + spelling.cost());
      }
      return;
    }
    for (var arc : sounds.from(node)) {
      if (arc.sound() == spelling.sounds().charAt(done)) {
        follow(start, arc.to(), done + 1, cost + arc.cost(), spelling);
      } else if (arc.sound() == SoundLattice.SILENT && done > 0) {
        follow(start, arc.to(), done, cost + arc.cost(), spelling);
      }
    }
  }

  private void add(int from, String letters, int to, int cost) {
    arcs.get(from).merge(new Step(letters, to), cost, Math::min);
  }

  /// How many nodes there are.
  public int size() {
    return arcs.size();
  }

  /// Whether a spelling may end at a node.
  public boolean isLast(int node) {
    return node / 2 == sounds.last();
  }

  /// The arcs from a node, in no order.
  public List<Arc> from(int node) {
    return arcs.get(checkIndex(node, arcs.size())).entrySet().stream()
        .map(step -> new Arc(step.getKey().letters, step.getKey().to, step.getValue()))
        .toList();
  }

  /// What a spelling costs, [#NEVER] if it is none of this sound.
  public int cost(String word) {
    var known = new int[arcs.size()][word.length() + 1];
    for (var row : known) {
      Arrays.fill(row, -1);
    }
    return cost(FIRST, word, 0, known);
  }

  private int cost(int node, String word, int at, int[][] known) {
    if (known[node][at] >= 0) {
      return known[node][at];
    }
    int least = at == word.length() && isLast(node) ? 0 : NEVER;
    for (var entry : arcs.get(node).entrySet()) {
      var step = entry.getKey();
      if (word.startsWith(step.letters, at)) {
        int rest = cost(step.to, word, at + step.letters.length(), known);
        least = Math.min(least, entry.getValue() + rest);
      }
    }
    known[node][at] = Math.min(least, NEVER);
    return known[node][at];
  }
}
