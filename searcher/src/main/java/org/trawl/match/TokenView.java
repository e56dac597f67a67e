package org.trawl.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trawl.grammar.WordForms;
import org.trawl.language.Tokenizer;
import org.trawl.language.Tokens;
import org.trawl.language.Tokens.Kind;
import org.trawl.language.WordTerms;
import org.trawl.search.SearchResult;

/// One text cut into tokens, asked for words as the index is: what the three layers would hold of
/// it.
public final class TokenView implements ShapeMatcher.Positions {
  private final String language;
  private final List<Entry> entries;

  /// By position, the characters of words that were found with their sign or joined: more than the
  /// position's own.
  private final Map<Integer, SearchResult.Span> extents = new HashMap<>();

  /// A token.
  ///
  /// @param written its term in the layer of spellings; empty if it is spelled as folded
  /// @param lemmas the terms of its lemmas, also of one that the layer of word forms leaves out
  private record Entry(
      Kind kind,
      int start,
      int end,
      int position,
      String folded,
      String written,
      Set<String> lemmas) {
    /// Whether it stands beside the word that has its position.
    boolean isBeside() {
      return kind == Kind.SIGNED || kind == Kind.JOINED;
    }
  }

  private TokenView(String language, List<Entry> entries) {
    this.language = language;
    this.entries = entries;
  }

  /// @param language what the text was read as
  public static TokenView of(String text, String language, WordForms forms, Tokenizer tokenizer) {
    var tokens = new Tokens();
    tokenizer.tokenize(text, tokens);
    var entries = new ArrayList<Entry>(tokens.size());
    for (int i = 0; i < tokens.size(); i++) {
      var folded = tokens.folded(i);
      if (tokens.kind(i) == Kind.LINK || folded.isEmpty()) {
        continue;
      }
      var written = tokens.written(i);
      entries.add(
          new Entry(
              tokens.kind(i),
              tokens.start(i),
              tokens.end(i),
              tokens.position(i),
              folded,
              written.equals(folded) ? "" : WordTerms.written(folded, written),
              lemmas(tokens.kind(i), language, folded, written, forms)));
    }
    return new TokenView(language, List.copyOf(entries));
  }

  private static Set<String> lemmas(
      Kind kind, String language, String folded, String written, WordForms forms) {
    if (kind != Kind.WORD && kind != Kind.HASHTAG && kind != Kind.JOINED) {
      return Set.of();
    }
    var terms = new HashSet<String>();
    if (kind == Kind.JOINED) {
      terms.add(WordTerms.joined(folded));
    }
    for (var lemma : forms.lemmas(language, written)) {
      terms.add(WordTerms.form(language, lemma));
    }
    return Set.copyOf(terms);
  }

  @Override
  public int[] of(WordSet word) {
    var positions = new int[entries.size()];
    int count = 0;
    for (var entry : entries) {
      if (!fits(entry, word)) {
        continue;
      }
      if (count == 0 || positions[count - 1] != entry.position) {
        positions[count++] = entry.position;
      }
      if (entry.isBeside()) {
        extents.merge(
            entry.position, new SearchResult.Span(entry.start, entry.end), TokenView::both);
      }
    }
    return Arrays.copyOf(positions, count);
  }

  private static SearchResult.Span both(SearchResult.Span a, SearchResult.Span b) {
    return new SearchResult.Span(Math.min(a.start(), b.start()), Math.max(a.end(), b.end()));
  }

  private boolean fits(Entry entry, WordSet word) {
    if (entry.kind == Kind.JOINED) {
      return entry.lemmas.stream().anyMatch(word.lemmas()::contains);
    }
    if (word.folded().contains(entry.folded)
        || (entry.written.isEmpty()
            ? word.plain().contains(entry.folded)
            : word.written().contains(entry.written))) {
      return true;
    }
    for (var lemma : entry.lemmas) {
      if (word.lemmas().contains(lemma)) {
        return true;
      }
    }
    var own = word.own().get(language);
    if (own != null && own.contains(entry.folded)) {
      return true;
    }
    for (var pattern : word.patterns()) {
      if (pattern.test(entry.folded)) {
        return true;
      }
    }
    return false;
  }

  /// The characters of some positions: from the first token's start to the last one's end.
  public SearchResult.Span characters(ShapeMatcher.Span range) {
    int start = Integer.MAX_VALUE;
    int end = 0;
    for (var entry : entries) {
      int width = entry.kind == Kind.PAIR ? 2 : 1;
      if (!entry.isBeside()
          && entry.position >= range.start()
          && entry.position + width <= range.end()) {
        start = Math.min(start, entry.start);
        end = Math.max(end, entry.end);
      }
    }
    var own = new SearchResult.Span(start, end);
    for (int position = range.start(); position < range.end(); position++) {
      var extent = extents.get(position);
      own = extent == null ? own : both(own, extent);
    }
    return own;
  }

  /// Where handles stand that are among some in lower case.
  public List<SearchResult.Span> mentions(
      java.util.function.Predicate<String> wanted, String text) {
    var spans = new ArrayList<SearchResult.Span>();
    for (var entry : entries) {
      if (entry.kind == Kind.MENTION) {
        var name = text.substring(entry.start + 1, entry.end);
        if (wanted.test(name.toLowerCase(java.util.Locale.ROOT))) {
          spans.add(new SearchResult.Span(entry.start, entry.end));
        }
      }
    }
    return spans;
  }
}
