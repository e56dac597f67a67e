package org.trawl.lucene.names;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum.SeekStatus;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.trawl.language.WordTerms;
import org.trawl.schema.TweetFields;

/// How tweets write a folded word.
///
/// @param mostly the way of most of them that has letters only, so no possessive
/// @param tweets that have the word
/// @param capitalised those of them that begin it with a capital
record WrittenForms(String mostly, long tweets, long capitalised) {
  static WrittenForms of(IndexReader reader, String folded) throws IOException {
    long tweets = reader.docFreq(new Term(TweetFields.TEXT, new BytesRef(folded)));
    var mostly = folded;
    long most = 0;
    long capitalised = 0;
    long others = 0;
    var terms = MultiTerms.getTerms(reader, TweetFields.WRITTEN);
    if (terms != null) {
      var prefix = new BytesRef(WordTerms.writtenPrefix(folded));
      var forms = terms.iterator();
      var first = forms.seekCeil(prefix) == SeekStatus.END ? null : forms.term();
      for (var form = first; form != null && isOf(prefix, form); form = forms.next()) {
        var written = form.utf8ToString().substring(folded.length() + 1);
        long count = forms.docFreq();
        others += count;
        capitalised += Character.isUpperCase(written.codePointAt(0)) ? count : 0;
        if (count > most && written.codePoints().allMatch(Character::isLetter)) {
          most = count;
          mostly = written;
        }
      }
    }
    // A tweet may write a word in several ways, so this is the least that write it as folded.
    return new WrittenForms(tweets - others > most ? folded : mostly, tweets, capitalised);
  }

  private static boolean isOf(BytesRef prefix, BytesRef form) {
    return StringHelper.startsWith(form, prefix);
  }

  /// Whether tweets write it as names are written; of a script without capitals that cannot be
  /// told.
  boolean isCapitalised() {
    return 2 * capitalised >= tweets;
  }

  /// Whether hardly any tweet writes it otherwise.
  boolean isMostlyCapitalised() {
    return 5 * capitalised >= 4 * tweets;
  }
}
