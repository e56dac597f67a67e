package org.trawl.bench;

import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.util.BytesRef;
import org.trawl.search.Facet;

/// Words, facet values and days of an index for questions that need some of a certain frequency.
/// The same index gives the same words.
final class IndexWords {
  /// Words that each open word of a line has, one a round.
  static final int ROUNDS = 5;

  /// Tweets whose pairs of words are looked at.
  private static final int PAIR_TWEETS = 20_000;

  /// Times that are looked at for the days.
  private static final int TIMES = 10_000;

  /// Parts of links, which are no words of a person.
  private static final List<String> LINK_PARTS = List.of("http", "https", "www", "com", "example");

  private final Map<UnicodeScript, List<Counted>> words = new HashMap<>();

  /// The words of a script and frequency, found once: an index has millions to look through.
  private final Map<String, List<String>> nearest = new HashMap<>();

  private final List<String> pairs;
  private final Map<String, List<String>> facets;
  private final long[] times;

  private record Counted(String word, int tweets) {}

  /// @param facets values of each facet, most frequent first
  IndexWords(IndexReader reader, Map<String, List<String>> facets) throws IOException {
    this.facets = Map.copyOf(facets);
    readWords(reader);
    pairs = pairs(reader);
    times = times(reader);
  }

  /// The word that a description in braces stands for.
  ///
  /// @param description such as `latin:rare:2`
  /// @param round from 0
  String word(String description, int round) {
    var parts = description.split(":");
    var variant = Math.floorMod(round, ROUNDS);
    return switch (parts[0]) {
      case "start" -> {
        var word = word(description.substring("start:".length()), round);
        yield word.substring(0, Math.min(4, word.length()));
      }
      case "pair" -> pick(pairs, (slot(parts, 1) - 1) * ROUNDS + variant);
      case "facet" -> facet(parts[1], slot(parts, 2), variant);
      case "day" -> day(Double.parseDouble(parts[1]));
      default -> word(parts, variant);
    };
  }

  private static int slot(String[] parts, int at) {
    return parts.length > at ? Integer.parseInt(parts[at]) : 1;
  }

  private static String pick(List<String> words, int at) {
    return words.isEmpty() ? "none" : words.get(at % words.size());
  }

  /// Facets with many values give another one each round.
  private String facet(String facet, int rank, int variant) {
    var values = facets.getOrDefault(facet, List.of());
    return pick(values, values.size() > 50 ? (rank - 1) * ROUNDS + variant : rank - 1);
  }

  private String day(double share) {
    var at = (int) Math.min(times.length - 1L, Math.round(share * times.length));
    return times.length == 0
        ? "2016-01-01"
        : Instant.ofEpochSecond(times[at]).toString().substring(0, 10);
  }

  private String word(String[] parts, int variant) {
    var script = UnicodeScript.forName(parts[0].toUpperCase(Locale.ROOT));
    var all = words.getOrDefault(script, List.of());
    if (all.isEmpty()) {
      return "none";
    }
    var most = all.getFirst().tweets;
    var wanted =
        switch (parts[1]) {
          case "rare" -> Math.max(2, most / 10_000);
          case "common" -> Math.max(2, most / 30);
          case "frequent" -> most;
          default -> throw new IllegalArgumentException("no frequency: " + parts[1]);
        };
    var found = nearest.computeIfAbsent(parts[0] + ":" + parts[1], key -> nearest(all, wanted));
    return pick(found, (slot(parts, 2) - 1) * ROUNDS + variant);
  }

  /// The words whose number of tweets is nearest to the one wanted.
  private static List<String> nearest(List<Counted> all, int wanted) {
    return all.stream()
        .sorted(
            Comparator.comparingDouble(
                (Counted word) -> Math.abs(Math.log(word.tweets / (double) wanted))))
        .limit(ROUNDS * 4L)
        .map(Counted::word)
        .toList();
  }

  private void readWords(IndexReader reader) throws IOException {
    var terms = MultiTerms.getTerms(reader, BaselineDocuments.TEXT);
    if (terms == null) {
      return;
    }
    var each = terms.iterator();
    for (BytesRef term = each.next(); term != null; term = each.next()) {
      if (each.docFreq() < 2) {
        continue;
      }
      var word = term.utf8ToString();
      var script = script(word);
      if (script.isPresent()) {
        words
            .computeIfAbsent(script.get(), key -> new ArrayList<>())
            .add(new Counted(word, each.docFreq()));
      }
    }
    var mostFirst = Comparator.comparingInt(Counted::tweets).reversed();
    words.values().forEach(all -> all.sort(mostFirst.thenComparing(Counted::word)));
  }

  /// The script of a word that a person might search; most links, numbers and crumbs are none.
  private static Optional<UnicodeScript> script(String word) {
    if (word.length() < 3 || word.length() > 14 || LINK_PARTS.contains(word)) {
      return Optional.empty();
    }
    if (!word.codePoints().allMatch(Character::isLetter)) {
      return Optional.empty();
    }
    var scripts = word.codePoints().mapToObj(UnicodeScript::of).distinct().toList();
    return scripts.size() == 1 ? Optional.of(scripts.getFirst()) : Optional.empty();
  }

  private static List<String> pairs(IndexReader reader) throws IOException {
    var counts = new TreeMap<String, Integer>();
    var stored = reader.storedFields();
    var step = Math.max(1, reader.maxDoc() / PAIR_TWEETS);
    for (var doc = 0; doc < reader.maxDoc(); doc += step) {
      addPairs(stored.document(doc), counts);
    }
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(ROUNDS * 4L)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static void addPairs(Document tweet, Map<String, Integer> counts) {
    var text = Optional.ofNullable(tweet.get(BaselineDocuments.TEXT)).orElse("");
    var words = text.toLowerCase(Locale.ROOT).split(" ");
    for (var i = 1; i < words.length; i++) {
      if (script(words[i - 1]).equals(Optional.of(UnicodeScript.LATIN))
          && script(words[i]).equals(Optional.of(UnicodeScript.LATIN))) {
        counts.merge(words[i - 1] + " " + words[i], 1, Integer::sum);
      }
    }
  }

  private static long[] times(IndexReader reader) throws IOException {
    var times = new ArrayList<Long>();
    var step = Math.max(1, reader.maxDoc() / TIMES);
    for (var leaf : reader.leaves()) {
      SortedNumericDocValues values =
          leaf.reader().getSortedNumericDocValues(BaselineDocuments.TIME);
      for (var doc = 0; values != null && doc < leaf.reader().maxDoc(); doc += step) {
        if (values.advanceExact(doc)) {
          times.add(values.nextValue());
        }
      }
    }
    var sorted = times.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    return sorted;
  }

  /// The names of all facets.
  static List<String> facetNames() {
    return Arrays.stream(Facet.values()).map(Facet::key).toList();
  }
}
