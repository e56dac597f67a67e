package org.trawl.lucene.names;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.trawl.grammar.WordForms;
import org.trawl.language.Folding;
import org.trawl.language.WordTerms;
import org.trawl.query.QueryAst;
import org.trawl.query.QueryAst.TextField;
import org.trawl.query.TextPattern.Precision;
import org.trawl.query.TextPattern.Word;
import org.trawl.schema.TweetFields;
import org.trawl.search.Deadline;
import org.trawl.search.QueryRefused;
import org.trawl.search.Translations;
import org.trawl.translation.Translator;

/// What words are in other languages, with the tweets that have it; remembers what it was asked, as
/// the index does not change. Thread-safe.
public final class TranslationDirectory {
  private static final int REMEMBERED = 2_000;

  private final IndexReader reader;
  private final IndexSearcher searcher;
  private final WordForms forms;
  private final Hits hits;
  private final Translator translator;
  private final Map<String, Translations> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Translations> eldest) {
          return size() > REMEMBERED;
        }
      };

  /// Counts the tweets that a query finds.
  public interface Hits {
    /// @throws Deadline.Over if it was over before
    long total(QueryAst query, Deadline deadline) throws IOException, QueryRefused;
  }

  /// @param languages that tweets were read as
  public TranslationDirectory(
      IndexReader reader, WordForms forms, Hits hits, List<String> languages) {
    this.reader = reader;
    this.forms = forms;
    this.hits = hits;
    searcher = new IndexSearcher(reader);
    translator = new Translator(forms, languages);
  }

  /// What a word is in other languages.
  public Translations of(String word, Deadline deadline) throws IOException, QueryRefused {
    synchronized (known) {
      var before = known.get(word);
      if (before != null) {
        return before;
      }
    }
    var found = translator.of(word, new Counting(deadline), deadline);
    if (found.complete()) {
      synchronized (known) {
        known.put(word, found);
      }
    }
    return found;
  }

  /// Counts over the index; what is asked again while one word is looked for is not counted again.
  private final class Counting implements Translator.Counter {
    private final Deadline deadline;
    private final Map<List<Object>, Long> counted = new HashMap<>();

    Counting(Deadline deadline) {
      this.deadline = deadline;
    }

    @Override
    public long tweets(String text, List<String> languages) throws IOException, QueryRefused {
      var key = List.<Object>of(text, languages);
      var before = counted.get(key);
      if (before != null) {
        return before;
      }
      deadline.check();
      long found =
          languages.isEmpty() || !isTerm(text)
              ? hits.total(query(text, languages), deadline)
              : searcher.count(within(text, languages));
      counted.put(key, found);
      return found;
    }

    @Override
    public long typed(String word, List<String> languages) throws IOException, QueryRefused {
      if (!isTerm(word)) {
        return tweets(word, languages);
      }
      var folded = new BytesRef(Folding.fold(word));
      var any = new BooleanQuery.Builder();
      languages.forEach(language ->
          any.add(new TermQuery(new Term(TweetFields.DETECTED, language)), Occur.SHOULD));
      return searcher.count(
          new BooleanQuery.Builder()
              .add(new TermQuery(new Term(TweetFields.TEXT, folded)), Occur.FILTER)
              .add(any.build(), Occur.FILTER)
              .build());
    }

    @Override
    public long atMost(String word, String language) throws IOException {
      var folded = new BytesRef(Folding.fold(word));
      long most = reader.docFreq(new Term(TweetFields.TEXT, folded));
      for (var lemma : forms.lemmas(language, word)) {
        most += reader.docFreq(new Term(TweetFields.FORMS, WordTerms.form(language, lemma)));
        most += reader.docFreq(new Term(TweetFields.TEXT, lemma));
      }
      return most;
    }
  }

  /// Whether a text is one term of the index, as words between blanks are.
  private static boolean isTerm(String text) {
    return text.codePoints().allMatch(c -> Character.isLetter(c) && !Character.isIdeographic(c));
  }

  /// The tweets of these languages that have a word in any form: what the query language finds with
  /// `detected:`, without asking the grammars of all other languages.
  private Query within(String word, List<String> languages) {
    var any = new BooleanQuery.Builder();
    for (var language : languages) {
      var read = new TermQuery(new Term(TweetFields.DETECTED, language));
      var spellings = new LinkedHashSet<>(List.of(Folding.fold(word)));
      for (var lemma : forms.lemmas(language, word)) {
        any.add(
            new TermQuery(new Term(TweetFields.FORMS, WordTerms.form(language, lemma))),
            Occur.SHOULD);
        spellings.add(lemma);
      }
      for (var spelling : spellings) {
        any.add(
            new BooleanQuery.Builder()
                .add(new TermQuery(new Term(TweetFields.TEXT, spelling)), Occur.FILTER)
                .add(read, Occur.FILTER)
                .build(),
            Occur.SHOULD);
      }
    }
    return any.build();
  }

  private static QueryAst query(String text, List<String> languages) {
    var words = new Word(text, Precision.FORMS);
    var query = new QueryAst.Text(TextField.TWEET, words);
    return languages.isEmpty()
        ? query
        : QueryAst.and(List.of(query, new QueryAst.Detected(languages)));
  }
}
