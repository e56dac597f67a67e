package org.trawl.api;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.trawl.language.Folding;
import org.trawl.query.ParsedQuery;
import org.trawl.query.QueryAst;
import org.trawl.query.QueryAst.TextField;
import org.trawl.query.TextPattern;
import org.trawl.query.TextSpan;

/// A word of the query that stands for itself: in any form, of letters alone, in no phrase.
///
/// @param alternative whether it is one of several between `OR`
record PlainWord(String text, TextSpan span, boolean alternative) {
  /// Words of a query that are looked at; more are no names but a sentence.
  private static final int MOST_WORDS = 8;

  private static final int SHORTEST = 3;

  private static final int SHORTEST_IDEOGRAPHS = 2;

  private static final int NON_JOINER = 0x200C;

  /// Words that mean something else to the query language as they are.
  private static final Set<String> OPERATORS = Set.of("AND", "NOT", "NEAR");

  /// Those of a query, in its order.
  static List<PlainWord> of(ParsedQuery query) {
    var words = new ArrayList<PlainWord>();
    collect(query.ast(), false, query, words, new HashSet<>());
    return words;
  }

  String folded() {
    return Folding.fold(text);
  }

  /// The query with spellings beside this word.
  String with(List<String> spellings, String query) {
    return withParts(spellings.stream().map(PlainWord::escaped).toList(), query);
  }

  /// The query with parts of queries beside this word.
  String withParts(List<String> parts, String query) {
    var any = new StringBuilder(text);
    parts.forEach(one -> any.append(" OR ").append(one));
    return query.substring(0, span.offset())
        + (alternative ? any : "(" + any + ")")
        + query.substring(span.end());
  }

  static String escaped(String word) {
    return OPERATORS.contains(word) ? "\\" + word : word;
  }

  private static void collect(
      QueryAst part,
      boolean alternative,
      ParsedQuery query,
      List<PlainWord> words,
      Set<String> seen) {
    switch (part) {
      case QueryAst.And(var children) ->
          children.forEach(child -> collect(child, false, query, words, seen));
      case QueryAst.Or(var children) ->
          children.forEach(child -> collect(child, true, query, words, seen));
      // Whoever leaves a name out has no use for more tweets that have it.
      case QueryAst.Not _ -> {}
      case QueryAst.Text(var field, var pattern) -> {
        if (field == TextField.TWEET
            && pattern instanceof TextPattern.Word(var text, var precision)
            && precision == TextPattern.Precision.FORMS
            && isPlain(text)
            && words.size() < MOST_WORDS
            && seen.add(text)) {
          query
              .spans()
              .of(pattern)
              .map(span -> new PlainWord(span.of(query.text()), span, alternative))
              .filter(word -> word.folded().equals(Folding.fold(text)))
              .ifPresent(words::add);
        }
      }
      case QueryAst.All _, QueryAst.Operator _ -> {}
    }
  }

  private static boolean isPlain(String text) {
    int letters = text.codePointCount(0, text.length());
    boolean ideographs = text.codePoints().allMatch(Character::isIdeographic);
    return letters >= (ideographs ? SHORTEST_IDEOGRAPHS : SHORTEST) && isWord(text);
  }

  /// Whether a text is of letters alone, with their marks and the joiners that Persian has inside
  /// words.
  static boolean isWord(String text) {
    return text.codePoints()
        .allMatch(c ->
            Character.isLetter(c)
                || c == NON_JOINER
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK);
  }
}
