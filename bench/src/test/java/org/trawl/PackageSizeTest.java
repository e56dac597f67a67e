package org.trawl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// How large a package may grow, and how tangled its types may be.
class PackageSizeTest {
  private static final int MOST_TYPES = 45;

  /// Finer rooms in these would open types that nobody else needs; of templates there is one for
  /// each part of a page.
  private static final Map<String, Integer> LARGER =
      Map.of("org.trawl.lucene", 60, "org.trawl.bench", 60, "org.trawl.page.generated", 80);

  private static final int LARGEST_CIRCLE = 10;

  @Test
  void noPackageHasMoreTypesThanAReaderKeepsInMind() throws IOException {
    var packages = MainCode.neighbours(MainCode.classes());
    var tooLarge = new TreeMap<String, Integer>();
    packages.forEach((name, types) -> {
      if (types.size() > LARGER.getOrDefault(name, MOST_TYPES)) {
        tooLarge.put(name, types.size());
      }
    });
    assertTrue(packages.size() > 15, "the packages were not found");
    assertEquals(Map.of(), tooLarge, "divide these packages");
  }

  @Test
  void noTypeNeedsManyOthersThatNeedItBack() throws IOException {
    var large = new ArrayList<Set<String>>();
    for (var types : MainCode.neighbours(MainCode.classes()).values()) {
      circles(types).stream().filter(circle -> circle.size() > LARGEST_CIRCLE).forEach(large::add);
    }
    assertEquals(List.of(), large, "each of these types needs all others in its circle");
  }

  @Test
  void circlesAreFound() {
    var named =
        Map.of(
            "a", Set.of("b"),
            "b", Set.of("c", "d"),
            "c", Set.of("a"),
            "d", Set.<String>of());
    var found = circles(named);
    assertTrue(found.contains(Set.of("a", "b", "c")), found::toString);
    assertTrue(found.contains(Set.of("d")), found::toString);
    assertEquals(2, found.size(), found::toString);
  }

  /// Tarjan's strongly connected components.
  private static List<Set<String>> circles(Map<String, Set<String>> named) {
    var circles = new ArrayList<Set<String>>();
    var search = new Search(named, circles);
    for (var type : named.keySet()) {
      if (!search.index.containsKey(type)) {
        search.visit(type);
      }
    }
    return circles;
  }

  private record Search(
      Map<String, Set<String>> named,
      List<Set<String>> circles,
      Map<String, Integer> index,
      Map<String, Integer> lowest,
      Deque<String> open) {
    Search(Map<String, Set<String>> named, List<Set<String>> circles) {
      this(named, circles, new HashMap<>(), new HashMap<>(), new ArrayDeque<>());
    }

    int visit(String type) {
      int own = index.size();
      index.put(type, own);
      lowest.put(type, own);
      open.push(type);
      for (var other : named.getOrDefault(type, Set.of())) {
        if (!index.containsKey(other)) {
          lowest.merge(type, visit(other), Math::min);
        } else if (open.contains(other)) {
          lowest.merge(type, index.get(other), Math::min);
        }
      }
      int low = lowest.get(type);
      if (low == own) {
        var circle = new TreeSet<String>();
        do {
          circle.add(open.peek());
        } while (!open.pop().equals(type));
        circles.add(circle);
      }
      return low;
    }
  }
}
