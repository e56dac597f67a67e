package org.trawl.match;

import org.trawl.search.SearchResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.trawl.grammar.WordForms;
import org.trawl.language.Tokenizer;
import org.trawl.language.Tokens;
import org.trawl.language.Tokens.Kind;
import org.trawl.schema.TweetFields;

/// One text cut into tokens, asked for words as the index is: what the three layers would hold of
/// it.
public final class TokenView implements ShapeMatcher.Positions {
  private final String language;
  private final List<Entry> entries;

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
      Set<String> lemmas) {}

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
              written.equals(folded) ? "" : TweetFields.writtenTerm(folded, written),
              lemmas(tokens.kind(i), language, written, forms)));
    }
    return new TokenView(language, List.copyOf(entries));
  }

  private static Set<String> lemmas(Kind kind, String language, String written, WordForms forms) {
    if (kind != Kind.WORD && kind != Kind.HASHTAG) {
      return Set.of();
    }
    var terms = new HashSet<String>();
    for (var lemma : forms.lemmas(language, written)) {
      terms.add(TweetFields.formTerm(language, lemma));
    }
    return Set.copyOf(terms);
  }

  @Override
  public int[] of(WordSet word) {
    var positions = new int[entries.size()];
    int count = 0;
    for (var entry : entries) {
      if (fits(entry, word) && (count == 0 || positions[count - 1] != entry.position)) {
        positions[count++] = entry.position;
      }
    }
    return Arrays.copyOf(positions, count);
  }

  private boolean fits(Entry entry, WordSet word) {
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
  public SearchResult.Span characters(ShapeMatcher.Range range) {
    int start = Integer.MAX_VALUE;
    int end = 0;
    for (var entry : entries) {
      int width = entry.kind == Kind.PAIR ? 2 : 1;
      if (entry.position >= range.start() && entry.position + width <= range.end()) {
        start = Math.min(start, entry.start);
        end = Math.max(end, entry.end);
      }
    }
    return new SearchResult.Span(start, end);
  }

  /// Where hashtags or handles stand that are among some in lower case.
  public List<SearchResult.Span> named(
      Kind kind, java.util.function.Predicate<String> wanted, String text) {
    var spans = new ArrayList<SearchResult.Span>();
    for (var entry : entries) {
      if (entry.kind == kind) {
        var name = text.substring(entry.start + 1, entry.end);
        if (wanted.test(name.toLowerCase(java.util.Locale.ROOT))) {
          spans.add(new SearchResult.Span(entry.start, entry.end));
        }
      }
    }
    return spans;
  }
}
