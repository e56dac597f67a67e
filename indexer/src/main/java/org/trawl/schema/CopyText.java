package org.trawl.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.trawl.language.Tokens;
import org.trawl.language.Tokens.Kind;

/// What the copies of a tweet have in common: its words, without links, mentions, case,
/// punctuation, a leading `RT @name:` and the hashtags at its end.
///
/// Operations send one text again and again and hang another hashtag on each time. Hashtags at the
/// end are therefore set aside, with links and mentions among them, where [#LEAST] words stand
/// before them; in front of those and between words they are words of the text. Short texts keep
/// theirs: `Listen. #MAGA` and `Listen! #BlackLivesMatter` are not one text.
final class CopyText {
  /// How many words must be left of a text for the hashtags at its end to be set aside.
  static final int LEAST = 4;

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private CopyText() {}

  /// The hash of what copies of this text share, 1 or more; 0 for a text without words.
  static long hash(Tokens tokens) {
    var end = end(tokens);
    var hash = FNV_OFFSET;
    for (var i = start(tokens); i < end; i++) {
      if (isOfCopies(tokens.kind(i))) {
        hash = hash(hash, tokens.folded(i));
      }
    }
    // 0 stands for no text: the one hash in 2^64 that is 0 becomes another.
    return words(tokens, end) == 0 ? 0 : Math.max(1, hash & Long.MAX_VALUE);
  }

  /// The words that copies of this text share, folded, in order.
  static List<String> words(Tokens tokens) {
    var words = new ArrayList<String>();
    var end = end(tokens);
    for (var i = start(tokens); i < end; i++) {
      if (isOfCopies(tokens.kind(i)) && !tokens.folded(i).isEmpty()) {
        words.add(tokens.folded(i));
      }
    }
    return words;
  }

  /// The positions of what is set aside although it is a word of the text: mentions, the `RT` in
  /// front and the hashtags at the end.
  static Set<Integer> aside(Tokens tokens) {
    var aside = new TreeSet<Integer>();
    var start = start(tokens);
    var end = end(tokens);
    for (var i = 0; i < tokens.size(); i++) {
      var outside = isOfCopies(tokens.kind(i)) && (i < start || i >= end);
      if (outside || tokens.kind(i) == Kind.MENTION) {
        aside.add(tokens.position(i));
      }
    }
    return aside;
  }

  /// Where the text ends once what is set aside at its end is.
  private static int end(Tokens tokens) {
    var end = withoutLastTags(tokens);
    return words(tokens, end) < LEAST ? tokens.size() : end;
  }

  /// The end of the text in front of the run of hashtags at its end.
  private static int withoutLastTags(Tokens tokens) {
    var end = tokens.size();
    while (end > 0 && (tokens.kind(end - 1) == Kind.HASHTAG || !isOfCopies(tokens.kind(end - 1)))) {
      end--;
    }
    return end;
  }

  private static int words(Tokens tokens, int end) {
    var words = 0;
    for (var i = start(tokens); i < end; i++) {
      if (isOfCopies(tokens.kind(i))) {
        words++;
      }
    }
    return words;
  }

  /// Where the text begins behind the `RT` of `RT @name:`.
  private static int start(Tokens tokens) {
    var marked =
        tokens.size() > 1 && tokens.kind(1) == Kind.MENTION && tokens.folded(0).equals("rt");
    return marked ? 1 : 0;
  }

  /// Whether texts that differ in such a token are no copies.
  private static boolean isOfCopies(Kind kind) {
    return switch (kind) {
      case WORD, ELIDED, HASHTAG, CASHTAG, EMOJI, CHARACTER -> true;
      case MENTION, PAIR, SIGNED, JOINED, LINK -> false;
    };
  }

  /// FNV-1a over the letters of a word and a mark for its end.
  private static long hash(long before, String word) {
    var hash = before;
    for (var i = 0; i < word.length(); i++) {
      hash = (hash ^ word.charAt(i)) * FNV_PRIME;
    }
    return (hash ^ ' ') * FNV_PRIME;
  }
}
