package org.trawl.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.trawl.index.PublishedIndex;
import org.trawl.language.Folding;
import org.trawl.schema.TweetFields;

/// Chooses what the order of hits is judged by: tweets with their most telling words, and frequent
/// words. The same tweets give the same choice, in whatever order they were indexed.
final class JudgedWords {
  /// Shorter ones are mostly function words, and parts of words such as `didn` are none.
  private static final int LETTERS = 4;

  private static final Pattern ASIDE = Pattern.compile("https?://\\S*|[@#]\\S+|\\b[RM]T\\b");
  private static final Pattern WORD =
      Pattern.compile("(?<![\\p{L}\\p{N}_'’])\\p{L}{" + LETTERS + ",}(?![\\p{L}\\p{N}_'’])");

  private final IndexReader reader;
  private final TweetReader tweets;

  JudgedWords(PublishedIndex index, TweetReader tweets) {
    this.reader = index.reader();
    this.tweets = tweets;
  }

  /// A tweet to look for.
  ///
  /// @param words two or three of it, separated by spaces, in lower case
  record Item(RankedHit tweet, String words) {}

  private record Counted(String word, int tweets) {}

  /// Tweets drawn by their ids, with their rarest words.
  ///
  /// @param leastTweets that a word must have to count: words of one tweet find it in any order
  List<Item> items(int count, int leastTweets) throws IOException {
    var items = new ArrayList<Item>();
    for (var doc : drawn(count * 4)) {
      if (items.size() == count) {
        break;
      }
      var tweet = tweets.tweet(doc);
      var words = telling(tweet.content().text(), leastTweets, 2 + items.size() % 2);
      if (!words.isEmpty()) {
        items.add(new Item(RankedHit.of(tweet), words));
      }
    }
    return items;
  }

  private record Drawn(int doc, long lot) {}

  private List<Integer> drawn(int count) throws IOException {
    var lots = new ArrayList<Drawn>(reader.maxDoc());
    for (var leaf : reader.leaves()) {
      var ids = DocValues.getNumeric(leaf.reader(), TweetFields.ID);
      for (var doc = ids.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = ids.nextDoc()) {
        lots.add(new Drawn(leaf.docBase + doc, mixed(ids.longValue())));
      }
    }
    lots.sort(Comparator.comparingLong(Drawn::lot));
    return lots.stream().limit(count).map(Drawn::doc).toList();
  }

  /// The finalizer of MurmurHash3.
  private static long mixed(long id) {
    var mixed = (id ^ (id >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 33);
  }

  /// The rarest words of a text; empty if it has too few to tell it from others.
  private String telling(String text, int leastTweets, int count) throws IOException {
    var words = new ArrayList<Counted>();
    var matcher = WORD.matcher(ASIDE.matcher(text).replaceAll(" "));
    while (matcher.find()) {
      var word = Folding.fold(matcher.group());
      var found = reader.docFreq(new Term(TweetFields.TEXT, word));
      var counted = new Counted(word, found);
      if (found >= leastTweets && !words.contains(counted)) {
        words.add(counted);
      }
    }
    if (words.size() < count + 1) {
      return "";
    }
    words.sort(Comparator.comparingInt(Counted::tweets).thenComparing(Counted::word));
    return String.join(" ", words.stream().limit(count).map(Counted::word).toList());
  }

  /// Words from among the most frequent ones.
  List<String> frequent(int count) throws IOException {
    var words = new ArrayList<Counted>();
    var terms = MultiTerms.getTerms(reader, TweetFields.TEXT);
    if (terms == null) {
      return List.of();
    }
    var each = terms.iterator();
    for (var term = each.next(); term != null; term = each.next()) {
      var word = term.utf8ToString();
      if (WORD.matcher(word).matches()) {
        words.add(new Counted(word, each.docFreq()));
      }
    }
    words.sort(Comparator.comparingInt(Counted::tweets).reversed().thenComparing(Counted::word));
    // One in five, so that names and things come in as well and not function words alone.
    var chosen = new ArrayList<String>();
    for (var i = 0; i < words.size() && chosen.size() < count; i += 5) {
      chosen.add(words.get(i).word);
    }
    return chosen;
  }
}
