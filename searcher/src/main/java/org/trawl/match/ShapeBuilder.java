package org.trawl.match;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trawl.grammar.WordForms;
import org.trawl.language.Folding;
import org.trawl.language.Tokenizer;
import org.trawl.language.Tokens;
import org.trawl.language.Tokens.Kind;
import org.trawl.language.WordTerms;
import org.trawl.query.TextPattern;
import org.trawl.query.TextPattern.Precision;
import org.trawl.search.QueryRefused;

/// Makes shapes of text patterns: cuts their words as a tweet's are cut, looks up word forms, and
/// turns wildcards, fuzzy words and regular expressions into words.
///
/// Not thread-safe: made for one query.
public final class ShapeBuilder {
  private final WordForms forms;
  private final List<String> languages;
  private final TermDictionary dictionary;
  private final Tokenizer tokenizer = new Tokenizer();
  private final Tokens tokens = new Tokens();

  /// @param languages those whose word forms count: the ones that tweets were read as
  /// @param dictionary the words that wildcards and other patterns may stand for
  public ShapeBuilder(WordForms forms, List<String> languages, TermDictionary dictionary) {
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
          Shape.word(dictionary.fitting(new WordPattern.Regex(regex.pattern()), regex, alone));
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
    if (precision != Precision.FORMS || tokens.size() < 2) {
      return whole;
    }
    var ways = new ArrayList<Shape>();
    ways.add(whole);
    if (hasElided()) {
      // The article of "l'homme" is no form that must be there.
      ways.add(run(precision, true));
    }
    joined().ifPresent(ways::add);
    return ways.size() == 1 ? whole : Shape.oneOf(ways);
  }

  private boolean hasElided() {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.kind(i) == Kind.ELIDED) {
        return true;
      }
    }
    return false;
  }

  /// All of what was typed as one word, where a hyphen or an apostrophe joins it: `email` for
  /// `e-mail`.
  private Optional<Shape> joined() {
    int last = tokens.size() - 1;
    for (int i = 0; i <= last; i++) {
      if (tokens.kind(i) == Kind.JOINED
          && tokens.start(i) == tokens.start(0)
          && tokens.end(i) == tokens.end(last)
          && !tokens.folded(i).isEmpty()) {
        return Optional.of(Shape.word(forms(tokens.folded(i), tokens.written(i))));
      }
    }
    return Optional.empty();
  }

  private Shape run(Precision precision, boolean withoutElided) {
    var words = new ArrayList<Shape.Placed>();
    int end = 0;
    for (int i = 0; i < tokens.size(); i++) {
      var kind = tokens.kind(i);
      int position = tokens.position(i);
      end = Math.max(end, position + (kind == Kind.PAIR ? 2 : 1));
      boolean left =
          kind == Kind.LINK
              || kind == Kind.JOINED
              || (kind == Kind.ELIDED && withoutElided)
              || hasSign(i);
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

  /// Whether the next token is the same word with its sign, which says more.
  private boolean hasSign(int index) {
    return tokens.kind(index) != Kind.SIGNED
        && (isSigned(index - 1, tokens.position(index))
            || isSigned(index + 1, tokens.position(index)));
  }

  private boolean isSigned(int index, int position) {
    return index >= 0
        && index < tokens.size()
        && tokens.kind(index) == Kind.SIGNED
        && tokens.position(index) == position;
  }

  private WordSet token(int index, Kind kind, Precision precision) {
    var folded = tokens.folded(index);
    var written = tokens.written(index);
    return switch (precision) {
      case FOLDED -> WordSet.ofFolded(WrittenAlike.inThisForm(folded));
      case EXACT ->
          written.equals(folded)
              ? WordSet.ofPlain(folded)
              : WordSet.ofWritten(WordTerms.written(folded, written));
      case FORMS ->
          kind == Kind.WORD || kind == Kind.HASHTAG
              ? forms(folded, written)
              : WordSet.ofFolded(Set.of(folded));
    };
  }

  private WordSet forms(String folded, String written) {
    var lemmas = new HashSet<String>();
    Map<String, Set<String>> own = new HashMap<>();
    lemmas.add(WordTerms.joined(folded));
    for (var language : languages) {
      for (var lemma : forms.lemmas(language, written)) {
        lemmas.add(WordTerms.form(language, lemma));
        lemmas.add(WordTerms.joined(lemma));
        if (!lemma.equals(folded) && forms.lemmas(language, lemma).equals(List.of(lemma))) {
          own.computeIfAbsent(language, l -> new HashSet<>()).add(lemma);
        }
      }
    }
    return new WordSet(
        WrittenAlike.inAnyForm(folded),
        lemmas,
        own,
        WrittenAlike.inCapitals(folded),
        Set.of(),
        List.of());
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
                  dictionary.fitting(
                      new WordPattern.Wildcard(word), wildcard, alone && words.size() == 1)));
    }
    return parts.isEmpty() || parts.contains(Shape.NOTHING) ? Shape.NOTHING : Shape.chain(parts);
  }

  private Shape fuzzy(TextPattern.Fuzzy fuzzy, boolean alone) throws IOException, QueryRefused {
    tokenizer.tokenizeQuery(fuzzy.text(), tokens);
    var words = new ArrayList<String>();
    for (int i = 0; i < tokens.size(); i++) {
      boolean word =
          switch (tokens.kind(i)) {
            case WORD, ELIDED, HASHTAG, MENTION, CASHTAG, EMOJI, CHARACTER -> true;
            case PAIR, SIGNED, JOINED, LINK -> false;
          };
      if (word && !tokens.folded(i).isEmpty()) {
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
