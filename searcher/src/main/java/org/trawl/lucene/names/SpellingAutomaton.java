package org.trawl.lucene.names;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.lucene.util.automaton.Automaton;
import org.trawl.sound.SpellingGraph;

/// The spellings of a sound up to a cost as a deterministic automaton, to run over the terms of an
/// index.
///
/// A state is what some beginning of a word may be: for each node of the graph that it may have
/// come to, the least that this cost. That a dearer way leads to the same node is forgotten, and so
/// are nodes from which the end cannot be reached within the limit; both keep the automaton small,
/// a tenth of what Lucene's determinization makes of the same graph.
final class SpellingAutomaton {
  private static final int MOST_STATES = 10_000;
  private static final char NONE = 0;

  private final int limit;

  /// By node, the graph's own first; behind them those between letters of one arc.
  private final List<List<Step>> steps = new ArrayList<>();

  private final List<Boolean> last = new ArrayList<>();
  private final int[] leastToEnd;
  private final Automaton automaton = new Automaton();
  private final Map<String, Integer> states = new HashMap<>();
  private final ArrayDeque<String> open = new ArrayDeque<>();

  private SpellingAutomaton(SpellingGraph graph, int limit) {
    this.limit = limit;
    for (int node = 0; node < graph.size(); node++) {
      steps.add(new ArrayList<>());
      last.add(graph.isLast(node));
    }
    for (int node = 0; node < graph.size(); node++) {
      for (var arc : graph.from(node)) {
        addSteps(node, arc.letters(), arc.to(), arc.cost());
      }
    }
    leastToEnd = new int[steps.size()];
    Arrays.fill(leastToEnd, -1);
  }

  /// A letter from a node to another, [#NONE] for none.
  private record Step(char letter, int to, int cost) {}

  /// The spellings that cost at most `limit`; empty if there are too many ways to write them.
  static Optional<Automaton> of(SpellingGraph graph, int limit) {
    return new SpellingAutomaton(graph, limit).determinized();
  }

  private void addSteps(int node, String letters, int to, int cost) {
    int from = node;
    for (int i = 0; i < letters.length() - 1; i++) {
      int next = steps.size();
      steps.add(new ArrayList<>());
      last.add(false);
      steps.get(from).add(new Step(letters.charAt(i), next, 0));
      from = next;
    }
    char end = letters.isEmpty() ? NONE : letters.charAt(letters.length() - 1);
    steps.get(from).add(new Step(end, to, cost));
  }

  private int leastToEnd(int node) {
    if (leastToEnd[node] < 0) {
      int least = last.get(node) ? 0 : SpellingGraph.NEVER;
      for (var step : steps.get(node)) {
        least = Math.min(least, step.cost + leastToEnd(step.to));
      }
      leastToEnd[node] = Math.min(least, SpellingGraph.NEVER);
    }
    return leastToEnd[node];
  }

  private Optional<Automaton> determinized() {
    var first = new Costs();
    first.add(SpellingGraph.FIRST, 0);
    state(first);
    while (!open.isEmpty()) {
      var costs = open.remove();
      int state = states.getOrDefault(costs, 0);
      next(costs, state)
          .forEach((letter, after) -> automaton.addTransition(state, state(after), letter));
      if (states.size() > MOST_STATES) {
        return Optional.empty();
      }
    }
    automaton.finishState();
    return Optional.of(automaton);
  }

  private Map<Character, Costs> next(String costs, int state) {
    var next = new TreeMap<Character, Costs>();
    for (int i = 0; i < costs.length(); i += 2) {
      int node = costs.charAt(i);
      int cost = costs.charAt(i + 1);
      if (last.get(node)) {
        automaton.setAccept(state, true);
      }
      for (var step : steps.get(node)) {
        int after = cost + step.cost;
        if (step.letter != NONE && after + leastToEnd(step.to) <= limit) {
          next.computeIfAbsent(step.letter, letter -> new Costs()).add(step.to, after);
        }
      }
    }
    return next;
  }

  private int state(Costs costs) {
    return states.computeIfAbsent(
        costs.key(),
        key -> {
          open.add(key);
          return automaton.createState();
        });
  }

  /// What it took to come to each node.
  private final class Costs {
    private final TreeMap<Integer, Integer> least = new TreeMap<>();

    /// Adds a node, and those behind it without a letter.
    void add(int node, int cost) {
      if (cost + leastToEnd(node) > limit || cost >= least.getOrDefault(node, limit + 1)) {
        return;
      }
      least.put(node, cost);
      for (var step : steps.get(node)) {
        if (step.letter == NONE) {
          add(step.to, cost + step.cost);
        }
      }
    }

    /// Nodes and costs by turns, in order.
    String key() {
      var key = new StringBuilder(2 * least.size());
      least.forEach(
          (node, cost) -> key.append((char) node.intValue()).append((char) cost.intValue()));
      return key.toString();
    }
  }
}
