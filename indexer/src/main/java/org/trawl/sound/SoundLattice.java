package org.trawl.sound;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trawl.sound.SoundTable.Spelling;

/// All that a word may sound like: nodes between sounds, and arcs that are one sound each, from
/// [#FIRST] to [#last]. It has no circles.
///
/// Before each letter but the first may be one sound that is not written: a letter's place has two
/// nodes, before and after it.
final class SoundLattice {
  static final int FIRST = 0;

  /// The sound of an arc that is silent.
  static final char SILENT = '-';

  /// A sound from a node to another.
  record Arc(char sound, int to, int cost) {}

  private final List<List<Arc>> arcs = new ArrayList<>();
  private final int last;

  private SoundLattice(int letters) {
    last = 2 * letters;
    for (int node = 0; node <= last; node++) {
      arcs.add(new ArrayList<>());
    }
  }

  /// Empty if the table lacks letters of the word.
  static Optional<SoundLattice> of(String word, SoundTable table) {
    var lattice = new SoundLattice(word.length());
    for (int at = 0; at < word.length(); at++) {
      for (var spelling : table.spellings()) {
        lattice.read(word, at, spelling);
      }
    }
    return lattice.isWhole() ? Optional.of(lattice) : Optional.empty();
  }

  private void read(String word, int at, Spelling spelling) {
    if (spelling.isUnwritten()) {
      if (at > 0) {
        add(2 * at, spelling.sounds(), 2 * at + 1, spelling.cost());
      }
      return;
    }
    int end = at + spelling.letters().length();
    if (word.startsWith(spelling.letters(), at)
        && (at == 0 || !spelling.first())
        && (end == word.length() || !spelling.last())) {
      add(2 * at, spelling.sounds(), 2 * end, spelling.cost());
      if (at > 0) {
        add(2 * at + 1, spelling.sounds(), 2 * end, spelling.cost());
      }
    }
  }

  private void add(int from, String sounds, int to, int cost) {
    if (sounds.isEmpty()) {
      arcs.get(from).add(new Arc(SILENT, to, cost));
      return;
    }
    int node = from;
    for (int i = 0; i < sounds.length(); i++) {
      boolean ends = i == sounds.length() - 1;
      int next = ends ? to : arcs.size();
      if (!ends) {
        arcs.add(new ArrayList<>());
      }
      arcs.get(node).add(new Arc(sounds.charAt(i), next, i == 0 ? cost : 0));
      node = next;
    }
  }

  private boolean isWhole() {
    var reached = new boolean[arcs.size()];
    reach(FIRST, reached);
    return reached[last];
  }

  private void reach(int node, boolean[] reached) {
    reached[node] = true;
    for (var arc : arcs.get(node)) {
      if (!reached[arc.to]) {
        reach(arc.to, reached);
      }
    }
  }

  int size() {
    return arcs.size();
  }

  int last() {
    return last;
  }

  List<Arc> from(int node) {
    return arcs.get(node);
  }
}
