package org.trawl.lucene;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.trawl.match.Shape;
import org.trawl.match.WordSet;
import org.trawl.schema.TweetFields;

/// Turns shapes into what Lucene runs to find hits: terms and phrases where they are enough, else a
/// [PatternQuery]. Nothing scores here; see [Relevance].
public final class TextQueries {
  /// From so many terms on, alternatives are one set that is looked up.
  private static final int MANY = 64;

  private TextQueries() {}

  /// Tweets whose text has the shape.
  public static Query of(Shape shape) {
    if (shape instanceof Shape.OneOf(var shapes)) {
      return any(shapes.stream().map(TextQueries::of).toList());
    }
    if (shape instanceof Shape.Run(var words, _)) {
      if (words.size() == 1 && words.getFirst().word().plain().isEmpty()) {
        return word(words.getFirst().word());
      }
      if (words.stream().allMatch(placed -> placed.word().isFoldedOnly())) {
        return phrase(words);
      }
    }
    return new PatternQuery(shape, candidates(shape));
  }

  /// Tweets with any of many words, as sets: four thousand alternatives are a handful of lookups in
  /// order through each dictionary.
  static Query anyOf(Collection<WordSet> words) {
    var folded = new HashSet<String>();
    var lemmas = new HashSet<String>();
    var written = new HashSet<String>();
    var plain = new HashSet<String>();
    Map<String, Set<String>> own = new HashMap<>();
    for (var word : words) {
      folded.addAll(word.folded());
      lemmas.addAll(word.lemmas());
      written.addAll(word.written());
      plain.addAll(word.plain());
      word.own()
          .forEach((language, terms) ->
              own.computeIfAbsent(language, l -> new HashSet<>()).addAll(terms));
    }
    var any = word(new WordSet(folded, lemmas, own, written, Set.of(), List.of()));
    return plain.isEmpty() ? any : any(List.of(any, new PlainWordsQuery(plain)));
  }

  private static Query word(WordSet word) {
    var clauses = new ArrayList<Query>();
    clauses.addAll(terms(TweetFields.TEXT, word.folded()));
    clauses.addAll(terms(TweetFields.FORMS, word.lemmas()));
    clauses.addAll(terms(TweetFields.WRITTEN, word.written()));
    for (var own : word.own().entrySet()) {
      clauses.add(
          new BooleanQuery.Builder()
              .add(any(terms(TweetFields.TEXT, own.getValue())), Occur.MUST)
              .add(new TermQuery(new Term(TweetFields.DETECTED, own.getKey())), Occur.FILTER)
              .build());
    }
    return any(clauses);
  }

  private static List<Query> terms(String field, Set<String> terms) {
    if (terms.size() >= MANY) {
      return List.of(new TermInSetQuery(field, terms.stream().map(BytesRef::new).toList()));
    }
    return terms.stream()
        .sorted()
        .<Query>map(term -> new TermQuery(new Term(field, term)))
        .toList();
  }

  static Query any(List<Query> queries) {
    if (queries.isEmpty()) {
      return new MatchNoDocsQuery("a pattern without words");
    }
    if (queries.size() == 1) {
      return queries.getFirst();
    }
    var any = new BooleanQuery.Builder();
    queries.forEach(query -> any.add(query, Occur.SHOULD));
    return any.build();
  }

  private static Query phrase(List<Shape.Placed> words) {
    if (words.stream().anyMatch(placed -> placed.word().folded().isEmpty())) {
      return new MatchNoDocsQuery("a word that no tweet has");
    }
    if (words.stream().allMatch(placed -> placed.word().folded().size() == 1)) {
      var phrase = new PhraseQuery.Builder();
      for (var placed : words) {
        var term = placed.word().folded().iterator().next();
        phrase.add(new Term(TweetFields.TEXT, term), placed.offset());
      }
      return phrase.build();
    }
    var phrase = new MultiPhraseQuery.Builder();
    for (var placed : words) {
      phrase.add(
          placed.word().folded().stream()
              .sorted()
              .map(term -> new Term(TweetFields.TEXT, term))
              .toArray(Term[]::new),
          placed.offset());
    }
    return phrase.build();
  }

  /// Finds at least all texts with a shape: those with its words, wherever they stand.
  private static Query candidates(Shape shape) {
    return switch (shape) {
      case Shape.Run(var words, _) ->
          all(words.stream().map(placed -> candidates(placed.word())).toList());
      case Shape.Gap _ -> throw new IllegalArgumentException("a gap is no condition");
      case Shape.Chain(var parts) ->
          all(
              parts.stream()
                  .filter(part -> !(part instanceof Shape.Gap))
                  .map(TextQueries::candidates)
                  .toList());
      case Shape.OneOf(var shapes) -> any(shapes.stream().map(TextQueries::candidates).toList());
      case Shape.Near(var operands, _) ->
          all(operands.stream().map(TextQueries::candidates).toList());
    };
  }

  private static Query candidates(WordSet word) {
    if (word.plain().isEmpty()) {
      return word(word);
    }
    return any(List.of(word(word), any(terms(TweetFields.TEXT, word.plain()))));
  }

  private static Query all(List<Query> queries) {
    if (queries.size() == 1) {
      return queries.getFirst();
    }
    var all = new BooleanQuery.Builder();
    queries.forEach(query -> all.add(query, Occur.FILTER));
    return all.build();
  }
}
