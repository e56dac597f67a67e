package org.trawl.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.trawl.lucene.PatternQuery;
import org.trawl.lucene.PlainWordsQuery;
import org.trawl.schema.TweetFields;
import org.trawl.search.QueryRefused;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Puts a compiled query into the language of a cluster.
final class LuceneDsl {
  /// From so many terms of one field on, alternatives are sent as a list.
  private static final int LIST = 16;

  private final Verifier verifier;

  /// Finds what no query of a cluster can.
  interface Verifier {
    /// The tweets that a pattern lies in.
    ObjectNode found(PatternQuery pattern, ObjectNode candidates) throws IOException, QueryRefused;
  }

  LuceneDsl(Verifier verifier) {
    this.verifier = verifier;
  }

  ObjectNode of(Query query) throws IOException, QueryRefused {
    return switch (query) {
      case DslQuery own -> own.dsl();
      case MatchAllDocsQuery _ -> Dsl.all();
      case MatchNoDocsQuery _ -> Dsl.none();
      case TermQuery term -> term(term.getTerm());
      case TermInSetQuery terms -> terms(terms);
      case PlainWordsQuery words ->
          Dsl.terms(
              ClusterSchema.LAYERS,
              words.words().stream().map(word -> LayerText.PLAIN + word).toList());
      case PhraseQuery phrase -> phrase(phrase.getTerms(), phrase.getPositions());
      case MultiPhraseQuery phrase -> phrase(phrase.getTermArrays(), phrase.getPositions());
      case PatternQuery pattern -> pattern(pattern);
      case BoostQuery boosted -> of(boosted.getQuery());
      case ConstantScoreQuery constant -> of(constant.getQuery());
      case BooleanQuery all -> bool(all);
      default -> throw new IllegalStateException("no query of a cluster: " + query.getClass());
    };
  }

  private ObjectNode pattern(PatternQuery pattern) throws IOException, QueryRefused {
    var phrase = PhraseText.of(pattern.shape());
    return phrase.isPresent() ? phrase.get() : verifier.found(pattern, of(pattern.candidates()));
  }

  private ObjectNode bool(BooleanQuery all) throws IOException, QueryRefused {
    var every = new ArrayList<JsonNode>();
    var any = new ArrayList<JsonNode>();
    var none = new ArrayList<JsonNode>();
    var terms = new ArrayList<String>();
    for (var clause : all.clauses()) {
      if (clause.isRequired()) {
        every.add(of(clause.query()));
      } else if (clause.isProhibited()) {
        none.add(of(clause.query()));
      } else if (clause.query() instanceof TermQuery word && isOfText(word.getTerm())) {
        terms.add(layer(word.getTerm()));
      } else {
        any.add(of(clause.query()));
      }
    }
    if (terms.size() >= LIST) {
      any.add(Dsl.terms(ClusterSchema.LAYERS, terms));
    } else {
      terms.forEach(term -> any.add(Dsl.term(ClusterSchema.LAYERS, term)));
    }
    if (!any.isEmpty() && (every.isEmpty() || all.getMinimumNumberShouldMatch() > 0)) {
      every.add(Dsl.any(any));
    }
    return Dsl.every(every, none);
  }

  private static ObjectNode term(Term term) {
    return isOfText(term)
        ? Dsl.term(ClusterSchema.LAYERS, layer(term))
        : Dsl.term(term.field(), term.text());
  }

  private static ObjectNode terms(TermInSetQuery query) throws IOException {
    var terms = new ArrayList<String>();
    var each = query.getBytesRefIterator();
    var field = query.getField();
    for (var bytes = each.next(); bytes != null; bytes = each.next()) {
      var term = new Term(field, bytes.utf8ToString());
      terms.add(isOfText(term) ? layer(term) : term.text());
    }
    var ofText = isOfText(new Term(field, ""));
    return Dsl.terms(ofText ? ClusterSchema.LAYERS : field, terms);
  }

  private static boolean isOfText(Term term) {
    return switch (term.field()) {
      case TweetFields.TEXT, TweetFields.FORMS, TweetFields.WRITTEN -> true;
      default -> false;
    };
  }

  /// A term of a layer as it stands in the one field of all layers.
  private static String layer(Term term) {
    return switch (term.field()) {
      case TweetFields.TEXT -> LayerText.FOLDED + term.text();
      case TweetFields.FORMS -> LayerText.FORM + term.text();
      case TweetFields.WRITTEN -> LayerText.WRITTEN + term.text();
      default -> throw new IllegalArgumentException("no layer of the text: " + term);
    };
  }

  private static ObjectNode phrase(Term[] terms, int[] positions) {
    return phrase(
        Arrays.stream(terms).map(term -> new Term[] {term}).toArray(Term[][]::new), positions);
  }

  private static ObjectNode phrase(Term[][] terms, int[] positions) {
    var text = new LayerText();
    for (int i = 0; i < terms.length; i++) {
      for (var term : terms[i]) {
        text.add(positions[i] - positions[0], layer(term));
      }
    }
    return Dsl.object("match_phrase", Dsl.object().put(ClusterSchema.LAYERS, text.text()));
  }

  /// The parts of an address, one after the other.
  static ObjectNode address(List<String> parts) {
    var text = new LayerText();
    for (int i = 0; i < parts.size(); i++) {
      text.add(i, parts.get(i));
    }
    return Dsl.object("match_phrase", Dsl.object().put(TweetFields.URL, text.text()));
  }
}
