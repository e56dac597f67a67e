package org.trawl.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.trawl.lucene.names.MistypedName;
import org.trawl.lucene.names.NameFinder;
import org.trawl.query.QueryAst;
import org.trawl.query.QueryAst.TextField;
import org.trawl.query.TextPattern.Precision;
import org.trawl.query.TextPattern.Word;
import org.trawl.search.Deadline;
import org.trawl.search.NameSpelling;
import org.trawl.search.Names;
import org.trawl.search.QueryRefused;

/// The spellings of names with the tweets that have them; remembers what it was asked, as the index
/// does not change. Thread-safe.
final class NameDirectory {
  private static final int REMEMBERED = 2_000;

  private final NameFinder names;
  private final QueryCompiler compiler;
  private final HitFinder hits;
  private final Map<String, Names> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Names> eldest) {
          return size() > REMEMBERED;
        }
      };

  NameDirectory(NameFinder names, QueryCompiler compiler, HitFinder hits) {
    this.names = names;
    this.compiler = compiler;
    this.hits = hits;
  }

  Names of(String word, Deadline deadline) throws IOException, QueryRefused {
    synchronized (known) {
      var before = known.get(word);
      if (before != null) {
        return before;
      }
    }
    var found = count(word, names.find(word, deadline), deadline);
    if (found.complete()) {
      synchronized (known) {
        known.put(word, found);
      }
    }
    return found;
  }

  private Names count(String typed, NameFinder.Result found, Deadline deadline)
      throws IOException, QueryRefused {
    var spellings = new ArrayList<NameSpelling>();
    var complete = found.complete();
    for (var one : found.found()) {
      try {
        var tweets = tweets(one.text(), deadline);
        complete &= tweets.complete();
        // Forms of one word find each other: nobody mistyped what finds as much.
        if (tweets.complete()
            && (!one.meant()
                || tweets.total() >= MistypedName.TIMES * tweets(typed, deadline).total())) {
          spellings.add(new NameSpelling(one.text(), one.script(), tweets.total()));
        }
      } catch (Deadline.Over e) {
        complete = false;
        break;
      }
    }
    spellings.sort(
        Comparator.comparingLong(NameSpelling::tweets)
            .reversed()
            .thenComparing(NameSpelling::text));
    return new Names(spellings, complete);
  }

  private HitSet tweets(String word, Deadline deadline) throws IOException, QueryRefused {
    var text = new QueryAst.Text(TextField.TWEET, new Word(word, Precision.FORMS));
    return hits.find(compiler.compile(text, deadline).query(), deadline);
  }
}
