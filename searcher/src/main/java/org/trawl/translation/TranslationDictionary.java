package org.trawl.translation;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.trawl.language.Folding;
import org.trawl.language.WordFile;

/// What words of one language are in others: for each English word those of the other languages,
/// the best first, and some dictionaries that do without English. How the file is made, and of
/// what, says `words.license.txt` beside it.
///
/// It is read when it is first asked, which takes some two seconds of one processor, and keeps 18
/// MB of memory from then on. A server asks it as it warms up. Immutable.
final class TranslationDictionary {
  static final String ENGLISH = "en";

  /// Ends a word for whose dictionary the English one is the first.
  private static final String SURE = "+";

  /// What it counts for a sense to be the first of its word's dictionary, in places.
  private static final double FIRST = 1;

  /// What a step of how usual the English word is counts, in places.
  private static final double USUAL = 0.25;

  /// Begins the words of a dictionary without English.
  private static final String SECTION = "=";

  private static final class Loaded {
    static final TranslationDictionary DICTIONARY =
        new TranslationDictionary(WordFile.lines(TranslationDictionary.class, "words.xz"));
  }

  private final List<String> lines;
  private final int english;
  private final Map<String, Index> byLanguage = new HashMap<>();
  private final Map<String, Section> direct = new HashMap<>();

  private TranslationDictionary(List<String> lines) {
    this.lines = lines;
    int end = 0;
    while (end < lines.size() && !lines.get(end).startsWith(SECTION)) {
      end++;
    }
    english = end;
    var building = new TreeMap<String, IndexBuilder>();
    for (int line = 0; line < english; line++) {
      for (var word : Entry.of(lines.get(line)).words.entrySet()) {
        var index = building.computeIfAbsent(word.getKey(), language -> new IndexBuilder());
        for (var spelling : word.getValue()) {
          index.add(Folding.fold(spelling), line);
        }
      }
    }
    building.forEach((language, index) -> byLanguage.put(language, index.index()));
    for (int line = english; line < lines.size(); line++) {
      if (lines.get(line).startsWith(SECTION)) {
        int next = line + 1;
        while (next < lines.size() && !lines.get(next).startsWith(SECTION)) {
          next++;
        }
        var section = new Section(line + 1, next);
        direct.put(lines.get(line).substring(SECTION.length()), section);
      }
    }
  }

  static TranslationDictionary get() {
    return Loaded.DICTIONARY;
  }

  /// ISO codes of its languages but English, in their order. Serbian stands for Croatian and
  /// Bosnian, too.
  Collection<String> languages() {
    return Collections.unmodifiableCollection(new TreeMap<>(byLanguage).keySet());
  }

  /// What an English word is in other languages.
  ///
  /// @param word in small letters
  Optional<Entry> english(String word) {
    int at = find(word, 0, english);
    return at < 0 ? Optional.empty() : Optional.of(Entry.of(lines.get(at)));
  }

  /// The English words that a word of another language stands for: those first that have it among
  /// their first, that its own dictionary has first, and that are usual.
  ///
  /// @param folded the word in folded spelling
  List<Sense> senses(String language, String folded) {
    var index = byLanguage.get(language);
    if (index == null) {
      return List.of();
    }
    var senses = new ArrayList<Sense>();
    for (int line : index.lines(folded)) {
      var entry = Entry.of(lines.get(line));
      var words = entry.in(language);
      for (int place = 0; place < words.size(); place++) {
        if (Folding.fold(words.get(place)).equals(folded)) {
          boolean first = entry.sure.contains(language + ":" + words.get(place));
          double behind = place - (first ? FIRST : 0) - USUAL * entry.usual;
          senses.add(new Sense(entry, place, behind));
          break;
        }
      }
    }
    senses.sort(Comparator.comparingDouble(Sense::behind));
    return senses;
  }

  /// What a word is in another language by a dictionary of just these two; empty if there is none
  /// or it lacks the word.
  ///
  /// @param spellings of the word, as dictionaries may have it
  List<String> direct(String from, String to, Collection<String> spellings) {
    var section = direct.get(from + "-" + to);
    if (section != null) {
      for (var spelling : spellings) {
        int at = find(spelling, section.start, section.end);
        if (at >= 0) {
          var line = lines.get(at);
          return List.of(line.substring(line.indexOf('\t') + 1).split(","));
        }
      }
    }
    return List.of();
  }

  private int find(String word, int from, int to) {
    int low = from;
    int high = to - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      var line = lines.get(middle);
      int order = compare(line.substring(0, line.indexOf('\t')), word);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  /// The order of code points, in which the file is.
  private static int compare(String one, String other) {
    return Arrays.compare(one.codePoints().toArray(), other.codePoints().toArray());
  }

  /// Lines of a dictionary without English.
  private record Section(int start, int end) {}

  /// A line of the English part.
  ///
  /// @param usual how usual the English word is, 0 to 9
  /// @param words by language
  /// @param sure those of them, with their language, for whose dictionary the English word is the
  ///   first
  record Entry(String english, int usual, Map<String, List<String>> words, Set<String> sure) {
    static Entry of(String line) {
      var cells = line.split("\t");
      var words = new LinkedHashMap<String, List<String>>();
      var sure = new HashSet<String>();
      for (int i = 2; i < cells.length; i++) {
        int colon = cells[i].indexOf(':');
        var language = cells[i].substring(0, colon);
        var its = new ArrayList<String>();
        for (var word : cells[i].substring(colon + 1).split(",")) {
          var plain = word.endsWith(SURE) ? word.substring(0, word.length() - 1) : word;
          its.add(plain);
          if (word.endsWith(SURE)) {
            sure.add(language + ":" + plain);
          }
        }
        words.put(language, its);
      }
      return new Entry(cells[0], Integer.parseInt(cells[1]), words, sure);
    }

    List<String> in(String language) {
      return words.getOrDefault(language, List.of());
    }
  }

  /// An English word that another stands for.
  ///
  /// @param place of that word among those of its language for the English one
  /// @param behind by how much it stands behind other senses
  record Sense(Entry entry, int place, double behind) {
    Sense {
      requireNonNull(entry, "entry");
    }
  }

  /// The lines that have a word of one language: hashes of words with their lines, in order.
  private static final class Index {
    private final long[] keys;

    Index(long[] keys) {
      this.keys = keys;
    }

    int[] lines(String folded) {
      long hash = (long) folded.hashCode() << Integer.SIZE;
      int at = Arrays.binarySearch(keys, hash);
      int start = at < 0 ? -at - 1 : at;
      int end = start;
      while (end < keys.length && keys[end] >> Integer.SIZE == folded.hashCode()) {
        end++;
      }
      return Arrays.stream(keys, start, end).mapToInt(key -> (int) key).toArray();
    }
  }

  private static final class IndexBuilder {
    private long[] keys = new long[1 << 12];
    private int size;

    void add(String folded, int line) {
      if (size == keys.length) {
        keys = Arrays.copyOf(keys, size * 2);
      }
      keys[size++] = (long) folded.hashCode() << Integer.SIZE | line;
    }

    Index index() {
      var all = Arrays.copyOf(keys, size);
      Arrays.sort(all);
      return new Index(all);
    }
  }
}
