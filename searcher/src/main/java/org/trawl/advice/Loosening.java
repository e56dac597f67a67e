package org.trawl.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.trawl.match.HashLabel;
import org.trawl.query.QueryAst;
import org.trawl.query.TextPattern;
import org.trawl.query.TextPattern.Precision;
import org.trawl.query.TextPattern.Word;
import org.trawl.search.Repair.Looseness;

/// Makes trees that ask less closely for the same words. What stands behind a minus stays as it is:
/// loosened, it would find less.
final class Loosening {
  private Loosening() {}

  /// The same part asked less closely; empty if there is nothing to loosen in it so.
  static Optional<QueryAst> of(QueryAst clause, Looseness how) {
    var loosened =
        switch (how) {
          case ANY_CASE -> words(clause, word -> as(word, Precision.EXACT, Precision.FOLDED));
          case ANY_FORM -> texts(clause, Loosening::anyForm);
          case NAME_BEGINS -> leaves(clause, leaf -> HashLabel.begins(leaf).orElse(leaf));
          case WORDS_ANYWHERE -> texts(clause, Loosening::wordsAnywhere);
        };
    return loosened.equals(clause) ? Optional.empty() : Optional.of(loosened);
  }

  /// A tree with its leaves replaced, but for those behind a minus.
  static QueryAst leaves(QueryAst ast, UnaryOperator<QueryAst> change) {
    return switch (ast) {
      case QueryAst.And(var children) -> QueryAst.and(leaves(children, change));
      case QueryAst.Or(var children) -> QueryAst.or(leaves(children, change));
      case QueryAst.Not _ -> ast;
      case QueryAst.All _, QueryAst.Text _, QueryAst.Operator _ -> change.apply(ast);
    };
  }

  private static List<QueryAst> leaves(List<QueryAst> asts, UnaryOperator<QueryAst> change) {
    return asts.stream().map(ast -> leaves(ast, change)).toList();
  }

  private static QueryAst texts(QueryAst ast, Function<QueryAst.Text, QueryAst> change) {
    return leaves(ast, leaf -> leaf instanceof QueryAst.Text text ? change.apply(text) : leaf);
  }

  /// A tree with the words that it asks for replaced, in phrases too.
  static QueryAst words(QueryAst ast, UnaryOperator<Word> change) {
    return texts(ast, text -> new QueryAst.Text(text.field(), words(text.pattern(), change)));
  }

  private static TextPattern words(TextPattern pattern, UnaryOperator<Word> change) {
    return switch (pattern) {
      case Word word -> change.apply(word);
      case TextPattern.Phrase(var slots) -> new TextPattern.Phrase(all(slots, change));
      case TextPattern.Near(var operands, int distance) ->
          new TextPattern.Near(all(operands, change), distance);
      case TextPattern.Alternatives(var patterns) ->
          new TextPattern.Alternatives(all(patterns, change));
      case TextPattern.Wildcard _,
          TextPattern.Fuzzy _,
          TextPattern.Regex _,
          TextPattern.AnyWord _ ->
          pattern;
    };
  }

  private static List<TextPattern> all(List<TextPattern> patterns, UnaryOperator<Word> change) {
    return patterns.stream().map(pattern -> words(pattern, change)).toList();
  }

  private static Word as(Word word, Precision from, Precision to) {
    return word.precision() == from ? new Word(word.text(), to) : word;
  }

  private static QueryAst anyForm(QueryAst.Text text) {
    return text.pattern() instanceof Word word
        ? new QueryAst.Text(text.field(), as(word, Precision.FOLDED, Precision.FORMS))
        : text;
  }

  private static QueryAst wordsAnywhere(QueryAst.Text text) {
    return switch (text.pattern()) {
      case TextPattern.Phrase _, TextPattern.Near _ ->
          QueryAst.and(anywhere(text.field(), text.pattern()));
      case Word _,
          TextPattern.Wildcard _,
          TextPattern.Fuzzy _,
          TextPattern.Regex _,
          TextPattern.AnyWord _,
          TextPattern.Alternatives _ ->
          text;
    };
  }

  /// What must be there for a pattern to fit, one by one.
  private static List<QueryAst> anywhere(QueryAst.TextField field, TextPattern pattern) {
    return switch (pattern) {
      case TextPattern.Phrase(var slots) -> each(field, slots);
      case TextPattern.Near(var operands, _) -> each(field, operands);
      case TextPattern.AnyWord _ -> List.of();
      case TextPattern.Alternatives(var patterns) ->
          List.of(
              QueryAst.or(patterns.stream().map(p -> QueryAst.and(anywhere(field, p))).toList()));
      case Word word ->
          List.of(new QueryAst.Text(field, as(word, Precision.FOLDED, Precision.FORMS)));
      case TextPattern.Wildcard _, TextPattern.Fuzzy _, TextPattern.Regex _ ->
          List.of(new QueryAst.Text(field, pattern));
    };
  }

  private static List<QueryAst> each(QueryAst.TextField field, List<TextPattern> patterns) {
    var all = new ArrayList<QueryAst>();
    patterns.forEach(pattern -> all.addAll(anywhere(field, pattern)));
    return all;
  }
}
