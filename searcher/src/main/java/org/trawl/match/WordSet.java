package org.trawl.match;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What may stand at one position of a text, in the terms of its three layers (see
/// [org.trawl.schema.TweetFields]). A token fits if any of these does.
///
/// @param folded folded tokens
/// @param lemmas terms of the layer of word forms
/// @param own by language: folded tokens that are their own only lemma in it, so that the layer of
///   word forms leaves them out; they fit in texts of that language
/// @param written terms of the layer of spellings
/// @param plain folded tokens that fit where they are spelled like that
/// @param patterns what folded tokens may pass instead; empty for the index's own texts, whose
///   words are listed in `folded`
public record WordSet(
    Set<String> folded,
    Set<String> lemmas,
    Map<String, Set<String>> own,
    Set<String> written,
    Set<String> plain,
    List<Predicate<String>> patterns) {
  public WordSet {
    folded = Set.copyOf(folded);
    lemmas = Set.copyOf(lemmas);
    own = Map.copyOf(own);
    written = Set.copyOf(written);
    plain = Set.copyOf(plain);
    patterns = List.copyOf(patterns);
  }

  public static WordSet ofFolded(Set<String> folded) {
    return new WordSet(folded, Set.of(), Map.of(), Set.of(), Set.of(), List.of());
  }

  public static WordSet ofWritten(String term) {
    return new WordSet(Set.of(), Set.of(), Map.of(), Set.of(term), Set.of(), List.of());
  }

  public static WordSet ofPlain(String folded) {
    return new WordSet(Set.of(), Set.of(), Map.of(), Set.of(), Set.of(folded), List.of());
  }

  public static WordSet ofPattern(Predicate<String> pattern) {
    return new WordSet(Set.of(), Set.of(), Map.of(), Set.of(), Set.of(), List.of(pattern));
  }

  /// Whether folded tokens are all there is.
  public boolean isFoldedOnly() {
    return lemmas.isEmpty()
        && own.isEmpty()
        && written.isEmpty()
        && plain.isEmpty()
        && patterns.isEmpty();
  }

  /// What fits one or the other.
  public WordSet or(WordSet other) {
    var together = new HashMap<String, Set<String>>(own);
    other.own.forEach((language, words) -> together.merge(language, words, WordSet::union));
    return new WordSet(
        union(folded, other.folded),
        union(lemmas, other.lemmas),
        together,
        union(written, other.written),
        union(plain, other.plain),
        Stream.concat(patterns.stream(), other.patterns.stream()).toList());
  }

  private static Set<String> union(Set<String> a, Set<String> b) {
    requireNonNull(b, "b");
    if (a.isEmpty()) {
      return b;
    }
    if (b.isEmpty()) {
      return a;
    }
    var union = new HashSet<>(a);
    union.addAll(b);
    return union;
  }
}
