package org.trawl.match;

import org.trawl.search.QueryRefused;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trawl.grammar.WordForms;
import org.trawl.language.Folding;
import org.trawl.language.Tokenizer;
import org.trawl.language.Tokens;
import org.trawl.language.Tokens.Kind;
import org.trawl.query.TextPattern;
import org.trawl.query.TextPattern.Precision;
import org.trawl.schema.TweetFields;

/// Makes shapes of text patterns: cuts their words as a tweet's are cut, looks up word forms, and
/// turns wildcards, fuzzy words and regular expressions into words.
///
/// Not thread-safe: made for one query.
public final class ShapeBuilder {
  private final WordForms forms;
  private final List<String> languages;
  private final WordList dictionary;
  private final Tokenizer tokenizer = new Tokenizer();
  private final Tokens tokens = new Tokens();

  /// @param languages those whose word forms count: the ones that tweets were read as
  /// @param dictionary the words that wildcards and other patterns may stand for
  public ShapeBuilder(WordForms forms, List<String> languages, WordList dictionary) {
    this.forms = forms;
    this.languages = languages;
    this.dictionary = dictionary;
  }

  public Shape build(TextPattern pattern) throws IOException, QueryRefused {
    return build(pattern, true);
  }

  private Shape build(TextPattern pattern, boolean alone) throws IOException, QueryRefused {
    return switch (pattern) {
      case TextPattern.Word(var text, var precision) -> word(text, precision);
      case TextPattern.Wildcard wildcard -> wildcard(wildcard, alone);
      case TextPattern.Fuzzy fuzzy -> fuzzy(fuzzy, alone);
      case TextPattern.Regex regex ->
          Shape.word(
              dictionary.fitting(new WordPattern.Regex(regex.pattern()), regex, alone));
      case TextPattern.AnyWord _ -> new Shape.Gap();
      case TextPattern.Phrase(var slots) -> chain(slots);
      case TextPattern.Near(var operands, int distance) -> near(all(operands), distance);
      case TextPattern.Alternatives(var alternatives) -> Shape.oneOf(all(alternatives));
    };
  }

  private List<Shape> all(List<TextPattern> patterns) throws IOException, QueryRefused {
    var shapes = new ArrayList<Shape>();
    for (var pattern : patterns) {
      shapes.add(build(pattern, false));
    }
    return shapes;
  }

  private Shape chain(List<TextPattern> slots) throws IOException, QueryRefused {
    var parts = all(slots);
    return parts.contains(Shape.NOTHING) ? Shape.NOTHING : Shape.chain(parts);
  }

  private static Shape near(List<Shape> operands, int distance) {
    return operands.contains(Shape.NOTHING) ? Shape.NOTHING : new Shape.Near(operands, distance);
  }

  private Shape word(String text, Precision precision) {
    tokenizer.tokenizeQuery(text, tokens);
    var whole = run(precision, false);
    boolean elided = false;
    for (int i = 0; i < tokens.size(); i++) {
      elided |= tokens.kind(i) == Kind.ELIDED;
    }
    // The article of "l'homme" is no form that must be there.
    return elided && precision == Precision.FORMS && tokens.size() > 1
        ? Shape.oneOf(List.of(whole, run(precision, true)))
        : whole;
  }

  private Shape run(Precision precision, boolean withoutElided) {
    var words = new ArrayList<Shape.Placed>();
    int end = 0;
    for (int i = 0; i < tokens.size(); i++) {
      var kind = tokens.kind(i);
      int position = tokens.position(i);
      end = Math.max(end, position + (kind == Kind.PAIR ? 2 : 1));
      boolean left = kind == Kind.LINK || (kind == Kind.ELIDED && withoutElided);
      if (!left && !tokens.folded(i).isEmpty()) {
        words.add(new Shape.Placed(token(i, kind, precision), position));
      }
    }
    if (words.isEmpty()) {
      return Shape.NOTHING;
    }
    int start = words.getFirst().offset();
    return new Shape.Run(
        words.stream().map(word -> new Shape.Placed(word.word(), word.offset() - start)).toList(),
        end - start);
  }

  private WordSet token(int index, Kind kind, Precision precision) {
    var folded = tokens.folded(index);
    var written = tokens.written(index);
    return switch (precision) {
      case FOLDED -> WordSet.ofFolded(Set.of(folded));
      case EXACT ->
          written.equals(folded)
              ? WordSet.ofPlain(folded)
              : WordSet.ofWritten(TweetFields.writtenTerm(folded, written));
      case FORMS ->
          kind == Kind.WORD || kind == Kind.HASHTAG
              ? forms(folded, written)
              : WordSet.ofFolded(Set.of(folded));
    };
  }

  private WordSet forms(String folded, String written) {
    var lemmas = new HashSet<String>();
    Map<String, Set<String>> own = new HashMap<>();
    for (var language : languages) {
      for (var lemma : forms.lemmas(language, written)) {
        lemmas.add(TweetFields.formTerm(language, lemma));
        if (!lemma.equals(folded) && forms.lemmas(language, lemma).equals(List.of(lemma))) {
          own.computeIfAbsent(language, l -> new HashSet<>()).add(lemma);
        }
      }
    }
    return new WordSet(Set.of(folded), lemmas, own, Set.of(), Set.of(), List.of());
  }

  private Shape wildcard(TextPattern.Wildcard wildcard, boolean alone)
      throws IOException, QueryRefused {
    var parts = new ArrayList<Shape>();
    var words = WildcardWords.of(wildcard.pattern());
    for (var word : words) {
      boolean plain = word.indexOf('*') < 0 && word.indexOf('?') < 0;
      parts.add(
          plain
              ? word(word, Precision.FOLDED)
              : Shape.word(
                  dictionary.fitting(new WordPattern.Wildcard(word), wildcard, alone && words.size() == 1)));
    }
    return parts.isEmpty() || parts.contains(Shape.NOTHING) ? Shape.NOTHING : Shape.chain(parts);
  }

  private Shape fuzzy(TextPattern.Fuzzy fuzzy, boolean alone) throws IOException, QueryRefused {
    tokenizer.tokenizeQuery(fuzzy.text(), tokens);
    var words = new ArrayList<String>();
    for (int i = 0; i < tokens.size(); i++) {
      if (!tokens.folded(i).isEmpty() && tokens.kind(i) != Kind.PAIR) {
        words.add(tokens.folded(i));
      }
    }
    if (words.isEmpty()) {
      words.add(Folding.fold(fuzzy.text()));
    }
    var parts = new ArrayList<Shape>();
    for (var word : words) {
      parts.add(
          Shape.word(
              dictionary.fitting(
                  new WordPattern.Fuzzy(word, fuzzy.edits()), fuzzy, alone && words.size() == 1)));
    }
    return Shape.chain(parts);
  }
}
