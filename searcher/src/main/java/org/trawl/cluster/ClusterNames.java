package org.trawl.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.trawl.grammar.WordForms;
import org.trawl.language.Folding;
import org.trawl.language.WordTerms;
import org.trawl.lucene.names.MistypedName;
import org.trawl.lucene.names.NameFinder;
import org.trawl.query.QueryAst;
import org.trawl.query.QueryAst.TextField;
import org.trawl.query.TextPattern.Precision;
import org.trawl.query.TextPattern.Word;
import org.trawl.schema.TweetFields;
import org.trawl.search.Deadline;
import org.trawl.search.NameSpelling;
import org.trawl.search.Names;
import org.trawl.search.QueryRefused;
import org.trawl.search.Translations;
import org.trawl.translation.Translator;

/// How names are spelled, and what words are in other languages: looked for in the word list,
/// counted by the cluster.
///
/// Thread-safe.
final class ClusterNames {
  private final IndexReader words;
  private final WordForms forms;
  private final NameFinder names;
  private final Translator translator;
  private final Total total;

  /// Counts the tweets that a query finds.
  interface Total {
    long of(QueryAst query, Deadline deadline) throws IOException, QueryRefused;
  }

  /// @param languages that tweets were read as
  /// @param withForms those of them that have a grammar
  ClusterNames(
      IndexReader words,
      WordForms forms,
      List<String> languages,
      List<String> withForms,
      Total total) {
    this.words = words;
    this.forms = forms;
    this.total = total;
    names = new NameFinder(words, forms, withForms);
    translator = new Translator(forms, languages);
  }

  Names names(String word, Deadline deadline) throws IOException, QueryRefused {
    var found = names.find(word, deadline);
    var spellings = new ArrayList<NameSpelling>();
    var complete = found.complete();
    for (var one : found.found()) {
      if (deadline.over()) {
        complete = false;
        break;
      }
      long tweets = total.of(word(one.text()), deadline);
      // Forms of one word find each other: nobody mistyped what finds as much.
      if (!one.meant() || tweets >= MistypedName.TIMES * total.of(word(word), deadline)) {
        spellings.add(new NameSpelling(one.text(), one.script(), tweets));
      }
    }
    spellings.sort(
        Comparator.comparingLong(NameSpelling::tweets)
            .reversed()
            .thenComparing(NameSpelling::text));
    return new Names(spellings, complete);
  }

  private static QueryAst word(String text) {
    return new QueryAst.Text(TextField.TWEET, new Word(text, Precision.FORMS));
  }

  Translations translations(String word, Deadline deadline) throws IOException, QueryRefused {
    return translator.of(word, new Counting(deadline), deadline);
  }

  private final class Counting implements Translator.Counter {
    private final Deadline deadline;

    Counting(Deadline deadline) {
      this.deadline = deadline;
    }

    @Override
    public long tweets(String text, List<String> languages) throws IOException, QueryRefused {
      return count(word(text), languages);
    }

    @Override
    public long typed(String text, List<String> languages) throws IOException, QueryRefused {
      return count(new QueryAst.Text(TextField.TWEET, new Word(text, Precision.FOLDED)), languages);
    }

    private long count(QueryAst word, List<String> languages) throws IOException, QueryRefused {
      deadline.check();
      var query =
          languages.isEmpty()
              ? word
              : QueryAst.and(List.of(word, new QueryAst.Detected(languages)));
      return total.of(query, deadline);
    }

    @Override
    public long atMost(String text, String language) throws IOException {
      long most = words.docFreq(new Term(TweetFields.TEXT, new BytesRef(Folding.fold(text))));
      for (var lemma : forms.lemmas(language, text)) {
        most += words.docFreq(new Term(TweetFields.FORMS, WordTerms.form(language, lemma)));
        most += words.docFreq(new Term(TweetFields.TEXT, lemma));
      }
      return most;
    }
  }
}
