package org.trawl.distinct;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trawl.language.Tokenizer;
import org.trawl.language.Tokens;
import org.trawl.language.Tokens.Kind;

/// The words and phrases of some tweets: in how many each stands, folded, and how it is written
/// most.
///
/// Filled on one thread, then read on any.
final class TextSample {
  /// Words of a phrase.
  private static final int LONGEST = 3;

  private final ValueKind kind;
  private final Tokenizer tokenizer = new Tokenizer();
  private final Tokens tokens = new Tokens();
  private final Map<String, Uses> uses = new HashMap<>();
  private int tweets;

  TextSample(ValueKind kind) {
    this.kind = kind;
  }

  /// In how many tweets a term stands, and how it is written there.
  private static final class Uses {
    private int tweets;
    private final Map<String, Integer> written = new HashMap<>();
  }

  void add(String text) {
    tweets++;
    tokenizer.tokenize(text, tokens);
    Set<String> seen = new HashSet<>();
    List<Integer> run = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (!isWord(i)) {
        // A hashtag, a mention or a link parts words, and so do signs that are no tokens.
        if (tokens.kind(i) != Kind.SIGNED && tokens.kind(i) != Kind.JOINED) {
          run.clear();
        }
        continue;
      }
      if (kind == ValueKind.WORD) {
        note(tokens.folded(i), tokens.written(i), seen);
        continue;
      }
      if (!run.isEmpty() && !follows(text, run.getLast(), i)) {
        run.clear();
      }
      run.add(i);
      phrases(run, seen);
    }
  }

  private boolean isWord(int token) {
    var folded = tokens.folded(token);
    return switch (tokens.kind(token)) {
      case WORD, ELIDED -> folded.codePointCount(0, folded.length()) > 1 && !isRetweetMark(token);
      case PAIR -> kind == ValueKind.WORD;
      case HASHTAG, MENTION, CASHTAG, EMOJI, CHARACTER, SIGNED, JOINED, LINK -> false;
    };
  }

  private boolean isRetweetMark(int token) {
    return token == 0
        && tokens.size() > 1
        && tokens.kind(1) == Kind.MENTION
        && tokens.folded(0).equals("rt");
  }

  /// Whether nothing but spaces stands between two words, and the one stands behind the other.
  private boolean follows(String text, int before, int token) {
    return tokens.position(token) == tokens.position(before) + 1
        && text.substring(tokens.end(before), tokens.start(token)).isBlank();
  }

  /// Those that end with the last word of a run.
  private void phrases(List<Integer> run, Set<String> seen) {
    for (int length = 2; length <= Math.min(LONGEST, run.size()); length++) {
      var folded = new StringBuilder();
      var written = new StringBuilder();
      for (int token : run.subList(run.size() - length, run.size())) {
        folded.append(folded.isEmpty() ? "" : " ").append(tokens.folded(token));
        written.append(written.isEmpty() ? "" : " ").append(tokens.written(token));
      }
      note(folded.toString(), written.toString(), seen);
    }
  }

  private void note(String folded, String written, Set<String> seen) {
    if (folded.isEmpty() || !seen.add(folded)) {
      return;
    }
    var own = uses.computeIfAbsent(folded, key -> new Uses());
    own.tweets++;
    own.written.merge(written, 1, Integer::sum);
  }

  /// Forgets how the terms are written.
  void keepCounts() {
    uses.values().forEach(own -> own.written.clear());
  }

  /// How many tweets were read.
  int tweets() {
    return tweets;
  }

  /// In how many of them a term stands.
  int count(String folded) {
    var own = uses.get(folded);
    return own == null ? 0 : own.tweets;
  }

  /// All terms, folded.
  Set<String> terms() {
    return uses.keySet();
  }

  /// How a term is written most; of several ways, the first in the alphabet.
  String written(String folded) {
    var own = uses.get(folded);
    if (own == null) {
      return folded;
    }
    return own.written.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(java.util.Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .orElse(folded);
  }
}
