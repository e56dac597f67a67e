package org.trawl.page.analysis;

import java.util.ArrayList;
import java.util.List;
import org.trawl.language.Tokenizer;
import org.trawl.language.Tokens;
import org.trawl.language.Tokens.Kind;

/// How one text differs from another, word by word: what both have in the same order is the longest
/// common subsequence of their words, folded. Links, mentions and punctuation are no words here, as
/// they make no difference to copies and near-copies.
final class WordDiff {
  /// Words of one text times words of the other that are compared one by one. The texts of tweets
  /// stay far below it.
  private static final int MOST = 4_000_000;

  private WordDiff() {}

  /// Where a piece of text stands.
  enum In {
    BOTH,
    /// Only in the text that is shown.
    ADDED,
    /// Only in the other.
    MISSING
  }

  /// A stretch of text, not empty.
  record Piece(In in, String text) {}

  private record Word(String folded, int start, int end) {}

  /// A text in pieces, with the words of the other that it lacks.
  static List<Piece> of(String other, String text) {
    var tokenizer = new Tokenizer();
    return new Walk(other, text, words(other, tokenizer), words(text, tokenizer)).pieces();
  }

  private static List<Word> words(String text, Tokenizer tokenizer) {
    var tokens = new Tokens();
    tokenizer.tokenize(text, tokens);
    var words = new ArrayList<Word>();
    for (var i = 0; i < tokens.size(); i++) {
      if (isWord(tokens.kind(i))) {
        words.add(new Word(tokens.folded(i), tokens.start(i), tokens.end(i)));
      }
    }
    return words;
  }

  private static boolean isWord(Kind kind) {
    return switch (kind) {
      case WORD, ELIDED, HASHTAG, CASHTAG, EMOJI, CHARACTER -> true;
      case MENTION, PAIR, SIGNED, JOINED, LINK -> false;
    };
  }

  /// Goes through both texts at the same time.
  private static final class Walk {
    private final String other;
    private final String text;
    private final List<Word> others;
    private final List<Word> words;
    private final List<Piece> pieces = new ArrayList<>();
    private int shown;

    Walk(String other, String text, List<Word> others, List<Word> words) {
      this.other = other;
      this.text = text;
      this.others = others;
      this.words = words;
    }

    private boolean equal(int i, int j) {
      return others.get(i).folded.equals(words.get(j).folded);
    }

    List<Piece> pieces() {
      var begin = 0;
      var most = Math.min(others.size(), words.size());
      while (begin < most && equal(begin, begin)) {
        begin++;
      }
      var ends = 0;
      while (ends < most - begin && equal(others.size() - 1 - ends, words.size() - 1 - ends)) {
        ends++;
      }
      for (var j = 0; j < begin; j++) {
        add(In.BOTH, j);
      }
      between(begin, others.size() - ends, words.size() - ends);
      for (var j = words.size() - ends; j < words.size(); j++) {
        add(In.BOTH, j);
      }
      put(In.BOTH, text.substring(shown));
      return pieces;
    }

    private void between(int begin, int otherEnd, int end) {
      var i = begin;
      var j = begin;
      if ((long) (otherEnd - begin) * (end - begin) <= MOST) {
        var common = common(begin, otherEnd, end);
        while (i < otherEnd && j < end) {
          if (equal(i, j)) {
            add(In.BOTH, j++);
            i++;
          } else if (common[i + 1 - begin][j - begin] >= common[i - begin][j + 1 - begin]) {
            lack(i++, j);
          } else {
            add(In.ADDED, j++);
          }
        }
      }
      while (i < otherEnd) {
        lack(i++, j);
      }
      while (j < end) {
        add(In.ADDED, j++);
      }
    }

    /// How many words the rests of both texts have in common, from each pair of places on.
    private int[][] common(int begin, int otherEnd, int end) {
      var common = new int[otherEnd - begin + 1][end - begin + 1];
      for (var i = otherEnd - 1; i >= begin; i--) {
        for (var j = end - 1; j >= begin; j--) {
          common[i - begin][j - begin] =
              equal(i, j)
                  ? common[i + 1 - begin][j + 1 - begin] + 1
                  : Math.max(common[i + 1 - begin][j - begin], common[i - begin][j + 1 - begin]);
        }
      }
      return common;
    }

    /// Shows a word, with what stands before it.
    private void add(In in, int word) {
      var place = words.get(word);
      var before = text.substring(shown, Math.max(shown, place.start));
      var goesOn = !pieces.isEmpty() && pieces.getLast().in == in;
      put(goesOn ? in : In.BOTH, before);
      put(in, text.substring(Math.max(shown, place.start), place.end));
      shown = place.end;
    }

    /// Shows a word of the other text in front of a word of this one.
    private void lack(int otherWord, int word) {
      var place = others.get(otherWord);
      var next = word < words.size() ? Math.max(shown, words.get(word).start) : shown;
      put(In.BOTH, text.substring(shown, next));
      shown = next;
      var goesOn = !pieces.isEmpty() && pieces.getLast().in == In.MISSING;
      put(In.MISSING, (goesOn ? " " : "") + other.substring(place.start, place.end));
    }

    private void put(In in, String more) {
      if (more.isEmpty()) {
        return;
      }
      if (!pieces.isEmpty() && pieces.getLast().in == in) {
        pieces.add(new Piece(in, pieces.removeLast().text + more));
      } else {
        pieces.add(new Piece(in, more));
      }
    }
  }
}
